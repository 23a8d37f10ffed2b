/**
 * Marks of other kinds of mark-up, written as Markdown's before anything is read: bold type and headings of wikis and of TeX,
 * the sign or the line's own number before every line, and the dots that lead from a label to its colon. A line keeps its
 * length, so that every column stays where it is.
 */

/** "'''Persyaratan'''", as wikis set bold type; five strokes are bold and slanted. */
const WIKI_BOLD = /(?:'')?'''(?=[^\s'])(.{0,400}?[^\s'])'''(?:'')?/g;
/** A line that is a heading or bold as a whole: "\subsection{Surat Izin}\label{surat-izin}", "\textbf{Persyaratan}". */
const TEX_HEAD =
  /^(\s*\\(?:(?:sub){0,2}(?:section|paragraph)|chapter|textbf)\*?\{)((?:[^{}]|\{[^{}]*\}){1,400})(\}(?:\\label\{[^{}]{0,200}\})?\}?\s*)$/;
/** The anchor that a converter writes around such a heading. */
const TEX_ANCHOR = /^\s*\\hypertarget\{[^{}]{0,200}\}\{%\s*$/;
/** Bold type in a line of TeX. */
const TEX_BOLD = /\\textbf\{([^{}]{1,400})\}/g;

const blanks = (text: string): string => " ".repeat(text.length);

const fromWiki = (line: string): string =>
  line.replace(WIKI_BOLD, (whole, text: string) => {
    const around = (whole.length - text.length) / 2;
    return `${"**".padStart(around)}${text}${"**".padEnd(around)}`;
  });

const fromTex = (line: string): string => {
  if (TEX_ANCHOR.test(line)) return blanks(line);
  const head = TEX_HEAD.exec(line);
  if (head) return `#${blanks(head[1] as string).slice(1)}${head[2]}${blanks(head[3] as string)}`;
  return line.replace(TEX_BOLD, (_, text: string) => `${" ".repeat(8)}${text} `);
};

/** So many of a text's lines bear the sign where the whole text is quoted, and so many lines show it. */
const QUOTED = 0.95;
const QUOTED_LINES = 20;

const isQuoted = (lines: readonly string[]): boolean => {
  const said = lines.filter((line) => line.trim() !== "");
  return (
    said.length >= QUOTED_LINES && said.filter((line) => line.startsWith(">")).length >= QUOTED * said.length
  );
};

/** A line's own number before it, as listings have them. */
const LINE_NUMBER = /^\s{0,8}(\d{1,6})(?:[:|.)]|\t|\s{2}|\s*$)[\t ]?/;
const hasOwnNumber = (line: string, at: number): boolean => Number(LINE_NUMBER.exec(line)?.[1]) === at + 1;

/** Does every line but few bear its own number? So many lines at the head are asked first. */
const areNumbered = (lines: readonly string[]): boolean =>
  lines.length >= QUOTED_LINES &&
  lines.slice(0, QUOTED_LINES).every(hasOwnNumber) &&
  lines.filter(hasOwnNumber).length >= QUOTED * lines.length;

/** Dots that lead to a colon, as tabs of word processors are filled with. */
const LEADER = /(?<!\.)\.{4,80}(?=\s{0,3}[:：])/g;
const withoutLeader = (line: string): string => (line.includes("....") ? line.replace(LEADER, blanks) : line);

/** The lines with foreign marks written as Markdown's; the very same array where there are none. */
export const inMarkdown = (printed: readonly string[]): readonly string[] => {
  const numbered = areNumbered(printed);
  const led = printed.some((line) => line.includes("....") && line.search(LEADER) >= 0);
  const lines =
    numbered || led
      ? printed.map((line) => withoutLeader(numbered ? line.replace(LINE_NUMBER, blanks) : line))
      : printed;
  const quoted = lines.find((line) => line.trim() !== "")?.startsWith(">") === true && isQuoted(lines);
  const marked = lines.some(
    (line) =>
      line.includes("'''") ||
      (line.includes("{") && (line.includes("\\textbf{") || line.includes("section{"))),
  );
  if (!quoted && !marked) return lines;
  return lines.map((line) => {
    let text = quoted && line.startsWith(">") ? ` ${line.slice(1)}` : line;
    if (text.includes("'''")) text = fromWiki(text);
    return text.includes("\\") ? fromTex(text) : text;
  });
};
