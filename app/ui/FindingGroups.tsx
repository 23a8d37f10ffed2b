import { formatCount } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { FindingRow } from "#app/server/views.ts";
import { DataTable } from "./DataTable.tsx";
import type { Filters } from "./filters.ts";
import { findingsTable } from "./tables/findings.ts";
import { bagianName, isQuestion, pairWords } from "./words-of.ts";

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
    const bagian = row.service ? bagianName(row.bagian) : (row.unit ?? "Keputusan");
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
    {groupFindings(rows).flatMap((group, place) =>
      group.pairs.map((pair, at) => (
        <div key={`${group.key}-${pair.words}`}>
          <h3>
            {pair.words} · {pair.rows.length}
          </h3>
          <DataTable
            table={{
              ...findingsTable(pair.rows, filters, `${id}-${place}-${at}`),
              caption: `${group.place}: ${pair.words}`,
            }}
            hideCaption
          />
        </div>
      )),
    )}
  </>
);

interface KindProps {
  rows: readonly FindingRow[];
  filters: Filters;
  /** What is said where there is nothing. */
  none: string;
}

/** Findings of kelengkapan and of substansi apart, and, apart from both, what may only be asked. */
export const FindingPairsByKind = ({ rows, filters, none }: KindProps) => {
  const parts = partsOf(rows);
  return parts.length === 0 ? (
    <>
      <h2>Temuan</h2>
      <p>{none}</p>
    </>
  ) : (
    parts.map((part) => (
      <section key={part.id}>
        <h2 id={part.id}>
          {part.name} · {formatCount(part.rows.length)}
        </h2>
        {part.note && <p className="note">{part.note}</p>}
        <FindingPairs rows={part.rows} filters={filters} id={part.id} />
      </section>
    ))
  );
};

/** Findings of one component, whoever they are on, by what they say: most first. */
export const FindingsByCode = ({ rows, filters, id }: PairsProps) => {
  const codes = new Map<FindingRow["code"], FindingRow[]>();
  for (const row of rows) codes.set(row.code, [...(codes.get(row.code) ?? []), row]);
  return [...codes]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([code, own], at) => (
      <div key={code}>
        <h3>
          {capitalise(ALL_FINDINGS[code].label)} · {formatCount(own.length)}
        </h3>
        <DataTable
          table={{
            ...findingsTable(own, filters, `${id}-${at}`, true),
            caption: capitalise(ALL_FINDINGS[code].label),
          }}
          hideCaption
        />
      </div>
    ));
};

/** The three lists of findings that are never merged; empty ones left out. */
export function partsOf(
  rows: readonly FindingRow[],
): { id: string; name: string; note: string | null; rows: FindingRow[] }[] {
  const asked = rows.filter((row) => isQuestion(row.code));
  const found = rows.filter((row) => !isQuestion(row.code));
  return [
    {
      id: "temuan-substansi",
      name: "Temuan substansi",
      note: null,
      rows: found.filter((row) => row.kind === "substansi"),
    },
    {
      id: "temuan-kelengkapan",
      name: "Temuan kelengkapan dan pembacaan",
      note: null,
      rows: found.filter((row) => row.kind === "kelengkapan"),
    },
    {
      id: "perlu-konfirmasi",
      name: "Perlu konfirmasi",
      note: "Ini pertanyaan, bukan kekurangan yang sudah pasti: mohon diperiksa dan dijawab oleh bagian.",
      rows: asked,
    },
  ].filter((part) => part.rows.length > 0);
}

/** Findings as they are sent to each bagian; on paper each bagian starts a page. */
export const FindingGroups = ({
  rows,
  filters,
  id = "kelompok",
  what = "temuan",
}: {
  rows: readonly FindingRow[];
  filters: Filters;
  /** First part of the anchors. */
  id?: string;
  what?: string;
}) => (
  <>
    {groupFindings(rows).map((group, at) => (
      <section key={group.key} className="bagian-section" aria-labelledby={`${id}-${at}`}>
        <h2 id={`${id}-${at}`}>
          {group.place} · {formatCount(group.total)} {what}
        </h2>
        <FindingPairs rows={group.pairs.flatMap((pair) => pair.rows)} filters={filters} id={`${id}-${at}`} />
      </section>
    ))}
  </>
);
