import { formatInstant } from "#app/format/dates.ts";
import { NO_FIGURE } from "#app/format/numbers.ts";
import type { Category, Edition, Figure, Indicator } from "#app/instruments/edition.ts";
import type { EditionRow } from "#app/server/instruments/editions.server.ts";
import type { Filters } from "../filters.ts";
import {
  CONFIDENCE_WORDS,
  figureOr,
  figuresWords,
  KIND_WORDS,
  knownWords,
  NO_SOURCE,
  needsWords,
  validityWords,
} from "../instruments/words.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";

const stateOf = ({ supersededBy, uses }: EditionRow): string => {
  const used = uses.readings + uses.results > 0 ? ", dipakai" : "";
  return supersededBy ? `digantikan ${supersededBy.edition}${used}` : `berlaku${used}`;
};

/** All editions; each opens its figures. */
export const editionsTable = (rows: readonly EditionRow[], filters: Filters): Table<EditionRow> => ({
  id: "tabel-instrumen",
  caption: "Edisi instrumen",
  fileName: "instrumen",
  rowHead: "instrumen",
  rows,
  rowKey: (row) => row.id,
  columns: [
    {
      key: "instrumen",
      head: "Instrumen",
      cell: (row) => text(row.name, link(paths.edisi(row.slug), filters)),
    },
    { key: "edisi", head: "Edisi", cell: (row) => text(row.edition) },
    { key: "jenis", head: "Jenis", cell: (row) => text(KIND_WORDS[row.kind]), csvOnly: true },
    { key: "masa", head: "Masa", cell: (row) => text(validityWords(row.validity)) },
    { key: "indikator", head: "Indikator", cell: (row) => count(row.indicators) },
    {
      key: "dari_keputusan",
      head: "Dapat dibuktikan dari keputusan",
      cell: (row) => count(row.provable),
    },
    { key: "angka", head: "Angka", cell: (row) => text(figuresWords(row.figures)) },
    { key: "tanpa_sumber", head: "Belum ada sumber", cell: (row) => count(row.unsourced) },
    { key: "keadaan", head: "Keadaan", cell: (row) => text(stateOf(row)) },
    {
      key: "ditambahkan",
      head: "Ditambahkan",
      cell: (row) =>
        text(row.at ? `${formatInstant(row.at, "WIB")}, ${row.by ?? NO_FIGURE}` : "bersama program"),
      csvOnly: true,
    },
    { key: "sidik", head: "Sidik SHA-256", cell: (row) => text(row.hash), csvOnly: true },
  ],
});

interface PlacedIndicator extends Indicator {
  dimension: string;
}

/** Every indicator of an edition with its evidence, and where it was seen. */
export const indicatorsTable = (content: Edition): Table<PlacedIndicator> => ({
  id: "tabel-indikator",
  caption: `Indikator ${content.name}`,
  fileName: "indikator",
  rowHead: "indikator",
  rows: content.dimensions.flatMap(({ name, indicators }) =>
    indicators.map((one) => ({ ...one, dimension: name })),
  ),
  rowKey: (row) => row.id,
  columns: [
    { key: "dimensi", head: "Dimensi", cell: (row) => text(row.dimension) },
    { key: "indikator", head: "Indikator", cell: (row) => text(row.name) },
    { key: "ditanyakan_pada", head: "Ditanyakan pada", cell: (row) => text(row.of) },
    { key: "bukti", head: "Bukti", cell: (row) => text(needsWords(row.needs)) },
    {
      key: "bobot",
      head: "Bobot dalam dimensi (%)",
      cell: (row) => text(content.weighted ? figureOr(row.weight) : "tanpa bobot"),
    },
    {
      key: "jenjang",
      head: "Jenjang",
      cell: (row) =>
        text(row.scale ? row.scale.steps.map(({ value, name }) => `${value} ${name}`).join("; ") : NO_FIGURE),
      csvOnly: true,
    },
    { key: "diminta", head: "Yang diminta", cell: (row) => text(row.ask.join("; ") || NO_FIGURE) },
    { key: "asal", head: "Asal", cell: (row) => text(knownWords(row, content.sources)) },
    { key: "catatan", head: "Catatan", cell: (row) => text(row.note ?? NO_FIGURE) },
  ],
});

export interface FigureRow {
  key: string;
  of: string;
  what: string;
  figure: Figure | null;
}

/** Every figure of an edition, and every place where one is missing. */
export const figureRows = (content: Edition): FigureRow[] => [
  ...content.dimensions.flatMap(({ id, name, weight, announced }): FigureRow[] => [
    ...(content.weighted
      ? [{ key: `${id}-bobot`, of: name, what: "Bobot dimensi (%)", figure: weight }]
      : []),
    ...(content.weighted || announced
      ? [{ key: `${id}-jumlah`, of: name, what: "Jumlah indikator menurut sumber", figure: announced }]
      : []),
  ]),
  ...(content.weighted
    ? content.dimensions.flatMap(({ name, indicators }) =>
        indicators.map(
          (one): FigureRow => ({
            key: `${one.id}-bobot`,
            of: `${name}: ${one.name}`,
            what: "Bobot dalam dimensi (%)",
            figure: one.weight,
          }),
        ),
      )
    : []),
  ...content.categories.flatMap(({ code, name, min, max }: Category): FigureRow[] => {
    const of = code === name ? name : `Kategori ${code}, ${name}`;
    return [
      { key: `${code}-bawah`, of, what: "Batas bawah", figure: min },
      { key: `${code}-atas`, of, what: "Batas atas", figure: max },
    ];
  }),
];

export const figuresTable = (content: Edition): Table<FigureRow> => ({
  id: "tabel-angka",
  caption: `Angka ${content.name}, dengan sumber dan keyakinannya`,
  fileName: "angka-instrumen",
  rowHead: "untuk",
  rows: figureRows(content),
  rowKey: (row) => row.key,
  columns: [
    { key: "untuk", head: "Untuk", cell: (row) => text(row.of) },
    { key: "angka_apa", head: "Angka apa", cell: (row) => text(row.what) },
    { key: "angka", head: "Angka", cell: (row) => text(figureOr(row.figure)) },
    {
      key: "keyakinan",
      head: "Keyakinan",
      cell: (row) => text(row.figure ? CONFIDENCE_WORDS[row.figure.confidence] : NO_SOURCE),
    },
    {
      key: "sumber",
      head: "Sumber",
      cell: ({ figure }) => {
        const source = figure && content.sources[figure.source];
        return text(source ? `${source.name} (${source.where})` : NO_FIGURE);
      },
    },
    { key: "catatan", head: "Catatan", cell: (row) => text(row.figure?.note ?? NO_FIGURE) },
  ],
});
