import type { ComponentKey } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { isLikeHeadWords } from "../marks.ts";
import { remembered } from "../memory.ts";
import { enumerator, fold, hasLetters, letters, stripMarkdown, words } from "../text.ts";
import { UNIT_OPENS } from "../unit-words.ts";
import { givenBack } from "./left-out-cells.ts";
import { type Cell, cellOf, EMPTY_CELL, isBlank, joinCells, pieceWith, type Row, rowWith } from "./model.ts";

/**
 * Tables that hold many services at once: every service a row and the components its columns, or the other way round, or
 * the name in a column before the labels. They are laid out anew as one table a service, so that everything behind reads
 * them like any other.
 */

/** So many columns (or rows) must bear labels of different components. */
export const MIN_COMPONENTS = 5;
/** Letters of a heading cell at most, and with the blanks that a converter fills it up with. */
const MAX_LABEL = 80;
const MAX_PRINTED = 400;

/** The component whose label fills this cell, or null. */
export const keyOf = (cell: Cell | undefined): ComponentKey | null =>
  cell && cell.text.length <= MAX_PRINTED ? keyIn(cell.text) : null;

const keyIn = remembered((printed): ComponentKey | null => {
  if (!mayBeLabel(printed)) return null;
  const text = fold(printed);
  if (text === "" || text.length > MAX_LABEL) return null;
  const bare = text.slice(enumerator(text)?.length ?? 0).replace(/^[*_]+/, "");
  const match = matchLabels(bare)[0];
  if (!match?.complete || match.similarity < 0.9) return null;
  return !hasLetters(bare.slice(match.end), 4) ? match.key : null;
});

const NAME_COLUMN =
  /^(?:nama|jenis|macam|judul)?\s*(?:dan\s+jenis\s+)?(?:standar\s+)?(?:pe)?layanan(?:\s+publik)?$/i;
const UNIT_COLUMN = /^(?:nama\s+)?(?:unit(?:\s+(?:kerja|organisasi|pelaksana))?|bagian|biro|bidang)$/i;
const NUMBER_COLUMN = /^(?:no|nomor|no urut|kode)\.?$/i;
/** Words with which the head over a column of contents begins: such a column is no service. */
const HEAD_WORDS = new Set(
  "no nomor komponen uraian unsur keterangan penilaian deskripsi isi penjelasan item indikator rincian aspek ket catatan".split(
    " ",
  ),
);
/** Words of which alone no service is named, though with others they begin the names of many. */
const BARE_WORDS = new Set([...HEAD_WORDS, "standar", "pelayanan", "layanan", "publik"]);

/** What a cell of a table's head says, marks of emphasis left out. */
const headText = ({ text }: Cell): string => fold(stripMarkdown(text));

/** Words that head a column of contents, and name no service. */
export const isColumnHead = (text: string): boolean => {
  const all = words(text);
  return HEAD_WORDS.has(all[0] ?? "") || all.every((word) => BARE_WORDS.has(word)) || isLikeHeadWords(text);
};

interface Column {
  at: number;
  key: ComponentKey;
}

const filledCells = ({ cells }: Row): number => {
  let filled = 0;
  for (const { text } of cells) if (text !== "") filled++;
  return filled;
};

/** Where a table of services has its names, numbers, units (-1: nowhere) and components. */
interface ServiceColumns {
  name: number;
  number: number | null;
  unit: number;
  columns: Column[];
}

const columnsOf = (row: Row): ServiceColumns | null => {
  if (row.kind !== "table" || row.separator || filledCells(row) < MIN_COMPONENTS + 1) return null;
  const columns: Column[] = [];
  const seen = new Set<ComponentKey>();
  let name = -1;
  let number: number | null = null;
  let unit = -1;
  row.cells.forEach((cell, at) => {
    const text = headText(cell);
    const key = keyOf(cell);
    if (NUMBER_COLUMN.test(text)) number = at;
    else if (name < 0 && NAME_COLUMN.test(text)) name = at;
    else if (unit < 0 && UNIT_COLUMN.test(text)) unit = at;
    else if (key !== null && !seen.has(key)) {
      seen.add(key);
      columns.push({ at, key });
    }
  });
  return name >= 0 && columns.length >= MIN_COMPONENTS ? { name, number, unit, columns } : null;
};

const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length && a.every(({ at, key }, i) => b[i]?.at === at && b[i]?.key === key);

/** A heading as decrees print it, over the name that the table gives. */
export const headingRow = (row: Row, no: string, name: Cell): Row => {
  const pieces = name.pieces.map((piece, at) => {
    if (at > 0) return piece;
    return pieceWith(piece, {
      text: `Jenis Layanan: ${no === "" ? "" : `${no}. `}${piece.text.trimStart()}`,
    });
  });
  return rowWith(row, { kind: "prose", cells: [cellOf(pieces)], emphasis: true, made: true });
};

/** A bagian as a line of its own. */
const unitRow = (row: Row, unit: Cell): Row => rowWith(row, { kind: "prose", cells: [unit], emphasis: true });

/** A label that the account finds elsewhere: its words, but no place. */
export const placeless = (cell: Cell): Cell =>
  cellOf(cell.pieces.map((piece) => pieceWith(piece, { from: 0, to: 0 })));

interface Wide {
  from: number;
  /** Last row, included. */
  to: number;
  rows: Row[];
}

interface Entry {
  no: string;
  name: Cell;
  /** The unit above it, as a line of its own; null where the one before it goes on. */
  unit: Row | null;
  row: Row;
  contents: Cell[];
}

const hasText = (cell: Cell | undefined): boolean => !isBlank(cell);

/** Columns of a row up to the last that says something. */
const widthOf = ({ cells }: Row): number => cells.findLastIndex(hasText) + 1;

/** A line over all columns, as a spreadsheet puts a bagian above its services. */
const isTitleRow = (row: Row): boolean =>
  widthOf(row) === 1 && row.cells.length > 2 && hasLetters((row.cells[0] as Cell).text, 3);

/** The title of a unit over all columns, or in the column of the names with no content behind it; null where the row is none. */
const unitTitle = (row: Row, name: number): Cell | null => {
  if (isTitleRow(row)) return row.cells[0] as Cell;
  const cell = row.cells[name];
  if (!cell || widthOf(row) !== name + 1) return null;
  const text = headText(cell);
  return UNIT_OPENS.test(text.slice(enumerator(text)?.length ?? 0)) ? cell : null;
};

/** A head of two rows: the components below a title over all of them, beside what spans both. */
const joinedHead = (rows: readonly Row[], from: number): { head: Row; below: number } | null => {
  const top = rows[from] as Row;
  if (top.cells.length <= MIN_COMPONENTS || top.kind !== "table" || top.separator) return null;
  const name = top.cells.findIndex((cell) => NAME_COLUMN.test(headText(cell)));
  if (name < 0) return null;
  let below = from + 1;
  while (rows[below]?.separator) below++;
  const row = rows[below];
  if (row?.kind !== "table" || hasText(row.cells[name])) return null;
  const cells = top.cells.map((cell, at) => (hasText(row.cells[at]) ? (row.cells[at] as Cell) : cell));
  return { head: rowWith(row, { cells }), below };
};

/** The cells of a row, with the first of a service that runs over several rows. */
const serviceRows = (rows: readonly Row[], from: number): Wide | null => {
  const single = columnsOf(rows[from] as Row);
  const joined = single ? null : joinedHead(rows, from);
  const head = joined?.head ?? (rows[from] as Row);
  const layout = single ?? (joined && columnsOf(joined.head));
  if (!layout) return null;
  const entries: Entry[] = [];
  const heads = joined ? [from, joined.below] : [from];
  let unit: Cell | undefined;
  let title: Row | null = null;
  let to = heads.at(-1) as number;
  for (let at = to + 1; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.separator) {
      to = at;
      continue;
    }
    if (row.kind !== "table") break;
    const titled = unitTitle(row, layout.name);
    if (titled) {
      title = unitRow(row, titled);
      to = at;
      continue;
    }
    const again = columnsOf(row);
    if (again) {
      // Another table's head, mostly of the other half: its services have columns of their own.
      if (!sameColumns(layout.columns, again.columns)) break;
      heads.push(at);
      to = at;
      continue;
    }
    if (row.cells.length > head.cells.length + 1 || row.cells.length <= layout.name) break;
    const before = entries.at(-1)?.contents;
    const contents = layout.columns.map((column, i) => {
      const own = row.cells[column.at] ?? EMPTY_CELL;
      // One cell that speaks for several services.
      return before && row.lowered?.includes(column.at) ? placeless(before[i] as Cell) : own;
    });
    const filled = contents.filter(hasText).length;
    const name = row.cells[layout.name] ?? EMPTY_CELL;
    const no = layout.number === null ? "" : fold(row.cells[layout.number]?.text ?? "").replace(/\W+$/, "");
    const last = entries.at(-1);
    // The numbers of the columns below their titles: "(1) (2) (3)".
    if (!hasLetters(row.cells.map((cell) => cell.text).join(""), 1)) {
      to = at;
      continue;
    }
    if (hasLetters(name.text, 3) && (no !== "" || layout.number === null || !last)) {
      if (filled === 0) break;
      const own = row.cells[layout.unit];
      const goesOn = !hasText(own) || letters((own as Cell).text) === letters(unit?.text ?? "");
      if (!goesOn) unit = own;
      entries.push({ no, name, unit: title ?? (goesOn ? null : unitRow(row, own as Cell)), row, contents });
      title = null;
    } else if (last) {
      last.name = joinCells([last.name, name], " ");
      last.contents = last.contents.map((cell, i) => joinCells([cell, contents[i] as Cell], " "));
    } else break;
    to = at;
  }
  if (entries.length === 0) return null;
  return {
    from,
    to,
    rows: [
      ...heads.map((at) => rowWith(rows[at] as Row, { head: true })),
      ...entries.flatMap((entry) => [
        ...(entry.unit ? [entry.unit] : []),
        headingRow(entry.row, entry.no, entry.name),
        ...layout.columns.map((column, i) =>
          rowWith(entry.row, {
            cells: [EMPTY_CELL, placeless(head.cells[column.at] as Cell), entry.contents[i] as Cell],
          }),
        ),
      ]),
    ],
  };
};

const isLabelCell = (cell: Cell): boolean => keyOf(cell) !== null;

const LABEL_COLUMN = /^[\s*_#`\\]*(?:komponen|unsur|aspek)\b/i;
const labelColumnOf = ({ cells }: Row): number => cells.findIndex(({ text }) => LABEL_COLUMN.test(text));

/** Where a table whose services span the rows of their components has its number, unit, name and label. */
interface Spanned {
  number: number;
  unit: number;
  name: number;
  label: number;
}

const spannedColumns = (row: Row): Spanned | null => {
  if (row.kind !== "table" || row.separator || row.cells.length < 3) return null;
  const label = labelColumnOf(row);
  if (label < 0 || label === row.cells.length - 1) return null;
  const texts = row.cells.slice(0, label).map(headText);
  const before = (pattern: RegExp): number => texts.findIndex((text) => pattern.test(text));
  const name = before(NAME_COLUMN);
  if (name < 0) return null;
  return { number: before(NUMBER_COLUMN), unit: before(UNIT_COLUMN), name, label };
};

/**
 * A table with the service's name in a column before the labels: once, over all rows of its components, or again in each.
 * A name without a number of its own goes on with the one above it while the components do.
 */
const spannedServices = (rows: readonly Row[], from: number): Wide | Barren | null => {
  const head = rows[from] as Row;
  const columns = spannedColumns(head);
  if (!columns) return null;
  const found: Row[] = [rowWith(head, { head: true })];
  const keys = new Set<ComponentKey>();
  const entries: { name: Cell; at: number; row: Row; no: string; seen: Set<ComponentKey> }[] = [];
  let to = from;
  const { number, unit, name } = columns;
  const spanning = Math.max(number, unit, name) + 1;
  const whole = givenBack(rows, from, head.cells.length, spanning, isLabelCell, MIN_COMPONENTS);
  for (let at = from + 1; at < rows.length; at++) {
    const row = whole?.get(at) ?? (rows[at] as Row);
    if (row.kind !== "table" || (!row.separator && widthOf(row) > head.cells.length)) break;
    if (at > from + 1 && isTitleRow(row)) break;
    to = at;
    if (row.separator || spannedColumns(row)) {
      found.push(row.separator ? row : rowWith(row, { head: true }));
      continue;
    }
    const cellAt = (column: number): Cell => (column < 0 ? undefined : row.cells[column]) ?? EMPTY_CELL;
    const name = cellAt(columns.name);
    const no = fold(cellAt(columns.number).text).replace(/\W+$/, "");
    const key = keyOf(cellAt(columns.label));
    const last = entries.at(-1);
    const again = last !== undefined && letters(name.text) === letters(last.name.text);
    const opens =
      last === undefined || (columns.number >= 0 ? no !== "" : key !== null && last.seen.has(key));
    if (hasLetters(name.text, 3) && !again && opens) {
      if (hasText(cellAt(columns.unit))) found.push(unitRow(row, cellAt(columns.unit)));
      entries.push({ name, at: found.length, row, no, seen: new Set() });
      found.push(row);
    } else if (last && hasText(name) && !again) last.name = joinCells([last.name, name], " ");
    if (key !== null) {
      keys.add(key);
      entries.at(-1)?.seen.add(key);
    }
    const own = row.cells.slice(columns.label);
    if (own.some(hasText)) found.push(rowWith(row, { cells: [EMPTY_CELL, ...own] }));
  }
  if (keys.size < MIN_COMPONENTS) return { barren: to };
  if (entries.length === 0) return null;
  for (const { name, at, row, no } of entries) found[at] = headingRow(row, no, name);
  return { from, to, rows: found };
};

/** Rows up to this one hold too few components for a table of services, wherever in them it begins. */
interface Barren {
  barren: number;
}

const namesIn = (row: Row, columns: readonly number[]): string =>
  columns.map((at) => letters((row.cells[at] as Cell).text)).join(" ");

/** Columns of services under a head that names them, or null. */
const namesOf = (row: Row): number[] | null => {
  if (row.kind !== "table" || row.separator || row.cells.length < 3 || row.cells.length > 24) return null;
  const label = labelColumnOf(row);
  if (label < 0 || label > 1) return null;
  const names: number[] = [];
  for (let at = label + 1; at < row.cells.length; at++) {
    const text = headText(row.cells[at] as Cell);
    if (!hasLetters(text, 6) || isColumnHead(text)) return null;
    names.push(at);
  }
  return names.length >= 1 ? names : null;
};

/** The cell of a column, or what a cell that spans it from the left says for both. */
const cellUnder = (row: Row, column: number): Cell => {
  const own = row.cells[column] ?? EMPTY_CELL;
  const from = row.spread?.[column];
  return hasText(own) || from === undefined ? own : placeless(row.cells[from] ?? EMPTY_CELL);
};

const serviceColumns = (rows: readonly Row[], from: number): Wide | Barren | null => {
  const head = rows[from] as Row;
  const names = namesOf(head);
  if (!names) return null;
  const named = namesIn(head, names);
  const first = names[0] as number;
  const keys = new Set<ComponentKey>();
  let both = 0;
  let to = from;
  for (let at = from + 1; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.kind !== "table" || (!row.separator && widthOf(row) > head.cells.length)) break;
    const again = row.separator ? null : namesOf(row);
    // Another head is another table's.
    if (again && namesIn(row, again) !== named) break;
    const key = keyOf(row.cells[first - 1]);
    if (key !== null) {
      keys.add(key);
      if (names.filter((one) => hasText(cellUnder(row, one))).length >= Math.min(2, names.length)) both++;
    }
    to = at;
  }
  if (keys.size < MIN_COMPONENTS) return { barren: to };
  if (both < keys.size / 2) return null;
  const body = rows.slice(from + 1, to + 1).filter((row) => !row.separator);
  return {
    from,
    to,
    rows: [
      rowWith(head, { head: true }),
      ...names.flatMap((column, nth) => [
        headingRow(head, "", head.cells[column] as Cell),
        ...body.flatMap((row) => {
          const own = row.cells.slice(0, first).map((cell) => (nth === 0 ? cell : placeless(cell)));
          // A row without contents (a half's title) is one for all.
          if (nth > 0 && !names.some((one) => hasText(row.cells[one]))) return [];
          return [rowWith(row, { cells: [...own, cellUnder(row, column)] })];
        }),
      ]),
    ],
  };
};

/** How far down rows hold too few components, by what was looked for. */
type BarrenTo = Map<typeof spannedServices, number>;

/** The table of services under a head that names the column of labels, or null. */
const labelledTable = (rows: readonly Row[], at: number, barren: BarrenTo): Wide | null => {
  if (labelColumnOf(rows[at] as Row) < 0) return null;
  for (const look of [spannedServices, serviceColumns]) {
    const found = at <= (barren.get(look) ?? -1) ? null : look(rows, at);
    if (found && "rows" in found) return found;
    if (found) barren.set(look, found.barren);
  }
  return null;
};

/** Rows with every table of many services laid out as one table a service. */
export const unfoldWide = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  let done = 0;
  const barren: BarrenTo = new Map();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.kind !== "table" || row.cells.length < 3) continue;
    const wide = serviceRows(rows, at) ?? labelledTable(rows, at, barren);
    if (!wide) continue;
    result ??= [];
    result.push(...rows.slice(done, at), ...wide.rows);
    done = wide.to + 1;
    at = wide.to;
  }
  return result === null ? rows : [...result, ...rows.slice(done)];
};
