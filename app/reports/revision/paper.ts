import { formatDate, formatInstant } from "../../format/dates.ts";
import { formatLines } from "../../format/numbers.ts";
import { capitalise } from "../../format/words.ts";
import { SLOT } from "../../instruments/skeletons.ts";
import { component } from "../../reader/components.ts";
import { type Block, type Paper, type Paragraph, paragraph, type Run } from "../paper.ts";
import type { Problem, Revision, RevisionRow, RevisionService } from "./model.ts";
import {
  bagianWords,
  COMPARE,
  currentWords,
  NO_TEXT,
  namesOf,
  revisionScope,
  revisionSentence,
  rowLevelWords,
  unchangedSentence,
  unjudgedSentence,
} from "./words.ts";

const COLUMNS = [
  { head: "Komponen", share: 12 },
  { head: "Semula", share: 27 },
  { head: "Masalah", share: 24 },
  { head: "Menjadi", share: 26 },
  { head: "Dasar", share: 11 },
] as const;

const NOTES = [
  "Kolom Semula mengutip naskah apa adanya. Kolom Menjadi adalah kerangka: isi setiap kurung siku dengan keadaan yang sebenarnya, pilih satu dari baris yang bertanda [pilih], dan pertahankan kalimat lama yang sudah tepat.",
  "Tingkat 0–3 dan ukurannya adalah alat kerja, bukan ketentuan Permenpan RB 15/2014. Komponen yang tidak terbaca tidak dihitung.",
];

/** A line of a skeleton, its brackets as places to fill in. */
export function draftRuns(line: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of line.matchAll(SLOT)) {
    if (match.index > from) runs.push(line.slice(from, match.index));
    runs.push({ words: match[0], as: "slot" });
    from = match.index + match[0].length;
  }
  if (from < line.length) runs.push(line.slice(from));
  return runs;
}

const quoteOf = (row: RevisionRow): Paragraph[] => {
  const lines = row.lines ? [paragraph(`Baris ${formatLines(row.lines)}`, "note")] : [];
  if (row.text !== null)
    return [
      ...row.text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => paragraph(line, "quote")),
      ...lines,
    ];
  return [paragraph(currentWords(row) ?? "(tidak ada)"), ...lines];
};

const problemWords = ({ label, words, remedy }: Problem): Paragraph[] => [
  { kind: "paragraph", style: "text", runs: [{ words: `${capitalise(label)}. `, as: "strong" }, words] },
  paragraph(`Cara membenahi: ${remedy}`),
];

const problemsOf = ({ problems, wanted }: RevisionRow): Paragraph[] => [
  ...problems.flatMap(problemWords),
  ...wanted.map((sentence) => paragraph(`Yang diminta: ${sentence}`, "note")),
];

const rowCells = (row: RevisionRow): Paragraph[][] => {
  const { number, name } = component(row.key);
  return [
    [
      { kind: "paragraph", style: "text", runs: [{ words: `${number}. ${name}`, as: "strong" }] },
      paragraph(capitalise(rowLevelWords(row)), "note"),
    ],
    quoteOf(row),
    problemsOf(row),
    row.draft.map((line) => ({ kind: "paragraph", style: "text", runs: draftRuns(line) })),
    row.basis.map((words) => paragraph(capitalise(words), "note")),
  ];
};

const kept = (one: Paragraph): Paragraph => ({ ...one, keep: true });

function serviceBlocks(service: RevisionService, at: number): Block[] {
  const { name, printedNo, line, rows, unreadable } = service;
  const unreadableWords = unreadable.map(
    ({ key, lines }) => namesOf([key]) + (lines ? ` (baris ${formatLines(lines)})` : ""),
  );
  const place = `${printedNo ? `Tercetak dengan nomor ${printedNo}, ` : "Tercetak "}mulai baris ${line}.`;
  const after = [unchangedSentence(service), unjudgedSentence(service)].filter((one) => one !== null);
  return [
    { kind: "heading", level: 2, words: `${at + 1}. ${name}` },
    kept(paragraph(`${service.decree.name}. ${place}`, "note")),
    ...service.problems.flatMap(problemWords).map(kept),
    ...(rows.length === 0 ? [] : [{ kind: "table" as const, columns: COLUMNS, rows: rows.map(rowCells) }]),
    ...(unreadableWords.length === 0 ? [] : [paragraph(`${COMPARE}: ${unreadableWords.join("; ")}.`)]),
    ...after.map((words) => paragraph(words)),
  ];
}

const signatures = (bagian: string | null): Block[] => [
  { kind: "heading", level: 1, words: "Pengesahan" },
  {
    kind: "facts",
    rows: [
      [
        bagian ? `Kepala ${bagian}` : "Kepala bagian",
        "Nama dan NIP: …………………………………………   Tanggal: ……………………   Paraf: ……………………",
      ],
      ["Bagian Organisasi", "Nama dan NIP: …………………………………………   Tanggal: ……………………   Paraf: ……………………"],
    ],
  },
];

/** Matriks semula–menjadi of a bagian as a paper on which its decree is revised. */
export function revisionPaper(revision: Revision): Paper {
  const { regency, bagian, decrees, status, at, services, counts } = revision;
  const place = `${bagianWords(revision)}, ${regency.name}`;
  const withoutText = decrees.some((one) => one.factsOnly);
  return {
    fileName: `matriks-semula-menjadi-${regency.slug}-${bagian.slug}`,
    title: "Matriks semula–menjadi standar pelayanan",
    subtitle: place,
    foot: `Matriks semula–menjadi · ${place} · ${formatInstant(at, regency.zone)}`,
    landscape: true,
    at,
    blocks: [
      {
        kind: "facts",
        rows: [
          ...decrees.map((one): [string, string] => [
            "Keputusan",
            `${one.name}, ${one.signed ? `ditetapkan ${formatDate(one.signed)}` : "tanggal penetapan tidak terbaca"}; naskah versi ${one.version}`,
          ]),
          ["Disusun", formatInstant(at, regency.zone)],
          ["Isi", `${revisionSentence(revision)}. ${revisionScope(revision)}`],
        ],
      },
      ...status.map((words) => paragraph(words, "status")),
      ...(withoutText
        ? [paragraph(`Kolom Semula kosong: ${NO_TEXT.charAt(0).toLowerCase()}${NO_TEXT.slice(1)}`)]
        : []),
      ...NOTES.map((words) => paragraph(words, "note")),
      ...services.flatMap(serviceBlocks),
      ...(counts.services > 0 ? signatures(bagian.name) : []),
    ],
  };
}
