import { z } from "zod";
import { categoryOf } from "#app/evidence/simulate.ts";
import { editionSlug } from "#app/instruments/edition.ts";
import { editionFromStored } from "#app/instruments/shipped.ts";
import { parseDecimal, scaledHalfUp } from "#app/survey/figures/exact.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import {
  allInstruments,
  insertOfficialResult,
  officialResult,
  officialResults,
  withdrawResult,
} from "#db/queries/instruments.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { type FieldProblem, isDay } from "../form-fields.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { todayIn } from "../today.ts";
import { editionViews } from "./editions.server.ts";

/** An official result as it was recorded. */
export interface OfficialResult {
  id: string;
  edition: { edition: string; slug: string; name: string };
  year: number;
  about: string;
  /** In hundredths. */
  score: number | null;
  category: string | null;
  letter: { number: string | null; date: string | null };
  seenIn: string;
  at: string;
  by: string;
  /** Category by the bands of the edition, where that is another one than was printed. */
  banded: string | null;
  withdrawn: { at: string; by: string; reason: string } | null;
}

const field = (most: number) => z.string().trim().max(most, `paling banyak ${most} huruf.`).default("");

const Input = z.object({
  edisi: field(100),
  tahun: field(10),
  objek: field(200),
  nilai: field(20),
  kategori: field(100),
  nomor_surat: field(120),
  tanggal_surat: field(60),
  sumber: field(400),
});

const MOST_HUNDREDTHS = 10_000;
const FIRST_YEAR = 2013;

/**
 * Records what an assessor decided. It joins no figure of ours.
 * @returns the problems of the form; none: it is recorded
 * @throws AppError (404) where the regency is not there
 */
export const recordResult = async (
  db: Db,
  scope: Scope,
  kab: string,
  input: unknown,
): Promise<FieldProblem[]> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const parsed = Input.safeParse(input);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({
      field: String(path[0]),
      message: `Isian ini ${message}`,
    }));
  }
  const { edisi, tahun, objek, nilai, kategori, nomor_surat, tanggal_surat, sumber } = parsed.data;
  const problems: FieldProblem[] = [];
  const wrong = (name: keyof typeof Input.shape, message: string) => {
    problems.push({ field: name, message });
  };
  const today = todayIn(db, regency);
  const edition = (await editionViews(db, scope)).find(
    ({ slug, kind }) => slug === edisi && kind === "ombudsman",
  );
  const year = /^\d{4}$/.test(tahun) ? Number(tahun) : null;
  const score = nilai === "" ? null : parseDecimal(nilai);
  if (!edition) wrong("edisi", "Pilih cara penilaiannya.");
  if (year === null || year < FIRST_YEAR || year > Number(today.slice(0, 4))) {
    wrong("tahun", `Isi tahun penilaian antara ${FIRST_YEAR} dan ${today.slice(0, 4)}.`);
  } else if (edition && (year < edition.validity.from || year > (edition.validity.to ?? year))) {
    wrong(
      "tahun",
      `Cara penilaian yang dipilih tidak berlaku pada tahun ${year}. Pilih cara atau tahun yang lain.`,
    );
  }
  if (objek === "")
    wrong("objek", "Sebutkan apa yang dinilai, misalnya pemerintah kabupaten atau nama unitnya.");
  if (score === undefined || (score && (score.digits > 2 || !isWithin(scaledHalfUp(score.value, 2))))) {
    wrong("nilai", "Nilai adalah angka 0 sampai 100 dengan paling banyak dua desimal, misalnya 87,43.");
  }
  if (nilai === "" && kategori === "") wrong("nilai", "Isi nilai, kategori, atau keduanya.");
  if (tanggal_surat !== "" && !isDay(tanggal_surat)) wrong("tanggal_surat", "Tanggal surat tidak dikenal.");
  else if (tanggal_surat > today) wrong("tanggal_surat", "Tanggal surat belum tiba.");
  if (sumber === "")
    wrong("sumber", "Sebutkan di mana hasil ini terlihat, misalnya surat, piagam, atau laman.");
  if (problems.length > 0 || !edition || year === null) return problems;
  const row = {
    r: regency.r,
    id: db.newId(),
    instrument_id: edition.id,
    year,
    about: objek,
    score_hundredths: score ? scaledHalfUp(score.value, 2) : null,
    category: kategori || null,
    letter_number: nomor_surat || null,
    letter_date: tanggal_surat || null,
    seen_in: sumber,
    at: db.now(),
    by: scope.actor,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_reason: null,
  };
  const {
    r,
    id,
    at: _at,
    by: _by,
    withdrawn_at: _w,
    withdrawn_by: _wb,
    withdrawn_reason: _wr,
    ...after
  } = row;
  await change(db, scope, { r, action: "hasil_resmi.catat", subject: id, after }, (trx) =>
    insertOfficialResult(trx, row),
  );
  return [];
};

const isWithin = (hundredths: number): boolean => hundredths >= 0 && hundredths <= MOST_HUNDREDTHS;

const REASON_LENGTH = 300;

/**
 * Withdraws a record that was made in error; it stays on the page as withdrawn. Withdrawing twice changes nothing.
 * @throws AppError (404) where it is not there; (400) without a reason
 */
export const withdrawOfficialResult = async (
  db: Db,
  scope: Scope,
  kab: string,
  id: string,
  reason: string,
): Promise<void> => {
  const regency = await regencyAt(db, scope, kab);
  const before = await officialResult(db.read, scope, regency.id, id);
  if (!before) throw notFound();
  if (before.withdrawn_at !== null) return;
  const told = reason.trim().slice(0, REASON_LENGTH);
  if (told === "") {
    throw new AppError({
      code: "tanpa_alasan",
      status: 400,
      message: "Isi alasan pencabutan, misalnya “nilai tahun lain”. Tidak ada yang diubah.",
    });
  }
  const event = { r: regency.id, action: "hasil_resmi.cabut", subject: id, reason: told } as const;
  await change(db, scope, event, (trx) =>
    withdrawResult(trx, before, {
      withdrawn_at: db.now(),
      withdrawn_by: scope.actor,
      withdrawn_reason: told,
    }),
  );
};

/** The official results of a regency, newest assessment first, withdrawn ones after the others. */
export const resultsOf = async (db: Db, scope: Scope, r: number): Promise<OfficialResult[]> => {
  const [rows, instruments] = await Promise.all([
    officialResults(db.read, scope, r),
    allInstruments(db.read),
  ]);
  const contents = new Map(instruments.map(({ id, json }) => [id, editionFromStored(json)]));
  return rows
    .map((row): OfficialResult => {
      const content = contents.get(row.instrument_id) ?? null;
      const band =
        content && row.score_hundredths !== null ? categoryOf(content, row.score_hundredths) : null;
      const printed = row.category?.toLowerCase();
      const agrees = !band || !printed || [band.code, band.name].some((one) => one.toLowerCase() === printed);
      return {
        id: row.id,
        edition: { edition: row.edition, slug: editionSlug(row.edition), name: content?.name ?? row.edition },
        year: row.year,
        about: row.about,
        score: row.score_hundredths,
        category: row.category,
        letter: { number: row.letter_number, date: row.letter_date },
        seenIn: row.seen_in,
        at: row.at,
        by: row.by,
        banded: agrees ? null : (band?.code ?? null),
        withdrawn:
          row.withdrawn_at === null
            ? null
            : { at: row.withdrawn_at, by: row.withdrawn_by ?? "", reason: row.withdrawn_reason ?? "" },
      };
    })
    .sort((a, b) => Number(a.withdrawn !== null) - Number(b.withdrawn !== null));
};
