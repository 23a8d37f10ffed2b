import { formatDate, formatShortDate } from "../../format/dates.ts";
import { type Block, type Paper, type PaperColumn, paragraph } from "../paper.ts";

/** One finding of the letter: what was found and how to mend it, in whole sentences. */
export interface NotaRow {
  no: number;
  service: string;
  component: string;
  found: readonly string[];
  advice: readonly string[];
  /** `YYYY-MM-DD`. */
  due: string;
}

/** What its writer typed; empty where nothing was. */
export interface NotaWords {
  /** Lines of the letterhead. */
  letterhead: readonly string[];
  number: string;
  /** `YYYY-MM-DD`. */
  date: string;
  to: string;
  from: string;
  copies: readonly string[];
  nature: string;
  attachment: string;
  subject: string;
  opening: string;
  closing: string;
  place: string;
  office: string;
  name: string;
  nip: string;
}

export interface Nota extends NotaWords {
  fileName: string;
  /** At the foot of every page. */
  foot: string;
  /** Stands before everything where the figures are invented or provisional. */
  status: readonly string[];
  /** By bagian, each with its findings. */
  parts: readonly { bagian: string; rows: readonly NotaRow[] }[];
  /** When it was made, UTC ISO. */
  at: string;
}

/** Room to write by hand where nothing was typed. */
const BLANK = "………………………………";

const COLUMNS: readonly PaperColumn[] = [
  { head: "No", share: 6 },
  { head: "Layanan", share: 19 },
  { head: "Komponen", share: 14 },
  { head: "Temuan", share: 26 },
  { head: "Cara membenahi", share: 23 },
  { head: "Tenggat", share: 12 },
];

const cell = (...sentences: readonly string[]) => sentences.map((words) => paragraph(words));

const tableOf = (rows: readonly NotaRow[]): Block => ({
  kind: "table",
  columns: COLUMNS,
  rows: rows.map((row, at) => [
    cell(String(at + 1)),
    cell(row.service),
    cell(row.component),
    cell(...row.found),
    cell(...row.advice),
    cell(formatShortDate(row.due)),
  ]),
});

/** A nota dinas that sends findings to a bagian: head, number and addressee as typed, findings as a table, a place to sign. */
export function notaPaper(nota: Nota): Paper {
  const several = nota.parts.length > 1;
  const facts: [string, string][] = [
    ["Kepada", nota.to || BLANK],
    ["Dari", nota.from || BLANK],
    ["Tanggal", nota.date ? formatDate(nota.date) : BLANK],
    ["Nomor", nota.number || BLANK],
    ...(nota.nature ? [["Sifat", nota.nature] as [string, string]] : []),
    ...(nota.attachment ? [["Lampiran", nota.attachment] as [string, string]] : []),
    ["Hal", nota.subject],
    ...(nota.copies.length > 0 ? [["Tembusan", nota.copies.join("; ")] as [string, string]] : []),
  ];
  return {
    fileName: nota.fileName,
    title: "Nota dinas",
    subtitle: nota.subject,
    foot: nota.foot,
    landscape: false,
    at: nota.at,
    ...(nota.letterhead.length > 0 && {
      letterhead: { kind: "letterhead" as const, lines: nota.letterhead },
    }),
    blocks: [
      ...nota.status.map((words) => paragraph(words, "status")),
      { kind: "facts", rows: facts },
      ...(nota.opening ? [paragraph(nota.opening)] : []),
      ...nota.parts.flatMap(({ bagian, rows }): Block[] => [
        ...(several ? [{ kind: "heading" as const, level: 2 as const, words: bagian }] : []),
        tableOf(rows),
      ]),
      ...(nota.closing ? [paragraph(nota.closing)] : []),
      {
        kind: "signature",
        placed: `${nota.place || BLANK}, ${nota.date ? formatDate(nota.date) : BLANK}`,
        office: nota.office || BLANK,
        name: nota.name || BLANK,
        nip: nota.nip ? `NIP ${nota.nip}` : "",
      },
    ],
  };
}
