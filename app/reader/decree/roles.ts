import { isNoise, isPageNumber } from "../marks.ts";
import { isBlankText } from "../text.ts";
import { isFoot } from "./foot.ts";
import type { Landmark } from "./landmarks.ts";
import type { Range } from "./maklumat.ts";
import type { Seg } from "./seg.ts";
import { copiesEnd } from "./signature.ts";

export type DecreeRole = "decree_head" | "declared_list" | "signature" | "maklumat" | "page_noise";

/** 1-based lines, both included, of one role. */
export interface RoleRange {
  from: number;
  to: number;
  role: DecreeRole;
}

type Marks = readonly (Landmark | null)[];

const assign = (roles: Map<number, DecreeRole>, from: number, to: number, role: DecreeRole): void => {
  for (let i = from; i < to; i++) roles.set(i, role);
};

/** First segment of the annex's end: signature, pledge, copies and noise, and nothing after them. */
export const tailStart = (
  segs: readonly Seg[],
  marks: Marks,
  from: number,
  to: number,
  signed: ReadonlySet<number>,
  pledges: readonly Range[],
): number => {
  const closing = new Set(signed);
  for (const { from: a, to: b } of pledges) for (let i = a; i < b; i++) closing.add(i);
  for (let i = from; i < to; i++)
    if (marks[i] === "copies") for (let j = i; j < copiesEnd(segs, marks, i, to); j++) closing.add(j);
  let start = to;
  for (let i = to - 1; i >= from; i--) {
    if (closing.has(i)) start = i;
    else if (!isFoot(segs, i) && marks[i] !== "letterhead" && marks[i] !== "annex") break;
  }
  return start;
};

/** Signatures inside the annex: only those that a NIP, a place and date, or the next annex confirms. */
const innerSignatures = (
  segs: readonly Seg[],
  marks: Marks,
  from: number,
  to: number,
  signed: ReadonlySet<number>,
): number[] => {
  const sure: number[] = [];
  for (let i = from; i < to; i++) {
    if (!signed.has(i)) continue;
    const run: number[] = [];
    while (i < to && signed.has(i)) run.push(i++);
    const confirmed =
      run.some((at) => /^NIP\b/.test((segs[at] as Seg).key) || marks[at] === "ditetapkan") ||
      ["annex", "maklumat", "letterhead", "title"].includes(marks[i] as string);
    if (confirmed) sure.push(...run);
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
  /** Segments of signatures anywhere in the decree. */
  signed: ReadonlySet<number>;
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
  if (input.signedFrom !== null)
    for (let i = input.signedFrom; i < (input.annexHead ?? bodyEnd); i++)
      if (input.signed.has(i)) roles.set(i, "signature");
  for (const { from: a, to: b } of input.lists) assign(roles, a, b, "declared_list");
  for (let i = from; i < to; i++) {
    if (marks[i] !== "copies" || (annexFrom !== null && i >= annexFrom && i < annexTo)) continue;
    assign(roles, i, copiesEnd(segs, marks, i, bodyEnd > i ? bodyEnd : to), "signature");
  }
  if (annexFrom !== null)
    for (const i of innerSignatures(segs, marks, annexFrom, annexTo, input.signed)) roles.set(i, "signature");
  for (const { from: a, to: b } of input.pledges) assign(roles, a, b, "maklumat");
  for (let i = from; i < to; i++) {
    if (annexFrom !== null && i >= annexFrom && i < annexTo) continue;
    // A lone figure may be the number of an item in a torn list.
    const seg = segs[i] as Seg;
    const figure = roles.get(i) === "declared_list" && isNoise(seg.text) && !isPageNumber(seg.text);
    if (isFoot(segs, i) && !figure) roles.set(i, "page_noise");
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

/** Lines of mark-up alone that no row covers are noise; roles stay inside the decree and in order. */
export const fillMarkup = (
  lines: readonly string[],
  part: { from: number; to: number; annexFrom: number | null; annexTo: number; roles: readonly RoleRange[] },
): RoleRange[] => {
  const filled: RoleRange[] = [];
  const fill = (from: number, to: number): void => {
    for (let line = from; line <= to; line++) {
      if (part.annexFrom !== null && line >= part.annexFrom && line < part.annexTo) continue;
      if (isBlankText(lines[line - 1] ?? "")) continue;
      const last = filled.at(-1);
      if (last?.role === "page_noise" && last.to === line - 1) last.to = line;
      else filled.push({ from: line, to: line, role: "page_noise" });
    }
  };
  let next = part.from;
  for (const range of part.roles) {
    fill(next, range.from - 1);
    filled.push({ ...range });
    next = range.to + 1;
  }
  fill(next, part.to);
  return filled;
};
