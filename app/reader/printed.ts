import { isNoise, isPlaceholder } from "./marks.ts";
import { type Readable, readable } from "./readable.ts";
import type { TableComponent } from "./table.ts";
import { hasLetters } from "./text.ts";

/** How a component stands in its table. */
export type Presence = "present" | "blank" | "placeholder" | "damaged" | "missing";

/** A component as it is printed: its text, and how it stands in its table. */
export interface Printed extends Readable {
  presence: Presence;
}

/** What a table prints of a component; `part` is undefined where no row opens it. */
export const printedOf = (part: TableComponent | undefined): Printed => {
  if (!part) return MISSING;
  const { text, starts } = readable(part.content);
  return { text, starts, presence: presenceOf(part, text) };
};

const MISSING: Printed = { text: "", starts: [], presence: "missing" };

/** Content that is no content: nothing, a sign, or scrap that a scan left. */
const presenceOf = (part: TableComponent, text: string): Presence => {
  if (saysSomething(text)) return "present";
  const printed = part.rows
    .map(({ parts }) => parts.content.text + parts.noise.map((cell) => cell.text).join(""))
    .join("")
    .trim();
  // A colon between label and content is no sign of anything.
  if (/^[:：\s]*$/.test(printed)) return "blank";
  if (text === "") return isPlaceholder(printed) ? "placeholder" : "blank";
  return isPlaceholder(text) ? "placeholder" : "damaged";
};

/** A bare figure may be an answer ("3"), and so may a sum of money ("Rp. 0,-", "Rp -"). */
const SHORT_ANSWER = /^\s*(?:\d{1,3}(?:\s*%)?|rp[.:]?\s*(?:\d[\d.,]{0,12})?\s*,?\s?[-–—]?)\s*$/i;

/** An answer of two letters: a degree ("S1", "D-III"), a letter of a kind that everybody knows by them ("SK", "KK"). */
const INITIALS = /^\s*(?:[SD]\s?-?\s?(?:[1-4]|I{1,3}|IV)|SK|KK|ST|SP|WA)\s*[.;]?\s*$/;

/** "3 /", "0 0000": what is left of a destroyed cell. */
const isScrap = (text: string): boolean =>
  isNoise(text) &&
  !INITIALS.test(text) &&
  !(SHORT_ANSWER.test(text) && /[\d–—-]/.test(text)) &&
  !hasLetters(text, 3);

/** Is this text a content, and no mere sign or scrap? */
export const saysSomething = (text: string): boolean => text !== "" && !isPlaceholder(text) && !isScrap(text);
