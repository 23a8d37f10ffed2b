import { formatLines } from "#app/format/numbers.ts";
import type { CriterionView, DecreeRef } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import { linkToLines } from "./links.ts";
import { ROLE } from "./roles.ts";
import { quoteWords } from "./words-of.ts";

interface Props {
  /** Unique on the page. */
  id: string;
  criteria: readonly CriterionView[];
  decree: DecreeRef;
  filters: Filters;
}

/** How a criterion came out, in words. Null: the question does not arise. */
export const metWords = (met: boolean | null): string =>
  met === null ? "tidak berlaku" : met ? "terpenuhi" : "belum terpenuhi";

/** What a criterion rests on: a regulation whose sentence was seen, or our own working test. */
export const sourceWords = ({ kind, source }: Pick<CriterionView, "kind" | "source">): string =>
  kind === "norma" ? (source ?? "peraturan") : "uji kerja kami, bukan ketentuan peraturan";

const HEADS = ["Kriteria", "Hasil", "Alasan", "Dasar"] as const;

/** Criteria of one component or unit: kriteria, terpenuhi or belum, alasan with its quote, dasar. */
export const CriteriaTable = ({ id, criteria, decree, filters }: Props) => (
  <table {...ROLE.table} id={id} className="data cards criteria">
    <caption className="hidden-text">Kriteria dan hasilnya</caption>
    <thead {...ROLE.rows}>
      <tr {...ROLE.row}>
        {HEADS.map((head) => (
          <th key={head} {...ROLE.columnHead} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...ROLE.rows}>
      {criteria.map((one) => (
        <tr {...ROLE.row} key={one.id}>
          <th {...ROLE.rowHead} scope="row">
            {one.sentence || "Kriteria ini tidak ada lagi dalam instrumen."}
          </th>
          <td {...ROLE.cell} data-head="Hasil" className={one.met === false ? "unmet" : undefined}>
            {metWords(one.met)}
          </td>
          <td {...ROLE.cell} data-head="Alasan">
            {one.reason || "–"}
            {one.quote && <span className="quote-part"> “{quoteWords(one.quote)}”</span>}
            {one.lines && one.quote && (
              <>
                {" "}
                <a href={linkToLines(decree.slug, decree.version, one.lines, filters)}>
                  baris {formatLines(one.lines)}
                </a>
              </>
            )}
          </td>
          <td {...ROLE.cell} data-head="Dasar">
            {sourceWords(one)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
