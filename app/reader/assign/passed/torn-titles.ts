import { isWithinHalfTitle } from "../../marks.ts";
import type { Cell } from "../../rows/index.ts";
import type { Features } from "../features.ts";
import type { Passed } from "../path.ts";
import { isSure } from "../row-labels.ts";

/** The text of a row is made when it is asked for. */
const isOfHalfTitle = (features: Features): boolean =>
  features.filled.length === 1 &&
  !features.row.separator &&
  !features.long &&
  !features.candidates.some(isSure) &&
  isWithinHalfTitle(features.text);

/** A torn title runs over so many rows at most. */
const TORN_ROWS = 12;

/** A word of which every title of a half has one, alone in a row of a table. */
const TITLE_WORD = /service|delivery|manufact|penyampaian|pengelolaan/i;
const MAX_TITLE_WORD = 40;
/** So many rows of such words are a title, if none of them says it by itself. */
const TORN_LEAST = 4;

const holdsTitleWord = ({ row, filled }: Features): boolean => {
  if (row.kind !== "table" || filled.length !== 1) return false;
  const { text } = row.cells[filled[0] as number] as Cell;
  return text.length <= MAX_TITLE_WORD && TITLE_WORD.test(text);
};

/** Rows around a half's title that hold the rest of its words, as a narrow column tears it. */
export const markTornTitles = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((title, index) => {
    const whole = passed[index] === "divider" && title.half !== null;
    if (!whole && (passed[index] !== null || !holdsTitleWord(title) || !isOfHalfTitle(title))) return;
    const torn = [index];
    for (const step of [-1, 1]) {
      for (let at = index + step, rows = 1; rows < TORN_ROWS; at += step, rows++) {
        const features = all[at];
        if (!features || !(passed[at] === null || passed[at] === "divider") || !isOfHalfTitle(features))
          break;
        // Set together with the title, in its column.
        const lower = step < 0 ? (all[at + 1] as Features) : features;
        if (lower.gap > 0 || features.filled[0] !== title.filled[0]) break;
        torn.push(at);
      }
    }
    if (whole || torn.length >= TORN_LEAST) for (const at of torn) passed[at] = "divider";
  });
};
