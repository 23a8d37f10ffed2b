import { formatDate, formatInstant } from "../../format/dates.ts";
import { type Block, type Paper, type PaperTable, paragraph, type Signature } from "../paper.ts";
import {
  type Chapter,
  count,
  DRAFT_MARK,
  isDraft,
  isFigureColumn,
  type Part,
  type ReportModel,
  type ReportTable,
  totalsOf,
  valueWords,
} from "./model.ts";

/** First part of the names of a report's files. */
export const fileNameOf = ({ regency, period, reasons }: ReportModel): string =>
  [
    "laporan-skm",
    regency.slug,
    period.toLowerCase(),
    isDraft({ reasons }) ? "draf" : "",
    regency.sample ? "data-contoh" : "",
  ]
    .filter(Boolean)
    .join("-");

/** Cells of a table as words, its foot of sums among them: what every page and paper prints. */
export function tableWords(table: ReportTable): { heads: string[]; rows: string[][]; foot: string[] | null } {
  const totals = totalsOf(table);
  return {
    heads: table.columns.map(({ head }) => head),
    rows: table.rows.map((row) => row.map(valueWords)),
    foot:
      totals?.map((total, at) => (at === 0 ? "Jumlah" : total === null ? "" : valueWords(count(total)))) ??
      null,
  };
}

function paperTable(table: ReportTable): PaperTable {
  const { rows, foot } = tableWords(table);
  return {
    kind: "table",
    caption: table.title,
    columns: table.columns.map(({ head, share }, at) => ({
      head,
      share,
      ...(isFigureColumn(table, at) ? { align: "right" as const } : {}),
    })),
    rows: [...rows, ...(foot ? [foot] : [])].map((row) => row.map((words) => [paragraph(words)])),
    ...(foot ? { feet: 1 } : {}),
  };
}

function blocksOf(part: Part): Block[] {
  switch (part.kind) {
    case "text":
      return [paragraph(part.words)];
    case "note":
      return [paragraph(part.words, "note")];
    case "subhead":
      return [{ kind: "heading", level: 2, words: part.words }];
    case "list":
      return part.items.map((words, at) => paragraph(`${at + 1}. ${words}`));
    case "chart":
      return [{ kind: "chart", spec: part.spec }];
    case "table":
      return [paperTable(part.table)];
  }
}

/** Dots to write on where nothing is settled. */
const DOTS = "…………………………………………";

/** Words of a person in paragraphs, blank lines left out. */
export const commentaryLines = (commentary: string): string[] =>
  commentary
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const commentary = (words: string): Block[] =>
  words === ""
    ? []
    : [
        { kind: "heading", level: 2, words: "Ulasan" },
        ...commentaryLines(words).map((line) => paragraph(line)),
      ];

/** Sentences that stand before the first chapter: whose figures, and why it is no more than a draft. */
export const statusWords = ({ status, reasons }: ReportModel): string[] => [
  ...status,
  ...(reasons.length > 0
    ? [
        `Laporan ini hanya dapat dicetak sebagai DRAF: ${reasons.map((one) => one.replace(/\.$/, "")).join("; ")}.`,
      ]
    : []),
];

/** Is this an annex? Its title says so. */
export const isAnnex = ({ title }: { title: string }): boolean => title.startsWith("Lampiran ");

/** Place, day, office, name and number, with dots to write on where something is not settled. */
export const signatureOf = ({ place, date, signer }: ReportModel): Signature => ({
  kind: "signature",
  placed: `${place || DOTS}, ${formatDate(date)}`,
  office: signer.office || DOTS,
  name: signer.name || DOTS,
  nip: `NIP ${signer.nip || DOTS}`,
});

/** A report as a paper, for PDF and DOCX: chapters, signature, then annexes, each on a page of its own. */
export function reportPaper(model: ReportModel): Paper {
  const { regency, title, number, date, at, chapters } = model;
  const mark = isDraft(model) ? DRAFT_MARK : "";
  const blocks = ({ title: heading, parts, commentary: own }: Chapter): Block[] => [
    { kind: "heading", level: 1, words: heading },
    ...parts.flatMap(blocksOf),
    ...commentary(own),
  ];
  return {
    fileName: fileNameOf(model),
    title,
    subtitle: number === "" ? formatDate(date) : `Nomor ${number} · ${formatDate(date)}`,
    foot: [number, `${regency.name}, ${formatInstant(at, regency.zone)}`, mark].filter(Boolean).join(" · "),
    landscape: false,
    at,
    ...(mark ? { mark } : {}),
    letterhead: { kind: "letterhead", lines: model.letterhead },
    blocks: [
      ...statusWords(model).map((words) => paragraph(words, "status")),
      ...chapters.filter((one) => !isAnnex(one)).flatMap(blocks),
      signatureOf(model),
      ...chapters.filter(isAnnex).flatMap((chapter): Block[] => [{ kind: "break" }, ...blocks(chapter)]),
    ],
  };
}
