import { capitalise, lowerFirst } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import type { Revision, RevisionPair, RevisionRow, RevisionService } from "#app/reports/revision/model.ts";
import { COMPARE, currentWords, rowLevelWords } from "#app/reports/revision/words.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Cell, count, LINES, SHARE, share, type Table, text } from "../table.ts";

/** Anchor of a service on the page of its revision. */
export const serviceAnchor = ({ no }: Pick<RevisionService, "no">): string => `layanan-${no}`;

/** What goes wrong most often, as it is mended once for several services. */
export const revisionPairsTable = ({ pairs, counts }: Revision): Table<RevisionPair> => ({
  id: "tabel-jenis",
  caption: "Masalah menurut komponen dan jenis",
  fileName: "perbaikan-jenis",
  rowHead: "jenis",
  shortNames: true,
  rows: pairs,
  rowKey: (row) => `${row.key}-${row.label}`,
  columns: [
    {
      key: "jenis",
      head: "Jenis",
      cell: ({ key, label }) => text(key === null ? capitalise(label) : `${component(key).short}: ${label}`),
    },
    {
      key: "layanan",
      twoFigures: SHARE,
      head: "Layanan",
      cell: ({ services }) => share(services.length, counts.services),
    },
    { key: "cara_membenahi", head: "Cara membenahi", cell: ({ remedy }) => text(remedy) },
  ],
});

interface FileRow {
  service: RevisionService;
  what: { do: "tulis"; row: RevisionRow } | { do: "cocokkan"; row: RevisionService["unreadable"][number] };
}

/** Lines of a cell, as one text. */
const joined = (lines: readonly string[]): Cell => text(lines.join("\n"));
const writing = <Value>({ what }: FileRow, of: (row: RevisionRow) => Value, none: Value): Value =>
  what.do === "tulis" ? of(what.row) : none;

/** The revision as a table: a row a component that is to be written anew or held against the original. */
export const revisionTable = ({ regency, bagian, services }: Revision, filters: Filters): Table<FileRow> => ({
  id: "tabel-perbaikan",
  caption: "Matriks semula–menjadi",
  fileName: `matriks-semula-menjadi-${regency.slug}-${bagian.slug}`,
  rowHead: "layanan",
  rows: services.flatMap((service) => [
    ...service.rows.map((row): FileRow => ({ service, what: { do: "tulis", row } })),
    ...service.unreadable.map((row): FileRow => ({ service, what: { do: "cocokkan", row } })),
  ]),
  rowKey: ({ service, what }) => `${service.no}-${what.do}-${what.row.key}`,
  columns: [
    { key: "nomor_layanan", head: "Nomor layanan", cell: ({ service }) => count(service.no) },
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ service }) => text(service.name, link(paths.layanan(regency.slug, service), filters)),
    },
    {
      key: "nomor_komponen",
      head: "Nomor komponen",
      cell: ({ what }) => count(component(what.row.key).number),
    },
    { key: "komponen", head: "Komponen", cell: ({ what }) => text(component(what.row.key).name) },
    {
      key: "tindakan",
      head: "Tindakan",
      cell: ({ what }) => text(what.do === "tulis" ? "tulis ulang" : lowerFirst(COMPARE)),
    },
    { key: "tingkat", head: "Tingkat", cell: (one) => text(writing(one, rowLevelWords, "tidak terbaca")) },
    { key: "semula", head: "Semula", cell: (one) => text(writing(one, currentWords, null) ?? "") },
    {
      key: "baris",
      twoFigures: LINES,
      head: "Baris",
      cell: ({ what }) => ({ kind: "lines", lines: what.row.lines }),
    },
    {
      key: "masalah",
      head: "Masalah",
      cell: (one) =>
        joined(writing(one, (row) => row.problems.map(({ label, words }) => problemWords(label, words)), [])),
    },
    {
      key: "cara_membenahi",
      head: "Cara membenahi",
      cell: (one) =>
        joined(writing(one, (row) => [...new Set(row.problems.map(({ remedy }) => remedy))], [])),
    },
    {
      key: "yang_diminta",
      head: "Yang diminta",
      cell: (one) => joined(writing(one, (row) => [...row.wanted], [])),
    },
    { key: "menjadi", head: "Menjadi", cell: (one) => joined(writing(one, (row) => [...row.draft], [])) },
    { key: "dasar", head: "Dasar", cell: (one) => joined(writing(one, (row) => [...row.basis], [])) },
  ],
});

const problemWords = (label: string, words: string): string =>
  words === "" ? capitalise(label) : `${capitalise(label)}: ${words}`;
