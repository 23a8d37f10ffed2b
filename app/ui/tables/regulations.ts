import { formatShortDate } from "#app/format/dates.ts";
import type { CitationPlace, RegulationRow } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { placeWords, signedWords, todayWords } from "../legal-words.ts";
import { link, linkToLines, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";
import { bagianName, decreeName } from "../words-of.ts";

/** A citation of which nothing could be read. */
export const UNREAD = "Kutipan tanpa jenis, nomor, dan tahun";

/** Key of a row in an address; null where the citation can't be named. */
export const regulationSlug = ({ key }: Pick<RegulationRow, "key">): string | null =>
  key === null ? null : key.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Regulations, most cited first; each figure opens the services that cite it. */
export const regulationsTable = (rows: readonly RegulationRow[], filters: Filters): Table<RegulationRow> => ({
  id: "tabel-regulasi",
  caption: "Peraturan yang dikutip sebagai dasar hukum",
  fileName: "regulasi",
  rowHead: "peraturan",
  shortNames: true,
  rows,
  rowKey: (row) => row.key ?? JSON.stringify([row.type, row.number, row.year]),
  columns: [
    { key: "peraturan", head: "Peraturan", cell: (row) => text(row.name || UNREAD) },
    { key: "tentang", head: "Tentang", cell: (row) => text(row.title ?? "–") },
    {
      key: "layanan",
      head: "Layanan",
      cell: (row) => {
        const slug = regulationSlug(row);
        return count(
          row.services,
          slug ? link(paths.regulasi(), filters, { extra: { peraturan: slug }, hash: "dikutip" }) : undefined,
        );
      },
    },
    { key: "saat_ditetapkan", head: "Saat keputusan ditetapkan", cell: (row) => text(signedWords(row)) },
    { key: "hari_ini", head: "Hari ini", cell: (row) => text(todayWords(row)) },
    {
      key: "seharusnya",
      head: "Pengganti yang tercatat",
      cell: (row) => text(row.instead.join("; ") || "–"),
    },
  ],
});

/** Where one regulation is cited. */
export const citedTable = (
  row: Pick<RegulationRow, "name">,
  cited: readonly CitationPlace[],
  filters: Filters,
): Table<CitationPlace> => ({
  id: "tabel-dikutip",
  caption: `Layanan yang mengutip ${row.name}`,
  fileName: "regulasi-dikutip",
  rowHead: "layanan",
  rows: cited,
  rowKey: ({ regency, service }) => `${regency.slug}/${service.no}`,
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ regency, service }) =>
        text(service.name, link(paths.layanan(regency.slug, service), filters, { hash: "dasar-hukum" })),
    },
    { key: "bagian", head: "Bagian", cell: ({ bagian }) => text(bagianName(bagian)) },
    { key: "kabupaten", head: "Kabupaten", cell: ({ regency }) => text(regency.name) },
    {
      key: "keputusan",
      head: "Keputusan",
      cell: ({ decree }) =>
        text(
          decreeName(decree),
          link(paths.teks(decree.slug, decree.version), filters),
          decree.signed ? `ditetapkan ${formatShortDate(decree.signed)}` : undefined,
        ),
    },
    {
      key: "baris",
      head: "Baris",
      cell: ({ decree, lines }) => ({
        kind: "lines",
        lines,
        href: lines ? linkToLines(decree.slug, decree.version, lines, filters) : undefined,
      }),
    },
    {
      key: "keadaan",
      head: "Keadaan",
      cell: (place) =>
        text(
          placeWords(place),
          undefined,
          place.amends ? `dikutip sebagai perubahan atas ${place.amends}` : undefined,
        ),
    },
  ],
});
