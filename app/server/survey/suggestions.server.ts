import type { Months } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { suggestions } from "#db/queries/survey/figures.ts";
import type { Scope } from "#db/scope.ts";
import { searchKey } from "../keys.ts";
import type { Register } from "./register.ts";
import type { SurveyView, UnitRef } from "./views.ts";

const A_PAGE = 20;

/** One page of the suggestions of a unit (of all, where null), found by the beginnings of words. */
export const suggestionsOf = async (
  db: Db,
  scope: Scope,
  register: Register,
  asked: UnitRef | null,
  { r, months, words = "", page = 1 }: { r: number; months: Months; words?: string; page?: number },
): Promise<SurveyView["suggestions"]> => {
  const units = asked ? register.filterOf(asked) : [undefined];
  const wanted = searchKey(words).split(" ").filter(Boolean);
  const found = await Promise.all(
    units.map((unit) =>
      suggestions(db.read, scope, {
        r,
        months,
        ...(unit ? { unit: { kind: unit.kind, ids: unit.ids ?? [] } } : {}),
        words: wanted,
        limit: A_PAGE * page,
        offset: 0,
      }),
    ),
  );
  const total = found.reduce((sum, rows) => sum + Number(rows[0]?.total ?? 0), 0);
  const rows = found.flat().slice((page - 1) * A_PAGE, page * A_PAGE);
  return {
    rows: rows.map((row) => ({ text: row.saran, unit: register.unitOf(row.unit_kind, row.unit_id) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / A_PAGE)),
    words,
  };
};
