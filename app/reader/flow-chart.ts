/**
 * Flow charts that a converter wrote as diagram code ("graph LR A[Pemohon] --> B[Petugas]"): the words of the boxes and
 * of the arrows in order, each box once. The code is a likeness of a drawing, so only its words are text of the decree.
 */

import { withSingleBlanks } from "./text.ts";

const START = /\b(?:graph|flowchart)\s+(?:TD|TB|BT|LR|RL)\b/g;
/** The fence of Markdown before and behind diagram code. */
const FENCE_BEFORE = /`{3,}\s*(?:mermaid\s*)?$/;
const FENCE_BEHIND = /\s*`{3,}/y;
const BETWEEN = /[\s;&]+/y;
/** Parts of the code that draw no box and no arrow. */
const STYLE =
  /(?:subgraph|style|classDef|class|linkStyle|direction|click)\s[^\n;]{0,80}|end\b|:::\w+|%%[^\n]{0,200}/y;
/** The name of a box, which is its words where it has no others ("FRONT_OFFICE"). */
const NAME = /\w[\w.]{0,40}/y;
/** A box that has its words for a name, though they are several. */
const NAME_OF_WORDS = /[^\n;<>=|[\]{}]{1,80}?(?=\s*(?:-{2,}>|={2,}>|-\.+->))/y;
const ARROW = /\s*(?:<?(?:-{2,}(?:>|[xo](?=\s))?|={2,}>?|-\.+->?)|<-+|→)/y;
/** An arrow with its words in its midst: "-- tidak lengkap -->", "-- d.1-8) -->". */
const WORDED = /\s*<?(?:--|==|-\.)\s*(?![-=.>\s])([^\n[\]{}|]{1,120}?)\s*(?:-{2,}>?|={2,}>|\.-+>)/y;
const PIPED = /\s*\|([^|\n]{0,120})\|/y;
const CLOSED_BY: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };
/** Signs around the words of a box or an arrow. */
const EDGES = /^["\s/\\]+|["\s/\\]+$/g;
/** No box holds more signs. */
const LONGEST = 400;
/** A name that stands for words, and is none itself: "A", "B2", "KB1". */
const MARK = /^[A-Za-z]{0,2}\d{0,3}$/;

/** One box or arrow: the name of the box, the words that stand with it. */
interface Part {
  name: string | null;
  words: string | null;
}

const match = (pattern: RegExp, code: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(code);
};

/** Where the box that opens at an offset closes ("[Loket (lantai 1)]"); a box that the page cut ends with its line. */
const boxEnd = (code: string, at: number): number => {
  const open = code.charAt(at);
  const close = CLOSED_BY[open];
  if (close === undefined) return -1;
  let depth = 0;
  const stop = Math.min(code.length, at + LONGEST);
  for (let i = at; i < stop; i++) {
    const sign = code.charAt(i);
    if (sign === open) depth++;
    else if (sign === close && --depth === 0) return i + 1;
  }
  const line = code.indexOf("\n", at);
  const end = line < 0 ? code.length : line;
  return end <= stop ? end : -1;
};

/** The words of a box without its brackets; shapes are written as boxes in boxes: "([Selesai])", "{{Lengkap?}}". */
const inside = (box: string): string => {
  let words = box;
  while (boxEnd(words, 0) === words.length)
    words = words.slice(1, words.endsWith(CLOSED_BY[words.charAt(0)] as string) ? -1 : undefined).trim();
  return withSingleBlanks(words.replace(EDGES, ""));
};

/** Reads diagram code from an offset: its boxes and arrows in order, and where it ends. */
const partsOf = (code: string, from: number): { parts: Part[]; end: number } => {
  const parts: Part[] = [];
  const known = new Set<string>();
  let end = from;
  /** Takes a box; one that no arrow leads to must have words, an arrow of its own, or a name known before. */
  const box = (at: number, led: boolean): boolean => {
    const name = match(NAME, code, at);
    const behind = at + (name?.[0].length ?? 0);
    const opens = /^\s[[{]/.test(code.slice(behind, behind + 2)) ? behind + 1 : behind;
    const closes = name ? boxEnd(code, opens) : -1;
    const drawn =
      closes >= 0 || (name !== null && (known.has(name[0]) || match(ARROW, code, behind) !== null));
    const several = drawn ? null : match(NAME_OF_WORDS, code, at);
    if (several && !several[0].split(/\s/).some((word) => MARK.test(word) || known.has(word))) {
      parts.push({ name: several[0], words: several[0] });
      end = at + several[0].length;
      return true;
    }
    if (!name || !(drawn || led)) return false;
    known.add(name[0]);
    parts.push({ name: name[0], words: closes < 0 ? null : inside(code.slice(opens, closes)) });
    end = closes < 0 ? behind : closes;
    return true;
  };
  const skip = (): number => end + (match(BETWEEN, code, end)?.[0].length ?? 0);
  for (;;) {
    const at = skip();
    const style = match(STYLE, code, at);
    if (style) {
      end = at + style[0].length;
      continue;
    }
    const worded = match(WORDED, code, at);
    const arrow = worded ?? match(ARROW, code, at);
    if (!arrow) {
      if (box(at, false)) continue;
      return { parts, end: at };
    }
    end = at + arrow[0].length;
    const piped = match(PIPED, code, end);
    if (piped) end += piped[0].length;
    parts.push({ name: null, words: (worded?.[1] ?? piped?.[1] ?? "").replace(EDGES, "") });
    box(skip(), true);
  }
};

/** The words of a chart in order; a box that has none anywhere has its name for words. */
const wordsOf = (parts: readonly Part[]): string[] => {
  const words = new Map<string, string>();
  for (const part of parts) if (part.name !== null && part.words !== null) words.set(part.name, part.words);
  const printed = new Set<string>();
  const said: string[] = [];
  for (const { name, words: own } of parts) {
    const text =
      own ?? words.get(name ?? "") ?? (MARK.test(name ?? "") ? "" : (name ?? "").replace(/_/g, " "));
    const once = `${name}\n${text}`;
    if (text === "" || (name !== null && printed.has(once))) continue;
    printed.add(once);
    said.push(text);
  }
  return said;
};

/** Replaces diagram code in a text by the words of its boxes; all other text stays as it is. */
export const flowChartWords = (text: string): string => {
  if (!text.includes("graph") && !text.includes("flowchart")) return text;
  let result = "";
  let done = 0;
  for (let start = match(START, text, 0); start; start = match(START, text, done)) {
    const { parts, end } = partsOf(text, start.index + start[0].length);
    const said = parts.length < 2 ? [] : wordsOf(parts);
    const before = text.slice(done, said.length === 0 ? end : start.index);
    const fenced = said.length > 0 && FENCE_BEFORE.test(before);
    result += fenced ? before.replace(FENCE_BEFORE, "") : before;
    if (said.length > 0) result += `${said.join(" → ")}\n`;
    done = end + (fenced ? (match(FENCE_BEHIND, text, end)?.[0].length ?? 0) : 0);
  }
  return result + text.slice(done);
};
