import { Parser } from "htmlparser2";
import { type Cell, cellOf, EMPTY_CELL, type Piece } from "./model.ts";

/** Elements that begin and end a line of their own. */
const BLOCK = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
/** Elements whose text is no text of the document. */
const HIDDEN = new Set(["script", "style", "template", "noscript", "svg", "object", "iframe", "head"]);

/** Something looks like a tag or an entity, so a tokeniser is needed. */
export const hasMarkup = (text: string): boolean =>
  (text.includes("<") || text.includes("&")) && /<[a-zA-Z/!]|&[a-zA-Z#]/.test(text);

/** A part of the file given to the HTML tokeniser: its text, and where that text stands. */
export interface Source {
  text: string;
  /** 1-based line and column of the text's first character. */
  line: number;
  column: number;
}

interface Place {
  line: number;
  column: number;
  /** Where the next newline of the source stands, so that most look-ups need no search. */
  index: number;
}

/** Events of a walk through HTML: text pieces and block boundaries, in order. */
export interface HtmlSink {
  piece(piece: Piece): void;
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
}

/**
 * Walks HTML of any quality, reporting text with its source place. Ordered lists get the numbers that a browser shows,
 * unless the item prints its own. `-->` of a flow chart is text, since no comment was opened.
 */
export const walkHtml = (source: Source, sink: HtmlSink): void => {
  const { text } = source;
  const place: Place = { line: source.line, column: source.column, index: 0 };
  const placeOf = (index: number): void => {
    let next = text.indexOf("\n", place.index);
    while (next !== -1 && next < index) {
      place.line++;
      place.column = 0;
      place.index = next + 1;
      next = text.indexOf("\n", place.index);
    }
    place.column += index - place.index;
    place.index = index;
  };
  let glue: Piece["glue"] = "";
  let hidden = 0;
  const lists: { ordered: boolean; next: number }[] = [];
  let itemNumber: number | null = null;

  const emit = (data: string, from: number, to: number): void => {
    let at = 0;
    for (const part of data.split("\n")) {
      if (part.trim() === "") {
        if (part !== "" && glue === "") glue = " ";
      } else {
        const start = Math.min(from + at, to);
        placeOf(start);
        const number =
          itemNumber !== null && !/^\s*(?:\d{1,3}|[a-zA-Z])\s?[.)]/.test(part) ? `${itemNumber}. ` : "";
        itemNumber = null;
        const length = Math.min(part.length, to - start);
        sink.piece({
          line: place.line,
          from: place.column,
          to: place.column + length,
          text: number ? number + part.trimStart() : part,
          glue,
        });
        glue = "";
      }
      at += part.length + 1;
      if (at <= data.length) glue = glue === "\n" ? "\n" : " ";
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (HIDDEN.has(name)) hidden++;
        if (name === "ol" || name === "ul") {
          const start = Number.parseInt(attributes.start ?? "1", 10);
          lists.push({ ordered: name === "ol", next: Number.isFinite(start) ? start : 1 });
        }
        if (name === "li") {
          const list = lists.at(-1);
          itemNumber = list?.ordered ? list.next++ : null;
        }
        if (BLOCK.has(name)) glue = "\n";
        sink.open(name, attributes);
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
        if (name === "ol" || name === "ul") lists.pop();
        if (BLOCK.has(name)) glue = "\n";
        sink.close(name);
      },
      ontext(data) {
        if (hidden === 0) emit(data, parser.startIndex, parser.endIndex + 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
};

/** Plain text of a part of one line, or of several lines joined by newlines. */
export const plainCell = (source: Source): Cell => {
  if (!hasMarkup(source.text)) {
    if (source.text.trim() === "") return EMPTY_CELL;
    if (!source.text.includes("\n")) {
      return cellOf([
        {
          line: source.line,
          from: source.column,
          to: source.column + source.text.length,
          text: source.text,
          glue: "",
        },
      ]);
    }
    const pieces: Piece[] = [];
    for (const [index, part] of source.text.split("\n").entries()) {
      if (part.trim() !== "") {
        const column = index === 0 ? source.column : 0;
        pieces.push({
          line: source.line + index,
          from: column,
          to: column + part.length,
          text: part,
          glue: pieces.length ? " " : "",
        });
      }
    }
    return cellOf(pieces);
  }
  const pieces: Piece[] = [];
  walkHtml(source, { piece: (piece) => pieces.push(piece), open: () => {}, close: () => {} });
  return cellOf(pieces);
};
