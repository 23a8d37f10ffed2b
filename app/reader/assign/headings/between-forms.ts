import type { ComponentKey } from "../../components.ts";
import { isPageNumber } from "../../marks.ts";
import { enumerator, hasLetters } from "../../text.ts";
import { type Candidate, type Features, sureLabel } from "../features.ts";
import { bagianName, isSingle, MAX_HEADING, numberAndName, plainText } from "../heading-names.ts";
import { bagianHeading } from "./bagian.ts";
import { type Found, type Heading, joinRows } from "./heading.ts";

/**
 * Headings between forms that nobody has filled in: labels, one below the other, of which none has a content. What stands
 * alone between two such runs of labels is no content either, whatever stands around it: with the label below the next form
 * begins anew.
 */

/** Two forms have labels of so many components in common at least. */
const MIN_LABELS = 5;
/** A service's name, and a bagian's above it. */
const MAX_ROWS = 2;

/** The label of a row that holds nothing else: its number, dots and strokes for what is to be filled in. */
const labelAlone = (features: Features): Candidate | null => {
  const label = sureLabel(features);
  if (!label || label.restLetters > 0) return null;
  return features.filled.every((at) => at <= label.cell || !hasLetters(features.row.cells[at]?.text ?? "", 1))
    ? label
    : null;
};

/** Rows that belong to a form without being of its labels. */
const isBlank = (features: Features): boolean =>
  features.row.separator ||
  features.row.foot ||
  features.half !== null ||
  features.tableHead ||
  isPageNumber(features.text) ||
  !hasLetters(features.text, 1);

/** Labels alone, one below the other, and the rows of text before them. */
interface Form {
  keys: Set<ComponentKey>;
  /** Rows between this form and the one above; null where they are too many. */
  above: number[] | null;
}

const formsOf = (all: readonly Features[]): Form[] => {
  const forms: Form[] = [];
  let form: Form = { keys: new Set(), above: null };
  let between: number[] | null = null;
  all.forEach((features, index) => {
    const label = features.candidates.length > 0 ? labelAlone(features) : null;
    if (label && between?.length === 0 && !form.keys.has(label.key)) form.keys.add(label.key);
    else if (label) {
      if (form.keys.size > 0) forms.push(form);
      form = { keys: new Set([label.key]), above: between };
      between = [];
    } else if (between && !isBlank(features)) {
      between.push(index);
      if (between.length > MAX_ROWS) between = null;
    }
  });
  return [...forms, form];
};

const isName = (features: Features): boolean =>
  isSingle(features) &&
  features.filled.length === 1 &&
  features.candidates.length === 0 &&
  features.text.length <= MAX_HEADING &&
  /^["“(]?[A-Z0-9]/.test(plainText(features)) &&
  !/[.;:,]\s*$/.test(features.text);

const isCapitals = (text: string): boolean => text === text.toUpperCase();

/** The second line of a name is printed like its first. */
const isOneName = (first: Features, second: Features): boolean =>
  second.gap === 0 &&
  bagianName(first) === null &&
  !enumerator(plainText(second)) &&
  isCapitals(first.text) === isCapitals(second.text);

/** The name of a service on these rows, or null. */
const serviceOn = (all: readonly Features[], from: number, to: number): Heading | null => {
  const { no, name } = numberAndName(joinRows(all, from, to, plainText(all[from] as Features)));
  return hasLetters(name, 3) ? { kind: "service", from, to, no, name, explicit: false } : null;
};

/** The headings between any two forms of the same components. */
export const findBetweenForms = (found: Found): void => {
  const { all } = found;
  const forms = formsOf(all);
  forms.forEach(({ keys, above: rows }, at) => {
    const last = forms[at - 1];
    if (!last || !rows?.length) return;
    const again = [...keys].filter((key) => last.keys.has(key)).length;
    if (again < MIN_LABELS || !rows.every((row) => isName(all[row] as Features))) return;
    const from = rows[0] as number;
    const to = rows.at(-1) as number;
    const one = from < to && isOneName(all[from] as Features, all[to] as Features);
    if (!found.takes(to)) {
      const heading = serviceOn(all, one ? from : to, to);
      if (heading) found.add(heading);
    }
    if (!found.takes(from)) found.add(bagianHeading(all, from));
  });
};
