import { PAPER_VOICES, type PaperTools, type PaperVoice } from "../paper.ts";
import { writtenFor } from "./signs.ts";

type Doc = PDFKit.PDFDocument;

/** Words in one file of type. */
export interface Segment {
  font: string;
  words: string;
}

/** The type of a document: which file draws which sign, and how wide words are. */
export interface Type {
  /** Cuts words into runs of one file each; signs that no file has are written otherwise. */
  segments(voice: PaperVoice, words: string): Segment[];
  /** Points. */
  width(voice: PaperVoice, words: string, size: number): number;
  /** Name of a voice's first file. */
  fontOf(voice: PaperVoice): string;
}

const hasSign = (doc: Doc, code: number): boolean =>
  (
    doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
  )._font.font.hasGlyphForCodePoint(code);

/** Registers the files of type with a document. */
export function typeOf(doc: Doc, fonts: PaperTools["fonts"]): Type {
  const chains = new Map<PaperVoice, string[]>(
    PAPER_VOICES.map((voice) => [
      voice,
      fonts[voice].map((bytes, at) => {
        const name = `${voice}-${at}`;
        doc.registerFont(name, Buffer.from(bytes));
        return name;
      }),
    ]),
  );
  const fontOf = (voice: PaperVoice): string => chains.get(voice)?.[0] ?? "";
  const known = new Map<string, string | null>();
  const fontFor = (voice: PaperVoice, sign: string): string | null => {
    const key = `${voice} ${sign}`;
    let found = known.get(key);
    if (found === undefined) {
      const code = sign.codePointAt(0) ?? 0;
      found = chains.get(voice)?.find((name) => hasSign(doc.font(name), code)) ?? null;
      known.set(key, found);
    }
    return found;
  };
  const segments = (voice: PaperVoice, words: string): Segment[] => {
    const found: Segment[] = [];
    for (const sign of words) {
      const own = fontFor(voice, sign);
      const font = own ?? fontOf(voice);
      const written = own ? sign : writtenFor(sign);
      const last = found.at(-1);
      if (last?.font === font) last.words += written;
      else found.push({ font, words: written });
    }
    return found;
  };
  const widths = new Map<string, number>();
  const width = (voice: PaperVoice, words: string, size: number): number => {
    const key = `${voice} ${size} ${words}`;
    let found = widths.get(key);
    if (found === undefined) {
      found = segments(voice, words).reduce(
        (sum, segment) => sum + doc.font(segment.font).fontSize(size).widthOfString(segment.words),
        0,
      );
      widths.set(key, found);
    }
    return found;
  };
  return { segments, width, fontOf };
}
