import { isBlankText } from "../text.ts";

/** Lines that a piece of HTML which opens on one goes on over. */

/** A tag that the line's end cuts. */
const OPEN_TAG = /<[a-zA-Z/][^<>]*$/;
const MAX_TAG_LINES = 12;

/** Last line of a block that opens on line `from`: a tag broken over lines, as word processors write them, ends where its bracket closes. */
export const blockEnd = (lines: readonly string[], from: number): number => {
  let end = from;
  while (end + 1 < lines.length && end - from < MAX_TAG_LINES && OPEN_TAG.test(lines[end] as string)) end++;
  return paragraphEnd(lines, from, end);
};

/** A style, a script or a comment that opens with its line, and how it is closed. */
const HIDDEN_BLOCK = /^\s*<(?:(style|script)\b|!--)/i;
/** What a converter of PDF pages writes below them: the headings once more, for clicking. */
const OUTLINE = /<h1>Document Outline<\/h1>/;
/** One that is still open after this many lines was never meant to be closed. */
const MAX_HIDDEN_LINES = 400;

/** Last line of a block of mark-up that opens on line `from` and shows nothing; null where none does. */
export const hiddenEnd = (lines: readonly string[], from: number): number | null => {
  if (OUTLINE.test(lines[from] as string)) return lines.length - 1;
  const open = HIDDEN_BLOCK.exec(lines[from] as string);
  if (!open) return null;
  const end = open[1] ? `</${open[1].toLowerCase()}>` : "-->";
  for (let i = from; i < Math.min(lines.length, from + MAX_HIDDEN_LINES); i++) {
    const line = lines[i] as string;
    const at = line.toLowerCase().indexOf(end, i === from ? open[0].length : 0);
    if (at !== -1) return isBlankText(line.slice(at + end.length)) ? i : null;
  }
  return null;
};

/** A block of text that is left open, and one that is opened or closed. */
const OPENS_TEXT =
  /<(p|h[1-6]|dt|dd|caption)\b[^<>]*>(?:(?!<\/?(?:p|h[1-6]|d[ltd]|caption|div|table|li|[ou]l)\b)[\s\S])*$/i;
const NEXT_BLOCK = /<(\/?)(?:p|h[1-6]|d[ltd]|caption|div|table|tr|td|li|[ou]l)\b/i;

/** No line of a broken paragraph is longer. */
const MAX_PARAGRAPH = 4000;

/** Last line of the paragraph that lines `from` to `end` leave open; `end` where nothing closes it soon. */
const paragraphEnd = (lines: readonly string[], from: number, end: number): number => {
  const text = lines.slice(from, end + 1).join("\n");
  if (text.length > MAX_PARAGRAPH || !OPENS_TEXT.test(text)) return end;
  for (let at = end + 1; at < Math.min(lines.length, end + MAX_TAG_LINES); at++) {
    const line = lines[at] as string;
    if (isBlankText(line)) return end;
    const block = NEXT_BLOCK.exec(line);
    if (block) return block[1] ? at : end;
  }
  return end;
};

/** Last line of the HTML table that opens on line `from`: where as many were closed as opened, or the file's end. */
export const htmlEnd = (lines: readonly string[], from: number): number => {
  let depth = 0;
  for (let i = from; i < lines.length; i++) {
    for (const match of (lines[i] as string).matchAll(/<(\/?)table\b/gi)) depth += match[1] ? -1 : 1;
    if (depth <= 0) return i;
  }
  return lines.length - 1;
};
