/** A piece of text; `marked` is a quote in it. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** Quotes that were cut end in dots; what is looked for is what stands before them. */
const CUT = /\s*(?:…|\.{3})\s*$/;
/** A quote shorter than this would be found everywhere. */
const SHORTEST = 3;

interface Folded {
  text: string;
  /** Segment and column of each character of `text`. */
  at: readonly (readonly [segment: number, column: number])[];
}

/** Segments as one text in which every run of white space, and every end of a segment, is one blank. */
function fold(segments: readonly string[]): Folded {
  let text = "";
  const at: [number, number][] = [];
  const add = (mark: string, segment: number, column: number): void => {
    for (let unit = 0; unit < mark.length; unit += 1) at.push([segment, column]);
    text += mark;
  };
  segments.forEach((one, segment) => {
    for (let column = 0; column < one.length; column += 1) {
      const mark = one.charAt(column);
      if (!/\s/.test(mark)) add(mark, segment, column);
      else if (!text.endsWith(" ")) add(" ", segment, column);
    }
    if (text !== "" && !text.endsWith(" ")) add(" ", segment, one.length);
  });
  return { text, at };
}

/**
 * Cuts each segment of a text at the quotes that stand in it; a quote may run on from one segment to the next, and white
 * space counts as one blank. A quote that is not found marks nothing.
 */
export function markQuotes(segments: readonly string[], quotes: readonly string[]): MarkedPart[][] {
  const folded = fold(segments);
  const marked = segments.map((one) => new Uint8Array(one.length));
  for (const quote of quotes) {
    const wanted = quote.replace(CUT, "").replace(/\s+/g, " ").trim();
    const from = wanted.length < SHORTEST ? -1 : folded.text.indexOf(wanted);
    if (from < 0) continue;
    const [firstSegment = 0, firstColumn = 0] = folded.at[from] ?? [];
    const [lastSegment = 0, lastColumn = 0] = folded.at[from + wanted.length - 1] ?? [];
    for (let segment = firstSegment; segment <= lastSegment; segment += 1) {
      const start = segment === firstSegment ? firstColumn : 0;
      const end = segment === lastSegment ? lastColumn + 1 : (segments[segment]?.length ?? 0);
      marked[segment]?.fill(1, start, end);
    }
  }
  return segments.map((one, segment) => cut(one, marked[segment] ?? new Uint8Array()));
}

function cut(text: string, marked: Uint8Array): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marked[at] === marked[at - 1]) continue;
    parts.push({ text: text.slice(from, at), marked: marked[from] === 1 });
    from = at;
  }
  return parts;
}
