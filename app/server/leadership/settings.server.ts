import { z } from "zod";
import type { ReportSettings } from "#app/reports/quarter/report.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { reportSettings, storeReportSettings } from "#db/queries/reports.ts";
import type { Scope } from "#db/scope.ts";
import { type FieldProblem, fieldProblems, typedText } from "../form-fields.ts";
import { regencyAt } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import type { RegencyRef } from "../views.ts";

const Stored = z.strictObject({
  letterhead: z.array(z.string()),
  place: z.string(),
  signer: z.strictObject({ office: z.string(), name: z.string(), nip: z.string() }),
});

const Input = z.object({
  kop: typedText(1000),
  tempat: typedText(120),
  jabatan: typedText(120),
  nama: typedText(120),
  nip: typedText(120).pipe(z.string().regex(/^[\d ]*$/, "NIP hanya berisi angka dan spasi.")),
});

/** What papers carry before anybody settled it. */
export const defaultSettings = ({
  name,
  shortName,
}: Pick<RegencyRef, "name" | "shortName">): ReportSettings => ({
  letterhead: [`PEMERINTAH ${name.toUpperCase()}`, "SEKRETARIAT DAERAH"],
  place: shortName,
  signer: { office: "Sekretaris Daerah", name: "", nip: "" },
});

export const getReportSettings = async (
  db: Db,
  scope: Scope,
  regency: Pick<RegencyRef, "r" | "name" | "shortName">,
): Promise<ReportSettings> => {
  const row = await reportSettings(db.read, scope, regency.r);
  return row ? parseStored(Stored, row.settings) : defaultSettings(regency);
};

/**
 * Settles letterhead, place and signer of a regency's papers; reports that were made keep theirs.
 * @returns what is wrong with the form; none: it is settled
 * @throws AppError (404) where the regency is not there
 */
export const setReportSettings = async (
  db: Db,
  scope: Scope,
  kab: string,
  input: unknown,
): Promise<FieldProblem[]> => {
  const regency = await regencyAt(db, scope, kab);
  const parsed = Input.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error).problems;
  const { kop, tempat, jabatan, nama, nip } = parsed.data;
  const settings: ReportSettings = {
    letterhead: kop
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean),
    place: tempat,
    signer: { office: jabatan, name: nama, nip },
  };
  const event = {
    r: regency.id,
    action: "laporan.pengaturan",
    subject: regency.slug,
    after: settings,
  } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const before = await reportSettings(trx, scope, regency.id);
    if (before) amend({ before: JSON.parse(before.settings) });
    await storeReportSettings(trx, {
      r: regency.id,
      settings: JSON.stringify(settings),
      at: db.now(),
      by: scope.actor,
    });
  });
  return [];
};
