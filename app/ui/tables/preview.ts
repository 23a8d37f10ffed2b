import { COMPONENTS } from "#app/reader/components.ts";
import type { PreviewService, UploadView } from "#app/server/views.ts";
import { count, LINES, SHARE, share, type Table, text } from "../table.ts";
import { bagianName, cellWords, decreeName, LINK_WORDS } from "../words-of.ts";

type Decree = UploadView["decrees"][number];

interface Row {
  decree: Decree;
  service: PreviewService;
}

/** Every table that was read, in the file's order. */
export const previewServicesTable = (upload: UploadView): Table<Row> => ({
  id: "tabel-pratinjau",
  caption: "Layanan yang terbaca",
  fileName: "pratinjau",
  rowHead: "layanan",
  rows: upload.decrees.flatMap((decree) => decree.services.map((service) => ({ decree, service }))),
  rowKey: ({ decree, service }) => `${decree.index}-${service.ordinal}`,
  columns: [
    { key: "keputusan", head: "Keputusan", csvOnly: true, cell: ({ decree }) => text(decreeName(decree)) },
    { key: "baris", head: "Baris", cell: ({ service }) => count(service.line) },
    { key: "layanan", head: "Layanan", cell: ({ service }) => text(service.name) },
    { key: "bagian", head: "Bagian", cell: ({ service }) => text(bagianName({ name: service.bagian })) },
    {
      key: "ada",
      twoFigures: SHARE,
      head: "Komponen ada",
      cell: ({ service: { completeness } }) =>
        share(completeness.all.present, completeness.all.present + completeness.all.absent),
    },
    {
      key: "tidak_ada",
      head: "Tidak ada",
      cell: ({ service }) => text(namesOf(service, "tidak_ada")),
    },
    { key: "tidak_terbaca", head: "Tidak terbaca (T)", cell: ({ service }) => text(namesOf(service, "T")) },
    {
      key: "hubungan",
      head: "Dalam register",
      cell: ({ service: { link } }) =>
        text(
          link.kind === "usul" && link.service
            ? `${LINK_WORDS.usul} ${link.service.name}`
            : LINK_WORDS[link.kind],
        ),
    },
    ...COMPONENTS.map(({ key, short, slug }) => ({
      key: slug.replaceAll("-", "_"),
      head: short,
      csvOnly: true,
      cell: ({ service }: Row) => text(cellWords(service.cells[key])),
    })),
  ],
});

const namesOf = ({ cells }: PreviewService, state: "tidak_ada" | "T"): string =>
  COMPONENTS.filter(({ key }) => cells[key].state === state)
    .map(({ short }) => short)
    .join(", ") || "–";

const STATUS_WORDS: Record<Decree["status"]["kind"], string> = {
  baru: "keputusan baru",
  versi: "versi baru",
  sama: "sudah tersimpan",
};

/** Every decree of the file: what was read, what nobody owns, what storing would do. */
export const previewDecreesTable = (upload: UploadView): Table<Decree> => ({
  id: "tabel-keputusan",
  caption: "Keputusan dalam berkas ini",
  fileName: "pratinjau-keputusan",
  rowHead: "keputusan",
  rows: upload.decrees,
  rowKey: (row) => String(row.index),
  columns: [
    { key: "keputusan", head: "Keputusan", cell: (row) => text(decreeName(row), `#keputusan-${row.index}`) },
    { key: "kabupaten", head: "Kabupaten", cell: (row) => text(row.regencyName ?? "– belum terbaca") },
    { key: "baris", twoFigures: LINES, head: "Baris", cell: (row) => ({ kind: "lines", lines: row.lines }) },
    { key: "layanan", head: "Tabel layanan", cell: (row) => count(row.services.length) },
    {
      key: "temuan",
      head: "Temuan",
      cell: (row) => count(row.findings.reduce((sum, one) => sum + one.count, 0)),
    },
    {
      key: "tanpa_pemilik",
      twoFigures: SHARE,
      head: "Baris lampiran tanpa pemilik",
      cell: ({ coverage }) => share(coverage.unassignedLines, coverage.annexLines),
    },
    { key: "status", head: "Bila disimpan", cell: (row) => text(STATUS_WORDS[row.status.kind]) },
  ],
});
