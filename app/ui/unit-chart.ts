import type { CountSpec } from "#app/charts/spec.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { countedPlaces, UNIT_WORDS, type UnitPlace, unitRows } from "./tables/durations.ts";

const DESC =
  "Satu batang untuk setiap satuan yang tercetak; panjangnya jumlah layanan. Satuan tidak dikonversi. Angka yang sama ada pada tabel.";

/** In which unit do most promise? Services whose jangka waktu is not there or unreadable are outside the share. */
export function unitsSentence(places: readonly UnitPlace[]): string {
  const rows = unitRows(countedPlaces(places));
  const read = rows.filter(({ unit }) => unit !== "tidak_ada" && unit !== "tidak_terbaca");
  const n = read.reduce((sum, { total }) => sum + total, 0);
  if (n === 0) return "Belum ada jangka waktu yang dapat dibaca satuannya";
  const [most, second] = read
    .filter(({ unit }) => unit !== "tidak_terukur" && unit !== "beberapa")
    .sort((a, b) => b.total - a.total);
  const unmeasured = read.find(({ unit }) => unit === "tidak_terukur")?.total ?? 0;
  const without = unmeasured === 0 ? "" : `; ${formatCount(unmeasured)} tanpa angka dan satuan`;
  if (!most) return `Semua ${formatCount(n)} jangka waktu yang terbaca belum memakai satu satuan${without}`;
  const lead = second?.total === most.total ? "Jangka waktu antara lain" : "Jangka waktu paling sering";
  return `${lead} dijanjikan dalam ${UNIT_WORDS[most.unit]}: ${formatShare(most.total, n)} standar${without}`;
}

/** Form F: one bar a unit; null where nothing was counted. */
export function unitsChart(places: readonly UnitPlace[]): CountSpec | null {
  const rows = unitRows(countedPlaces(places));
  if (rows.length < 2) return null;
  return {
    kind: "counts",
    id: "satuan",
    title: unitsSentence(places),
    desc: DESC,
    rows: rows.map(({ unit, total }) => ({
      label: UNIT_WORDS[unit],
      counts: { n: total },
      end: formatCount(total),
    })),
  };
}
