import { component } from "#app/reader/components.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { CriterionView, ServiceComponent, ServiceView } from "#app/server/views.ts";
import { count, LINES, type Table, text } from "../table.ts";
import { cellWords, levelWords } from "../words-of.ts";

const sentences = (criteria: readonly CriterionView[], met: boolean): string =>
  criteria
    .filter((one) => one.met === met)
    .map((one) => one.sentence)
    .join(" ");

/** A sheet as a file: one row a component. */
export const serviceTable = (view: ServiceView): Table<ServiceComponent> => ({
  id: "tabel-layanan",
  caption: "Keempat belas komponen layanan ini",
  fileName: `${view.regency.slug}-layanan-${view.service.no}`,
  rowHead: "komponen",
  rows: view.components,
  rowKey: (row) => row.key,
  columns: [
    { key: "nomor", head: "Nomor", cell: (row) => count(component(row.key).number) },
    { key: "komponen", head: "Komponen", cell: (row) => text(component(row.key).name) },
    { key: "keadaan", head: "Keadaan", cell: (row) => text(cellWords(row.cell)) },
    { key: "tingkat", head: "Tingkat", cell: (row) => text(levelWords(row.cell, row.level)) },
    {
      key: "tingkat_mesin",
      head: "Tingkat menurut mesin",
      cell: ({ cell, level, judged }) => text(levelWords(cell, judged ? judged.machine : level)),
    },
    { key: "penilai", head: "Penilai", cell: ({ judged }) => text(judged?.by ?? "") },
    { key: "alasan_penilai", head: "Alasan penilai", cell: ({ judged }) => text(judged?.reason ?? "") },
    { key: "label_tercetak", head: "Label tercetak", cell: (row) => text(row.label ?? "") },
    {
      key: "baris",
      twoFigures: LINES,
      head: "Baris",
      cell: (row) => ({ kind: "lines", lines: row.cell.lines }),
    },
    { key: "keyakinan_persen", head: "Keyakinan (%)", cell: (row) => count(percentOf(row.confidence)) },
    {
      key: "temuan",
      head: "Temuan",
      cell: (row) => text(row.findings.map((finding) => ALL_FINDINGS[finding.code].label).join(", ")),
    },
    { key: "terpenuhi", head: "Kriteria terpenuhi", cell: (row) => text(sentences(row.criteria, true)) },
    {
      key: "belum_terpenuhi",
      head: "Kriteria belum terpenuhi",
      cell: (row) => text(sentences(row.criteria, false)),
    },
    { key: "isi", head: "Isi", cell: (row) => text(row.text ?? "") },
  ],
});

const percentOf = (share: number | null): number | null => (share === null ? null : Math.round(share * 100));
