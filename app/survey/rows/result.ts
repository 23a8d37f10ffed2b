import type { FootValues } from "../figures/reconcile.ts";
import type { SurveySink } from "../model.ts";
import type { SkmJson, SkmRejected } from "../schema.ts";
import type { Group } from "./groups.ts";
import type { Suspicions } from "./suspicions.ts";

/** What reading the rows of a table gives, whatever its shape. */
export interface RowsResult {
  rows: SkmJson["rows"];
  rejected: SkmRejected[];
  groups: Group[];
  total: Group;
  /** The file's own index as printed, and the foot rows that may have slipped into it. */
  printed: string | null;
  foot: FootValues[];
  suspicions: Suspicions | null;
  /** Rows with a figure outside the scale or a word between its steps ("cukup baik"), and an example of one. */
  outOfScale: { rows: number; example: string };
  dates: { unread: number; firstRow: number; uncertain: boolean };
  /** Half the doubt of an index made from rounded NRR; 0 where it is exact. */
  doubt: number;
  groupsOverflow: boolean;
}

/** How many rejected rows stand in the result; a sink gets them all. */
export interface ReadLimits {
  rejected: number;
  sink: SurveySink;
}

/** Rows between two steps of a reading. */
export const ROWS_A_STEP = 2000;

/** A reading in steps: nothing is passed in or out between them, its result comes last. */
export type Steps<Result> = Generator<undefined, Result, undefined>;
