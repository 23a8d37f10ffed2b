import { formatCount } from "#app/format/numbers.ts";
import type { FindingRow } from "#app/server/views.ts";
import { DataTable } from "./DataTable.tsx";
import type { Filters } from "./filters.ts";
import { findingsTable } from "./tables/findings.ts";
import { bagianName, pairWords } from "./words-of.ts";

export interface FindingGroup {
  key: string;
  /** "Bagian Umum, Kabupaten Arunika"; what is on the decree stands under its own name. */
  place: string;
  total: number;
  pairs: { words: string; rows: FindingRow[] }[];
}

/** Groups by regency and bagian, then by pair of component and code: most first, first seen first among equals. */
export function groupFindings(rows: readonly FindingRow[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const row of rows) {
    const bagian = row.service ? bagianName(row.bagian) : "Keputusan";
    const key = `${row.regency.slug}/${bagian}`;
    const group = groups.get(key) ?? { key, place: `${bagian}, ${row.regency.name}`, total: 0, pairs: [] };
    const words = pairWords(row);
    const pair = group.pairs.find((one) => one.words === words);
    if (pair) pair.rows.push(row);
    else group.pairs.push({ words, rows: [row] });
    group.total += 1;
    groups.set(key, group);
  }
  for (const group of groups.values()) group.pairs.sort((a, b) => b.rows.length - a.rows.length);
  return [...groups.values()];
}

interface PairsProps {
  rows: readonly FindingRow[];
  filters: Filters;
  /** First part of the anchors. */
  id?: string;
}

/** One table a pair of component and code. */
export const FindingPairs = ({ rows, filters, id = "keputusan" }: PairsProps) => (
  <>
    {groupFindings(rows).flatMap((group) =>
      group.pairs.map((pair, at) => (
        <div key={`${group.key}-${pair.words}`}>
          <h3>
            {pair.words} · {pair.rows.length}
          </h3>
          <DataTable
            table={{
              ...findingsTable(pair.rows, filters, `temuan-${id}-${at}`),
              caption: `${group.place}: ${pair.words}`,
            }}
            hideCaption
          />
        </div>
      )),
    )}
  </>
);

/** Findings as they are sent to each bagian; on paper each bagian starts a page. */
export const FindingGroups = ({ rows, filters }: { rows: readonly FindingRow[]; filters: Filters }) => (
  <>
    {groupFindings(rows).map((group, at) => (
      <section key={group.key} className="bagian-section" aria-labelledby={`kelompok-${at}`}>
        <h2 id={`kelompok-${at}`}>
          {group.place} · {formatCount(group.total)} temuan
        </h2>
        <FindingPairs rows={group.pairs.flatMap((pair) => pair.rows)} filters={filters} id={String(at)} />
      </section>
    ))}
  </>
);
