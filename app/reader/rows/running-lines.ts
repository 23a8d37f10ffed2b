import { matchLabels } from "../labels/match.ts";
import { dividerHalf, isHeadLine, isHeadWord, isPageNumber, isWebsiteLine } from "../marks.ts";
import { enumerator, hasLetters, isBlankText, letters } from "../text.ts";
import { interruptingLines } from "./interrupting-lines.ts";

/**
 * Lines that every page prints anew at its edge: "Lampiran Keputusan Bupati …" over the text, the address of a web page
 * below it. They belong to no table, wherever a page breaks it.
 */

/** So often a line must stand at a page's edge, and so few of its prints may stand elsewhere. */
const MIN_PRINTS = 3;
const AT_EDGE = 0.8;
const MAX_LENGTH = 120;
const MIN_LETTERS = 12;
/** So many lines from the edge one may stand, page numbers and blank lines not counted. */
const EDGE = 2;
/** What every page may print as a heading of its own. */
const HEADING = /\b(?:bagian|biro|bidang|seksi|unit|layanan|pelayanan|standar|jenis|nama)\b/i;

/** A page number that can be none of a row. */
const SET_OFF = /^\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|hal(?:aman)?\b.*)\s*$/i;

/** Indexes of the lines that stand at the top or the foot of a page. */
const edgesOf = (lines: readonly string[]): ReadonlySet<number> => {
  const edges = new Set<number>();
  const take = (from: number, step: 1 | -1): void => {
    let left = EDGE;
    for (let at = from; left > 0 && at >= 0 && at < lines.length; at += step) {
      const line = lines[at] as string;
      if (isBlankText(line) || isPageNumber(line)) continue;
      edges.add(at);
      left--;
    }
  };
  lines.forEach((line, at) => {
    const breaks = line.startsWith("\f");
    if (!breaks && !(line.length < 40 && SET_OFF.test(line) && isPageNumber(line))) return;
    // A line that begins with the break is the first of its page.
    take(breaks ? at : at + 1, 1);
    take(at - 1, -1);
  });
  return edges;
};

/** Words that open what a decree is about, which may run over so many lines. */
const SUBJECT = /^\s*tentang\b/i;
const SUBJECT_LINES = 3;

/** What the file's decrees are about, as letters: it names no service. */
const subjectsOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line, at) =>
    line.length <= MAX_LENGTH && SUBJECT.test(line)
      ? [
          letters(
            lines
              .slice(at, at + 1 + SUBJECT_LINES)
              .join(" ")
              .slice(0, SUBJECT_LINES * MAX_LENGTH),
          ),
        ]
      : [],
  );
const MAX_SUBJECTS = 40;

/** No text of a table: neither an item of a list nor the end of a sentence. */
const mayRun = (text: string): boolean =>
  hasLetters(text, MIN_LETTERS) &&
  /^[A-Z]\S*\s+\S/.test(text) &&
  !/[.;:,]$/.test(text) &&
  enumerator(text) === null &&
  !isHeadWord(text) &&
  dividerHalf(text) === null &&
  !matchLabels(text).some((one) => one.complete);

/** A blank line, a page number or a table's head parts the line from the text of its page. */
const isSetApart = (lines: readonly string[], at: number): boolean =>
  [at - 1, at + 1].every((near) => {
    const line = lines[near] ?? "";
    const first = near < at && (lines[at] as string).startsWith("\f");
    return first || line.startsWith("\f") || isBlankText(line) || isPageNumber(line) || isHeadLine(line);
  });

/** So many page numbers show that the pages have them. */
const MIN_NUMBERS = 2;

/** Numbers alone on the first or the last line of a page. */
const pageNumbers = (lines: readonly string[]): number[] => {
  const found = new Set<number>();
  lines.forEach((line, at) => {
    if (!line.startsWith("\f")) return;
    for (const step of [-1, 1] as const) {
      let i = step > 0 ? at : at - 1;
      while (i >= 0 && i < lines.length && isBlankText(lines[i] as string)) i += step;
      const text = lines[i] ?? "";
      if (text.length <= MAX_LENGTH && isPageNumber(text)) found.add(i);
    }
  });
  return [...found];
};

/** The annex's name over each of its pages: its first print is where the annex begins, unless the decree follows below. */
const ANNEX = /^lampiran\b/i;
const DECIDES = /^\s*M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N\b/;

/** Indexes of such lines. */
export const runningLines = (lines: readonly string[]): ReadonlySet<number> => {
  const edges = edgesOf(lines);
  const running = new Set(interruptingLines(lines));
  lines.forEach((line, at) => {
    if (isWebsiteLine(line.trim())) running.add(at);
  });
  if (edges.size < MIN_PRINTS) return running;
  const numbers = pageNumbers(lines);
  if (numbers.length >= MIN_NUMBERS) for (const at of numbers) running.add(at);
  const prints = new Map<string, number[]>();
  for (const at of edges) {
    const text = (lines[at] as string).trim();
    if (text.length <= MAX_LENGTH && text !== "") prints.set(text, []);
  }
  lines.forEach((line, at) => {
    if (line.length <= 3 * MAX_LENGTH) prints.get(line.trim())?.push(at);
  });
  const lastDecided = lines.findLastIndex((line) => DECIDES.test(line));
  const subjects = subjectsOf(lines).slice(0, MAX_SUBJECTS);
  for (const [text, all] of prints) {
    if (!mayRun(text)) continue;
    const subject = HEADING.test(text);
    if (subject && !subjects.some((one) => one.includes(letters(text)))) continue;
    // The first print is the annex's own title.
    const places = subject ? all.filter((at) => at > lastDecided).slice(1) : all;
    if (places.filter((at) => isSetApart(lines, at)).length < MIN_PRINTS) continue;
    if (places.filter((at) => edges.has(at)).length < places.length * AT_EDGE) continue;
    for (const at of ANNEX.test(text) && lastDecided <= (places[0] as number) ? places.slice(1) : places)
      running.add(at);
  }
  return running;
};
