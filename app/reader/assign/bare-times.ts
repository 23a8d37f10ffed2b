import type { ComponentKey } from "../components.ts";
import type { Row } from "../rows/index.ts";
import { bareLabel, type Candidate } from "./row-labels.ts";

/** What is looked at of a row. */
interface Looked {
  row: Row;
  candidates: readonly Candidate[];
  filled: readonly number[];
}

/**
 * "Waktu" alone on a plain line, its duration on the next one. One such line may be a column of a procedure that lost its
 * table; where an annex prints the component under no other label, and a duration below most of these lines, it is the label.
 */
const KEY: ComponentKey = "jangka_waktu";
const DURATION =
  /^[\s•*-]{0,8}(?:(?:paling lama|maksimal|maks\.?|kurang lebih|±)\s{0,3})?\d{1,3}\s?[^.;:]{0,24}(?:menit|jam|hari|minggu|bulan)\b/i;
/** No line that holds the word alone is longer. */
const MAX_LINE = 24;

/** The label of each row that is such a line, by the row's index. */
export const bareTimes = (all: readonly Looked[]): ReadonlyMap<number, Candidate> => {
  const found = new Map<number, Candidate>();
  let timed = 0;
  for (let at = 0; at < all.length; at++) {
    const { row, candidates, filled } = all[at] as Looked;
    if (candidates.some((one) => one.key === KEY && one.complete)) return NONE;
    if (row.kind !== "prose" || candidates.length > 0 || filled.length !== 1) continue;
    const label = bareLabel(row, filled[0] as number, MAX_LINE);
    if (label?.key !== KEY) continue;
    found.set(at, label);
    if (DURATION.test(textBelow(all, at))) timed++;
  }
  return timed * 2 > found.size ? found : NONE;
};

const NONE: ReadonlyMap<number, Candidate> = new Map();

/** The first text below a row; the row itself is followed by blank rows and rules at most. */
const textBelow = (all: readonly Looked[], at: number): string => {
  for (let below = at + 1; below < Math.min(all.length, at + 1 + MAX_BLANK); below++) {
    const { row, filled } = all[below] as Looked;
    if (!row.separator && filled.length > 0) return row.cells[filled.at(-1) as number]?.text ?? "";
  }
  return "";
};
const MAX_BLANK = 3;
