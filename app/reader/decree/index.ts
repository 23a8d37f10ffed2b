import { type Row, tokenise } from "../rows/index.ts";
import { fold } from "../text.ts";
import {
  type Clause,
  type ComponentClause,
  clausesOf,
  componentClauseOf,
  declaredInClauses,
} from "./clauses.ts";
import { cutDecrees, type Stretch } from "./cut.ts";
import { dateIn } from "./dates.ts";
import { type DeclaredGroup, nameKey } from "./declared.ts";
import { issuerOf, ownsLetterhead } from "./issuer.ts";
import { type Landmark, landmark } from "./landmarks.ts";
import { maklumatIn, pledgeWords, type Stretch as Range } from "./maklumat.ts";
import { numberIn, settleNumbers, yearOf } from "./number.ts";
import { regencyOf } from "./place.ts";
import { type RoleRange, roleRanges, segRoles, tailStart } from "./roles.ts";
import { type Sections, sectionsOf } from "./sections.ts";
import { type Seg, segsOf } from "./seg.ts";
import { labelOf } from "./service-start.ts";
import { isOfficeLine } from "./signature.ts";
import { splitRunOn } from "./split-run-on.ts";
import { settleUnit, subjectText, subjectUnit } from "./unit.ts";

export type { ComponentClause } from "./clauses.ts";
export type { DeclaredGroup } from "./declared.ts";
export type { DecreeRole, RoleRange } from "./roles.ts";

/** One decree of a file: what its head and body say, and where its annex stands. Lines are 1-based. */
export interface DecreePart {
  /** "X" for a kabupaten, "Kota X", "Provinsi X"; null where no head names it. */
  regency: string | null;
  /** "Bupati", "Sekretaris Daerah", "Kepala Dinas …", "Camat …". */
  issuer: string | null;
  /** Head's number, spaces around "/" removed; the annex's where the head's is damaged. */
  number: string | null;
  /** The other printing where it differs. */
  numberAnnex: string | null;
  year: number | null;
  /** `YYYY-MM-DD`; null where day, month or year is not printed or cannot be read for sure. */
  signed: string | null;
  /** Where the decree begins: at its own letterhead, else at its title. */
  line: number;
  /** All lines that belong to the decree, both included; `from` may lie above `line`. */
  from: number;
  to: number;
  /** First line in which tables of services can begin; null without an annex. */
  annexFrom: number | null;
  /** One past the last line of the services: the closing signature or pledge, else the decree's end. */
  annexTo: number;
  /** Services that the decree's own body or list names. Empty where it names none. */
  declared: DeclaredGroup[];
  maklumat: { from: number; to: number } | null;
  /** The clause that enumerates the components; null where there is none. */
  componentClause: ComponentClause | null;
  /** Every non-blank line outside the services, and lines inside that surely belong to none. */
  roles: RoleRange[];
}

type Marks = readonly (Landmark | null)[];

/** Fewer different components than these make no annex. */
const MIN_COMPONENTS = 4;

/** Do rows `from` to `to` (excluded) hold tables of services, though no decree's head does? */
const hasServices = (segs: readonly Seg[], from: number, to: number): boolean => {
  const seen = new Set<string>();
  for (let i = from; i < to; i++) {
    const key = labelOf(segs[i] as Seg);
    if (key !== null) seen.add(key);
    // "Perilaku" is an element of the satisfaction survey, whose names are otherwise alike.
    else if (/^(?:\d+ )?PERILAKU\b/.test((segs[i] as Seg).key)) return false;
    if (seen.size >= MIN_COMPONENTS && (seen.has("dasar_hukum") || seen.size > 9 || i - from > 60))
      return true;
  }
  return seen.size >= MIN_COMPONENTS;
};

const stretchesOf = (segs: readonly Seg[], marks: Marks): Stretch[] => {
  const found = cutDecrees(segs, marks);
  const first = found[0];
  if (!first) {
    const annex = marks.includes("annex") || marks.includes("title");
    return hasServices(segs, 0, segs.length) || (annex && numberIn(segs, 0, 40) !== null)
      ? [{ from: 0, to: segs.length, title: null, letterhead: null }]
      : [];
  }
  if (first.from > 0) {
    if (hasServices(segs, 0, first.from))
      return [{ from: 0, to: first.from, title: null, letterhead: null }, ...found];
    first.from = 0;
  }
  return found;
};

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
const takeApart = (group: DeclaredGroup, headings: ReadonlySet<string>): DeclaredGroup => {
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

/** Date of signing: from the body, else from the annex's head, else from the foot of the annex. */
const signedIn = (segs: readonly Seg[], sections: Sections, tail: number, to: number): string | null => {
  const lineOf = (i: number): string => `${(segs[i] as Seg).text} `;
  const dated = (from: number, end: number, pattern: RegExp): string | null | undefined => {
    for (let i = from; i < Math.min(end, to); i++) {
      if (!pattern.test((segs[i] as Seg).key)) continue;
      const text = lineOf(i);
      const date =
        dateIn(text.slice(Math.max(0, text.search(/tanggal/i)))) ??
        (/\d/.test(text) ? null : dateIn((segs[i + 1] as Seg | undefined)?.text ?? ""));
      if (date !== null) return date;
    }
    return undefined;
  };
  const body =
    sections.ditetapkan === null
      ? undefined
      : dated(sections.ditetapkan, sections.ditetapkan + 6, /\bTANGGAL\b|\bDITETAPKAN\b/);
  const head =
    sections.annexHead === null
      ? undefined
      : dated(
          sections.annexHead,
          Math.min(sections.annexHead + 12, sections.annexFrom ?? to),
          /^TANGGAL\b|\bTANGGAL \d/,
        );
  return body ?? head ?? dated(tail, to, /\bTANGGAL\b|\bDITETAPKAN\b/) ?? null;
};

/** The pledge as a clause of the diktum. */
const pledgedClause = (clauses: readonly Clause[]): Range | null => {
  const found = clauses.find(({ pieces }) => {
    const text = pieces.map((piece) => piece.text).join(" ");
    return /\bmaklumat\b/i.test(text.slice(0, 160)) && pledgeWords(text) >= 3;
  });
  return found ? { from: found.from, to: found.to } : null;
};

const readOne = (segs: readonly Seg[], marks: Marks, stretch: Stretch, last: number): DecreePart => {
  const { from, to, title } = stretch;
  const sections = sectionsOf(segs, marks, stretch);
  const { preamble, annexHead, list } = sections;
  const body = sections.annexFrom ?? to;
  const clauses = clausesOf(segs, marks, sections.diktum ?? preamble, sections.diktumEnd);
  const headings = headingKeys(segs, body, to);
  const inClauses = declaredInClauses(clauses, headings);
  const clausePledge = pledgedClause(clauses);
  const office = (i: number): boolean => isOfficeLine(segs[i] as Seg) || /^NIP\b/.test((segs[i] as Seg).key);
  const pledges = [
    ...(clausePledge ? [clausePledge] : []),
    ...maklumatIn(segs, marks, sections.signedFrom ?? body, to, office),
  ];
  const annexTo = sections.annexFrom === null ? to : tailStart(segs, marks, sections.annexFrom, to, pledges);

  const headEnd = Math.min(preamble, from + 60);
  const issuerRows = Array.from({ length: headEnd - from }, (_, index) => from + index).filter(
    (i) => i !== title && isOfficeLine(segs[i] as Seg),
  );
  const annexRows =
    annexHead === null
      ? []
      : Array.from({ length: Math.min(4, to - annexHead) }, (_, index) => annexHead + index);
  const signedRows =
    sections.ditetapkan === null
      ? []
      : Array.from(
          { length: Math.min(6, to - sections.ditetapkan) },
          (_, index) => (sections.ditetapkan as number) + index,
        );
  const issuer = issuerOf(segs, title, [
    ...issuerRows,
    ...annexRows.filter((i) => /\bKEPUTUSAN\b/.test((segs[i] as Seg).key)),
    ...signedRows.filter((i) => isOfficeLine(segs[i] as Seg)),
  ]);
  const headRows = [...segs.slice(from, headEnd), ...annexRows, ...signedRows].map((row) =>
    typeof row === "number" ? (segs[row] as Seg) : row,
  );
  const bodiless = sections.diktum === null && title === null && preamble === from;
  const regency =
    bodiless && annexHead === null
      ? null
      : regencyOf(headRows, segs.slice(preamble, Math.min(body, preamble + 40)));

  const headNumber =
    title === null && bodiless ? null : numberIn(segs, title ?? from, Math.min(headEnd, (title ?? from) + 8));
  const annexNumber =
    annexHead === null || annexHead === sections.annexFrom
      ? null
      : numberIn(segs, annexHead, Math.min(annexHead + 6, sections.annexFrom ?? to));
  const numbers = settleNumbers(headNumber, annexNumber);
  const signed = signedIn(segs, sections, annexTo, to);

  const groups = chooseList(inClauses?.groups ?? [], list?.groups ?? []);
  const unit = subjectUnit([
    subjectText(segs, from, headEnd),
    ...(list ? [fold((segs[list.from] as Seg).text)] : []),
  ]);
  const declared = groups.map((group) => settleUnit(takeApart(group, headings), unit));

  const lists: Range[] = list ? [list] : [];
  if (inClauses)
    lists.push({ from: segAt(segs, inClauses.from, from, to), to: segAt(segs, inClauses.to, from, to) + 1 });
  const roles = segRoles({
    segs,
    marks,
    from,
    to,
    signedFrom: sections.signedFrom,
    annexHead,
    annexFrom: sections.annexFrom,
    annexTo,
    lists,
    pledges,
  });
  const letterhead =
    stretch.letterhead === null || title === null ? [] : segs.slice(stretch.letterhead, title);
  const begin =
    stretch.letterhead !== null && ownsLetterhead(issuer, letterhead)
      ? stretch.letterhead
      : (title ?? stretch.letterhead ?? from);
  const pledge = pledges[0];
  const lineFrom = from === 0 ? 1 : (segs[from] as Seg).line;
  const lineTo = to < segs.length ? Math.max(lineFrom, (segs[to] as Seg).line - 1) : last;
  return {
    regency,
    issuer,
    ...numbers,
    year:
      yearOf(numbers.number) ??
      yearOf(numbers.numberAnnex) ??
      (signed === null ? null : Number(signed.slice(0, 4))),
    signed,
    line: (segs[begin] as Seg).line,
    from: lineFrom,
    to: lineTo,
    annexFrom:
      sections.annexFrom === null
        ? null
        : bodiless && sections.annexFrom === from
          ? lineFrom
          : (segs[sections.annexFrom] as Seg).line,
    annexTo: annexTo < to ? (segs[annexTo] as Seg).line : lineTo + 1,
    declared,
    maklumat: pledge
      ? { from: (segs[pledge.from] as Seg).line, to: (segs[pledge.to - 1] as Seg).lineTo }
      : null,
    componentClause: componentClauseOf(segs, clauses),
    roles: roleRanges(segs, roles, from, to),
  };
};

const count = (groups: readonly DeclaredGroup[]): number =>
  groups.reduce((sum, { services }) => sum + services.length, 0);

/** Where diktum and annex both list the services the fuller list counts, the diktum's where they are equal. */
const chooseList = (clause: DeclaredGroup[], annex: DeclaredGroup[]): DeclaredGroup[] =>
  count(annex) > count(clause) ? annex : clause;

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
  return parts.map((part) => ({ ...part, roles: fillMarkup(lines, part) }));
};

/** Lines of mark-up alone that no row covers are noise; roles stay inside the decree and in order. */
const fillMarkup = (lines: readonly string[], part: DecreePart): RoleRange[] => {
  const filled: RoleRange[] = [];
  const fill = (from: number, to: number): void => {
    for (let line = from; line <= to; line++) {
      if (part.annexFrom !== null && line >= part.annexFrom && line < part.annexTo) continue;
      if ((lines[line - 1] ?? "").trim() === "") continue;
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
