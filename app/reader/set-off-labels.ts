import { type LabelMatch, matchLabels } from "./labels/match.ts";
import { letterCount } from "./text.ts";

/**
 * Labels that a file sets off from their contents by signs of its own: bold type before a dash or a full stop
 * ("**Biaya** – gratis"), square brackets ("[Biaya] gratis"), or a code ("K4 - Biaya: gratis", "SP-04 Biaya"). They are written
 * as "4. Biaya: gratis" before anything is read. A line keeps its length, so that every column stays where it is.
 */

/** So many different labels are set off alike; a single word in bold type may open any sentence. */
const LEAST = 3;

/** Bold or slanted type that ends before its sentence does, and the sign behind it. */
const TYPED = /^(\s*(?:\d{1,2}[.)]\s{1,3})?)([*_]{1,3})([A-Z][^*_|\t]{3,90}?)(\2\s*[–—.=-]?\s*)/;
const BRACKETED = /^(\s*(?:\d{1,2}[.)]\s{1,3})?)(\[)([A-Z][^[\]|\t]{3,90}?)(\]\s*[:–—=-]?\s*)(?!\()/;
const CODED =
  /^(\s*[*_]{0,2}\(?)([A-Z]{1,4}|Kode |Butir )([-. ]?)(\d{1,2})\)?(\s*[-–—.:)]?\s+)(?=[*_]{0,2}[A-Z])/;

/** A label that a line sets off: how it does so, and the line as others write it. */
interface SetOff {
  way: string;
  label: LabelMatch;
  written: string;
}

/** A label and what belongs to it fill so many characters. */
const REACH = 90;

const sureLabel = (text: string): LabelMatch | null => {
  const label = matchLabels(text)[0];
  return label?.complete && label.similarity >= 0.9 ? label : null;
};

const bySigns = (line: string, found: RegExpExecArray): SetOff | null => {
  const [whole, lead, opening, words, closing] = found as unknown as [string, string, string, string, string];
  const label = sureLabel(words);
  if (!label || letterCount(words, 1, label.end) > 0 || /[:：]\s*$/.test(words)) return null;
  const rest = line.slice(whole.length);
  // A label alone on its line in such type is read as it stands.
  if (rest === "" && closing.trim() === opening) return null;
  if (/^\s*[:：]/.test(rest)) return null;
  const written = `${lead}${" ".repeat(opening.length)}${words}${":".padEnd(closing.length)}${rest}`;
  return { way: opening === "[" ? opening : "type", label, written };
};

const byCode = (line: string, found: RegExpExecArray): SetOff | null => {
  const [whole, lead, letters, , figures] = found as unknown as [string, string, string, string, string];
  const rest = line.slice(whole.length);
  const label = sureLabel(rest.replace(/^[*_]+/, "").slice(0, REACH));
  const width = whole.length - lead.length;
  const number = `${Number(figures)}. `;
  if (!label || number.length > width) return null;
  return { way: letters, label, written: lead + number.padStart(width) + rest };
};

/** Signs, and capitals before a figure, with which such a line begins. */
const BEGINS = /^\s*(?:\d{1,2}[.)]\s{1,3})?(?:[*_[]|\(?(?:[A-Z]{1,4}|Kode |Butir )[-. ]?\d)/;

const setOffIn = (line: string): SetOff | null => {
  if (!BEGINS.test(line)) return null;
  const signs = TYPED.exec(line) ?? BRACKETED.exec(line);
  if (signs) return bySigns(line, signs);
  const code = CODED.exec(line);
  return code && byCode(line, code);
};

/** The lines with such labels written as others write them; the very same array where there are none. */
export const withPlainLabels = (lines: readonly string[]): readonly string[] => {
  const found = new Map<number, SetOff>();
  const ways = new Map<string, Set<string>>();
  for (let at = 0; at < lines.length; at++) {
    const setOff = setOffIn(lines[at] as string);
    if (!setOff) continue;
    found.set(at, setOff);
    const labels = ways.get(setOff.way);
    if (labels) labels.add(setOff.label.key);
    else ways.set(setOff.way, new Set([setOff.label.key]));
  }
  if (![...ways.values()].some((labels) => labels.size >= LEAST)) return lines;
  return lines.map((line, at) => {
    const setOff = found.get(at);
    return setOff && (ways.get(setOff.way)?.size ?? 0) >= LEAST ? setOff.written : line;
  });
};
