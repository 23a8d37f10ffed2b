import { isAscii, isUtf8, transcode } from "node:buffer";
import { hasBinarySignature } from "./binary-kind.ts";
import { setPositioned } from "./positioned.ts";
import { isBlankText } from "./text.ts";

/** Bytes → lines, with what had to be assumed on the way. */

/** Files over this many bytes are not read: the same bound as for what is stored. */
export const MAX_BYTES = 25_000_000;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Decoded {
  /**
   * Lines without their line ends; index 0 is line 1. A closing line end opens no further line. HTML that a converter
   * wrote without line ends has one line a block, and pages whose texts have places are set in the lines that they show:
   * without lines nothing could be shown or pointed to.
   */
  lines: string[];
  encoding: Encoding;
  /** Set where the file is not read at all. */
  refused: "empty" | "binary" | "too_large" | null;
}

const refusedAs = (refused: Decoded["refused"]): Decoded => ({ lines: [], encoding: "utf-8", refused });

const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2) oddZeros++;
    else evenZeros++;
  });
  // Latin text in UTF-16 has a zero in every other byte.
  if (oddZeros > sample.length * 0.3 && evenZeros < sample.length * 0.02) return "utf-16le";
  if (evenZeros > sample.length * 0.3 && oddZeros < sample.length * 0.02) return "utf-16be";
  return "utf-8";
};

const decodeText = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return { text: new TextDecoder(encoding).decode(bytes), encoding };
  if (isUtf8(bytes)) return { text: fromUtf8(bytes), encoding };
  // A stray byte in a long UTF-8 text is damage, not another encoding.
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const broken = lenient.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = lenient.match(/[\u0080-\uffff]/g)?.length ?? 0;
  if (broken < beyondAscii / 2) return { text: lenient, encoding };
  return { text: fromWindows1252(bytes), encoding: "windows-1252" };
};

/** The engine decodes UTF-8 sign by sign, Node's conversion takes many signs at once. The mark of the byte order is left out. */
const fromUtf8 = (bytes: Uint8Array): string => {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const text = transcode(bytes, "utf8", "utf16le").toString("utf16le");
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
};
const BYTE_ORDER_MARK = "\ufeff";

/** Windows-1252 0x80-0x9F: runtimes without full ICU leave these bytes as control characters. */
const CP1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Decodes windows-1252, also on runtimes without full ICU. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => CP1252[char.charCodeAt(0) - 0x80] as string);

/** Share of control characters above which a file is no text. */
const MAX_CONTROL_SHARE = 0.02;

/** Characters from which a line may hold a document. */
const UNBROKEN = 2000;
const BLOCK_OPENS = /(?=<(?:p|h[1-6]|table|tr|[ou]l|li|div|d[ltd])\b)/i;

/** The file is a page of its own: where its lines end says nothing. */
const OPENS_PAGE = /^\s*<(?:!doctype\s+html|html|head|body)\b/i;

/**
 * A line that holds most of the file, or may hold a document of a page that holds several, is broken at the beginnings of
 * its HTML blocks; all others stay as they are.
 */
const broken = (lines: string[], fileLength: number): string[] => {
  const isPage = lines.slice(0, 2).some((line) => OPENS_PAGE.test(line));
  const least = isPage ? UNBROKEN : Math.max(UNBROKEN, fileLength / 2);
  return lines.some((line) => line.length >= least)
    ? lines.flatMap((line) => (line.length < least ? line : line.split(BLOCK_OPENS)))
    : lines;
};

/** A sign that is no text: most files have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/;

/** Signs that no reader sees: where a word may break, marks of the byte order and of the direction of writing. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Letters that typesetters join, letters, figures and signs as wide as a Chinese one, and the alphabets of formulas. */
const COMPOSED = /[\ufb00-\ufb06\uff01-\uff5e]|\ud835[\udc00-\udfff]/g;
/**
 * Cyrillic and Greek letters that look like Latin ones, and these: scans and fonts put the ones for the others. Beside a Latin
 * letter they are one; one by itself may be a blot.
 */
const LOOKS = "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN = "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo";
const LOOKALIKES = new RegExp(`[${LOOKS}]{1,20}`, "g");
const EACH_LOOKALIKE = new RegExp(`[${LOOKS}]`, "g");
/** All of these and others between them: one range is looked for at once, many letters one after the other. */
const GREEK_OR_CYRILLIC = /[\u0391-\u0458]+/g;
const LATIN_LETTER = /[A-Za-z]/;
const inLatin = (letters: string, from: number, text: string): string =>
  letters.replace(LOOKALIKES, (run, at: number) =>
    LATIN_LETTER.test(text.charAt(from + at - 1) + text.charAt(from + at + run.length))
      ? run.replace(EACH_LOOKALIKE, (letter) => LATIN.charAt(LOOKS.indexOf(letter)))
      : run,
  );
const MAY_BE_UNSEEN =
  /[\u00ad\u0391-\u03bf\u0405-\u0458\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ud835\ufb00-\ufb06\ufeff\uff01-\uff5e]/;

/**
 * A text without signs that say nothing, its letters and figures as ASCII has them: words and numbers are compared by these.
 * `signs`: all of the text's that are not ASCII's.
 */
export const withoutUnseen = (text: string, signs = text): string => {
  if (!MAY_BE_UNSEEN.test(signs)) return text;
  const seen = signs.search(UNSEEN) < 0 ? text : text.replace(UNSEEN, "");
  const plain = signs.search(COMPOSED) < 0 ? seen : seen.replace(COMPOSED, (sign) => sign.normalize("NFKC"));
  return plain.replace(GREEK_OR_CYRILLIC, inLatin);
};

/** Arabic figures, of both forms: only their signs differ, they run from left to right as well. */
const ARABIC_FIGURE = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Has a text so many ASCII figures at least? */
const hasFigures = (text: string, least: number): boolean => {
  if (least === 0) return true;
  let seen = 0;
  for (const _ of text.matchAll(/\d/g)) if (++seen === least) return true;
  return false;
};

/** A text that counts in Arabic figures, in ASCII ones. A single one among others is a blot that a scan took for it. */
const withAsciiFigures = (text: string): string => {
  const arabic = text.match(ARABIC_FIGURE)?.length ?? 0;
  if (hasFigures(text, arabic)) return text;
  return text.replace(ARABIC_FIGURE, (figure) => String(figure.charCodeAt(0) & 15));
};

/** Line ends of other systems; the one of mainframes is no other sign only where a text has no line end beside it. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;
const SEPARATOR = /[\u2028\u2029]/;
const linesOf = (text: string, beyond: string): string[] => {
  if (text.includes("\r") || SEPARATOR.test(beyond)) return text.split(LINE_END);
  return text.includes("\n") || !beyond.includes("\u0085") ? text.split("\n") : text.split("\u0085");
};

const ASCII = /[\t-\r -~]+/g;
/** A text's signs that are not ASCII's, and its control characters: of most texts few, so what is rare is looked for among them. */
const beyondAscii = (text: string): string => text.replace(ASCII, "");

/** A sign that is written over, under or around the one before it. */
const COMBINING = /\p{M}/u;

/** A text with every sign in the form in which words and numbers are compared; `beyond`: its signs that are not ASCII's. */
const inOneForm = (text: string, beyond: string): string => {
  const latin = withoutUnseen(text, beyond);
  const counted = beyond.search(ARABIC_FIGURE) < 0 ? latin : withAsciiFigures(latin);
  // Only marks make another sign of an ASCII letter; what is left out may have stood between two signs that make one.
  const composed = latin === text && !COMBINING.test(beyond) && beyond.normalize("NFC") === beyond;
  return composed ? counted : counted.normalize("NFC");
};

/** Decodes a file's bytes. Never throws: what is no text comes back as `refused`. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes.length > MAX_BYTES) return refusedAs("too_large");
  if (bytes.length === 0) return refusedAs("empty");
  if (hasBinarySignature(bytes)) return refusedAs("binary");
  const { text, encoding } = decodeText(bytes);
  const beyond = beyondAscii(text);
  const unclean = NO_TEXT.test(beyond);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const control = unclean ? (beyond.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0) : 0;
  if (control > text.length * MAX_CONTROL_SHARE && control > 8) return refusedAs("binary");
  const clean = unclean
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL or another control character carries no text
      text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, " ")
    : text;
  const whole = inOneForm(clean, beyond);
  const lines = setPositioned(whole) ?? broken(linesOf(whole, beyond), text.length);
  if (lines.at(-1) === "") lines.pop();
  if (lines.every((line) => isBlankText(line))) return refusedAs("empty");
  return { lines, encoding, refused: null };
};
