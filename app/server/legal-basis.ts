import { lookUp } from "#app/instruments/regulations.ts";
import type { DasarHukum } from "#app/reader/schema.ts";
import type { Citation } from "#app/scoring/legal/citations.ts";
import { judgeCitation, keyOf } from "#app/scoring/legal/judge.ts";
import type { CutCitation } from "./cut-model.ts";

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
    list.push(onSigning(cited, null, signed), ...amendedBy.map((one) => onSigning(one, amends, signed)));
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
