import { Parser } from "htmlparser2";
import { type OpenPart, openArchive } from "./archive.ts";
import { PackedTexts } from "./packed-texts.ts";
import { Refusal, Row, type Table, type TableNote } from "./table.ts";
import { dateStyles, isoOfSerial, type WorkbookParts, workbookParts } from "./workbook.ts";

const MIB = 1024 * 1024;
const MAX_FILE = 128 * MIB;
/** Unpacked size of one part, and of all, above which a workbook is not read: a bomb, or no survey. */
const MAX_PART = 384 * MIB;
const MAX_UNPACKED = 1024 * MIB;
/** Of what is held while rows are read: parts that say what a workbook is, and the texts that its cells share. */
const MAX_SMALL_PART = 32 * MIB;
const MAX_STRINGS = 64 * MIB;
/** Cells that hold for rows below them. */
const MAX_MERGED = 200_000;
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const STEP = 1 << 16;
/** Characters of a tag that tells of merged cells. */
const MAX_TAG = 200;

const tooLarge = () =>
  new Refusal(
    "too_large",
    "Isi buku kerja ini terlalu besar untuk dibaca. Simpan lembar surveinya saja sebagai CSV, lalu unggah kembali.",
  );

/** XML of a part as text, in parts. */
function* pieces(xml: Iterable<Uint8Array>): Generator<string> {
  let decoder: TextDecoder | undefined;
  for (const bytes of xml) {
    decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
    for (let at = 0; at < bytes.length; at += STEP)
      yield decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
  }
}

/** A part that is held whole. */
const smallPart = (xml: Iterable<Uint8Array> | undefined): string | undefined => {
  if (!xml) return undefined;
  let text = "";
  for (const piece of pieces(xml)) {
    text += piece;
    if (text.length > MAX_SMALL_PART) throw tooLarge();
  }
  return text;
};

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Rich text is joined; phonetic readings (rPh) are left out. */
const sharedStrings = (xml: Iterable<Uint8Array> | undefined): PackedTexts => {
  const strings = new PackedTexts(MAX_STRINGS);
  if (!xml) return strings;
  let text = "";
  let inText = false;
  let phonetic = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        const tag = local(name);
        if (tag === "si") text = "";
        else if (tag === "rPh") phonetic++;
        else if (tag === "t") inText = phonetic === 0;
      },
      ontext: (part) => {
        if (inText) text += part;
      },
      onclosetag: (name) => {
        const tag = local(name);
        if (tag === "t") inText = false;
        else if (tag === "rPh") phonetic--;
        else if (tag === "si" && !strings.add(text)) throw tooLarge();
      },
    },
    { xmlMode: true },
  );
  for (const piece of pieces(xml)) parser.write(piece);
  parser.end();
  return strings;
};

/** `BC12` → column 54 (0-based) and row 12; undefined where it is no reference. */
const reference = (ref: string): { column: number; row: number } | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (!match) return undefined;
  let column = 0;
  for (const letter of (match[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= MAX_COLUMN && row >= 1 && row <= MAX_ROW ? { column: column - 1, row } : undefined;
};

/** Ranges merged downwards: what stands in their first cell holds for all rows. Sideways merges are titles and sums. */
interface Down {
  column: number;
  from: number;
  to: number;
}

const mergedDown = (xml: Iterable<Uint8Array>): Map<number, Down[]> => {
  const byRow = new Map<number, Down[]>();
  let left = MAX_MERGED;
  const take = (ref: string): void => {
    const [a, b] = ref.split(":").map(reference);
    if (!a || !b || b.row <= a.row || b.column - a.column > 30) return;
    for (let column = a.column; column <= b.column; column++) {
      if (left-- === 0) throw tooLarge();
      const list = byRow.get(a.row) ?? [];
      list.push({ column, from: a.row, to: b.row });
      byRow.set(a.row, list);
    }
  };
  let rest = "";
  for (const piece of pieces(xml)) {
    const text = rest + piece;
    if (text.includes("mergeCell"))
      for (const [, ref = ""] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([^"']{1,30})["']/g))
        take(ref);
    // A tag may be cut by the end of a piece.
    rest = text.slice(text.lastIndexOf(">") + 1).slice(-MAX_TAG);
  }
  return byRow;
};

interface SheetContext {
  strings: PackedTexts;
  isDate: (style: number) => boolean;
  date1904: boolean;
  notes: Set<TableNote>;
}

/** Streams the rows of one sheet; blank rows between rows are yielded, those after the last are not. */
function* sheetRows(
  xml: Iterable<Uint8Array>,
  down: ReadonlyMap<number, Down[]>,
  context: SheetContext,
): Generator<Row> {
  const ready: Row[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let kind = "";
  let style = 0;
  let value = "";
  let hasFormula = false;
  let hasValue = false;
  let reading = false;
  let inRow = false;
  const finishCell = (): void => {
    const text = cellText({ kind, value, style, hasFormula, hasValue }, context);
    if (text !== "" && column < MAX_COLUMN) {
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = local(name);
        if (tag === "row") {
          const given = Number(attributes.r);
          row = given > row && given <= MAX_ROW ? given : row + 1;
          cells = [];
          column = -1;
          inRow = true;
          if (attributes.hidden === "1" || attributes.hidden === "true") context.notes.add("hidden_rows");
        } else if (tag === "col") {
          if (attributes.hidden === "1" || attributes.hidden === "true") context.notes.add("hidden_columns");
        } else if (tag === "c" && inRow) {
          column = (attributes.r ? reference(attributes.r)?.column : undefined) ?? column + 1;
          kind = attributes.t ?? "n";
          style = Number(attributes.s ?? 0);
          value = "";
          hasFormula = false;
          hasValue = false;
        } else if (tag === "f") hasFormula = true;
        else if (tag === "v" || tag === "t") {
          reading = true;
          hasValue = true;
        }
      },
      ontext: (part) => {
        if (reading) value += part;
      },
      onclosetag: (name) => {
        const tag = local(name);
        if (tag === "v" || tag === "t") reading = false;
        else if (tag === "c" && inRow) finishCell();
        else if (tag === "row") {
          inRow = false;
          if (row <= MAX_ROW) ready.push(new Row(row, cells));
        }
      },
    },
    { xmlMode: true },
  );
  const open: (Down & { text: string })[] = [];
  const fill = ({ row: at, cells: own }: Row): Row => {
    for (const range of down.get(at) ?? []) open.push({ ...range, text: own[range.column] ?? "" });
    for (let index = open.length - 1; index >= 0; index--) {
      const range = open[index] as Down & { text: string };
      if (range.to < at) open.splice(index, 1);
      else if (range.text !== "" && (own[range.column] ?? "") === "") {
        const target = own as string[];
        while (target.length < range.column) target.push("");
        target[range.column] = range.text;
      }
    }
    return new Row(at, own);
  };
  let expected = 1;
  /** Blank rows that are given once a row with content follows them. */
  let owed = 0;
  const given = function* (one: Row): Generator<Row> {
    const filled = down.size > 0 ? fill(one) : one;
    if (filled.cells.length === 0) {
      owed++;
      return;
    }
    for (; owed > 0; owed--) yield new Row(one.row - owed, []);
    yield filled;
  };
  const emit = function* (): Generator<Row> {
    for (const one of ready) {
      for (; expected < one.row; expected++) yield* given(new Row(expected, []));
      yield* given(one);
      expected = one.row + 1;
    }
    ready.length = 0;
  };
  for (const piece of pieces(xml)) {
    parser.write(piece);
    yield* emit();
  }
  parser.end();
  yield* emit();
}

const cellText = (
  cell: { kind: string; value: string; style: number; hasFormula: boolean; hasValue: boolean },
  { strings, isDate, date1904 }: SheetContext,
): string => {
  const { kind, value } = cell;
  // A formula that was never computed has no answer to give.
  if (cell.hasFormula && (!cell.hasValue || value === "") && kind !== "str") return "=";
  if (kind === "s") return strings.at(Number(value)) ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "d") return value.replace("T", " ").replace(/Z$/, "");
  if (kind !== "n" || value === "") return value;
  const number = Number(value);
  if (isDate(cell.style) && Number.isFinite(number)) return isoOfSerial(number, date1904);
  // A workbook keeps 17 digits of what its formulas gave; its user sees 15 at most: 4.000000000000001 is a 4.
  return value.length > 16 && Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
};

/** The sheets of a workbook, in its order; hidden ones too. @throws Refusal where it is none or too large. */
export const xlsxTables = (bytes: Uint8Array): Table[] => {
  if (bytes.length > MAX_FILE) throw tooLarge();
  let open: OpenPart;
  let parts: WorkbookParts | undefined;
  try {
    open = openArchive(bytes, { part: MAX_PART, all: MAX_UNPACKED, tooLarge });
    parts = workbookParts((name) => smallPart(open(name)));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      "unreadable",
      "Berkas ini rusak atau bukan buku kerja Excel (.xlsx). Simpan ulang, lalu coba lagi.",
    );
  }
  if (!parts?.sheets.length)
    throw new Refusal(
      "unreadable",
      "Berkas ini bukan buku kerja Excel (.xlsx). Simpan tabelnya sebagai .xlsx atau CSV, lalu coba lagi.",
    );
  const { sheets, date1904 } = parts;
  const isDate = dateStyles(parts.styles);
  let strings: PackedTexts | undefined;
  return sheets.map(({ name, path, hidden }) => {
    const notes = new Set<TableNote>();
    let down: Map<number, Down[]> | undefined;
    return {
      name,
      hidden,
      notes,
      rows: function* () {
        try {
          strings ??= sharedStrings(open(parts.stringsPath));
          const xml = open(path);
          if (!xml) return;
          down ??= mergedDown(xml);
          yield* sheetRows(xml, down, { strings, isDate, date1904, notes });
        } catch (error) {
          if (error instanceof Refusal) throw error;
          throw new Refusal(
            "unreadable",
            "Buku kerja ini rusak. Buka di Excel, simpan ulang, lalu coba lagi.",
          );
        }
      },
    };
  });
};
