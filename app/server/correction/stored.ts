import { type Correction, Operation } from "#app/correction/model.ts";
import type { CorrectionTable } from "#db/schema-corrections.ts";

/** What of an operation points into the text; the rest is what a person says of it. */
const POINTS = ["spans", "at", "parts", "service", "into", "to"] as const;

/** An operation as the database holds it. */
export const storedOperation = (operation: Operation): Pick<CorrectionTable, "op" | "anchor" | "args"> => {
  const { op, ...rest } = operation;
  const entries = Object.entries(rest);
  const isPoint = (key: string) => (POINTS as readonly string[]).includes(key);
  return {
    op,
    anchor: JSON.stringify(Object.fromEntries(entries.filter(([key]) => isPoint(key)))),
    args: JSON.stringify(Object.fromEntries(entries.filter(([key]) => !isPoint(key)))),
  };
};

export const parseCorrection = (
  row: Pick<CorrectionTable, "seq" | "op" | "anchor" | "args">,
): Correction => ({
  seq: row.seq,
  operation: Operation.parse({ op: row.op, ...JSON.parse(row.anchor), ...JSON.parse(row.args) }),
});
