import { z } from "zod";
import { lookUp, nameOf } from "#app/instruments/regulations.ts";
import type { DasarHukum } from "#app/reader/schema.ts";
import type { Citation } from "#app/scoring/legal/citations.ts";
import { judgeCitation, keyOf } from "#app/scoring/legal/judge.ts";
import { datesOf } from "#app/scoring/legal/register.ts";
import type { CitationTable, DecreeTable } from "#db/schema.ts";
import type { CutCitation } from "./cut-model.ts";
import { parseStored } from "./stored-json.ts";
import type { LegalStanding } from "./views.ts";

/** No day comes after it: by then everything that was ever revoked is revoked. */
const LAST_DAY = "9999-12-31";

/**
 * The citations of one table as a list, judged for the day of signing.
 * @param signed ISO date; null where it is not known
 */
export const citationsOnSigning = (citations: readonly Citation[], signed: string | null): CutCitation[] => {
  const list: CutCitation[] = [];
  for (const { amendedBy, quote: _quote, ...cited } of citations) {
    const amends = list.length;
    list.push(
      onSigning(cited, null, signed),
      ...amendedBy.map(({ quote: _words, ...one }) => onSigning(one, amends, signed)),
    );
  }
  return list;
};

const onSigning = (cited: DasarHukum, amends: number | null, signed: string | null): CutCitation => {
  const judgement = judgeCitation(cited, { signed, today: null });
  if (judgement && judgement.fault !== "outdated") {
    const { fault, certain, instead } = judgement;
    return { ...cited, amends, fault, certain, instead };
  }
  return { ...cited, amends, fault: isUnlike(cited) ? "unlike" : null, certain: null, instead: [] };
};

/** The register knows when this regulation was revoked, but the title says that another one is meant. */
const isUnlike = (cited: DasarHukum): boolean => {
  const key = keyOf(cited);
  const revoked = key !== null && lookUp(key)?.status === "dicabut";
  const untitled = { ...cited, title: null };
  const ever = { signed: null, today: LAST_DAY };
  return revoked && judgeCitation(untitled, ever) !== null && judgeCitation(cited, ever) === null;
};

/** A citation as it is stored, with the day and year of its decree. */
export type StoredCitation = Pick<
  CitationTable,
  "type" | "number" | "year" | "fault" | "certain" | "instead"
> & {
  signed: DecreeTable["signed"];
  decree_year: DecreeTable["year"];
};

const SAYS_NOTHING: LegalStanding = { fault: null, certain: false, instead: [], since: null, by: [] };

/**
 * How a stored citation stands on a day: what held when the decree was signed was stored with it; what was revoked since
 * is asked of the register, never of what was stored earlier.
 * @param today ISO date in the zone of the decree's regency
 */
export const standingOn = (row: StoredCitation, today: string): LegalStanding => {
  if (row.fault === "unlike") return SAYS_NOTHING;
  const cited = { type: row.type, number: row.number, year: row.year, title: null };
  const key = keyOf(cited);
  const regulation = key ? lookUp(key) : undefined;
  const told = { since: regulation?.since ?? null, by: regulation?.by ?? [] };
  if (row.fault) {
    const instead = row.instead === null ? [] : parseStored(z.array(z.string()), row.instead);
    const revoked = row.fault === "revoked";
    return {
      fault: row.fault,
      certain: row.certain === 1,
      instead,
      ...(revoked ? told : { since: null, by: [] }),
    };
  }
  const { signed } = datesOf({ signed: row.signed, year: row.decree_year }, null);
  const judgement = judgeCitation(cited, { signed, today });
  if (!judgement) return SAYS_NOTHING;
  return { fault: judgement.fault, certain: judgement.certain, instead: judgement.instead, ...told };
};

/** "UU Nomor 23 Tahun 2014", or as much of it as could be read; "" where nothing could. */
export const citationName = (cited: Pick<CitationTable, "type" | "number" | "year">): string => {
  const key = keyOf({ ...cited, title: null });
  if (key) return nameOf(key);
  const { type, number, year } = cited;
  return [type, number && `Nomor ${number}`, year && `Tahun ${year}`].filter(Boolean).join(" ");
};
