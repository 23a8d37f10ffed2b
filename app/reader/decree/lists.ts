import { fold } from "../text.ts";
import type { AnnexList } from "./annex-list.ts";
import { type Clause, declaredInClauses } from "./clauses.ts";
import { type DeclaredGroup, nameKey } from "./declared.ts";
import type { Seg } from "./seg.ts";
import { splitRunOn } from "./split-run-on.ts";
import { settleUnit, subjectText, subjectUnit } from "./unit.ts";

/** Keys of short lines of the annex, among which are the headings of its services. */
const headingKeys = (segs: readonly Seg[], from: number, to: number): Set<string> => {
  const keys = new Set<string>();
  for (let i = from; i < to; i++) {
    const seg = segs[i] as Seg;
    if (seg.filled > 2 || seg.text.length > 250) continue;
    if (seg.filled > 1 && !/^(?:JENIS|NAMA) (?:PE)?LAYANAN/.test(seg.key)) continue;
    const name = seg.bare.replace(
      /^(?:\S{1,4}[.)]\s*)*(?:(?:jenis|nama)\s+(?:pe)?layanan\s*:?\s*)?(?:\S{1,4}[.)]\s*)*/i,
      "",
    );
    const key = nameKey(name);
    if (key.length > 4) keys.add(key);
  }
  return keys;
};

/** Names that ran together in a list without numbers, taken apart. */
const takeApart = (group: DeclaredGroup, headings: () => ReadonlySet<string>): DeclaredGroup => {
  if (group.services.every(({ no }) => no !== null)) return group;
  const parts = splitRunOn(
    group.services.map(({ name }) => name),
    headings,
  );
  return {
    ...group,
    services: group.services.flatMap((service, index) =>
      service.no !== null ? [service] : (parts[index] as string[]).map((name) => ({ ...service, name })),
    ),
  };
};

const count = (groups: readonly DeclaredGroup[]): number =>
  groups.reduce((sum, { services }) => sum + services.length, 0);

/** Segment of a line, between two segments. */
const segAt = (segs: readonly Seg[], line: number, from: number, to: number): number => {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segs[middle] as Seg).lineTo < line) low = middle + 1;
    else high = middle;
  }
  return low;
};

export interface DeclaredServices {
  groups: DeclaredGroup[];
  /** Segments of every list found, `to` excluded. */
  ranges: { from: number; to: number }[];
}

export interface DeclaredInput {
  segs: readonly Seg[];
  /** Segments of the decree, `to` excluded; `preamble` is where its head ends, `body` where its services begin. */
  from: number;
  to: number;
  preamble: number;
  body: number;
  clauses: readonly Clause[];
  list: AnnexList | null;
}

/**
 * Services that diktum and annex list. Where both do, the fuller list counts, the diktum's where they are equal; the lines
 * of both are told.
 */
export const declaredServices = ({
  segs,
  from,
  to,
  preamble,
  body,
  clauses,
  list,
}: DeclaredInput): DeclaredServices => {
  let keys: Set<string> | null = null;
  const headings = (): Set<string> => {
    keys ??= headingKeys(segs, body, to);
    return keys;
  };
  const clause = declaredInClauses(segs, clauses, headings);
  const ranges: DeclaredServices["ranges"] = list ? [list] : [];
  if (clause)
    ranges.push({ from: segAt(segs, clause.from, from, to), to: segAt(segs, clause.to, from, to) + 1 });
  const groups = count(list?.groups ?? []) > count(clause?.groups ?? []) ? list?.groups : clause?.groups;
  const heading = list?.heading ?? null;
  const unit = subjectUnit([
    subjectText(segs, from, preamble),
    ...(heading === null ? [] : [fold((segs[heading] as Seg).text)]),
  ]);
  return { groups: (groups ?? []).map((group) => settleUnit(takeApart(group, headings), unit)), ranges };
};
