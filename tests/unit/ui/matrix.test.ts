import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { NO_LEVELS, substanceOf } from "#app/server/substance.ts";
import type { BagianRef, Cells, Level, MatrixService, MatrixView } from "#app/server/views.ts";
import { type Filters, NO_FILTERS } from "#app/ui/filters.ts";
import { selectMatrix } from "#app/ui/matrix.ts";
import { levelsWith, substanceWith } from "./substance.ts";

const decree = {
  slug: "arunika-1-2024",
  version: 1,
  issuer: null,
  number: "1",
  year: 2024,
  signed: null,
  factsOnly: false,
};

/** A service whose components are at level 3 but for those that are named; null: belum dinilai. */
function service(
  no: number,
  name: string,
  levels: Partial<Record<ComponentKey, Level | null>> = {},
): MatrixService {
  const all = levelsWith(levels);
  const cells = Object.fromEntries(
    COMPONENT_KEYS.map((key) => [key, { state: "ada", why: null, lines: null }]),
  ) as Cells;
  const tally = { present: 14, absent: 0, unreadable: 0 };
  return {
    service: { no, slug: `s${no}`, name },
    user: { pengguna: null, confirmed: false },
    printedNo: null,
    line: no * 100,
    decree,
    cells,
    completeness: { all: tally, public: tally, internal: tally },
    levels: all,
    overruled: [],
    substance: substanceWith([levels]),
    review: { reviewed: 0, verdicts: 14 },
  };
}

const umum: BagianRef = { slug: "umum", name: "Bagian Umum", family: "umum" };
const hukum: BagianRef = { slug: "hukum", name: "Bagian Hukum", family: "hukum" };
const tanpa: BagianRef = { slug: "tanpa-bagian", name: null, family: null };

type View = Pick<MatrixView, "groups" | "options" | "summary">;

const view = (groups: [BagianRef, MatrixService[]][]): View => ({
  groups: groups.map(([bagian, services]) => ({
    bagian,
    services,
    absent: 0,
    unreadable: 0,
    substance: substanceOf(NO_LEVELS, services.length),
  })),
  summary: {
    services: groups.flatMap(([, services]) => services).length,
    substance: substanceWith(groups.flatMap(([, services]) => services.map(({ levels }) => levels))),
  } as View["summary"],
  options: {
    years: [2024],
    families: [
      { slug: "umum", name: "Umum" },
      { slug: "hukum", name: "Hukum" },
    ],
  },
});

const small = view([
  [umum, [service(1, "Zebra"), service(2, "Angsa", { biaya: "0", produk: "1" })]],
  [hukum, [service(3, "Merak", { biaya: "1", prosedur: "T", sarana: null })]],
  [tanpa, [service(4, "Bangau")]],
]);
const filtered = (change: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...change });
const nos = (filters: Filters): number[][] =>
  selectMatrix(small, filters, 1).sections.map((section) => section.rows.map((row) => row.service.no));

describe("the map's selection", () => {
  it("counts cells per sign over the whole selection, and problems per section apart from T", () => {
    const { cells, sections } = selectMatrix(small, NO_FILTERS, 1);
    // 4 services are 56 cells: one at 0, two at 1, one T, one not judged, 51 at 3.
    expect(cells).toEqual({ "0": 1, "1": 2, "2": 0, "3": 51, T: 1, belum: 1 });
    expect(sections.map(({ services, problems, unreadable }) => [services, problems, unreadable])).toEqual([
      [2, 2, 0],
      [1, 1, 1],
      [1, 0, 0],
    ]);
  });

  it("puts most problems first inside a bagian, then the decree's order; other orders on demand", () => {
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
