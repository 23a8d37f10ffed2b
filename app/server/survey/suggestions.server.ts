import type { Months } from "#app/survey/months.ts";
import { SMALL_N } from "#app/survey/warnings.ts";
import type { Db } from "#db/connection.ts";
import { suggestions } from "#db/queries/survey/figures.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "../group-by.ts";
import { searchKey } from "../keys.ts";
import type { Cell } from "./histograms.ts";
import type { Register } from "./register.ts";
import type { SurveyView, UnitRef } from "./views.ts";

const A_PAGE = 20;

/** Units that fewer than five people answered, whatever the edition: who wrote there could be recognised. */
const fewIn = (cells: readonly Cell[]): { kind: Cell["unitKind"]; ids: string[] }[] => {
  const people = new Map<string, { cell: Cell; n: number }>();
  for (const cell of cells) {
    const key = `${cell.unitKind}:${cell.unitId}`;
    const n = cell.histograms.hist_total.reduce((sum, row) => sum + row.n, people.get(key)?.n ?? 0);
    people.set(key, { cell, n });
  }
  const few = [...people.values()].flatMap(({ cell, n }) => (n < SMALL_N ? cell : []));
  return [...groupBy(few, ({ unitKind }) => unitKind)].map(([kind, own]) => ({
    kind,
    ids: own.map(({ unitId }) => unitId),
  }));
};

/**
 * One page of the suggestions of a unit (of all, where null), found by the beginnings of words.
 *
 * @param cells the period's answers by unit: units of fewer than five people stay hidden and are counted
 */
export const suggestionsOf = async (
  db: Db,
  scope: Scope,
  register: Register,
  asked: UnitRef | null,
  cells: readonly Cell[],
  { r, months, words = "", page = 1 }: { r: number; months: Months; words?: string; page?: number },
): Promise<SurveyView["suggestions"]> => {
  const units = asked ? register.filterOf(asked) : [undefined];
  const hidden = fewIn(cells);
  const wanted = searchKey(words).split(" ").filter(Boolean);
  const found = await Promise.all(
    units.map((unit) =>
      suggestions(db.read, scope, {
        r,
        months,
        ...(unit ? { unit: { kind: unit.kind, ids: unit.ids ?? [] } } : {}),
        hidden,
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
    hidden: hidden.reduce((sum, { ids }) => sum + ids.length, 0),
  };
};
