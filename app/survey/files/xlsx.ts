import { Buffer } from "node:buffer";
import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { Refusal, type Row, type Table, type TableNote } from "./table.ts";
import { dateStyles, isoOfSerial, type WorkbookParts, workbookParts } from "./workbook.ts";

/** Unpacked size of one part above which a workbook is not read: a bomb, or no survey. */
const MAX_PART = 384 * 1024 * 1024;
const MAX_FILE = 128 * 1024 * 1024;
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const STEP = 1 << 18;

const tooLarge = () =>
  new Refusal(
    "too_large",
    "Isi buku kerja ini terlalu besar untuk dibaca. Simpan lembar surveinya saja sebagai CSV, lalu unggah kembali.",
  );

/** Opens a part of the archive; undefined where there is none. */
type OpenPart = (name: string) => Uint8Array | undefined;

const archive = (bytes: Uint8Array): OpenPart => {
  const sizes = new Map<string, number>();
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      sizes.set(name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase(), originalSize);
      return false;
    },
  });
  return (wanted) => {
    const name = wanted.replace(/^\//, "").toLowerCase();
    const size = sizes.get(name);
    if (size === undefined) return undefined;
    if (size > MAX_PART) throw tooLarge();
    const found = unzipSync(bytes, {
      filter: (file) => file.name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase() === name,
    });
    return Object.values(found)[0];
  };
};

/** Feeds XML to a parser in parts, so that no second copy of a large sheet is made. */
function* pieces(xml: Uint8Array): Generator<string> {
  const encoding = xml[0] === 0xff && xml[1] === 0xfe ? "utf-16le" : "utf-8";
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < xml.length; at += STEP)
    yield decoder.decode(xml.subarray(at, at + STEP), { stream: true });
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Rich text is joined; phonetic readings (rPh) are left out. */
const sharedStrings = (xml: Uint8Array | undefined): string[] => {
  const strings: string[] = [];
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
        else if (tag === "si") strings.push(text);
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

const mergedDown = (xml: Uint8Array): Map<number, Down[]> => {
  const byRow = new Map<number, Down[]>();
  const at = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).lastIndexOf("mergeCells count");
  const start = at >= 0 ? at : Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).indexOf("mergeCells>");
  if (start < 0) return byRow;
  const text = new TextDecoder().decode(xml.subarray(start, start + 8_000_000));
  for (const [, ref = ""] of text.matchAll(/mergeCell ref="([^"]{1,30})"/g)) {
    const [a, b] = ref.split(":").map(reference);
    if (!a || !b || b.row <= a.row || b.column - a.column > 30) continue;
    for (let column = a.column; column <= b.column; column++) {
      const list = byRow.get(a.row) ?? [];
      list.push({ column, from: a.row, to: b.row });
      byRow.set(a.row, list);
    }
  }
  return byRow;
};

interface SheetContext {
  strings: readonly string[];
  isDate: (style: number) => boolean;
  date1904: boolean;
  notes: Set<TableNote>;
}

/** Streams the rows of one sheet; blank rows between rows are yielded, those after the last are not. */
function* sheetRows(xml: Uint8Array, context: SheetContext): Generator<Row> {
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
          if (row <= MAX_ROW) ready.push({ row, cells });
        }
      },
    },
    { xmlMode: true },
  );
  const down = mergedDown(xml);
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
    return { row: at, cells: own };
  };
  let expected = 1;
  const emit = function* (): Generator<Row> {
    for (const one of ready) {
      if (one.cells.length === 0 && !down.size) continue;
      const pending: Row[] = [];
      for (; expected < one.row; expected++) pending.push(fill({ row: expected, cells: [] }));
      const filled = fill(one);
      if (filled.cells.length === 0) {
        expected = one.row;
        continue;
      }
      yield* pending;
      yield filled;
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
  if (kind === "s") return strings[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "d") return value.replace("T", " ").replace(/Z$/, "");
  if (kind !== "n" || value === "") return value;
  const number = Number(value);
  return isDate(cell.style) && Number.isFinite(number) ? isoOfSerial(number, date1904) : value;
};

/** The sheets of a workbook, in its order; hidden ones too. @throws Refusal where it is none or too large. */
export const xlsxTables = (bytes: Uint8Array): Table[] => {
  if (bytes.length > MAX_FILE) throw tooLarge();
  let open: OpenPart;
  let parts: WorkbookParts | undefined;
  try {
    open = archive(bytes);
    parts = workbookParts((name) => {
      const xml = open(name);
      return xml && new TextDecoder().decode(xml);
    });
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
  let strings: string[] | undefined;
  return sheets.map(({ name, path, hidden }) => {
    const notes = new Set<TableNote>();
    return {
      name,
      hidden,
      notes,
      rows: function* () {
        try {
          strings ??= sharedStrings(open(parts.stringsPath));
          const xml = open(path);
          if (xml) yield* sheetRows(xml, { strings, isDate, date1904, notes });
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
