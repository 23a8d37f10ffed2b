import type { ExampleRow } from "#db/queries/levels.ts";
import { likeness } from "./keys.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import type { ExampleView, RegencyRef } from "./views.ts";

/** Examples shown at a component. */
export const EXAMPLES = 3;

/** The texts most like the asking service by name, one a regency first; equal ones in the order given. */
export const chooseExamples = (
  rows: readonly ExampleRow[],
  regencies: ReadonlyMap<number, RegencyRef>,
  nameKey: string | null = null,
): ExampleView[] => {
  const ranked = rows
    .map((row) => ({ row, like: nameKey === null ? 0 : likeness(nameKey, row.name_key) }))
    .sort((a, b) => b.like - a.like);
  const seen = new Set<number>();
  const firsts = ranked.filter(({ row }) => !seen.has(row.r) && seen.add(row.r));
  const rest = ranked.filter((one) => !firsts.includes(one));
  return [...firsts, ...rest].slice(0, EXAMPLES).map(({ row }) => ({
    regency: regencies.get(row.r) as RegencyRef,
    bagian: bagianRef(row),
    service: serviceRef(row),
    decree: decreeRef({ ...row, slug: row.decree_slug }),
    text: row.text ?? "",
    lines: lineRange(row),
  }));
};
