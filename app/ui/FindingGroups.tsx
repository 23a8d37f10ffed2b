import { formatCount } from "#app/format/numbers.ts";
import { capitalise } from "#app/format/words.ts";
import { ALL_FINDINGS, type AnyFindingCode, apartOf, pairWords } from "#app/scoring/all-findings.ts";
import type { FindingCount, FindingRow } from "#app/server/views.ts";
import { mayOpen } from "./answer.ts";
import { DataTable } from "./DataTable.tsx";
import { useFace } from "./face.ts";
import type { Filters } from "./filters.ts";
import { assignLink } from "./followup/links.ts";
import { link, paths } from "./links.ts";
import { findingsTable } from "./tables/findings.ts";
import { bagianName } from "./words-of.ts";

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
          <AssignPair rows={pair.rows} filters={filters} />
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

/** The way to send all findings of one kind to their bagian at once; nothing where there is one, whose row leads there. */
function AssignPair({ rows, filters }: PairsProps) {
  const face = useFace();
  const free = rows.filter(({ sent }) => !sent);
  const [first, second] = free;
  const href = first && assignLink(first, filters);
  return first && second && href && mayOpen(face, href) ? (
    <p className="no-print">
      <a href={href}>Tugaskan {formatCount(free.length)} temuan ini</a>
    </p>
  ) : null;
}

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

/** Lists of what is found, which are never merged, in this order. */
const PARTS = [
  { id: "temuan-substansi", name: "Temuan substansi", what: "temuan", note: null },
  { id: "temuan-kelengkapan", name: "Temuan kelengkapan dan pembacaan", what: "temuan", note: null },
  {
    id: "perlu-konfirmasi",
    name: "Perlu konfirmasi",
    what: "pertanyaan",
    note: "Ini pertanyaan, bukan kekurangan yang sudah pasti: mohon diperiksa dan dijawab oleh bagian.",
  },
  {
    id: "pemutakhiran",
    name: "Perlu pemutakhiran",
    what: "peraturan",
    note: "Peraturan ini masih berlaku ketika keputusan ditetapkan dan dicabut sesudahnya. Bukan kekurangan, tidak dihitung sebagai temuan; ganti pada perubahan keputusan berikutnya.",
  },
  {
    id: "menuju-tingkat-3",
    name: "Untuk naik ke tingkat 3",
    what: "catatan",
    note: "Yang belum dipenuhi agar komponen lengkap dan terukur. Catatan ini tidak dihitung sebagai temuan dan tidak menjadikan komponen bermasalah.",
  },
] as const;

export type FindingPart = (typeof PARTS)[number];

const partIdOf = ({ code, kind, question }: FindingRow): FindingPart["id"] => {
  const apart = apartOf(code);
  if (apart !== null) return apart === "menuju_3" ? "menuju-tingkat-3" : "pemutakhiran";
  if (question) return "perlu-konfirmasi";
  return kind === "substansi" ? "temuan-substansi" : "temuan-kelengkapan";
};

/** The lists of findings that are never merged; empty ones left out. */
export const partsOf = (rows: readonly FindingRow[]): (FindingPart & { rows: FindingRow[] })[] =>
  PARTS.map((part) => ({ ...part, rows: rows.filter((row) => partIdOf(row) === part.id) })).filter(
    (part) => part.rows.length > 0,
  );

/** "2.081 catatan untuk naik ke tingkat 3": what stands beside the findings, by its number. */
export const apartWords = (code: AnyFindingCode, count: number): string =>
  apartOf(code) === "menuju_3"
    ? `${formatCount(count)} catatan untuk naik ke tingkat 3`
    : `${formatCount(count)} kutipan peraturan yang dicabut sesudah keputusan ditetapkan`;

interface ApartProps {
  /** Of a selection, see FindingsView. */
  apart: readonly FindingCount[];
  filters: Filters;
  /** Filters that lead to the same selection. */
  change?: Partial<Filters>;
}

/** What no count of findings holds, with the way to its list; nothing where there is none. */
export const ApartFindings = ({ apart, filters, change = {} }: ApartProps) => {
  const some = apart.filter(({ count }) => count > 0);
  return some.length === 0 ? null : (
    <p className="note">
      Di luar hitungan temuan:{" "}
      {some.map(({ code, count }, at) => (
        <span key={code}>
          {at > 0 && "; "}
          <a
            href={link(paths.temuan(), filters, { change: { ...change, temuan: [ALL_FINDINGS[code].slug] } })}
          >
            {apartWords(code, count)}
          </a>
        </span>
      ))}
      .
    </p>
  );
};

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
