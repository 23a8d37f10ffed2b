import type { Sheet, Value } from "#app/reports/sheet.ts";
import { type Cell, type Column, LINES, SHARE, type Table } from "./table.ts";

/** What the second figure of a cell is called beside the column's own head. */
const ENDINGS: Record<string, string> = {
  [SHARE[0]]: "",
  [SHARE[1]]: ", dari",
  [LINES[0]]: ", awal",
  [LINES[1]]: ", akhir",
};

/** A share and a range of lines are two figures, so that nobody has to take "9 dari 29" apart. */
function values(cell: Cell): Value[] {
  switch (cell.kind) {
    case "text":
      return [{ kind: "text", text: cell.text }];
    case "count":
      return [{ kind: "count", count: cell.value }];
    case "share":
      return [
        { kind: "count", count: cell.k },
        { kind: "count", count: cell.n },
      ];
    case "decimal":
      return [{ kind: "decimal", value: cell.value, digits: cell.digits }];
    case "year":
      return [{ kind: "ordinal", number: cell.year }];
    case "date":
      return [{ kind: "date", date: cell.date }];
    case "deeds":
      return [];
    case "lines":
      return [0, 1].map((at) => ({ kind: "ordinal", number: cell.lines?.[at] ?? null }));
  }
}

const columnsOf = <Row>({ key, head, twoFigures }: Column<Row>): Sheet["columns"][number][] =>
  (twoFigures ?? [""]).map((ending) => ({ key: key + ending, head: head + (ENDINGS[ending] ?? "") }));

/** The table of a page as plain data: every row of its selection, whatever page of it is on the screen. */
export const sheetOf = <Row>(table: Table<Row>): Sheet => {
  const columns = table.columns.filter(({ pageOnly }) => !pageOnly);
  return {
    columns: columns.flatMap(columnsOf),
    rows: table.rows.map((row) => columns.flatMap((column) => values(column.cell(row)))),
  };
};
