import { z } from "zod";
import type { ReportSettings } from "#app/reports/quarter/report.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { reportSettings, storeReportSettings } from "#db/queries/reports.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "../errors.ts";
import { regencyAt } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import type { RegencyRef } from "../views.ts";

const Stored = z.strictObject({
  letterhead: z.array(z.string()),
  place: z.string(),
  signer: z.strictObject({ office: z.string(), name: z.string(), nip: z.string() }),
});

const line = z.string().trim().max(120);
const Input = z.object({
  kop: z.string().max(1000),
  tempat: line,
  jabatan: line,
  nama: line,
  nip: line.regex(/^[\d ]*$/),
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
 * @throws AppError (404) where the regency is not there; (400) where a field is too long or the NIP holds more than figures
 */
export const setReportSettings = async (db: Db, scope: Scope, kab: string, input: unknown): Promise<void> => {
  const regency = await regencyAt(db, scope, kab);
  const parsed = Input.safeParse(input);
  if (!parsed.success)
    throw new AppError({
      code: "pengaturan_laporan",
      status: 400,
      message:
        "Ada isian yang tidak dapat disimpan: tiap isian paling banyak 120 huruf, kop surat 1.000 huruf, dan NIP hanya angka. Tidak ada yang diubah.",
    });
  const { kop, tempat, jabatan, nama, nip } = parsed.data;
  const settings: ReportSettings = {
    letterhead: kop
      .split(/\r?\n/)
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
};
