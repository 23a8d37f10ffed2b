import { COMPONENT_KEYS } from "../../components.ts";
import { isConverterLine } from "../../marks.ts";
import { hasLetters } from "../../text.ts";
import { type Features, sureLabel } from "../features.ts";
import { bagianName, bestKnown, isSingle, MAX_HEADING, numberAndName, plainText } from "../heading-names.ts";
import { namesServiceLikeLabel } from "../named-like-label.ts";
import { leadsToTable, numberOneFollows, titleFollows } from "./follows.ts";
import type { Found } from "./heading.ts";

/** The whole content of a label on a line of its own, the next label below it: a product may bear the service's name. */
const standsBetweenLabels = (all: readonly Features[], index: number): boolean => {
  const labelAt = (at: number): number => {
    const one = all[at]?.candidates.find(
      (label) => label.complete && label.similarity > 0.9 && label.restLetters === 0,
    );
    return one === undefined ? -1 : COMPONENT_KEYS.indexOf(one.key);
  };
  const after = (from: number, step: 1 | -1): number => {
    let at = from + step;
    while (all[at] !== undefined && all[at]?.text === "") at += step;
    return at;
  };
  const above = labelAt(after(index, -1));
  return above >= 0 && labelAt(after(index, 1)) === above + 1;
};

/** Likeness from which a line says a listed name and nothing else. */
const LISTED = 0.92;

/** Headings of tables whose first row is missing: a listed name, or a heading's mark-up right above the first title, is enough. */
export const findWithoutFirstRow = (found: Found): void => {
  const { all, known } = found;
  all.forEach((features, index) => {
    if (
      found.takes(index) ||
      !isSingle(features) ||
      features.filled.length !== 1 ||
      features.text.length > MAX_HEADING
    )
      return;
    const leads = features.gap > 0 && leadsToTable(all, index);
    const marked = features.row.emphasis && (titleFollows(all, index) || numberOneFollows(all, index));
    if (!leads && !marked) return;
    if (features.half || features.tableHead || bagianName(features) !== null) return;
    if (isConverterLine(features.text) || standsBetweenLabels(all, index)) return;
    if (sureLabel(features) && !namesServiceLikeLabel(all, index)) return;
    const { no, name } = numberAndName(plainText(features));
    const listed = leads && hasLetters(name, 8) && bestKnown(name, known, LISTED) >= LISTED;
    if (!listed && !(marked && no !== null)) return;
    found.add({ kind: "service", from: index, to: index, no, name, explicit: false });
  });
};
