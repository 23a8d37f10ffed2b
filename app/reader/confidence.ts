import type { ComponentKey } from "./components.ts";
import type { TableComponent } from "./table.ts";
import { letterCount } from "./text.ts";

const HANGING_LABEL = /(?:\b(?:dan|atau|serta)|[,/])$/i;
/** Letters below which a procedure is likely a piece of one. */
const SHORT_PROCEDURE = 40;

/** Calibrated table: score from (inclusive) → probability that component, head and tail are right. */
const CALIBRATION: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.4, 0.7],
  [0.6, 0.85],
  [0.75, 0.93],
  [0.9, 0.99],
];

/** Raw score of a reading, 0-1: margin to the second-best assignment, label, boundary, scan quality (`garbled`: much of it is damaged). */
export const rawConfidence = (
  part: TableComponent,
  text: string,
  garbled: boolean,
  key: ComponentKey,
): number => {
  let score = 1;
  score -= 0.25 * Math.max(0, 1 - part.margin / 4);
  score -= part.labelled ? 0.6 * (1 - part.similarity) : 0.35;
  let noise = 0;
  for (const { parts } of part.rows) noise += parts.noise.length;
  score -= Math.min(0.3, 0.08 * noise);
  if (garbled) score -= 0.2;
  if (part.mended) score -= 0.15;
  if (part.rows[0]?.features.row.pieced) score -= 0.25;
  if (part.exposed) score -= 0.1;
  // The first items of its list stand elsewhere.
  if (/^\(?(?:[2-9]|1\d)[.)]\s/.test(text)) score -= 0.15;
  // A text torn at its head: the label took words that were not its own, or the row above lost its last ones.
  if (/^[,;)]|^[a-z]{2,}\s/.test(text)) score -= 0.15;
  // Labels of several rows in one cell: their contents may stand in one cell as well.
  if (part.rows[0]?.features.candidates.some((one) => one.piled)) score -= 0.15;
  // A label whose end is lost may have it among the words of the content.
  if (part.label !== null && HANGING_LABEL.test(part.label)) score -= 0.15;
  if (key === "prosedur" && letterCount(text, SHORT_PROCEDURE) < SHORT_PROCEDURE) score -= 0.15;
  return Math.max(0, Math.min(1, score));
};

/** Probability (0-1, two decimals) that head, tail and component are right. */
export const confidenceOf = (
  part: TableComponent,
  text: string,
  garbled: boolean,
  mixed: boolean,
  key: ComponentKey,
): number => {
  // What stands below this label may be another's: the reading shows no better than the least.
  const score = mixed ? 0 : rawConfidence(part, text, garbled, key);
  const upper = CALIBRATION.findIndex(([from]) => from > score);
  if (upper === -1) return (CALIBRATION.at(-1) as readonly [number, number])[1];
  const [x0, y0] = CALIBRATION[Math.max(0, upper - 1)] as readonly [number, number];
  const [x1, y1] = CALIBRATION[upper] as readonly [number, number];
  return Math.round((y0 + ((y1 - y0) * (score - x0)) / (x1 - x0)) * 100) / 100;
};
