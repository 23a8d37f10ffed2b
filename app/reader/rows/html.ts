import { Parser } from "htmlparser2";
import { withoutUnseen } from "../decode.ts";
import { withOneMore } from "../lists.ts";
import { onForget } from "../memory.ts";
import { isBlankText } from "../text.ts";
import { type Cell, cellOf, EMPTY_CELL, type Piece } from "./model.ts";

/** Elements that begin and end a line of their own. */
const BLOCK = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
/** Squares of a table inside a cell: a row of them is one line. */
const SQUARES = new Set(["td", "th"]);
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

/** Events of a walk through HTML: text pieces and block boundaries, in order. */
export interface HtmlSink {
  piece(piece: Piece): void;
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
}

/**
 * One walk after the other with the same parser: most walks are a few words of one cell, and setting a parser up would
 * cost more than the walk.
 */
class Walker {
  readonly #parser: Parser;
  #sink: HtmlSink = SILENT;
  #text = "";
  /** Line and column of the last place that was looked up; `#index` is where it stands in the text. */
  #line = 0;
  #column = 0;
  #index = 0;
  #glue: Piece["glue"] = "";
  #hidden = 0;
  #lists: { ordered: boolean; next: number }[] = [];
  #itemNumber: number | null = null;

  /** @param decodeEntities signs are written by their names or numbers; without them text is searched for tags alone */
  constructor({ decodeEntities }: { decodeEntities: boolean }) {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name) => this.#close(name),
        ontext: (data) => {
          if (this.#hidden === 0) this.#emit(data, parser.startIndex, parser.endIndex + 1);
        },
      },
      { decodeEntities, lowerCaseTags: true },
    );
    this.#parser = parser;
    onForget(() => this.#begin({ text: "", line: 0, column: 0 }, SILENT));
  }

  walk(source: Source, sink: HtmlSink): void {
    this.#begin(source, sink);
    this.#parser.end(source.text);
  }

  #begin({ text, line, column }: Source, sink: HtmlSink): void {
    this.#parser.reset();
    this.#sink = sink;
    this.#text = text;
    this.#line = line;
    this.#column = column;
    this.#index = 0;
    this.#glue = "";
    this.#hidden = 0;
    this.#lists = [];
    this.#itemNumber = null;
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (HIDDEN.has(name)) this.#hidden++;
    if (name === "ol" || name === "ul") {
      const start = Number.parseInt(attributes.start ?? "1", 10);
      this.#lists.push({ ordered: name === "ol", next: Number.isFinite(start) ? start : 1 });
    }
    if (name === "li") {
      const list = this.#lists.at(-1);
      this.#itemNumber = list?.ordered ? list.next++ : null;
    }
    this.#break(name);
    this.#sink.open(name, attributes);
  }

  #close(name: string): void {
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    if (name === "ol" || name === "ul") this.#lists.pop();
    this.#break(name);
    this.#sink.close(name);
  }

  /** A block begins a line of its own; the squares of a table's row stand side by side. */
  #break(name: string): void {
    if (SQUARES.has(name)) this.#glue = this.#glue === "\n" ? "\n" : " ";
    else if (BLOCK.has(name)) this.#glue = "\n";
  }

  /** Moves the place on to an offset of the text. */
  #placeAt(index: number): void {
    let next = this.#text.indexOf("\n", this.#index);
    while (next !== -1 && next < index) {
      this.#line++;
      this.#column = 0;
      this.#index = next + 1;
      next = this.#text.indexOf("\n", this.#index);
    }
    this.#column += index - this.#index;
    this.#index = index;
  }

  #emit(data: string, from: number, to: number): void {
    if (!data.includes("\n")) {
      this.#part(data, Math.min(from, to), to);
      return;
    }
    let at = 0;
    for (const part of data.split("\n")) {
      this.#part(part, Math.min(from + at, to), to);
      at += part.length + 1;
      if (at <= data.length) this.#glue = this.#glue === "\n" ? "\n" : " ";
    }
  }

  /** A text within one line, which begins at the offset `start` and ends before `to`. */
  #part(part: string, start: number, to: number): void {
    if (isBlankText(part)) {
      if (part !== "" && this.#glue === "") this.#glue = " ";
      return;
    }
    this.#placeAt(start);
    const number =
      this.#itemNumber !== null && !/^\s*(?:\d{1,3}|[a-zA-Z])\s?[.)]/.test(part)
        ? `${this.#itemNumber}. `
        : "";
    this.#itemNumber = null;
    const text = number ? number + part.trimStart() : part;
    this.#sink.piece({
      line: this.#line,
      from: this.#column,
      to: this.#column + Math.min(part.length, to - start),
      // The file's own signs are clean since it was decoded; a sign written by its name or number is shorter than that.
      text: part.length < to - start ? withoutUnseen(text) : text,
      glue: this.#glue,
    });
    this.#glue = "";
  }
}

const nothing = (): void => {};
const SILENT: HtmlSink = { piece: nothing, open: nothing, close: nothing };
const WITH_ENTITIES = new Walker({ decodeEntities: true });
const WITHOUT_ENTITIES = new Walker({ decodeEntities: false });

/**
 * Walks HTML of any quality, reporting text with its source place. Ordered lists get the numbers that a browser shows,
 * unless the item prints its own. `-->` of a flow chart is text, since no comment was opened. A sink begins no other walk.
 */
export const walkHtml = (source: Source, sink: HtmlSink): void =>
  (source.text.includes("&") ? WITH_ENTITIES : WITHOUT_ENTITIES).walk(source, sink);

let gathered: Piece[] = [];
/** Pieces alone, one walk after the other. */
const GATHERING: HtmlSink = {
  piece: (piece) => {
    gathered = withOneMore(gathered, piece);
  },
  open: nothing,
  close: nothing,
};

const piecesOfHtml = (source: Source): Piece[] => {
  gathered = [];
  walkHtml(source, GATHERING);
  const pieces = gathered;
  gathered = [];
  return pieces;
};

const pieceOf = (text: string, line: number, from: number, glue: Piece["glue"]): Piece => ({
  line,
  from,
  to: from + text.length,
  text,
  glue,
});

/** Plain text of a part of one line, or of several lines joined by newlines. */
export const plainCell = (source: Source): Cell => {
  const { text, line, column } = source;
  if (hasMarkup(text)) return cellOf(piecesOfHtml(source));
  if (isBlankText(text)) return EMPTY_CELL;
  if (!text.includes("\n")) return cellOf([pieceOf(text, line, column, "")]);
  const pieces: Piece[] = [];
  for (const [index, part] of text.split("\n").entries())
    if (!isBlankText(part))
      pieces.push(pieceOf(part, line + index, index === 0 ? column : 0, pieces.length ? " " : ""));
  return cellOf(pieces);
};
