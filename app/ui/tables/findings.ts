import { formatShortDate } from "#app/format/dates.ts";
import { component } from "#app/reader/components.ts";
import { ALL_FINDINGS, apartOf, isQuestion, pairWords } from "#app/scoring/all-findings.ts";
import type { FindingRow, FindingsView } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { assignLink, findingPlanLink } from "../followup/links.ts";
import { link, linkToLines, paths } from "../links.ts";
import { type Column, deeds, LINES, SHARE, share, type Table, text } from "../table.ts";
import { adviceOf, bagianName, decreeName, findingSentence, SEVERITY_WORDS } from "../words-of.ts";

/** The sheet of the service at its component; of a finding on the decree, the decree's text. */
export function findingSubject(row: FindingRow, filters: Filters): { name: string; href: string } {
  const { service, regency, decree } = row;
  if (!service)
    return { name: decreeName(decree), href: link(paths.teks(decree.slug, decree.version), filters) };
  const hash = row.component ? component(row.component).slug : undefined;
  return {
    name: service.name,
    href: link(paths.layanan(regency.slug, service), filters, hash ? { hash } : {}),
  };
}

const findingColumns = (
  filters: Filters,
  subject: string,
  { withPlace, withDue }: { withPlace: boolean; withDue: boolean },
): Column<FindingRow>[] => [
  { key: "kabupaten", head: "Kabupaten", csvOnly: !withPlace, cell: (row) => text(row.regency.name) },
  {
    key: "bagian",
    head: "Bagian",
    csvOnly: true,
    cell: (row) => text(row.service ? bagianName(row.bagian) : (row.unit ?? "")),
  },
  {
    key: "layanan",
    head: subject,
    cell: (row) => {
      const { name, href } = findingSubject(row, filters);
      return text(name, href);
    },
  },
  {
    key: "komponen",
    head: "Komponen",
    csvOnly: true,
    cell: (row) => text(row.component ? component(row.component).name : ""),
  },
  { key: "temuan", head: "Temuan", csvOnly: true, cell: (row) => text(ALL_FINDINGS[row.code].label) },
  { key: "jenis", head: "Jenis", csvOnly: true, cell: (row) => text(row.kind) },
  { key: "tindakan", head: "Sifat", cell: (row) => text(severityWords(row)) },
  { key: "kalimat", head: "Yang ditemukan", cell: (row) => text(findingSentence(row)) },
  {
    key: "baris",
    twoFigures: LINES,
    head: "Baris",
    cell: (row) => ({
      kind: "lines",
      lines: row.lines,
      href: row.lines ? linkToLines(row.decree.slug, row.decree.version, row.lines, filters) : undefined,
    }),
  },
  {
    key: "asal_teks",
    head: "Asal teks atau pembanding",
    csvOnly: true,
    cell: (row) => text(row.source ? `${row.source.service.name}, baris ${row.source.line}` : ""),
  },
  { key: "cara_membenahi", head: "Cara membenahi", cell: (row) => text(adviceOf(row)) },
  {
    key: "tenggat",
    head: "Tenggat",
    csvOnly: !withDue,
    cell: ({ sent }) =>
      text(sent ? formatShortDate(sent.due) : "", sent && link(paths.satuPenugasan(sent.id), filters)),
  },
  deeds<FindingRow>("Tindak lanjut", (row) => [
    ...(row.sent ? [] : [{ name: "Tugaskan", href: assignLink(row, filters, row.service?.no) }]),
    { name: "Buat rencana", href: findingPlanLink(row, filters) },
  ]),
];

/** What is asked is not charged, and what is out of date since was right when it was written, whatever the severity. */
const severityWords = ({
  code,
  severity,
  question,
}: Pick<FindingRow, "code" | "severity" | "question">): string => {
  if (question) return "perlu konfirmasi";
  return apartOf(code) === "pemutakhiran" ? ALL_FINDINGS[code].label : SEVERITY_WORDS[severity];
};

/** @param withPlace where the rows of several places stand under one head, each names its regency */
export const findingsTable = (
  rows: readonly FindingRow[],
  filters: Filters,
  id = "tabel-temuan",
  withPlace = false,
): Table<FindingRow> => ({
  id,
  caption: "Temuan kelengkapan dan substansi",
  fileName: "temuan",
  rowHead: "layanan",
  rows,
  rowKey: (row) => row.id,
  columns: findingColumns(filters, rows.some((row) => row.service) ? "Layanan" : "Keputusan", {
    withPlace,
    withDue: rows.some(({ sent }) => sent),
  }),
});

type Pair = FindingsView["byPair"][number];

/** Kinds of findings, commonest first; each opens its rows. */
export const pairsTable = (pairs: readonly Pair[], total: number, filters: Filters): Table<Pair> => ({
  id: "tabel-jenis",
  caption: "Temuan menurut komponen dan jenis",
  fileName: "temuan-jenis",
  rowHead: "jenis",
  shortNames: true,
  rows: pairs,
  rowKey: pairWords,
  columns: [
    {
      key: "jenis",
      head: "Jenis",
      cell: (row) =>
        text(
          pairWords(row),
          link(paths.temuan(), filters, {
            change: {
              temuan: [ALL_FINDINGS[row.code].slug],
              ...(row.component ? { komponen: [component(row.component).slug] } : {}),
            },
          }),
        ),
    },
    {
      key: "sifat",
      head: "Sifat",
      cell: (row) =>
        text(
          severityWords({
            code: row.code,
            severity: ALL_FINDINGS[row.code].severity,
            question: isQuestion(row.code),
          }),
        ),
    },
    { key: "jumlah", twoFigures: SHARE, head: "Jumlah", cell: (row) => share(row.count, total) },
  ],
});
