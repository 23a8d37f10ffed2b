import { formatDate, formatInstant } from "../../format/dates.ts";
import { type Block, type Heading, type Paper, type Paragraph, paragraph } from "../paper.ts";
import type { QuarterInput } from "./input.ts";
import type { ReportSettings } from "./report.ts";
import type { Summary } from "./summary.ts";

const cell = (words: string): Paragraph[] => [paragraph(words)];
const heading = (words: string): Heading => ({ kind: "heading", level: 2, words });
const lines = (words: readonly string[]): Paragraph[] =>
  words.filter(Boolean).map((one) => paragraph(one, "note"));

const moreWords = (more: number, what: string): string[] => (more > 0 ? [`dan ${more} ${what} lain.`] : []);

/** Services behind a weak unsur, as its row names them. */
export const behindWords = ({ services, more }: Summary["weakest"][number]): string =>
  services.length === 0
    ? "tidak ada layanan di bawah batas mutu B"
    : `${services.map(({ name, words }) => `${name} (${words})`).join("; ")}${more > 0 ? `; dan ${more} layanan lain` : ""}`;

/** The page of the leadership as a paper: one sheet of A4 with five rows of work. */
export function summaryPaper(
  summary: Summary,
  { regency, period, today }: QuarterInput,
  settings: ReportSettings,
  at: string,
): Paper {
  const { signer, place } = settings;
  const blocks: Block[] = [
    ...(regency.sample
      ? [paragraph(`Data contoh: ${regency.name} bukan daerah yang sebenarnya.`, "status")]
      : []),
    { kind: "figures", items: summary.figures },
    {
      kind: "table",
      columns: [
        { head: "Standar pelayanan", share: 25 },
        { head: "Kini", share: 14 },
        { head: "Triwulan lalu", share: 29 },
        { head: "Paling banyak kurang di", share: 32 },
      ],
      rows: summary.standards.map(({ label, now, before, most }) => [label, now, before, most].map(cell)),
    },
    ...(summary.weakest.length > 0
      ? [
          {
            kind: "table" as const,
            columns: [
              { head: "Unsur terlemah", share: 22 },
              { head: "Nilai, mutu", share: 13 },
              { head: "Triwulan lalu", share: 15 },
              { head: "Layanan di belakangnya", share: 50 },
            ],
            rows: summary.weakest.map((row) => [
              cell(row.name),
              cell(`${row.words}, selang ${row.interval}`),
              cell(row.before),
              cell(behindWords(row)),
            ]),
          },
        ]
      : []),
    ...(summary.priorities.length > 0
      ? [
          {
            kind: "table" as const,
            caption: `Prioritas perbaikan, ${summary.priorities.length} dari ${summary.allPriorities}`,
            columns: [
              { head: "Layanan dan bagian", share: 34 },
              { head: "Sebab", share: 34 },
              { head: "Tindakan", share: 13 },
              { head: "Siapa dan kapan", share: 19 },
            ],
            rows: summary.priorities.map(({ service, bagian, reason, deed, owner, due }) => [
              cell(`${service.name}, ${bagian}`),
              cell(reason),
              cell(deed),
              cell(owner === due ? owner : `${owner}; ${due}`),
            ]),
          },
        ]
      : [paragraph("Tidak ada layanan dengan komponen bermasalah atau janji yang pasti dirasakan rendah.")]),
    {
      kind: "beside",
      columns: [
        [
          heading("Tindak lanjut"),
          ...lines([
            summary.followUp.lead,
            ...summary.followUp.late.map(({ words }) => words),
            ...moreWords(summary.followUp.more, "rencana terlambat"),
            ...summary.followUp.figures,
          ]),
        ],
        [
          heading("Dasar hukum"),
          ...lines([
            summary.legal.lead,
            ...summary.legal.rows.map(({ name, words }) => `${name}: ${words}.`),
            ...moreWords(summary.legal.more, "peraturan"),
          ]),
        ],
      ],
    },
    ...(summary.decisions.length > 0
      ? [
          {
            kind: "table" as const,
            caption: "Keputusan yang diminta",
            columns: [
              { head: "Keputusan", share: 62 },
              { head: "Siapa", share: 19 },
              { head: "Kapan", share: 19 },
            ],
            rows: summary.decisions.map(({ what, who, when }) => [what, who, when].map(cell)),
          },
        ]
      : []),
    {
      kind: "signature",
      placed: `${place}, ${formatDate(today)}`,
      office: signer.office,
      name: signer.name || "…………………………………",
      nip: `NIP ${signer.nip || "…………………………………"}`,
      notes: [summary.complaints, ...summary.notes].join(" "),
    },
  ];
  return {
    fileName: ["ringkasan-pimpinan", regency.slug, period.toLowerCase(), regency.sample ? "data-contoh" : ""]
      .filter(Boolean)
      .join("-"),
    title: summary.h1,
    subtitle: summary.title,
    foot: `${summary.title} · ${formatInstant(at, regency.zone)}`,
    landscape: false,
    dense: true,
    at,
    ...(summary.mark ? { mark: summary.mark } : {}),
    blocks,
  };
}
