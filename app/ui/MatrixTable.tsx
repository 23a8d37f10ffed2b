import { formatCount } from "#app/format/numbers.ts";
import { capitalise, countWord } from "#app/format/words.ts";
import { COMPONENTS, component } from "#app/reader/components.ts";
import type { Filters } from "./filters.ts";
import { link, paths } from "./links.ts";
import type { MatrixRow, MatrixSection, MatrixSelection } from "./matrix.ts";
import { ROLE } from "./roles.ts";
import { standOut } from "./sentences.ts";
import { SIGN_KEYS, SIGN_OF, SIGNS, Sign } from "./signs.tsx";

interface Props {
  kab: string;
  selection: MatrixSelection;
  filters: Filters;
  caption: string;
}

/** The signs with their words and counts; each is a filter. */
export const MatrixLegend = ({
  path,
  selection,
  filters,
}: {
  path: string;
  selection: MatrixSelection;
  filters: Filters;
}) => (
  <ul className="sign-legend" aria-label="Tanda pada peta">
    {SIGN_KEYS.map((key) => (
      <li key={key}>
        <a href={link(path, filters, { change: { tingkat: [key] } })}>
          <Sign of={key} quiet /> {SIGNS[key].name} · {formatCount(selection.cells[key])}
        </a>
      </li>
    ))}
  </ul>
);

/** Services × 14 components in the decree's order, six public and eight internal. Only marked cells are links. */
export function MatrixTable({ kab, selection, filters, caption }: Props) {
  const { summary, sections } = selection;
  return (
    <div className="table-block">
      <a className="skip-table" href="#peta-akhir">
        Lewati tabel
      </a>
      <table {...ROLE.table} className="map" id="peta">
        <caption>{caption}</caption>
        <thead {...ROLE.rows}>
          <tr {...ROLE.row} className="print-legend">
            <td {...ROLE.cell} colSpan={16}>
              {SIGN_KEYS.map((key) => (
                <span key={key}>
                  <Sign of={key} quiet /> {SIGNS[key].name} · {formatCount(selection.cells[key])}
                </span>
              ))}
            </td>
          </tr>
          <tr {...ROLE.row} className="heads">
            <th {...ROLE.columnHead} scope="col">
              Layanan
            </th>
            {COMPONENTS.map(({ key, number, short, slug }) => (
              <th
                key={key}
                {...ROLE.columnHead}
                scope="col"
                className={number === 7 ? "turned gap" : "turned"}
              >
                <a href={link(paths.komponen(slug), filters)}>
                  {number}. {short}
                </a>
              </th>
            ))}
            <th {...ROLE.columnHead} scope="col" className="turned gap">
              <span>Tidak ada</span>
            </th>
          </tr>
          <Totals
            label={`Tidak ada, dari ${formatCount(summary.services)} layanan`}
            counts={summary.absentByComponent}
            bold={standOut(summary.absentByComponent)}
          />
          {summary.completeness.all.unreadable > 0 && (
            <Totals label="Tidak terbaca (T)" counts={summary.unreadableByComponent} />
          )}
        </thead>
        {sections.map((section) => (
          <Section key={section.id} kab={kab} section={section} filters={filters} />
        ))}
      </table>
      <span id="peta-akhir" />
    </div>
  );
}

function Totals({
  label,
  counts,
  bold,
}: {
  label: string;
  counts: MatrixSelection["summary"]["absentByComponent"];
  bold?: ReadonlySet<string>;
}) {
  const sum = COMPONENTS.reduce((total, { key }) => total + counts[key], 0);
  return (
    <tr {...ROLE.row} className="totals">
      <th {...ROLE.rowHead} scope="row">
        {label}
      </th>
      {COMPONENTS.map(({ key, number, short }) => (
        <td
          key={key}
          {...ROLE.cell}
          data-head={short}
          className={[number === 7 && "gap", bold?.has(key) && "most", counts[key] === 0 && "zero"]
            .filter(Boolean)
            .join(" ")}
        >
          {formatCount(counts[key])}
        </td>
      ))}
      <td {...ROLE.cell} data-head="Seluruhnya" className="gap">
        {formatCount(sum)}
      </td>
    </tr>
  );
}

function Section({ kab, section, filters }: { kab: string; section: MatrixSection; filters: Filters }) {
  const { name, bagian, services, absent, unreadable } = section;
  const counts = [
    `${formatCount(services)} layanan`,
    `${formatCount(absent)} komponen tidak ada`,
    ...(unreadable > 0 ? [`${formatCount(unreadable)} tidak terbaca`] : []),
  ].join(" · ");
  return (
    <tbody {...ROLE.rows}>
      {name !== null && (
        <tr {...ROLE.row}>
          <th {...ROLE.rowHead} scope="rowgroup" colSpan={16}>
            {bagian ? <a href={link(paths.bagian(kab, bagian.slug), filters)}>{name}</a> : name} · {counts}
          </th>
        </tr>
      )}
      {section.rows.map((row) => (
        <ServiceRow key={row.service.no} kab={kab} row={row} filters={filters} />
      ))}
    </tbody>
  );
}

function ServiceRow({ kab, row, filters }: { kab: string; row: MatrixRow; filters: Filters }) {
  const sheet = paths.layanan(kab, row.service);
  const { present, absent } = row.completeness.all;
  return (
    <tr {...ROLE.row} className="service">
      <th {...ROLE.rowHead} scope="row">
        <a href={link(sheet, filters)}>{row.service.name}</a>
      </th>
      {COMPONENTS.map(({ key, number, slug }) => {
        const sign = SIGN_OF[row.cells[key].state];
        const loud = sign !== "belum";
        const className = [loud ? "loud" : "quiet", number === 7 && "gap"].filter(Boolean).join(" ");
        return (
          <td key={key} {...ROLE.cell} className={className}>
            {loud ? (
              <a href={link(sheet, filters, { hash: slug })}>
                <Sign of={sign} quiet />
                <span className="cell-word">{component(key).short}: </span>
                <span className="hidden-text">{SIGNS[sign].name}</span>
              </a>
            ) : (
              <Sign of={sign} />
            )}
          </td>
        );
      })}
      <td {...ROLE.cell} className="sum">
        {absent}
      </td>
      <td {...ROLE.cell} className="rest">
        {capitalise(countWord(present))} komponen {present === 14 ? "ada semua" : "ada"}
      </td>
    </tr>
  );
}
