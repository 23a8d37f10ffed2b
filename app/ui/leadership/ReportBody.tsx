import { formatDate } from "#app/format/dates.ts";
import {
  type Chapter,
  isFigureColumn,
  type Part,
  type ReportModel,
  type ReportTable,
} from "#app/reports/report/model.ts";
import { commentaryLines, isAnnex, signatureOf, tableWords } from "#app/reports/report/paper.ts";
import type { DrawnChart } from "#app/server/charts.server.ts";
import { ROLE } from "../roles.ts";

interface Props {
  model: ReportModel;
  /** Drawings by id of their spec. */
  charts: Readonly<Record<string, DrawnChart>>;
  /** Address of a table as CSV. */
  csv(table: ReportTable): string;
}

/** A report as a page: the same model as its papers, in the same order. */
export const ReportBody = (props: Props) => {
  const { model } = props;
  const signature = signatureOf(model);
  const chapters = model.chapters.filter((one) => !isAnnex(one));
  return (
    <article className="report-body">
      <div className="report-letterhead">
        {model.letterhead.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <p>
        {model.number === "" ? "Tanpa nomor" : `Nomor ${model.number}`} · {formatDate(model.date)}
      </p>
      {chapters.map((chapter) => (
        <ChapterSection key={chapter.id} chapter={chapter} {...props} />
      ))}
      <div className="sign-off">
        <p>{signature.placed}</p>
        <p>{signature.office}</p>
        <p className="sign-off-name">{signature.name}</p>
        <p>{signature.nip}</p>
      </div>
      {model.chapters.filter(isAnnex).map((chapter) => (
        <ChapterSection key={chapter.id} chapter={chapter} {...props} />
      ))}
    </article>
  );
};

const ChapterSection = ({ chapter, ...props }: Props & { chapter: Chapter }) => (
  <section id={chapter.id} className={isAnnex(chapter) ? "annex" : undefined}>
    <h2>{chapter.title}</h2>
    {chapter.parts.map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a stored report never move.
      <PartView key={at} part={part} {...props} />
    ))}
    {chapter.commentary !== "" && (
      <>
        <h3>Ulasan</h3>
        {commentaryLines(chapter.commentary).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </>
    )}
  </section>
);

function PartView({ part, charts, csv }: Props & { part: Part }) {
  switch (part.kind) {
    case "text":
      return <p>{part.words}</p>;
    case "note":
      return <p className="note">{part.words}</p>;
    case "subhead":
      return <h3>{part.words}</h3>;
    case "list":
      return (
        <ol>
          {part.items.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      );
    case "chart": {
      const chart = charts[part.spec.id];
      return chart ? (
        <figure>
          <figcaption>{chart.title}</figcaption>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; chartSvg escapes every text in it. */}
          <div className="drawing" dangerouslySetInnerHTML={{ __html: chart.svg }} />
        </figure>
      ) : null;
    }
    case "table":
      return <TableView table={part.table} href={csv(part.table)} />;
  }
}

/** Columns of single marks stay narrow: the table services × 14. */
const NARROW = 4;
/** Rows from which a table gets a way around it for people who tab. */
const LARGE = 12;

function TableView({ table, href }: { table: ReportTable; href: string }) {
  const { heads, rows, foot } = tableWords(table);
  const narrow = table.columns.filter(({ share }) => share < NARROW).length > 3;
  const end = `tabel-${table.id}-akhir`;
  const figure = (at: number) => (isFigureColumn(table, at) ? "figure" : undefined);
  const cell = (words: string, at: number) =>
    at === 0 ? (
      <th key={at} {...ROLE.rowHead} scope="row">
        {words}
      </th>
    ) : (
      <td key={at} {...ROLE.cell} data-head={heads[at]} className={figure(at)}>
        {words}
      </td>
    );
  return (
    <div className="table-block">
      {rows.length > LARGE && (
        <a className="skip-table" href={`#${end}`}>
          Lewati tabel
        </a>
      )}
      <table
        {...ROLE.table}
        id={`tabel-${table.id}`}
        className={["data", "cards", narrow && "completeness"].filter(Boolean).join(" ")}
      >
        <caption>{table.title}</caption>
        <thead {...ROLE.rows}>
          <tr {...ROLE.row}>
            {table.columns.map(({ key, head }, at) => (
              <th key={key} {...ROLE.columnHead} scope="col" className={figure(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rows}>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a stored table never move.
            <tr key={at} {...ROLE.row}>
              {row.map(cell)}
            </tr>
          ))}
          {foot && (
            <tr {...ROLE.row} className="total">
              {foot.map(cell)}
            </tr>
          )}
        </tbody>
      </table>
      <p id={end} className="table-foot">
        <a href={href}>Unduh CSV ({rows.length} baris)</a>
      </p>
    </div>
  );
}
