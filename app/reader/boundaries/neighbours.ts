import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import type { Table, TableComponent } from "../table.ts";

/** Answers that open or end a cell into which a neighbour slipped. Blanks are bounded: a scan prints thousands in a row. */
export const ANSWERS: Partial<Record<ComponentKey, RegExp>> = {
  biaya:
    /(?:tanpa|tidak|tidak ada)\s{1,9}(?:di\s?pungut\s{1,9})?biaya(?:\s{0,9}\/?\s{0,9}tarif)?|\bgratis\b/i,
  jangka_waktu:
    /\b\d{1,3}\s{0,9}\([^)\n]{2,24}\)\s{0,9}(?:menit|jam|hari|minggu|bulan|tahun)(?:\s{1,9}kerja)?/i,
  jumlah_pelaksana: /(?:\b\d{1,3}\s{0,9})?\([a-z ]{2,24}\)\s{0,9}orang/i,
  pengawasan:
    /\b(?:(?:pengawasan\s{1,9})?(?:dilakukan|dilaksanakan)?\s{0,9}(?:secara langsung\s{1,9})?oleh\s{1,9})?atasan langsung\b/i,
};

/** Components in the order of their first rows. */
export const inOrder = (table: Table): [ComponentKey, TableComponent][] =>
  (Object.entries(table.components) as [ComponentKey, TableComponent][]).sort(
    (a, b) => (a[1].indexes[0] as number) - (b[1].indexes[0] as number),
  );

/** The component printed right before (-1) or behind (1) another one, in the order of the regulation. */
export const neighbour = (key: ComponentKey, step: 1 | -1): ComponentKey | null =>
  COMPONENT_KEYS[COMPONENT_KEYS.indexOf(key) + step] ?? null;
