import { formatCount } from "#app/format/numbers.ts";
import { COMPONENTS, type ComponentKey, component } from "#app/reader/components.ts";
import type { Filters } from "./filters.ts";
import { problemsOf, standOut } from "./level-counts.ts";
import { link, paths } from "./links.ts";
import type { MatrixRow, MatrixSection, MatrixSelection } from "./matrix.ts";
import { ROLE } from "./roles.ts";
import { sharedPatterns } from "./shared-pattern.ts";
import { OVERRULED_WORDS, SIGN_KEYS, SIGNS, Sign, signWords } from "./signs.tsx";
import { reviewWords } from "./words-of.ts";

interface Props {
  kab: string;
  selection: MatrixSelection;
  filters: Filters;
  caption: string;
}

/** Columns: the name, 14 components, the number of problems, the state of review. */
const COLUMNS = 17;
const SHARED_MARK = "pola bersama";

/** Words of a sign in a legend: "1 isi belum tepat". */
const legendWords = (key: (typeof SIGN_KEYS)[number]): string => signWords(key).replace(",", "");

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
          <Sign of={key} quiet /> {legendWords(key)} · {formatCount(selection.cells[key])}
        </a>
      </li>
    ))}
    {selection.rows.some(({ overruled }) => overruled.length > 0) && (
      <li>
        <Sign of="2" quiet overruled /> sudut bertanda: {OVERRULED_WORDS}
      </li>
    )}
  </ul>
);

/** Services × 14 components in the decree's order, six public and eight internal. Only marked cells are links. */
export function MatrixTable({ kab, selection, filters, caption }: Props) {
  const { summary, sections } = selection;
  const { byComponent, levels } = summary.substance;
  const counts = (of: (key: ComponentKey) => number): Record<ComponentKey, number> =>
    Object.fromEntries(COMPONENTS.map(({ key }) => [key, of(key)])) as Record<ComponentKey, number>;
  const shared = sharedPatterns(byComponent);
  return (
    <div className="table-block">
      <a className="skip-table" href="#peta-akhir">
        Lewati tabel
      </a>
      <table {...ROLE.table} className="map" id="peta">
        <caption>{caption}</caption>
        <thead {...ROLE.rows}>
          <tr {...ROLE.row} className="print-legend">
            <td {...ROLE.cell} colSpan={COLUMNS}>
              {SIGN_KEYS.map((key) => (
                <span key={key}>
                  <Sign of={key} quiet /> {legendWords(key)} · {formatCount(selection.cells[key])}
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
                className={["turned", number === 7 && "gap", shared.has(key) && "shared"]
                  .filter(Boolean)
                  .join(" ")}
              >
                <a href={link(paths.komponen(slug), filters, { change: { kabupaten: [kab] } })}>
                  {number}. {short}
                  {shared.has(key) && <span className="hidden-text"> ({SHARED_MARK})</span>}
                </a>
              </th>
            ))}
            <th {...ROLE.columnHead} scope="col" className="turned gap">
              <span>Bermasalah</span>
            </th>
            <th {...ROLE.columnHead} scope="col" className="turned status">
              <span>Reviu</span>
            </th>
          </tr>
          <Totals
            label={`Bermasalah, dari ${formatCount(summary.services)}`}
            counts={counts((key) => problemsOf(byComponent[key]))}
            bold={standOut(byComponent)}
          />
          {levels.T > 0 && <Totals label="Tidak terbaca (T)" counts={counts((key) => byComponent[key].T)} />}
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
  counts: Readonly<Record<ComponentKey, number>>;
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
      <td {...ROLE.cell} className="status" />
    </tr>
  );
}

function Section({ kab, section, filters }: { kab: string; section: MatrixSection; filters: Filters }) {
  const { name, bagian, services, problems, unreadable } = section;
  const counts = [
    `${formatCount(services)} layanan`,
    `${formatCount(problems)} komponen bermasalah`,
    ...(unreadable > 0 ? [`${formatCount(unreadable)} tidak terbaca`] : []),
  ].join(" · ");
  return (
    <tbody {...ROLE.rows}>
      {name !== null && (
        <tr {...ROLE.row}>
          <th {...ROLE.rowHead} scope="rowgroup" colSpan={COLUMNS}>
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
  const { levels, all } = row.substance;
  return (
    <tr {...ROLE.row} className="service">
      <th {...ROLE.rowHead} scope="row">
        <a href={link(sheet, filters)}>{row.service.name}</a>
      </th>
      {COMPONENTS.map(({ key, number, slug }) => {
        const sign = row.levels[key] ?? "belum";
        const overruled = row.overruled.includes(key);
        const loud = sign === "0" || sign === "1" || sign === "T";
        const className = [loud ? "loud" : "quiet", number === 7 && "gap"].filter(Boolean).join(" ");
        return (
          <td key={key} {...ROLE.cell} className={className}>
            {loud ? (
              <a href={link(sheet, filters, { hash: slug })}>
                <Sign of={sign} quiet overruled={overruled} />
                <span className="cell-word">{component(key).short}: </span>
                <span className="hidden-text">
                  {signWords(sign)}
                  {overruled && `, ${OVERRULED_WORDS}`}
                </span>
              </a>
            ) : (
              <Sign of={sign} overruled={overruled} />
            )}
          </td>
        );
      })}
      <td {...ROLE.cell} className="sum">
        {all.problems}
      </td>
      <td {...ROLE.cell} className="status">
        {reviewWords(row.review)}
      </td>
      <td {...ROLE.cell} className="rest">
        {restWords(levels)}
      </td>
    </tr>
  );
}

/** What a row of the phone says of the cells that are not shown: "5 inti terpenuhi · 7 lengkap dan terukur". */
const restWords = (levels: MatrixRow["substance"]["levels"]): string =>
  [
    [levels["2"], SIGNS["2"].name],
    [levels["3"], SIGNS["3"].name],
    [levels.unjudged, SIGNS.belum.name],
  ]
    .filter(([n]) => n !== 0)
    .map(([n, words]) => `${n} ${words}`)
    .join(" · ");
