import { type Instrument, instrumentHash } from "#app/instruments/instrument.ts";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { type AnyFindingCode, APART_CODES } from "#app/scoring/all-findings.ts";
import { SCORER_VERSION, scoreStandards } from "#app/scoring/index.ts";
import { citationsOf, datesOf } from "#app/scoring/legal/register.ts";
import type { Levels } from "#app/scoring/schema.ts";
import type { CutScores } from "./cut-model.ts";
import { groupBy } from "./group-by.ts";
import { citationsOnSigning } from "./legal-basis.ts";
import { type Scorable, standardsOf } from "./standards.ts";

const hash = instrumentHash(PERMENPAN_15_2014);

/** The yardstick that this program scores by. Its id changes with every word of it. */
export const CURRENT_INSTRUMENT: CutScores["instrument"] & { content: Instrument } = {
  id: `${PERMENPAN_15_2014.edition}@${hash.slice(0, 12)}`,
  edition: PERMENPAN_15_2014.edition,
  hash,
  content: PERMENPAN_15_2014,
};

/** What a score was made by: where it differs from what is stored, the standards are scored again. */
export const CURRENT_SCORING = { scorer: SCORER_VERSION, instrument: CURRENT_INSTRUMENT.id };

/** Scores decrees together, each standard also against those of the other decrees. One result a decree, in order. */
export const scoreCuts = (cuts: readonly Scorable[]): CutScores[] => {
  const standards = standardsOf(cuts);
  const scores = scoreStandards(standards);
  const ordinals = cuts.flatMap((cut) => cut.services.map(({ ordinal }) => ordinal));
  const ordinalAt = (index: number | null): number | null =>
    index === null ? null : (ordinals[index] ?? null);
  const verdicts = groupBy(scores.verdicts, ({ service }) => service);
  const { id, edition } = CURRENT_INSTRUMENT;
  const results = cuts.map(
    (): CutScores => ({
      scorer: SCORER_VERSION,
      instrument: { id, edition, hash },
      services: new Map(),
      findings: [],
      units: [],
    }),
  );
  const resultOf = (decree: number | null) => results[decree ?? 0] as CutScores;
  const cited = citationsOf(standards);
  standards.services.forEach(({ decree, components }, index) => {
    const { signed } = datesOf(standards.decrees[decree], null);
    resultOf(decree).services.set(ordinals[index] as number, {
      levels: scores.levels[index] as Levels,
      verdicts: (verdicts.get(index) ?? []).map(({ service: _service, ...verdict }) => verdict),
      basisLines: components.dasar_hukum?.lines ?? null,
      citations: citationsOnSigning(cited[index] ?? [], signed),
    });
  });
  for (const { decree, service, source, ...finding } of scores.findings) {
    // What stands beside the findings is made from verdicts and citations where it is asked for.
    if ((APART_CODES as readonly AnyFindingCode[]).includes(finding.code)) continue;
    resultOf(decree).findings.push({
      ...finding,
      service: ordinalAt(service),
      source: ordinalAt(source?.service ?? null),
    });
  }
  for (const { decree, service, ...unit } of scores.units) {
    resultOf(decree).units.push({ of: "bagian", ...unit, service: ordinalAt(service) });
  }
  for (const { decree, ...verdict } of scores.decrees) {
    resultOf(decree).units.push({ of: "keputusan", bagian: null, ...verdict, service: null });
  }
  return results;
};
