import { describe, expect, it } from "vitest";
import type { IndexView } from "#app/server/survey/index-view.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { bagianSurveyTable } from "#app/ui/survey/tables.ts";

const row = (slug: string, n: number): SurveyView["bagian"][number] =>
  ({
    bagian: { slug, name: slug },
    surveyedServices: 1,
    index: { n, ikm: 88.89, mutu: "A", interval: null, change: null } as unknown as IndexView,
  }) as unknown as SurveyView["bagian"][number];

describe("the table of indices", () => {
  it("says beside a grade that fewer than five answered", () => {
    const view = { bagian: [row("umum", 4), row("hukum", 5)] } as unknown as SurveyView;
    const { columns, rows } = bagianSurveyTable("arunika", view, NO_FILTERS);
    const grade = columns.find(({ key }) => key === "mutu");
    expect(rows.map((one) => grade?.cell(one))).toMatchObject([
      { text: "A", note: "(n < 5)" },
      { text: "A", note: undefined },
    ]);
  });
});
