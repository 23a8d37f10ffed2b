import { describe, expect, it } from "vitest";
import { chartSvg } from "#app/charts/chart-svg.ts";
import { noUnits, type UnitCounts } from "#app/reader/facts/printed-unit.ts";
import { type UnitPlace, unitsTable } from "#app/ui/tables/durations.ts";
import { unitsChart, unitsSentence } from "#app/ui/unit-chart.ts";

const place = (name: string, counts: Partial<UnitCounts>, sample = false): UnitPlace => ({
  slug: name.toLowerCase(),
  name,
  sample,
  counts: { ...noUnits(), ...counts },
});

/** Arunika 5 + 2 + 1, Segara 3 + 1: of 11 readable, 8 in days of work, 2 without figure, 1 in months; 1 unreadable. */
const PLACES = [
  place("Arunika", { hari_kerja: 5, tidak_terukur: 2, tidak_terbaca: 1 }),
  place("Segara", { hari_kerja: 3, bulan: 1 }),
  place("Lembayung", { jam: 9 }, true),
];

describe("jangka waktu per printed unit", () => {
  it("says which unit is the commonest, of those that can be read, invented regencies left out", () => {
    expect(unitsSentence(PLACES)).toBe(
      "Jangka waktu paling sering dijanjikan dalam hari kerja: 8 dari 11 standar; 2 tanpa angka dan satuan",
    );
  });

  it("names no winner where two units are equal, and nothing where nothing is read", () => {
    expect(unitsSentence([place("Arunika", { jam: 2, bulan: 2 })])).toMatch(/^Jangka waktu antara lain/);
    expect(unitsSentence([place("Arunika", { tidak_ada: 3 })])).toBe(
      "Belum ada jangka waktu yang dapat dibaca satuannya",
    );
  });

  it("shows the same sums in the table as in the bars, invented regencies beside", () => {
    const table = unitsTable(PLACES);
    const rows = table.rows.map((row) => [row.unit, row.total, ...row.counts]);
    expect(rows).toEqual([
      ["jam", 0, 0, 0, 9],
      ["hari_kerja", 8, 5, 3, 0],
      ["bulan", 1, 0, 1, 0],
      ["tidak_terukur", 2, 2, 0, 0],
      ["tidak_terbaca", 1, 1, 0, 0],
    ]);
    const chart = unitsChart(PLACES);
    expect(chart?.rows.map((row) => [row.label, row.counts.n])).toEqual([
      ["hari kerja", 8],
      ["bulan", 1],
      ["belum terukur (tingkat 1)", 2],
      ["tidak terbaca (T)", 1],
    ]);
  });

  it("draws bars in proportion to the counts", () => {
    const chart = unitsChart(PLACES);
    const svg = chart ? chartSvg(chart, "wide") : "";
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)" height="18" fill="#2F5D8A"/g)].map((match) =>
      Number(match[1]),
    );
    expect(widths).toHaveLength(4);
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(8, 5);
  });
});
