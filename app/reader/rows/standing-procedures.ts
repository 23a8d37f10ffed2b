import { isTableHead } from "../marks.ts";
import { words } from "../text.ts";
import { isBlank, type Row } from "./model.ts";

/**
 * A standing procedure (SOP) printed between the services: its title, and a table of activities by who does them, with what
 * and how long. It is no component, though its rows are numbered and its head sounds like labels. A table without that
 * title, inside a service's own procedure, stays where it stands.
 */

/** How the title of such a procedure begins, its number left out. */
export const PROCEDURE_TITLE =
  /^(?:[#*_]{1,6}\s?)?\s*(?:(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)]\s+)?(?:SOP|STANDARD?\s+OPERA(?:S|TION)[A-Z]*\s+PROSEDUR[A-Z]*)\b/i;

/** No title is longer. */
const MAX_TITLE = 120;
/** So many rows may stand between the title and the head of the table. */
const REACH = 4;

const isTitle = ({ kind, cells, separator }: Row): boolean => {
  const text = cells[0]?.text ?? "";
  return (
    kind === "prose" &&
    !separator &&
    text.length <= MAX_TITLE &&
    /\bsop\b|opera/i.test(text) &&
    PROCEDURE_TITLE.test(text)
  );
};

const ACTS = new Set(["kegiatan", "aktivitas", "aktifitas", "uraian", "prosedur", "langkah", "tahapan"]);
const MEASURES = new Set(["mutu", "baku", "waktu", "output", "kelengkapan", "keluaran"]);
/** Cells of such a head at least. */
const MIN_COLUMNS = 3;

/** "No | Uraian Kegiatan | Pelaksana | Kelengkapan | Waktu | Output". */
const isActivityHead = ({ kind, cells }: Row): boolean => {
  if (kind !== "table" || cells.length < MIN_COLUMNS) return false;
  const text = cells.map((cell) => cell.text.slice(0, MAX_TITLE)).join(" ");
  if (!/pelaksana/i.test(text)) return false;
  const all = words(text);
  return all.some((word) => ACTS.has(word)) && all.some((word) => MEASURES.has(word));
};

/** The rows of such parts, title and table; none in most files. */
export const standingProcedures = (rows: readonly Row[]): ReadonlySet<Row> => {
  const found = new Set<Row>();
  for (let at = 0; at < rows.length; at++) {
    if (!isTitle(rows[at] as Row)) continue;
    let head = at + 1;
    while (head < rows.length && head <= at + REACH && isBetween(rows[head] as Row)) head++;
    if (head >= rows.length || !isActivityHead(rows[head] as Row)) continue;
    const { table } = rows[head] as Row;
    let end = head + 1;
    while (end < rows.length && goesOn(rows[end] as Row, table)) end++;
    for (let one = at; one < end; one++) found.add(rows[one] as Row);
    at = end - 1;
  }
  return found;
};

/** A row of the same table, up to the head of a table of components. */
const goesOn = (row: Row, table: number): boolean =>
  row.separator || (row.table === table && !isTableHead(row));

/** A rule, an empty row, or a further line of the title. */
const isBetween = (row: Row): boolean =>
  row.separator ||
  row.cells.every(isBlank) ||
  (row.kind === "prose" && (row.cells[0]?.text.length ?? 0) <= MAX_TITLE);
