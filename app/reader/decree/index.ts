import { type Row, tokenise } from "../rows/index.ts";
import { clausesOf, componentClauseOf } from "./clauses.ts";
import type { Stretch } from "./cut.ts";
import { isHeadless, readHead } from "./head.ts";
import { type Landmark, landmark } from "./landmarks.ts";
import { declaredServices } from "./lists.ts";
import { maklumatIn } from "./maklumat.ts";
import type { DecreePart } from "./part.ts";
import { pledgedClause } from "./pledge-clause.ts";
import { fillMarkup, roleRanges, segRoles, tailStart } from "./roles.ts";
import { sectionsOf } from "./sections.ts";
import { type Seg, segsOf } from "./seg.ts";
import { isOfficeLine, signatureFlags } from "./signature.ts";
import { stretchesOf } from "./stretches.ts";

export type { ComponentClause } from "./clauses.ts";
export type { DeclaredGroup } from "./declared.ts";
export type { DecreePart } from "./part.ts";
export type { DecreeRole, RoleRange } from "./roles.ts";

type Marks = readonly (Landmark | null)[];

/** Reads one decree. `last` is the file's last line. */
const readOne = (segs: readonly Seg[], marks: Marks, stretch: Stretch, last: number): DecreePart => {
  const { from, to } = stretch;
  const sections = sectionsOf(segs, marks, stretch);
  const { preamble, annexHead, annexFrom, signedFrom, list } = sections;
  const body = annexFrom ?? to;
  const clauses = clausesOf(segs, marks, sections.diktum ?? preamble, sections.diktumEnd);
  const declared = declaredServices({ segs, from, to, preamble, body, clauses, list });
  const signed = signatureFlags(segs, marks, signedFrom ?? body, to);
  const signs = (at: number): boolean =>
    isOfficeLine(segs[at] as Seg) || /^NIP\b/.test((segs[at] as Seg).key);
  const clause = pledgedClause(clauses);
  const pledges = [...(clause ? [clause] : []), ...maklumatIn(segs, marks, signedFrom ?? body, to, signs)];
  const annexTo = annexFrom === null ? to : tailStart(segs, marks, annexFrom, to, signed, pledges);
  const { begin, ...head } = readHead(segs, stretch, sections, annexTo);
  const roles = segRoles({
    segs,
    marks,
    from,
    to,
    signedFrom,
    annexHead,
    signed,
    annexFrom,
    annexTo,
    lists: declared.ranges,
    pledges,
  });

  const lineOf = (at: number): number => (segs[at] as Seg).line;
  const lineFrom = from === 0 ? 1 : lineOf(from);
  const lineTo = to < segs.length ? Math.max(lineFrom, lineOf(to) - 1) : last;
  const wholeFile = annexFrom === from && isHeadless(stretch, sections);
  const pledge = pledges[0];
  return {
    ...head,
    line: lineOf(begin),
    from: lineFrom,
    to: lineTo,
    annexFrom: annexFrom === null ? null : wholeFile ? lineFrom : lineOf(annexFrom),
    annexRow: annexFrom === null ? null : (segs[annexFrom] as Seg).row,
    annexTo: annexTo < to ? lineOf(annexTo) : lineTo + 1,
    declared: declared.groups,
    maklumat: pledge ? { from: lineOf(pledge.from), to: (segs[pledge.to - 1] as Seg).lineTo } : null,
    componentClause: componentClauseOf(segs, clauses),
    roles: roleRanges(segs, roles, from, to),
  };
};

/**
 * Cuts a file into its decrees and reads their heads, lists of services and ends. `lines` are decoded lines, index 0 being
 * line 1; `rows` are their rows where the caller has tokenised them already. Empty for a file that is no decree and holds no
 * tables of services. Never throws; linear in the length of the file.
 */
export const splitDecrees = (
  lines: readonly string[],
  rows: readonly Row[] = tokenise(lines),
): DecreePart[] => {
  const segs = segsOf(rows);
  const marks = segs.map((_, at) => landmark(segs, at));
  const parts = stretchesOf(segs, marks)
    .filter(({ from, to }) => from < to)
    .map((stretch) => readOne(segs, marks, stretch, lines.length));
  // Decrees of one file are one region's, so a head that lost the name takes the others'.
  const named = new Set(parts.flatMap(({ regency }) => regency ?? []));
  const [only] = named;
  return parts.map((part) => ({
    ...part,
    regency: part.regency ?? (named.size === 1 && part.issuer !== null ? (only as string) : null),
    roles: fillMarkup(lines, part),
  }));
};
