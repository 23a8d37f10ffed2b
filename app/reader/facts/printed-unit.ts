import type { Waktu } from "../schema.ts";

/**
 * Units in which a decree prints a jangka waktu, shortest first, then what has no one unit. A day of work and a day of the
 * calendar are two units: the decree decides which, and no unit is ever turned into another.
 */
export const DURATION_UNITS = [
  "menit",
  "jam",
  "hari",
  "hari_kerja",
  "minggu",
  "bulan",
  "tahun",
  "beberapa",
  "tenggat",
  "tidak_terukur",
  "tidak_ada",
  "tidak_terbaca",
] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export type UnitCounts = Record<DurationUnit, number>;

export const noUnits = (): UnitCounts =>
  Object.fromEntries(DURATION_UNITS.map((unit) => [unit, 0])) as UnitCounts;

/**
 * The unit of a jangka waktu: that of its time for the whole, else of its steps; `beberapa` where several units stand
 * there, `tidak_terukur` where no figure with a unit does.
 */
export const printedUnit = (waktu: readonly Pick<Waktu, "unit" | "basis" | "of">[]): DurationUnit => {
  const totals = waktu.filter((one) => one.of !== "step");
  const units = new Set(
    (totals.length > 0 ? totals : waktu).map(({ unit, basis }) =>
      unit === "hari" && basis === "kerja" ? "hari_kerja" : unit,
    ),
  );
  const [only] = units;
  if (only === undefined) return "tidak_terukur";
  return units.size === 1 ? only : "beberapa";
};
