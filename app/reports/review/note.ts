import type { Block, Paper } from "../paper.ts";
import { paragraph } from "../paper.ts";

/** One checked verdict, in words. */
export interface NoteVerdict {
  service: string;
  item: string;
  /** What the penilai handed in, and what the machine had said. */
  verdict: string;
  drawn: string;
  /** Agreed or not, with the reason; what waits says so. */
  mark: string;
  by: string;
}

/** What a Catatan Hasil Reviu says. Everything in words: figures are composed where they are counted. */
export interface ReviewNote {
  /** First part of the file's name. */
  fileName: string;
  regency: string;
  edition: string;
  /** The finding, a sentence without a figure at its head. */
  finding: string;
  /** Labels and words: when, who, how many, the seed. */
  facts: readonly (readonly [string, string])[];
  /** Error rate with interval, the part that was counted and the part that was estimated apart. */
  results: readonly string[];
  method: string;
  /** Those not agreed with first. */
  verdicts: readonly NoteVerdict[];
  /** Assessments of the uji petik and where they are. */
  assessments: readonly { service: string; bagian: string; state: string; hash: string }[];
  closed: boolean;
  sample: boolean;
  reviewer: string;
  /** "Wanasari, …": place and date of the signature; dots where not known. */
  placed: string;
  at: string;
  foot: string;
}

const cells = (...words: readonly string[]) => words.map((one) => [paragraph(one)]);

/** The Catatan Hasil Reviu as a paper: what was checked, what came out, each verdict that was not agreed with. */
export const reviewPaper = (note: ReviewNote): Paper => {
  const blocks: Block[] = [
    ...(note.sample
      ? [paragraph(`Data contoh: ${note.regency} bukan daerah yang sebenarnya.`, "status")]
      : []),
    ...(note.closed
      ? []
      : [paragraph("Uji petik ini belum ditutup; angkanya masih dapat berubah.", "status")]),
    paragraph(`${note.finding}.`),
    { kind: "facts", rows: note.facts },
    { kind: "heading", level: 1, words: "Hasil" },
    ...note.results.map((sentence) => paragraph(sentence)),
    paragraph(note.method, "note"),
    { kind: "heading", level: 1, words: "Putusan yang diperiksa" },
    {
      kind: "table",
      columns: [
        { head: "Layanan", share: 24 },
        { head: "Butir", share: 18 },
        { head: "Putusan", share: 20 },
        { head: "Terambil", share: 10 },
        { head: "Tanda pereviu", share: 28 },
      ],
      rows: note.verdicts.map(({ service, item, verdict, drawn, mark, by }) =>
        cells(service, item, verdict, drawn, by ? `${mark} (${by})` : mark),
      ),
    },
    { kind: "heading", level: 1, words: "Penilaian yang direviu" },
    {
      kind: "table",
      columns: [
        { head: "Layanan", share: 40 },
        { head: "Bagian", share: 24 },
        { head: "Keadaan", share: 18 },
        { head: "Sidik teks", share: 18 },
      ],
      rows: note.assessments.map(({ service, bagian, state, hash }) => cells(service, bagian, state, hash)),
    },
    paragraph(
      "Sidik teks adalah 12 huruf pertama sha256 isi layanan yang direviu. Bila teksnya berubah, reviu layanan itu tidak berlaku lagi.",
      "note",
    ),
    { kind: "signature", placed: note.placed, office: "Pereviu", name: note.reviewer, nip: "" },
  ];
  return {
    fileName: note.fileName,
    title: "Catatan Hasil Reviu",
    subtitle: `${note.regency}. ${note.edition}`,
    foot: note.foot,
    landscape: false,
    at: note.at,
    ...(note.closed ? {} : { mark: "DRAF" }),
    blocks,
  };
};
