import { formatShortDate } from "#app/format/dates.ts";
import { formatCount, formatDecimal, formatLines, formatShare, NO_FIGURE } from "#app/format/numbers.ts";
import { mayOpen } from "./answer.ts";
import { Downloads } from "./Downloads.tsx";
import { useFace } from "./face.ts";
import type { Filters } from "./filters.ts";
import type { LinkOptions } from "./links.ts";
import { ROLE } from "./roles.ts";
import { type Cell, isNumeric, type Table } from "./table.ts";

/** Rows from which a table gets a way around it for people who tab. */
const LARGE = 12;

const cellText = (cell: Cell): string => {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "count":
      return cell.value === null ? NO_FIGURE : formatCount(cell.value);
    case "share":
      return cell.n === 0 ? NO_FIGURE : formatShare(cell.k, cell.n);
    case "decimal":
      return cell.value === null ? NO_FIGURE : formatDecimal(cell.value, cell.digits);
    case "year":
      return cell.year === null ? NO_FIGURE : String(cell.year);
    case "date":
      return cell.date === null ? `${NO_FIGURE} ${cell.why}` : formatShortDate(cell.date);
    case "deeds":
      return "";
    case "lines":
      return cell.lines ? formatLines(cell.lines) : NO_FIGURE;
  }
};

/** What a cell shows; a figure that can be opened is a link to its rows. */
export function CellContent({ cell }: { cell: Cell }) {
  if (cell.kind === "deeds") return <Deeds links={cell.links} />;
  const shown = cellText(cell);
  const href = "href" in cell ? cell.href : undefined;
  const note = "note" in cell ? cell.note : undefined;
  return (
    <>
      {href ? <a href={href}>{shown}</a> : shown}
      {note && <span className="cell-note"> {note}</span>}
    </>
  );
}

type DeedLinks = Extract<Cell, { kind: "deeds" }>["links"];

/** Ways to do something, one under the other: those that are open to who reads the page. */
function Deeds({ links }: { links: DeedLinks }) {
  const face = useFace();
  return links
    .filter(({ href }) => mayOpen(face, href))
    .map(({ name, href }) => (
      <a key={href} href={href} className="deed">
        {name}
      </a>
    ));
}

interface Props<Row> {
  table: Table<Row>;
  /** The slice on the screen; all rows when left out. */
  shown?: readonly Row[];
  /** The page whose files hold every row of this table. */
  files?: { path: string; filters: Filters; extra?: LinkOptions["extra"] };
  /** A caption that repeats the heading right above it is for screen readers only. */
  hideCaption?: boolean;
}

const classOf = ({ pageOnly }: { pageOnly?: boolean }, numeric = false): string | undefined =>
  pageOnly ? "no-print" : numeric ? "figure" : undefined;

/** A table of typed cells; on a phone one of more than three columns becomes cards. */
export function DataTable<Row>({ table, shown = table.rows, files, hideCaption = false }: Props<Row>) {
  const face = useFace();
  const isOpen = (cell: Cell) => cell.kind === "deeds" && cell.links.some(({ href }) => mayOpen(face, href));
  const columns = table.columns.filter(
    (column) => !column.csvOnly && (!column.pageOnly || shown.some((row) => isOpen(column.cell(row)))),
  );
  const first = table.rows[0];
  const numeric = columns.map((column) => first !== undefined && isNumeric(column.cell(first)));
  const end = `${table.id}-akhir`;
  return (
    <div className="table-block">
      {shown.length > LARGE && (
        <a className="skip-table" href={`#${end}`}>
          Lewati tabel
        </a>
      )}
      <table
        {...ROLE.table}
        id={table.id}
        className={["data", columns.length > 3 && "cards", table.shortNames && "short"]
          .filter(Boolean)
          .join(" ")}
      >
        <caption className={hideCaption ? "hidden-text" : undefined}>{table.caption}</caption>
        <thead {...ROLE.rows}>
          <tr {...ROLE.row}>
            {columns.map((column, at) => (
              <th key={column.key} {...ROLE.columnHead} scope="col" className={classOf(column, numeric[at])}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rows}>
          {shown.map((row) => (
            <tr {...ROLE.row} key={table.rowKey(row)}>
              {columns.map((column, at) =>
                column.key === table.rowHead ? (
                  <th key={column.key} {...ROLE.rowHead} scope="row">
                    <CellContent cell={column.cell(row)} />
                  </th>
                ) : (
                  <td
                    key={column.key}
                    {...ROLE.cell}
                    data-head={column.head}
                    className={classOf(column, numeric[at])}
                  >
                    <CellContent cell={column.cell(row)} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={end} className="table-foot">
        {files && <Downloads {...files} rows={table.rows.length} />}
      </p>
    </div>
  );
}
