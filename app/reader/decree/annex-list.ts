import { isConverterLine, isNoise, isPageNumber, isTableHead } from "../marks.ts";
import { EMPTY_CELL, type Row, rowWith } from "../rows/index.ts";
import { enumerator, hasLetters } from "../text.ts";
import { type DeclaredGroup, groupServices, nameKey } from "./declared.ts";
import { piecesOf } from "./items.ts";
import type { Landmark } from "./landmarks.ts";
import {
  guessColumns,
  isOtherHead,
  type ListColumns,
  listColumns,
  listRow,
  readListTable,
} from "./list-table.ts";
import { isUpper, type Seg } from "./seg.ts";
import { labelOf, startsService } from "./service-start.ts";

/** The list of services at the head of an annex. */
export interface AnnexList {
  groups: DeclaredGroup[];
  /** Segments of the list with its heading, `to` excluded. */
  from: number;
  to: number;
  /** Segment of the heading; null where none is printed. */
  heading: number | null;
}

const HEADING =
  /^(?:[A-Z] |[IVX]{1,4} |\d )?(?:(?:DAFTAR|JENIS|RUANG LINGKUP|NAMA|MACAM) )+(?:STANDAR )?(?:PE)?LAYANAN\b/;
/** What follows a list: the part with the tables. */
const NEXT_PART = /^(?:[A-Z] |[IVX]{1,4} |\d )?(?:KOMPONEN|URAIAN|STANDAR PELAYANAN|RINCIAN)\b/;
/** A list that goes on for more rows than this is none. */
const MAX_ROWS = 600;

/** "A. JENIS PELAYANAN BAGIAN …": a heading over a list, not "Jenis Layanan : 1. …" over one service. */
const isListHeading = (seg: Seg): boolean =>
  seg.filled === 1 && HEADING.test(seg.key) && !/:\s*\S/.test(seg.text) && seg.text.length <= 200;

const isGap = (seg: Seg): boolean =>
  seg.row.separator || isPageNumber(seg.text) || isNoise(seg.text) || isConverterLine(seg.text);

/** A line that a page break or a converter put outside the table: it begins in the middle of a sentence. */
const goesOn = (seg: Seg, rows: readonly Row[]): boolean =>
  seg.row.kind === "prose" &&
  rows.length > 0 &&
  /^\p{Ll}/u.test(seg.text) &&
  seg.text.length <= 200 &&
  !enumerator(seg.text);

const inLastColumn = (row: Row, columns: ListColumns): Row => {
  const at = Math.min(...columns.services);
  const cells = Array.from({ length: columns.cells }, (_, i) =>
    i === at ? (row.cells[0] ?? EMPTY_CELL) : EMPTY_CELL,
  );
  return rowWith(row, { kind: "table", cells });
};

/** Rows of the table that begins at `from`, over page breaks and repeated heads, and one past the last. */
const tableRows = (
  segs: readonly Seg[],
  from: number,
  to: number,
  columns: ListColumns,
): { rows: Row[]; end: number } => {
  const rows: Row[] = [];
  let end = from;
  for (let i = from; i < Math.min(to, from + MAX_ROWS); i++) {
    const seg = segs[i] as Seg;
    const head = listColumns(seg.row) !== null;
    if (!head && isGap(seg) && columns.starts === null) continue;
    const row =
      columns.starts === null && goesOn(seg, rows)
        ? inLastColumn(seg.row, columns)
        : listRow(seg.row, columns);
    if (row === null || (!head && (labelOf(seg) !== null || isTableHead(seg.row) || isOtherHead(seg.row))))
      break;
    if (!head) rows.push(row);
    end = i + 1;
  }
  return { rows, end };
};

/** The table of services whose head row, or where `hasHead` is false whose first row, is the segment `at`; null for any other. */
export const readTable = (
  segs: readonly Seg[],
  at: number,
  to: number,
  hasHead: boolean,
): AnnexList | null => {
  const row = (segs[at] as Seg).row;
  const columns = hasHead ? listColumns(row) : guessColumns(row);
  if (!columns) return null;
  const { rows, end } = tableRows(segs, hasHead ? at + 1 : at, to, columns);
  const groups = readListTable(rows, columns);
  return groups.length > 0 ? { groups, from: at, to: end, heading: null } : null;
};

/** A list in plain lines, up to the part with the tables or to the first service's own heading. */
const readLines = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  to: number,
  atLeast: number,
  headed: boolean,
): AnnexList | null => {
  let first: string | null = null;
  let restarted = false;
  let end = from;
  for (; end < Math.min(to, from + MAX_ROWS); end++) {
    const seg = segs[end] as Seg;
    if (isGap(seg)) continue;
    if (marks[end] !== null) break;
    if (startsService(seg) || (isUpper(seg.bare) && NEXT_PART.test(seg.key)) || seg.filled > 2) break;
    const name = nameKey(seg.text.slice(enumerator(seg.text)?.length ?? 0));
    if (first !== null && name.length > 4 && name === first) {
      restarted = true;
      break;
    }
    if (enumerator(seg.text)) first ??= name;
  }
  const read = segs.slice(from, end).filter((seg) => !isGap(seg));
  const groups = groupServices(read.flatMap((seg) => piecesOf(seg.row)));
  const count = groups.reduce((sum, group) => sum + group.services.length, 0);
  if (count < atLeast || (!headed && !restarted)) return null;
  return { groups, from, to: end, heading: null };
};

/** The list of services between the annex's head (`from`) and its tables; null where there is none. */
export const annexListOf = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  to: number,
): AnnexList | null => {
  let heading: number | null = null;
  for (let i = from; i < Math.min(to, from + MAX_ROWS); i++) {
    const seg = segs[i] as Seg;
    if (marks[i] === "annex" && heading !== null) break;
    const headed = listColumns(seg.row) !== null;
    // A head row that repeats itself above nothing heads nothing.
    if (headed && listColumns((segs[i + 1] ?? seg).row) !== null && i + 1 < to) continue;
    const guessed = heading !== null && seg.row.kind === "table";
    const list = headed || guessed ? readTable(segs, i, to, headed) : null;
    if (list) return { ...list, from: heading ?? list.from, heading };
    if (isListHeading(seg) && !/^[^:]*:\s*$/.test(seg.text)) heading ??= i;
    else if (startsService(seg)) break;
  }
  if (heading !== null) {
    // The heading's own text may run over a second line in capitals.
    let body = heading + 1;
    while (
      body < to &&
      isUpper((segs[body] as Seg).bare) &&
      !enumerator((segs[body] as Seg).text) &&
      (segs[body] as Seg).filled === 1 &&
      !NEXT_PART.test((segs[body] as Seg).key)
    )
      body++;
    const list = readLines(segs, marks, body, to, 1, true);
    return list ? { ...list, from: heading, heading } : null;
  }
  const list = readLines(segs, marks, from, to, 3, false);
  return list && hasLetters(list.groups[0]?.services[0]?.name ?? "", 5) ? list : null;
};
