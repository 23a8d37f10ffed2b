import type { Half } from "../marks.ts";
import { Beam } from "./beam.ts";
import type { Candidate, Features } from "./features.ts";
import type { Profile } from "./profile.ts";

/** What a row is taken for. `service` counts tables from 0; `component` is an index into the 14 keys. */
export interface Assignment {
  service: number | null;
  component: number | null;
  /** The row opens its component (its label stands here, or is lost here). */
  opens: boolean;
  candidate: Candidate | null;
  /** Cost of the next best reading of this row minus the cost of this one: small means doubtful. */
  margin: number;
}

/** A row that the path passes over: headings, half titles, table heads, noise. */
export type Passed = "heading" | "divider" | "table_head" | "skip" | "scrap" | "signature" | "other";

/** A half's title stands at most this many rows below the heading. */
const FIRST_HALF_WITHIN = 5;

/** Title of the half that stands first under most headings, each given by its last row. */
export const firstHalf = (all: readonly Features[], headings: readonly number[]): Half => {
  let inner = 0;
  for (const row of headings) {
    for (let i = row; i < all.length && i < row + FIRST_HALF_WITHIN; i++) {
      const { half } = all[i] as Features;
      if (half === null) continue;
      inner += half === "pengelolaan" ? 1 : -1;
      break;
    }
  }
  return inner > 0 ? "pengelolaan" : "penyampaian";
};

/** How strongly what stands before a row announces a new table, 0 and up. */
const openings = (all: readonly Features[], passed: readonly (Passed | null)[], first: Half): number[] => {
  let pending = 0;
  let table = -1;
  return all.map((features, index) => {
    if (passed[index]) {
      if (features.half === first) pending = Math.max(pending, 2);
      else if (features.tableHead) pending = Math.max(pending, 1);
      return 0;
    }
    let bonus = pending;
    if (features.row.table !== table || features.gap > 0) bonus += 0.5;
    table = features.row.table;
    pending = 0;
    return bonus;
  });
};

/**
 * Reads all rows of an annex at once: the cheapest path over what each row may be (opening a component by label, opening
 * one whose label is lost, going on with the one before, opening a new service). Linear in the number of rows.
 */
export const assignRows = (
  all: readonly Features[],
  profiles: readonly (Profile | null)[],
  passed: readonly (Passed | null)[],
  /** Rows at which a heading ends: the next row belongs to a new service. */
  resets: ReadonlySet<number>,
  /** Title of the half with which a table begins. */
  first: Half,
): (Assignment | null)[] => {
  const bonuses = openings(all, passed, first);
  const margins = new Float64Array(all.length);
  const beam = new Beam();
  // Rows at which everything begins anew: what stands between a reset and the next opening is owned by nobody.
  const starts: number[] = [];
  for (let row = 0; row < all.length; row++) {
    if (resets.has(row)) {
      beam.reset();
      starts.push(row);
    }
    if (passed[row]) continue;
    margins[row] = beam.extend(row, all[row] as Features, profiles[row] ?? null, bonuses[row] as number);
  }
  const result: (Assignment | null)[] = new Array(all.length).fill(null);
  let end = all.length;
  let next = starts.length;
  for (let step = beam.step; step; step = step.previous) {
    // The first reset at or behind the step; steps come from the last one backwards.
    while (next > 0 && (starts[next - 1] as number) >= step.row) next--;
    const owned = Math.min(end, starts[next] ?? end);
    for (let row = step.row; row < owned; row++) {
      if (passed[row]) continue;
      result[row] = {
        service: step.service,
        component: step.component,
        opens: row === step.row,
        candidate: row === step.row ? step.candidate : null,
        margin: margins[row] as number,
      };
    }
    end = step.row;
  }
  return result;
};
