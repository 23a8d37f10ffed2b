import { isCatchword, isNoise, isPageNumber } from "../marks.ts";
import { letters } from "../text.ts";
import type { Landmark } from "./landmarks.ts";
import type { Stretch as Range } from "./maklumat.ts";
import type { Seg } from "./seg.ts";
import { copiesEnd, signatureFlags } from "./signature.ts";

export type DecreeRole = "decree_head" | "declared_list" | "signature" | "maklumat" | "page_noise";

/** 1-based lines, both included, of one role. */
export interface RoleRange {
  from: number;
  to: number;
  role: DecreeRole;
}

type Marks = readonly (Landmark | null)[];

const isPageNoise = (segs: readonly Seg[], at: number): boolean => {
  const seg = segs[at] as Seg;
  if (seg.row.separator || isPageNumber(seg.text)) return true;
  if (isCatchword(seg.text, segs[at + 1]?.text) || isCatchword(seg.bare, segs[at + 1]?.bare)) return true;
  // A catchword whose page follows after a running head, or not at all.
  if (/^.{2,48}(?:\.\s?\.\s?\.|…)$/.test(seg.text) && letters(seg.text).length >= 2 && seg.filled === 1)
    return true;
  return isNoise(seg.text) && letters(seg.text).length < 3;
};

const assign = (roles: Map<number, DecreeRole>, from: number, to: number, role: DecreeRole): void => {
  for (let i = from; i < to; i++) roles.set(i, role);
};

/** First segment of the annex's end: signature, pledge, copies and noise, and nothing after them. */
export const tailStart = (
  segs: readonly Seg[],
  marks: Marks,
  from: number,
  to: number,
  pledges: readonly Range[],
): number => {
  const flags = signatureFlags(segs, marks, from, to);
  const pledged = new Set<number>();
  for (const { from: a, to: b } of pledges) for (let i = a; i < b; i++) pledged.add(i);
  const copied = new Set<number>();
  for (let i = from; i < to; i++)
    if (marks[i] === "copies") for (let j = i; j < copiesEnd(segs, marks, i, to); j++) copied.add(j);
  let certain = to;
  for (let i = to - 1; i >= from; i--) {
    if (flags.has(i) || pledged.has(i) || copied.has(i)) certain = i;
    else if (!isPageNoise(segs, i) && marks[i] !== "letterhead" && marks[i] !== "annex") break;
  }
  return certain;
};

/** Signatures inside the annex: only those that a NIP, a place and date, or the next annex confirms. */
const innerSignatures = (segs: readonly Seg[], marks: Marks, from: number, to: number): Set<number> => {
  const flags = signatureFlags(segs, marks, from, to);
  const sure = new Set<number>();
  for (let i = from; i < to; i++) {
    if (!flags.has(i)) continue;
    let end = i;
    while (end < to && flags.has(end)) end++;
    const run = segs.slice(i, end);
    const confirmed =
      run.some((seg, at) => /^NIP\b/.test(seg.key) || marks[i + at] === "ditetapkan") ||
      ["annex", "maklumat", "letterhead", "title"].includes(marks[end] as string);
    if (confirmed) for (let j = i; j < end; j++) sure.add(j);
    i = end;
  }
  return sure;
};

export interface RoleInput {
  segs: readonly Seg[];
  marks: Marks;
  /** Segments of the decree, `to` excluded. */
  from: number;
  to: number;
  /** First row at which the decree can be signed; null where its body is lost. */
  signedFrom: number | null;
  annexHead: number | null;
  /** Segments of the services, `annexTo` excluded; null without an annex. */
  annexFrom: number | null;
  annexTo: number;
  lists: readonly Range[];
  pledges: readonly Range[];
}

/**
 * Role of every row outside the services, and of those inside them that surely belong to no service: heads of further
 * annexes, confirmed signatures, pledges.
 */
export const segRoles = (input: RoleInput): Map<number, DecreeRole> => {
  const { segs, marks, from, to, annexFrom, annexTo } = input;
  const roles = new Map<number, DecreeRole>();
  const bodyEnd = annexFrom ?? to;
  assign(roles, from, bodyEnd, "decree_head");
  if (annexFrom !== null) assign(roles, annexTo, to, "signature");
  const bodySigned =
    input.signedFrom === null
      ? []
      : signatureFlags(segs, marks, input.signedFrom, input.annexHead ?? bodyEnd);
  for (const i of bodySigned) roles.set(i, "signature");
  for (const { from: a, to: b } of input.lists) assign(roles, a, b, "declared_list");
  for (let i = from; i < to; i++) {
    if (marks[i] !== "copies" || (annexFrom !== null && i >= annexFrom && i < annexTo)) continue;
    assign(roles, i, copiesEnd(segs, marks, i, bodyEnd > i ? bodyEnd : to), "signature");
  }
  if (annexFrom !== null)
    for (const i of innerSignatures(segs, marks, annexFrom, annexTo)) roles.set(i, "signature");
  for (const { from: a, to: b } of input.pledges) assign(roles, a, b, "maklumat");
  for (let i = from; i < to; i++) {
    if (annexFrom !== null && i >= annexFrom && i < annexTo) continue;
    const listed = roles.get(i) === "declared_list" && isNoise((segs[i] as Seg).text);
    if (isPageNoise(segs, i) && !listed) roles.set(i, "page_noise");
  }
  return roles;
};

/** Roles of segments as ranges of lines. Lines of mark-up between two rows of one role belong to it. */
export const roleRanges = (
  segs: readonly Seg[],
  roles: ReadonlyMap<number, DecreeRole>,
  from: number,
  to: number,
): RoleRange[] => {
  const ranges: RoleRange[] = [];
  let before = -2;
  for (let i = from; i < to; i++) {
    const role = roles.get(i);
    if (role === undefined) continue;
    const { line, lineTo } = segs[i] as Seg;
    const last = ranges.at(-1);
    if (last && last.role === role && before === i - 1) last.to = Math.max(last.to, lineTo);
    else if (last && line <= last.to) {
      // Two rows of one line: the first one's role stands.
      if (lineTo > last.to) ranges.push({ from: last.to + 1, to: lineTo, role });
    } else ranges.push({ from: line, to: lineTo, role });
    before = i;
  }
  return ranges;
};
