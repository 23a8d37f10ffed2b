import { withPlainLabels } from "./set-off-labels.ts";
import { isBlankText } from "./text.ts";

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
/** A heading of TeX that its own line does not close, and the line that does. */
const TEX_HEAD_OPENS = /^(\s*\\(?:sub){0,2}section\*?\{)([^{}]{1,400})$/;
const TEX_HEAD_CLOSES = /^([^{}]{1,400})(\}\\label\{[^{}]{0,200}\}\}?\s*)$/;
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

/** A heading runs over so many lines of TeX at most. */
const MOST_HEAD_LINES = 3;

/** Headings of TeX that run over several lines, as HTML's, which do as well; changes the lines in place. */
const joinTexHeads = (lines: string[]): void => {
  for (let from = 0; from < lines.length; from++) {
    const opens = (lines[from] as string).includes("section{")
      ? TEX_HEAD_OPENS.exec(lines[from] as string)
      : null;
    if (!opens) continue;
    for (let to = from + 1; to < Math.min(lines.length, from + MOST_HEAD_LINES); to++) {
      const closes = TEX_HEAD_CLOSES.exec(lines[to] as string);
      if (!closes) continue;
      lines[from] = `${"<h4>".padStart((opens[1] as string).length)}${opens[2]}`;
      lines[to] = `${closes[1]}${"</h4>".padEnd((closes[2] as string).length)}`;
      break;
    }
  }
};

/** A heading as textile marks it, and the signs of its numbered lists, which Markdown has for headings. */
const TEXTILE_HEAD = /^h[1-6](?:\([^()]{0,200}\))?\. (?=\S)/;
const TEXTILE_ITEM = /^#{1,6}(?= )/;

const fromTextile = (line: string): string =>
  line
    .replace(TEXTILE_ITEM, (marks) => "-".padStart(marks.length))
    .replace(TEXTILE_HEAD, (mark) => `#${blanks(mark).slice(1)}`);

/** A name in bold type of light mark-up that is broken by hand: "*2. STANDAR PELAYANAN +" over "IZIN TRAYEK*". */
const BROKEN_BOLD = /^\*(?=[^\s*])([^*]{1,200}) \+$/;
const BROKEN_END = /^([^*]{1,200})\*$/;

const plainBrokenBold = (lines: string[]): void => {
  for (let at = 0; at + 1 < lines.length; at++) {
    const opens = BROKEN_BOLD.exec(lines[at] as string);
    const closes = opens && BROKEN_END.exec(lines[at + 1] as string);
    if (!opens || !closes) continue;
    lines[at] = ` ${opens[1]}  `;
    lines[at + 1] = `${closes[1]} `;
  }
};

/** "![alur](alur.png)" beside words, "[unduh](https://…)", "<umum@contoh.go.id>": pictures and links of Markdown. */
const PICTURE = /!\[[^[\]]{0,200}\]\([^()\s]{0,400}\)/g;
const LINK = /\[([^[\]]{1,300})\](\((?:[^()\s]|\([^()\s]{0,100}\)){1,400}\))/g;
const ADDRESS =
  /<((?:https?:\/\/|mailto:)[^<>\s]{3,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})>([,;.)]?)/g;

const LINKED = /\]\(|<(?:https?:|mailto:|[\w.+-]{1,64}@)/;
const mayLink = (line: string): boolean =>
  (line.includes("](") || (line.includes("<") && (line.includes("@") || line.includes("://")))) &&
  LINKED.test(line);

/** A tag that says nothing, of so many letters. */
const emptyTag = (letters: number): string => `<a${" ".repeat(letters - 3)}>`;

/** Words of links and addresses stay, where they lead and pictures do not; a picture alone on its line is known as one. */
const plainLinks = (line: string): string => {
  if (!mayLink(line)) return line;
  const alone = isBlankText(line.replace(PICTURE, ""));
  return (alone ? line : line.replace(PICTURE, (whole) => emptyTag(whole.length)))
    .replace(LINK, (whole, text: string) => (alone ? whole : text + emptyTag(whole.length - text.length)))
    .replace(ADDRESS, " $1$2 ");
};

/** So many of a text's lines bear the sign where the whole text is quoted, and so many lines show it. */
const QUOTED = 0.95;
const QUOTED_LINES = 20;

const isQuoted = (lines: readonly string[]): boolean => {
  const said = lines.filter((line) => !isBlankText(line));
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
export const inMarkdown = (printed: readonly string[]): readonly string[] =>
  withPlainLabels(withMarkdownMarks(printed));

const withMarkdownMarks = (printed: readonly string[]): readonly string[] => {
  const numbered = areNumbered(printed);
  const led = printed.some((line) => line.includes("....") && line.search(LEADER) >= 0);
  const lines =
    numbered || led
      ? printed.map((line) => withoutLeader(numbered ? line.replace(LINE_NUMBER, blanks) : line))
      : printed;
  const linked = lines.some(mayLink);
  const quoted = lines.find((line) => !isBlankText(line))?.startsWith(">") === true && isQuoted(lines);
  const textile = lines.some((line) => line.startsWith("h") && TEXTILE_HEAD.test(line));
  const broken = lines.some((line) => line.startsWith("*") && BROKEN_BOLD.test(line));
  const marked = lines.some(
    (line) =>
      line.includes("'''") ||
      (line.includes("{") && (line.includes("\\textbf{") || line.includes("section{"))),
  );
  if (!quoted && !marked && !textile && !broken && !linked) return lines;
  const written = lines.map((line) => {
    let text = linked ? plainLinks(line) : line;
    if (quoted && text.startsWith(">")) text = ` ${text.slice(1)}`;
    if (textile) text = fromTextile(text);
    if (text.includes("'''")) text = fromWiki(text);
    return text.includes("\\") ? fromTex(text) : text;
  });
  if (marked) joinTexHeads(written);
  if (broken) plainBrokenBold(written);
  return written;
};
