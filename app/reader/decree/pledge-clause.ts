import type { Clause } from "./clauses.ts";
import { pledgeWords, type Range } from "./maklumat.ts";

/** The pledge as a clause of the diktum. */
export const pledgedClause = (clauses: readonly Clause[]): Range | null => {
  const found = clauses.find(({ pieces }) => {
    const text = pieces.map((piece) => piece.text).join(" ");
    return /\bmaklumat\b/i.test(text.slice(0, 160)) && pledgeWords(text) >= 3;
  });
  return found ? { from: found.from, to: found.to } : null;
};
