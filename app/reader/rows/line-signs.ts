/** Signs of drawings and light mark-up, turned line by line into those that the reading of lines knows. */

/** A line of a table that is drawn: it begins and ends with a border. */
const DRAWN = /^\s*[\u2500-\u257f](?:.*[\u2500-\u257f])?\s*$/;
const UPRIGHT = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
const LEVEL = /[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]/g;
const CORNER = /[\u2500-\u257f]/g;

/** Drawn borders as the signs "|", "-" and "+", one for one, so that columns stay where they are. */
export const drawnAsSigns = (line: string): string =>
  DRAWN.test(line) ? line.replace(UPRIGHT, "|").replace(LEVEL, "-").replace(CORNER, "+") : line;

/** Asciidoc keeps a number from beginning a list with this sign: it is no text. */
const EMPTY_SIGN = "{empty}";
/** What it writes around the items of a list within a cell, and before a cell that holds more than words. */
const LIST_SIGNS =
  /^(?:\[(?:arabic|loweralpha|upperalpha|lowerroman|upperroman)[^\]]{0,40}\]|[.*]{1,5} \{blank\}|\+|_{4}|--)$/;
const CELL_SIGN = /(?<=\s|^)(?:\d{0,2}\.?\d{0,2}\+)?[aelmsd](?=\|)/g;
const OPENS_ASCIIDOC = /^\|={3,}\s*$/;
const blankOf = (text: string): string => " ".repeat(text.length);

export const withoutSigns = (lines: readonly string[]): readonly string[] => {
  const asciidoc = lines.some((line) => OPENS_ASCIIDOC.test(line));
  return lines.map((line) => {
    if (line.startsWith(EMPTY_SIGN)) return line.replace(EMPTY_SIGN, blankOf);
    if (!asciidoc) return line;
    if (LIST_SIGNS.test(line)) return "";
    return line.startsWith("|") ? line.replace(CELL_SIGN, blankOf) : line;
  });
};

/** A quotation that opens as a box to fold out: its title is a heading, and the lines below it lose their mark. */
const CALLOUT = /^> ?\[![a-z]{3,12}\][-+]?/i;
const QUOTE = /^> ?/;
export const unquoted = (lines: readonly string[]): readonly string[] => {
  if (!lines.some((line) => CALLOUT.test(line))) return lines;
  let inside = false;
  return lines.map((line) => {
    const opens = CALLOUT.exec(line);
    inside = opens !== null || (inside && QUOTE.test(line));
    if (opens) return line.replace(CALLOUT, (mark) => `#####${" ".repeat(mark.length - 5)}`);
    return inside ? line.replace(QUOTE, (mark) => " ".repeat(mark.length)) : line;
  });
};
