import { formatInstant, formatShortDate, type ZoneName } from "#app/format/dates.ts";
import { NO_FIGURE } from "#app/format/numbers.ts";
import type { OfficialResult } from "#app/server/instruments/results.server.ts";
import type {
  PlacedIndicator,
  ProofCount,
  ProofRow,
  SelfCheckView,
  UnitProofRow,
} from "#app/server/instruments/self-check.server.ts";
import type { Filters } from "../filters.ts";
import { planLink } from "../followup/links.ts";
import { STATE_WORDS, waitingWords } from "../instruments/words.ts";
import { link, linkToLines, paths } from "../links.ts";
import { count, decimal, deeds, LINES, SHARE, share, type Table, text } from "../table.ts";
import { bagianName, decreeName, quoteWords } from "../words-of.ts";

type Extra = Readonly<Record<string, string | undefined>>;

/** Place of the rows on the page. */
export const ROWS_PLACE = "rincian";

const judged = ({ proven, unproven }: ProofCount): number => proven + unproven;

/**
 * Per indicator: on how many services the decree proves it.
 * @param edition slug, where a plan may be made of what is not proven
 */
export const provenIndicatorsTable = (
  view: Pick<SelfCheckView, "regency" | "indicators">,
  filters: Filters,
  extra: Extra,
  edition?: string,
): Table<SelfCheckView["indicators"][number]> => {
  const rowsOf = (indikator: string, keadaan: string) =>
    link(paths.ombudsman(view.regency.slug), filters, {
      extra: { ...extra, indikator, keadaan },
      hash: ROWS_PLACE,
    });
  return {
    id: "tabel-indikator",
    caption: "Indikator yang isinya dapat dibuktikan dari keputusan",
    fileName: "indikator-ombudsman",
    rowHead: "indikator",
    rows: view.indicators,
    rowKey: ({ indicator }) => indicator.id,
    columns: [
      { key: "dimensi", head: "Dimensi", cell: ({ indicator }) => text(indicator.dimension), csvOnly: true },
      { key: "indikator", head: "Indikator", cell: ({ indicator }) => text(indicator.name) },
      {
        key: "isi_terbukti",
        twoFigures: SHARE,
        head: "Isi terbukti (layanan)",
        cell: ({ indicator, count: one }) => share(one.proven, judged(one), rowsOf(indicator.id, "terbukti")),
      },
      {
        key: "belum_terbukti",
        head: "Belum terbukti",
        cell: ({ indicator, count: one }) =>
          count(one.unproven, one.unproven > 0 ? rowsOf(indicator.id, "belum-terbukti") : undefined),
      },
      {
        key: "di_luar_hitungan",
        head: "Di luar hitungan",
        cell: ({ indicator, count: one }) =>
          count(one.open, one.open > 0 ? rowsOf(indicator.id, "di-luar-hitungan") : undefined),
      },
      {
        key: "menunggu",
        head: "Menunggu penilai",
        cell: ({ indicator }) => text(waitingWords(indicator.needs)),
      },
      deeds<SelfCheckView["indicators"][number]>("Tindak lanjut", ({ indicator, count: one }) =>
        edition && one.unproven > 0 ? [indicatorPlan(view.regency.slug, filters, edition, indicator.id)] : [],
      ),
    ],
  };
};

const indicatorPlan = (kab: string, filters: Filters, edition: string, id: string) => ({
  name: "Buat rencana",
  href: planLink(kab, filters, { asal: "ombudsman", edisi: edition, indikator: id }),
});

/** Per bagian: contents proven, and services of which every one is. */
export const provenBagianTable = (
  view: Pick<SelfCheckView, "regency" | "bagian">,
  filters: Filters,
  extra: Extra,
): Table<SelfCheckView["bagian"][number]> => ({
  id: "tabel-bagian",
  caption: "Per bagian",
  fileName: "bagian-ombudsman",
  rowHead: "bagian",
  shortNames: true,
  rows: view.bagian,
  rowKey: ({ bagian }) => bagian.slug,
  columns: [
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ bagian }) =>
        text(
          bagianName(bagian),
          link(paths.ombudsman(view.regency.slug), filters, {
            change: { bagian: [bagian.slug] },
            extra,
            hash: ROWS_PLACE,
          }),
        ),
    },
    { key: "layanan", head: "Layanan", cell: ({ services }) => count(services) },
    {
      key: "isi_terbukti",
      twoFigures: SHARE,
      head: "Isi terbukti (layanan × indikator)",
      cell: ({ count: one }) => share(one.proven, judged(one)),
    },
    {
      key: "layanan_terbukti",
      twoFigures: SHARE,
      head: "Layanan yang semua isinya terbukti",
      cell: ({ whole }) => share(whole.proven, judged(whole)),
    },
    { key: "di_luar_hitungan", head: "Di luar hitungan", cell: ({ count: one }) => count(one.open) },
  ],
});

const stepWords = ({ state, step }: Pick<ProofRow, "state" | "step">): string =>
  step ? `jenjang ${step.reached} dari ${step.top}` : STATE_WORDS[state];

/** Each indicator asked of each service, with the words and lines that decided. */
export const proofRowsTable = (
  rows: readonly ProofRow[],
  regency: string,
  filters: Filters,
): Table<ProofRow> => ({
  id: "tabel-rincian",
  caption: "Rincian per layanan dan indikator",
  fileName: "ombudsman",
  rowHead: "layanan",
  rows,
  rowKey: ({ service, indicator }) => `${service.no}/${indicator.id}`,
  columns: [
    { key: "bagian", head: "Bagian", cell: ({ bagian }) => text(bagianName(bagian)), csvOnly: true },
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ service, indicator }) =>
        text(service.name, link(paths.layanan(regency, service), filters, { ...componentPlace(indicator) })),
    },
    { key: "indikator", head: "Indikator", cell: ({ indicator }) => text(indicator.name) },
    { key: "isi", head: "Isi dalam keputusan", cell: (row) => text(stepWords(row)) },
    { key: "alasan", head: "Alasan", cell: ({ reason }) => text(reason) },
    {
      key: "kutipan",
      head: "Kutipan",
      cell: ({ quote }) => text(quote === null ? NO_FIGURE : `“${quoteWords(quote)}”`),
    },
    {
      key: "baris",
      twoFigures: LINES,
      head: "Baris",
      cell: ({ decree, lines }) => ({
        kind: "lines",
        lines,
        href: lines ? linkToLines(decree.slug, decree.version, lines, filters) : undefined,
      }),
    },
    {
      key: "menunggu",
      head: "Menunggu penilai",
      cell: ({ indicator }) => text(waitingWords(indicator.needs)),
    },
    { key: "keputusan", head: "Keputusan", cell: ({ decree }) => text(decreeName(decree)), csvOnly: true },
  ],
});

/** The section of the service's sheet that the indicator is about. */
const componentPlace = ({ proof }: PlacedIndicator): { hash?: string } =>
  proof && "component" in proof ? { hash: proof.component.replaceAll("_", "-") } : {};

/** Indicators of a whole bagian. */
export const unitProofsTable = (rows: readonly UnitProofRow[]): Table<UnitProofRow> => ({
  id: "tabel-unit",
  caption: "Indikator unit yang isinya dapat dibuktikan dari keputusan",
  fileName: "unit-ombudsman",
  rowHead: "bagian",
  rows,
  rowKey: ({ bagian, indicator }) => `${bagian.slug}/${indicator.id}`,
  columns: [
    { key: "bagian", head: "Bagian", cell: ({ bagian }) => text(bagianName(bagian)) },
    { key: "indikator", head: "Indikator", cell: ({ indicator }) => text(indicator.name) },
    { key: "isi", head: "Isi dalam keputusan", cell: (row) => text(stepWords(row)) },
    { key: "alasan", head: "Alasan", cell: ({ reason }) => text(reason) },
    {
      key: "menunggu",
      head: "Menunggu penilai",
      cell: ({ indicator }) => text(waitingWords(indicator.needs)),
    },
  ],
});

/** What only a person can answer, wholly or for its other half. */
/** @param place where a plan may be made of an indicator: the regency and the edition */
export const waitingTable = (
  rows: readonly PlacedIndicator[],
  place?: { kab: string; edition: string; filters: Filters },
): Table<PlacedIndicator> => ({
  id: "tabel-menunggu",
  caption: "Yang menunggu penilai",
  fileName: "menunggu-penilai",
  rowHead: "indikator",
  rows,
  rowKey: ({ id }) => id,
  columns: [
    { key: "dimensi", head: "Dimensi", cell: ({ dimension }) => text(dimension) },
    { key: "indikator", head: "Indikator", cell: ({ name }) => text(name) },
    {
      key: "dari_keputusan",
      head: "Dari keputusan",
      cell: ({ needs }) => text(needs.includes("sk") ? "isinya" : "tidak dapat dibuktikan"),
    },
    { key: "menunggu", head: "Menunggu", cell: ({ needs }) => text(waitingWords(needs)) },
    { key: "diminta", head: "Yang diminta", cell: ({ ask }) => text(ask.join("; ") || NO_FIGURE) },
    deeds<PlacedIndicator>("Tindak lanjut", ({ id }) =>
      place ? [indicatorPlan(place.kab, place.filters, place.edition, id)] : [],
    ),
  ],
});

const categoryWords = ({ category, banded }: OfficialResult): [string, string | undefined] => [
  category ?? NO_FIGURE,
  banded ? `menurut batas edisi ini ${banded}; periksa suratnya` : undefined,
];

/** Official results, apart from any figure of ours. */
export const resultsTable = (rows: readonly OfficialResult[], zone: ZoneName): Table<OfficialResult> => ({
  id: "tabel-hasil-resmi",
  caption: "Hasil resmi Ombudsman",
  fileName: "hasil-resmi-ombudsman",
  rowHead: "objek",
  rows,
  rowKey: ({ id }) => id,
  columns: [
    { key: "tahun", head: "Tahun", cell: ({ year }) => ({ kind: "year", year }) },
    { key: "objek", head: "Yang dinilai", cell: ({ about }) => text(about) },
    { key: "cara", head: "Cara penilaian", cell: ({ edition }) => text(edition.name) },
    {
      key: "nilai",
      head: "Nilai",
      cell: ({ score }) => decimal(score === null ? null : score / 100, 2),
    },
    {
      key: "kategori",
      head: "Kategori",
      cell: (row) => text(categoryWords(row)[0], undefined, categoryWords(row)[1]),
    },
    {
      key: "surat",
      head: "Surat",
      cell: ({ letter }) =>
        text(
          [letter.number, letter.date && formatShortDate(letter.date)].filter(Boolean).join(", ") ||
            NO_FIGURE,
        ),
    },
    { key: "terlihat_pada", head: "Terlihat pada", cell: ({ seenIn }) => text(seenIn) },
    { key: "dicatat", head: "Dicatat", cell: ({ at, by }) => text(`${formatInstant(at, zone)}, ${by}`) },
    {
      key: "keadaan",
      head: "Keadaan",
      cell: ({ withdrawn }) =>
        text(
          withdrawn
            ? `dicabut ${formatInstant(withdrawn.at, zone)}, ${withdrawn.by}: ${withdrawn.reason}`
            : "berlaku",
        ),
    },
  ],
});
