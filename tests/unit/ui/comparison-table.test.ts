import { expect, it } from "vitest";
import type { ComparisonView } from "#app/server/comparison.server.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { comparisonTable } from "#app/ui/tables/comparison.ts";

/** A service that only the earlier text prints; `service` where the register still counts it. */
const gone = (name: string, service: { no: number; slug: string; name: string } | null) => ({
  before: { key: name, name, bagian: null, line: 1, service, components: {} },
  after: null,
  change: "tidak_ada_lagi",
  renamed: false,
  components: [],
});

it("says of a service that an amending decree leaves out that it is still counted", () => {
  const view = {
    regency: { slug: "arunika" },
    before: { slug: "lama" },
    after: { slug: "baru" },
    rows: [gone("Peminjaman Aula", { no: 1, slug: "aula", name: "Peminjaman Aula" }), gone("Tamu", null)],
  } as unknown as ComparisonView;
  const { rows, columns } = comparisonTable(view, parseFilters(new URLSearchParams()).filters);
  const state = columns.find(({ key }) => key === "keadaan");
  expect(rows.map((row) => state?.cell(row))).toMatchObject([
    { text: "tidak dimuat lagi, masih dihitung" },
    { text: "tidak dimuat lagi" },
  ]);
});
