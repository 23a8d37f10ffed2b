import { remembered } from "../memory.ts";
import { formOf } from "../misread.ts";
import type { Cell, Row } from "../rows/index.ts";
import { enumerator, fold, isBlankText, letters } from "../text.ts";
import { type DeclaredGroup, groupServices, isUnit } from "./declared.ts";
import { cutAtGaps, gapHead } from "./gap-columns.ts";
import { type ListPiece, piecesOf, tidyName } from "./items.ts";
import { keyOf, plain } from "./seg.ts";

/** Columns of a table that lists services: which cells hold the unit, which the services. */
export interface ListColumns {
  cells: number;
  number: number | null;
  bagian: number[];
  services: number[];
  /** Columns of the source at which the cells begin, where they are made of spaces. */
  starts: number[] | null;
}

const SERVICES =
  /^(?:NAMA |JENIS |DAFTAR |MACAM |RUANG LINGKUP )*(?:STANDAR )?(?:PE)?LAYANAN(?: PUBLIK)?(?: YANG .*)?$/;
const UNITS = /\b(?:BAGIAN|UNIT|BIDANG|PERANGKAT DAERAH|OPD|SKPD|SEKSI|PENYELENGGARA|PELAKSANA)\b/;
const NUMBERS = /^(?:NO|NOMOR|NO URUT)$/;
/** Columns of other tables that name services too: fees, components. */
const FOREIGN = /\b(?:TARIF|BIAYA|WAKTU|PERSYARATAN|KOMPONEN|UNSUR|URAIAN|DASAR HUKUM|NILAI|HARGA|TOTAL)\b/;

/** Reads a head row "NO | NAMA BAGIAN | JENIS PELAYANAN" in any order; null where the row is no such head. */
export const listColumns = (row: Row): ListColumns | null => {
  const gaps = gapHead(row);
  const read = gaps === null ? null : columnsOf(gaps.row);
  return gaps !== null && read !== null ? { ...read, starts: gaps.starts } : columnsOf(row);
};

/** The row as the list's table has it; null where it is none of its rows. */
export const listRow = (row: Row, { starts }: ListColumns): Row | null => {
  if (starts !== null) return cutAtGaps(row, starts);
  return row.kind === "table" ? row : null;
};

/** Words of such a head, by the form in which a scan cannot spoil them. */
const HEAD_FORMS = new Map(
  ["NOMOR", "NAMA", "JENIS", "DAFTAR", "PELAYANAN", "LAYANAN", "BAGIAN"].map((word) => [formOf(word), word]),
);

/** A cell's words, those of a head as they are meant. */
const headKey = remembered((text: string): string =>
  keyOf(plain(text))
    .replace(/^N0$/, "NO")
    .replace(/[A-Z0-9]{4,12}/g, (word) => HEAD_FORMS.get(formOf(word)) ?? word),
);
const headKeys = ({ cells }: Row): string[] => cells.map((cell) => headKey(cell.text.slice(0, 80)));

/** The head of a table that names services beside what it says of them: such a table lists none. */
export const isOtherHead = (row: Row): boolean => {
  if (row.kind !== "table" || row.cells.length > MAX_COLUMNS) return false;
  if (!row.cells.some(({ text }) => MAY_BE_FOREIGN.test(text.slice(0, 80)))) return false;
  const keys = headKeys(row);
  return keys.some((key) => SERVICES.test(key)) && keys.some((key) => FOREIGN.test(key));
};

/** A quick look for them. */
const MAY_BE_FOREIGN = /tarif|biaya|waktu|syarat|komponen|unsur|uraian|hukum|nilai|harga|total/i;
/** No list of services has more columns. */
const MAX_COLUMNS = 12;

const columnsOf = (row: Row): ListColumns | null => {
  if (row.kind !== "table" || row.cells.length > MAX_COLUMNS) return null;
  const keys = headKeys(row);
  const services = keys.findIndex((key) => SERVICES.test(key));
  if (services < 0 || keys.some((key) => FOREIGN.test(key))) return null;
  const number = keys.findIndex((key) => NUMBERS.test(key));
  const unit = keys.findIndex((key) => UNITS.test(key));
  if (number < 0 && unit < 0) return null;
  const bagian: number[] = [];
  // A head torn over several cells ("NAN | MA BAGIAN") makes one column of them.
  if (unit >= 0)
    for (let at = Math.max(number + 1, 0); at < keys.length; at++)
      if (at !== services && keys[at] !== "" && !(unit > services && at < services)) bagian.push(at);
  const from =
    bagian.length > 0 && (bagian.at(-1) as number) < services ? (bagian.at(-1) as number) + 1 : services;
  const to = bagian.length > 0 && (bagian[0] as number) > services ? (bagian[0] as number) : keys.length;
  return {
    cells: row.cells.length,
    number: number < 0 ? null : number,
    bagian,
    services: Array.from({ length: Math.max(1, to - from) }, (_, index) => from + index),
    starts: null,
  };
};

/** Columns of a list whose head row is lost: the services stand last, a unit's name before them. */
export const guessColumns = (row: Row): ListColumns | null => {
  const filled = row.cells.flatMap((cell, index) => (isBlankText(cell.text) ? [] : [index]));
  const unit = filled.find((index) => isUnit(fold((row.cells[index] as Cell).text)));
  const last = filled.at(-1);
  if (unit === undefined || last === undefined || last <= unit) return null;
  return {
    cells: row.cells.length,
    number: unit > 0 ? 0 : null,
    bagian: [unit],
    services: [last],
    starts: null,
  };
};

const hasName = (text: string): boolean => /\p{L}{3}/u.test(text);

interface OpenGroup {
  bagian: string | null;
  line: number;
  pieces: ListPiece[];
}

const NUMBER = /^\d{1,2}\s?[.)]?$/;
/** A name that needs another word. */
const UNFINISHED = /\b(?:dan|atau|serta)$|,$/;

/** The parts of one row, whatever became of its empty cells. */
const partsOf = (row: Row, columns: ListColumns): { number: string; bagian: string; services: Cell[] } => {
  const at = (index: number): string => fold(row.cells[index]?.text ?? "");
  const filled = row.cells.filter((cell) => !isBlankText(cell.text));
  const short = row.cells.length < columns.cells && row.cells.length <= Math.max(...columns.services);
  if (short && columns.bagian.length > 0) {
    const last = filled.at(-1);
    // A unit's name that runs on below stands alone beside its number, without services behind it.
    if (
      last &&
      last === filled[1] &&
      NUMBER.test(at(0)) &&
      !/[:;]/.test(last.text) &&
      isUnit(fold(last.text))
    )
      return { number: at(0), bagian: fold(last.text), services: [] };
    const unit = filled.slice(0, -1).find((cell) => isUnit(fold(cell.text)));
    return { number: "", bagian: unit ? fold(unit.text) : "", services: last && last !== unit ? [last] : [] };
  }
  if (short) return { number: at(0), bagian: "", services: filled.slice(-1) };
  const unit = columns.bagian.map(at).filter(hasName).join(" ");
  // Columns made of spaces may leave the number in the unit's cell.
  const own = enumerator(unit);
  return {
    number: columns.number !== null ? at(columns.number) : (own?.mark ?? ""),
    bagian: unit.slice(own?.length ?? 0),
    services: columns.services.flatMap((index) => row.cells[index] ?? []),
  };
};

/**
 * Groups of a table of services. A unit's name opens a group and may be printed over several rows; a row without one goes
 * on with the group before it. Without a column for units, the row's number is the service's.
 */
export const readListTable = (rows: readonly Row[], columns: ListColumns): DeclaredGroup[] => {
  const groups: OpenGroup[] = [];
  for (const row of rows) {
    if (row.separator) continue;
    const { number, bagian, services } = partsOf(row, columns);
    const pieces = piecesOf(row, services);
    let current = groups.at(-1);
    if (bagian !== "" && hasName(bagian)) {
      const again = current !== undefined && letters(current.bagian ?? "") === letters(bagian);
      const goesOn =
        current !== undefined &&
        !/\d/.test(number) &&
        !isUnit(bagian) &&
        (UNFINISHED.test(current.bagian ?? "") ||
          (columns.number !== null && number === "" && isUnit(current.bagian ?? "")));
      if (goesOn && current) current.bagian = `${current.bagian} ${bagian}`;
      else if (!again) {
        current = { bagian, line: row.line, pieces: [] };
        groups.push(current);
      }
    }
    // A numbered row begins a new service where it does not begin a new unit.
    if (current && pieces[0] && /\d/.test(number)) closeItem(current);
    if (!current) {
      current = { bagian: null, line: row.line, pieces: [] };
      groups.push(current);
    }
    const first = pieces[0];
    if (
      first &&
      columns.bagian.length === 0 &&
      /^\d{1,3}\W*$/.test(number) &&
      !/^\(?(?:\d{1,3}|[a-z])\s?[.)]/.test(first.text)
    )
      first.text = `${number.replace(/\D/g, "")}. ${first.text}`;
    current.pieces.push(...pieces);
  }
  return groups.flatMap(({ bagian, line, pieces }) => {
    const read = groupServices(pieces);
    if (bagian === null) return read;
    const services = read.flatMap((group) => group.services);
    // The secretariat as a whole is no bagian of itself.
    const whole = /^SEKRETARIAT DAERAH(?: (?:KABUPATEN|KOTA|PROVINSI)\b.*)?$/.test(keyOf(bagian));
    return services.length > 0 ? [{ bagian: whole ? null : tidyName(bagian), services, line }] : [];
  });
};

/** One row a service: the next row's begins a new one. */
const closeItem = (group: OpenGroup): void => {
  const last = group.pieces.at(-1);
  if (last && !/[;.]\s*$/.test(last.text)) last.text += ";";
};
