import { escapeXml, unescapeXml } from "./escape.ts";
import { INK, SMALL_FONT } from "./ink.ts";

/** A drawing cut out of its page: what stood around it there goes with it. */
export interface Standalone {
  /** One `<svg>` element as `chartSvg` makes it. */
  svg: string;
  /** Where it comes from and as of when: stands under the drawing. */
  source: string;
}

const TITLE_FONT = 16;
/** Width of a letter as a share of the size of its type, on the safe side. */
const LETTER = 0.52;
const LEADING = 1.3;
const PAD = 12;

/** An address has no blanks to be broken at: it breaks behind its own signs, and where it has none, where the line ends. */
const piecesOf = (word: string, most: number): string[] => {
  const pieces: string[] = [];
  let rest = word;
  while (rest.length > most) {
    const sign = Math.max(...[...rest.slice(0, most)].map((one, at) => ("/-?&".includes(one) ? at + 1 : 0)));
    const end = sign || most;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
};

const wrapped = (words: string, size: number, width: number): string[] => {
  const most = Math.max(10, Math.floor(width / (size * LETTER)));
  const lines: string[] = [];
  for (const word of words.split(/\s+/).flatMap((one) => piecesOf(one, most))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const block = (lines: readonly string[], size: number, top: number, weight: number): string =>
  lines
    .map(
      (line, at) =>
        `<text x="${PAD}" y="${top + size + at * size * LEADING}" font-size="${size}" font-weight="${weight}" fill="${INK}">${escapeXml(line)}</text>`,
    )
    .join("");

/** A drawing that stands for itself: its finding above, its source below, on white, in a family that every machine has. */
export function standaloneSvg({ svg, source }: Standalone): string {
  const [, width = "0", height = "0"] = / width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const title = unescapeXml(/<title[^>]*>(.*?)<\/title>/s.exec(svg)?.[1] ?? "");
  const room = Number(width);
  const head = wrapped(title, TITLE_FONT, room);
  const foot = wrapped(source, SMALL_FONT, room);
  const top = PAD + head.length * TITLE_FONT * LEADING + PAD / 2;
  const under = top + Number(height) + PAD / 2;
  const all = Math.ceil(under + foot.length * SMALL_FONT * LEADING + PAD);
  const across = room + 2 * PAD;
  const inner = svg
    .replace(/^<svg /, `<svg x="${PAD}" y="${top}" `)
    .replaceAll('font-family="inherit"', 'font-family="Source Sans 3, Arial, sans-serif"')
    .replace(/ class="[^"]*"/, "");
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" lang="id" width="${across}" height="${all}" viewBox="0 0 ${across} ${all}" font-family="Source Sans 3, Arial, sans-serif">` +
    `<rect width="${across}" height="${all}" fill="#FFFFFF"/>` +
    block(head, TITLE_FONT, PAD, 600) +
    inner +
    block(foot, SMALL_FONT, under, 400) +
    "</svg>"
  );
}

/** The drawing of this id in a page; undefined where the page draws no such. */
export const drawingIn = (html: string, id: string): string | undefined => {
  const at = html.indexOf(`<svg xmlns="http://www.w3.org/2000/svg" id="${id}"`);
  // A drawing holds no other one.
  return at < 0 ? undefined : html.slice(at, html.indexOf("</svg>", at) + "</svg>".length);
};
