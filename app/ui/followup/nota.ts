import { z } from "zod";
import { NO_FIGURE } from "#app/format/numbers.ts";
import { component } from "#app/reader/components.ts";
import type { Nota, NotaWords } from "#app/reports/nota/paper.ts";
import type { AssignmentsView } from "#app/server/assignments/assignments.server.ts";
import type { AssignmentView } from "#app/server/assignments/views.ts";
import { bagianName } from "../words-of.ts";
import { adviceSentences, foundSentences, labelOf, subjectName } from "./assignment-words.ts";

const line = (most: number) =>
  z
    .string()
    .catch("")
    .default("")
    .transform((words) =>
      words
        .replace(/[^\P{C}\n]/gu, "")
        .trim()
        .slice(0, most),
    );

/** What the form of a nota dinas holds, by the names of its fields; what is missing is empty. */
export const NotaFields = z.object({
  kop: line(600),
  nomor: line(120),
  tanggal: line(10),
  kepada: line(200),
  dari: line(200),
  tembusan: line(400),
  sifat: line(60),
  lampiran: line(120),
  hal: line(200),
  pembuka: line(1000),
  penutup: line(1000),
  tempat: line(80),
  jabatan: line(200),
  nama: line(160),
  nip: line(40),
});
export type NotaFields = z.infer<typeof NotaFields>;

/** What stands in the form before anything is typed. */
export const notaDefaults = (
  view: Pick<AssignmentsView, "regency" | "today">,
  bagian: string | null,
): Partial<NotaFields> => ({
  kop: `PEMERINTAH ${view.regency.name.toUpperCase()}\nSEKRETARIAT DAERAH`,
  tanggal: view.today,
  kepada: bagian ? `Kepala ${bagian}` : "Para Kepala Bagian",
  dari: "Kepala Bagian Organisasi",
  hal: "Perbaikan standar pelayanan",
  pembuka:
    "Berdasarkan pemeriksaan standar pelayanan, bersama ini disampaikan temuan yang perlu dibenahi. Mohon jawaban paling lambat pada tenggat masing-masing: akan diperbaiki, sudah diperbaiki beserta isi barunya, atau tidak sependapat beserta alasannya.",
  penutup: "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.",
  jabatan: "Kepala Bagian Organisasi",
});

const linesOf = (words: string): string[] =>
  words
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);

const wordsOf = (fields: NotaFields): NotaWords => ({
  letterhead: linesOf(fields.kop),
  number: fields.nomor,
  date: z.iso.date().safeParse(fields.tanggal).success ? fields.tanggal : "",
  to: fields.kepada,
  from: fields.dari,
  copies: linesOf(fields.tembusan.replaceAll(";", "\n")),
  nature: fields.sifat,
  attachment: fields.lampiran,
  subject: fields.hal || "Perbaikan standar pelayanan",
  opening: fields.pembuka,
  closing: fields.penutup,
  place: fields.tempat,
  office: fields.jabatan,
  name: fields.nama,
  nip: fields.nip,
});

/** The findings of a letter by bagian, in the order of the list. */
export const notaParts = (rows: readonly AssignmentView[]): Nota["parts"] => {
  const parts = new Map<string, AssignmentView[]>();
  for (const row of rows) {
    const name = bagianName(row.bagian);
    parts.set(name, [...(parts.get(name) ?? []), row]);
  }
  return [...parts].map(([bagian, own]) => ({
    bagian,
    rows: own.map((row) => ({
      no: row.no,
      service: subjectName(row),
      component: row.component ? component(row.component).name : NO_FIGURE,
      found: [`${labelOf(row.code)}.`, ...foundSentences(row)],
      advice: adviceSentences(row),
      due: row.due,
    })),
  }));
};

/** The letter of these assignments, with the words that were typed. */
export const notaOf = (
  { regency, rows }: Pick<AssignmentsView, "regency" | "rows">,
  fields: NotaFields,
  { at, status }: { at: string; status: readonly string[] },
): Nota => ({
  ...wordsOf(fields),
  fileName: `nota-dinas-${regency.slug}`,
  foot: `Nota dinas${fields.nomor ? ` ${fields.nomor}` : ""} · ${regency.name}`,
  status,
  parts: notaParts(rows),
  at,
});
