import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { levelsOf, NO_LEVELS, substanceOf } from "#app/server/substance.ts";
import type { BagianRef, CellState, Cells, MatrixService, MatrixView } from "#app/server/views.ts";
import { type Filters, NO_FILTERS } from "#app/ui/filters.ts";
import { selectMatrix } from "#app/ui/matrix.ts";

const decree = {
  slug: "arunika-1-2024",
  version: 1,
  issuer: null,
  number: "1",
  year: 2024,
  signed: null,
  factsOnly: false,
};

function service(
  no: number,
  name: string,
  states: Partial<Record<ComponentKey, CellState>> = {},
): MatrixService {
  const cells = Object.fromEntries(
    COMPONENT_KEYS.map((key) => [key, { state: states[key] ?? "ada", why: null, lines: null }]),
  ) as Cells;
  const tally = (keys: readonly ComponentKey[]) => {
    const of = (state: CellState) => keys.filter((key) => cells[key].state === state).length;
    return { present: of("ada"), absent: of("tidak_ada"), unreadable: of("T") };
  };
  return {
    service: { no, slug: `s${no}`, name },
    user: { pengguna: null, confirmed: false },
    printedNo: null,
    line: no * 100,
    decree,
    cells,
    completeness: {
      all: tally(COMPONENT_KEYS),
      public: tally(COMPONENT_KEYS.slice(0, 6)),
      internal: tally(COMPONENT_KEYS.slice(6)),
    },
    levels: levelsOf([]),
    substance: substanceOf(NO_LEVELS),
  };
}

const umum: BagianRef = { slug: "umum", name: "Bagian Umum", family: "umum" };
const hukum: BagianRef = { slug: "hukum", name: "Bagian Hukum", family: "hukum" };
const tanpa: BagianRef = { slug: "tanpa-bagian", name: null, family: null };

const view = (groups: [BagianRef, MatrixService[]][]): Pick<MatrixView, "groups" | "options"> => ({
  groups: groups.map(([bagian, services]) => ({
    bagian,
    services,
    absent: 0,
    unreadable: 0,
    substance: substanceOf(NO_LEVELS, services.length),
  })),
  options: {
    years: [2024],
    families: [
      { slug: "umum", name: "Umum" },
      { slug: "hukum", name: "Hukum" },
    ],
  },
});

const small = view([
  [umum, [service(1, "Zebra"), service(2, "Angsa", { biaya: "tidak_ada", produk: "tidak_ada" })]],
  [hukum, [service(3, "Merak", { biaya: "tidak_ada", prosedur: "T" })]],
  [tanpa, [service(4, "Bangau")]],
]);
const filtered = (change: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...change });
const nos = (filters: Filters): number[][] =>
  selectMatrix(small, filters, 1).sections.map((section) => section.rows.map((row) => row.service.no));

describe("the map's selection", () => {
  it("counts cells per component and per sign over the whole selection", () => {
    const { summary, cells } = selectMatrix(small, NO_FILTERS, 1);
    // 4 services are 56 cells: 3 absent, 1 unreadable, 52 there.
    expect(cells).toEqual({ "0": 3, T: 1, belum: 52 });
    expect(summary.absentByComponent.biaya).toBe(2);
    expect(summary.unreadableByComponent.prosedur).toBe(1);
    expect(summary.completeness.public).toEqual({ present: 20, absent: 3, unreadable: 1 });
  });

  it("puts most missing first inside a bagian, then the decree's order; other orders on demand", () => {
    expect(nos(NO_FILTERS)).toEqual([[2, 1], [3], [4]]);
    expect(nos(filtered({ urut: "naskah" }))).toEqual([[1, 2], [3], [4]]);
    expect(nos(filtered({ urut: "nama", kelompok: "tanpa" }))).toEqual([[2, 4, 3, 1]]);
  });

  it("groups by family, those without one under their own name", () => {
    const { sections } = selectMatrix(small, filtered({ kelompok: "rumpun" }), 1);
    expect(sections.map((section) => section.name)).toEqual(["Umum", "Hukum", "Di luar rumpun"]);
  });

  it("names a bagian that the decree does not name", () => {
    expect(selectMatrix(small, NO_FILTERS, 1).sections.at(-1)?.name).toBe(
      "Bagian tidak disebut dalam naskah",
    );
  });

  it("keeps services with a cell of the sign, of the chosen component where one is chosen", () => {
    expect(nos(filtered({ tingkat: ["0"] }))).toEqual([[2], [3]]);
    expect(nos(filtered({ tingkat: ["T"] }))).toEqual([[3]]);
    expect(nos(filtered({ tingkat: ["0"], komponen: ["produk"] }))).toEqual([[2]]);
    expect(nos(filtered({ tingkat: ["T"], komponen: ["produk"] }))).toEqual([]);
  });

  it("cuts pages of 80 and keeps the totals of the whole", () => {
    const many = view([[umum, Array.from({ length: 412 }, (_, at) => service(at + 1, `Layanan ${at + 1}`))]]);
    const last = selectMatrix(many, NO_FILTERS, 99);
    expect([last.page, last.pages, last.shown]).toEqual([6, 6, [401, 412]]);
    expect(last.summary.services).toBe(412);
    expect(last.sections[0]?.services).toBe(412);
    expect(last.sections[0]?.rows).toHaveLength(12);
    expect(selectMatrix(many, NO_FILTERS, "all").sections[0]?.rows).toHaveLength(412);
  });

  it("says nothing is shown where nothing is", () => {
    expect(selectMatrix(view([]), NO_FILTERS, 1).shown).toEqual([0, 0]);
  });
});
