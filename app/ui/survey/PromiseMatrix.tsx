import { ascending, descending } from "d3-array";
import { formatCount } from "#app/format/numbers.ts";
import type { JoinedPair } from "#app/promise/join.ts";
import { PAIRS } from "#app/promise/pairs.ts";
import { component } from "#app/reader/components.ts";
import type { BagianPair, BagianPromise, ServicePromise } from "#app/server/survey/promise.server.ts";
import { Downloads } from "../Downloads.tsx";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { ROLE } from "../roles.ts";
import { Sign, type SignKey } from "../signs.tsx";
import { bagianName } from "../words-of.ts";
import { experienceWords, unsurShort } from "./promise-words.ts";

interface Shared {
  kab: string;
  bound: number;
  filters: Filters;
}

const firstWeak = PAIRS.findIndex(({ weak }) => weak);

const heads = (first: string) => (
  <thead {...ROLE.rows}>
    <tr {...ROLE.row}>
      <th {...ROLE.columnHead} scope="col">
        {first}
      </th>
      <th {...ROLE.columnHead} scope="col" className="figure">
        n
      </th>
      {PAIRS.map(({ unsur, component: key, weak }, at) => (
        <th key={unsur} {...ROLE.columnHead} scope="col" className={at === firstWeak ? "gap" : undefined}>
          {component(key).short}
          {component(key).short === unsurShort(unsur) ? "" : ` · ${unsurShort(unsur)}`}
          {weak && <span className="cell-note"> kaitan lemah</span>}
        </th>
      ))}
    </tr>
  </thead>
);

const signOf = (level: JoinedPair["level"]): SignKey =>
  level === null ? "belum" : (String(level) as SignKey);

function Value({ pair, bound }: { pair: Pick<JoinedPair, "experience" | "experienced">; bound: number }) {
  const { value, tone, words } = experienceWords(pair, bound);
  return (
    <span className={`felt ${tone}`}>
      {value}
      {tone === "low" && (
        <svg className="down" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
          <path d="M1 2h8L5 9z" />
        </svg>
      )}
      <span className="hidden-text"> {words}</span>
    </span>
  );
}

const loud = (pairs: readonly JoinedPair[], deed: JoinedPair["deed"]): number =>
  pairs.filter((pair) => !pair.weak && pair.deed === deed).length;
const weakPromises = (pairs: readonly JoinedPair[]): number =>
  pairs.filter((pair) => !pair.weak && pair.promised === "lemah").length;

/** Both loud first, then low, then weak; ties by the number of the register. */
export const sortServices = (rows: readonly ServicePromise[]): ServicePromise[] =>
  [...rows].sort(
    (a, b) =>
      descending(loud(a.pairs, "benahi"), loud(b.pairs, "benahi")) ||
      descending(loud(a.pairs, "tepati"), loud(b.pairs, "tepati")) ||
      descending(weakPromises(a.pairs), weakPromises(b.pairs)) ||
      ascending(a.service.no, b.service.no),
  );

/** Services × pairs: the sign of the promise beside the value people gave. On a phone only what is loud or uncertain. */
export function ServiceMatrix({
  rows,
  files,
  kab,
  bound,
  filters,
}: Shared & {
  rows: readonly ServicePromise[];
  /** Rows of the file: one a pair, of services without survey too. */
  files: number;
}) {
  return (
    <div className="table-block">
      <a className="skip-table" href="#janji-akhir">
        Lewati tabel
      </a>
      <table {...ROLE.table} className="data cards promise">
        <caption>Tanda: tingkat komponen. Angka: penilaian responden (NRR × 25).</caption>
        {heads("Layanan")}
        <tbody {...ROLE.rows}>
          {rows.map(({ service, n, pairs }) => (
            <tr key={service.no} {...ROLE.row}>
              <th {...ROLE.rowHead} scope="row">
                <a href={link(paths.layanan(kab, service), filters)}>{service.name}</a>
              </th>
              <td {...ROLE.cell} className="figure" data-head="n">
                {n === 0 ? "–" : <a href={link(paths.skmLayanan(kab, service), filters)}>{formatCount(n)}</a>}
              </td>
              {pairs.map((pair, at) => (
                <td
                  key={pair.unsur}
                  {...ROLE.cell}
                  data-head={component(pair.component).short}
                  className={
                    [at === firstWeak ? "gap" : "", isQuiet(pair, bound) ? "calm" : ""].join(" ").trim() ||
                    undefined
                  }
                >
                  <Sign of={signOf(pair.level)} /> <Value pair={pair} bound={bound} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p id="janji-akhir" className="table-foot">
        <Downloads path={`${paths.janji(kab)}/pasangan`} filters={filters} rows={files} />
      </p>
    </div>
  );
}

const isQuiet = (pair: JoinedPair, bound: number): boolean =>
  pair.promised !== "lemah" && !["low", "unsure-low"].includes(experienceWords(pair, bound).tone);

/** Bagian × pairs: how many services promise weakly, beside the pooled answers. */
export function BagianMatrix({ rows, kab, bound, filters }: Shared & { rows: readonly BagianPromise[] }) {
  return (
    <div className="table-block">
      <table {...ROLE.table} className="data cards promise">
        <caption>
          Baris atas: layanan dengan janji lemah (tingkat 0 atau 1), dari yang terbaca. Baris bawah: penilaian
          responden bagian itu.
        </caption>
        {heads("Bagian")}
        <tbody {...ROLE.rows}>
          {rows.map(({ bagian, n, pairs }) => (
            <tr key={bagian?.slug ?? ""} {...ROLE.row}>
              <th {...ROLE.rowHead} scope="row">
                <a
                  href={link(paths.janji(kab), filters, {
                    change: { bagian: [bagian?.slug ?? "tanpa-bagian"] },
                  })}
                >
                  {bagian ? bagianName(bagian) : "Bagian tidak disebut dalam naskah"}
                </a>
              </th>
              <td {...ROLE.cell} className="figure" data-head="n">
                {formatCount(n)}
              </td>
              {pairs.map((pair, at) => (
                <BagianCell key={pair.unsur} pair={pair} bound={bound} gap={at === firstWeak} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const BagianCell = ({ pair, bound, gap }: { pair: BagianPair; bound: number; gap: boolean }) => (
  <td {...ROLE.cell} data-head={component(pair.component).short} className={gap ? "gap" : undefined}>
    <span className={pair.weakServices > 0 ? "weak-count some" : "weak-count"}>
      {pair.readable === 0 ? "T" : `${pair.weakServices} dari ${pair.readable}`}
    </span>{" "}
    <Value pair={pair} bound={bound} />
  </td>
);
