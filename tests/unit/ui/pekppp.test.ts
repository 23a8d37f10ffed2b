import { describe, expect, it } from "vitest";
import type { PekpppProof, PekpppView } from "#app/server/instruments/pekppp.server.ts";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { sheetOf } from "#app/ui/sheet.ts";
import { pekpppSentence, pekpppTable, pekpppUnitsTable } from "#app/ui/tables/pekppp.ts";

type Indicator = PekpppView["indicators"][number];

const proof = (name: string, state: PekpppProof["state"], reached: number | null): PekpppProof =>
  ({
    state,
    reason: "",
    step: reached === null ? null : { reached, top: 5 },
    bagian: { slug: name.toLowerCase(), name },
    services: 2,
  }) as unknown as PekpppProof;

const indicator = (id: string, proofs: PekpppProof[]): Indicator =>
  ({ indicator: { id, name: id, ask: [], weight: null }, number: 1, proofs }) as unknown as Indicator;

/** Two bagian at the third step, one whose scan is torn after the first; of a second indicator one of two proves it. */
const VIEW = {
  regency: { slug: "arunika" },
  edition: { slug: "pekppp" },
  units: 3,
  indicators: [
    indicator("standar", [
      proof("Umum", "belum_terbukti", 3),
      proof("Hukum", "tidak_terbaca", 1),
      proof("Organisasi", "terbukti", 3),
    ]),
    indicator("survei", [
      proof("Umum", "terbukti", null),
      proof("Hukum", "tidak_terbaca", null),
      proof("Organisasi", "belum_terbukti", null),
    ]),
  ],
} as unknown as PekpppView;

const columnOf = (sheet: ReturnType<typeof sheetOf>, key: string): string[] => {
  const at = sheet.columns.findIndex((one) => one.key === key);
  return sheet.rows.map((row) => (row[at] as { text: string }).text);
};

describe("what decrees prove of PEKPPP", () => {
  it("leaves a bagian that can't be read out of the count, and says so", () => {
    expect(pekpppSentence("Arunika", VIEW)).toBe(
      "Di Arunika, keputusan membuktikan indikator standar pelayanan sampai jenjang 3 dari 5 pada kedua bagian yang terbaca (satu bagian belum dapat dipastikan)",
    );
    expect(columnOf(sheetOf(pekpppTable(VIEW, NO_FILTERS)), "dari_keputusan")).toEqual([
      "jenjang 3 dari 5 (satu bagian belum dapat dipastikan)",
      "terbukti pada 1 dari 2 bagian (satu bagian belum dapat dipastikan)",
    ]);
  });

  it("says of that bagian itself how far it can be read", () => {
    expect(columnOf(sheetOf(pekpppUnitsTable(VIEW, NO_FILTERS)), "hasil")).toEqual([
      "jenjang 3 dari 5",
      "jenjang 1 dari 5, selebihnya tidak terbaca",
      "jenjang 3 dari 5",
      "terbukti",
      "tidak terbaca",
      "belum terbukti",
    ]);
  });
});
