import { COMPONENTS } from "#app/reader/components.ts";
import type { PreviewService, UploadView } from "#app/server/views.ts";
import { count, SHARE, share, type Table, text } from "../table.ts";
import { bagianName, cellWords, decreeName, LINK_WORDS } from "../words-of.ts";

interface Row {
  decree: UploadView["decrees"][number];
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
