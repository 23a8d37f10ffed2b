import { PERMENPAN_15_2014 } from "../instruments/permenpan-15-2014.ts";
import { COMPONENT_KEYS, type ComponentKey } from "../reader/components.ts";
import type { Finding, ReadingJson } from "../reader/schema.ts";
import { comparisonFindings } from "./comparison/index.ts";
import { criterionFindings, decreeFindings, unitFindings } from "./findings.ts";
import { legalFindings } from "./legal/findings.ts";
import { type ComponentScore, scoreService } from "./levels.ts";
import type {
  DecreeVerdict,
  Levels,
  ScoredFinding,
  ScoredJson,
  Standards,
  SubstanceFinding,
  UnitVerdict,
  Verdict,
} from "./schema.ts";
import { Shelf } from "./shelf.ts";
import { decreeVerdicts, unitVerdicts } from "./units.ts";

/** Changes whenever the score of the same reading may change. */
export const SCORER_VERSION = "1.13.0";

export interface Scores {
  /** By index of the service. */
  levels: Levels[];
  verdicts: Verdict[];
  /** Criteria that are judged once per bagian and decree. */
  units: UnitVerdict[];
  /** Criteria of the decrees themselves. */
  decrees: DecreeVerdict[];
  findings: SubstanceFinding[];
}

export interface ScoreOptions {
  /** ISO date up to which the legal basis is judged as well; left out, only the day of signing counts. */
  today?: string | null;
}

/**
 * Holds every service against the instrument, and the services against each other, across bagian and decrees. Only
 * services of one regency are compared. Pure, linear in the length of the texts; never throws on content.
 */
export const scoreStandards = (standards: Standards, { today = null }: ScoreOptions = {}): Scores => {
  const instrument = PERMENPAN_15_2014;
  const { services, decrees } = standards;
  const shelf = new Shelf(standards);
  const readerFindings = new Map<number, Finding[]>();
  for (const finding of standards.findings) {
    if (finding.service === null) continue;
    const own = readerFindings.get(finding.service);
    if (own) own.push(finding);
    else readerFindings.set(finding.service, [finding]);
  }

  const scores: Scores = { levels: [], verdicts: [], units: [], decrees: [], findings: [] };
  services.forEach((service, index) => {
    const own = scoreService(
      service,
      decrees[service.decree],
      readerFindings.get(index) ?? [],
      instrument,
      shelf,
    );
    scores.levels.push(levelsOf(own));
    scores.verdicts.push(...verdictsOf(service, index, own));
    scores.findings.push(...criterionFindings(service, index, own));
  });
  scores.units = unitVerdicts(standards);
  scores.decrees = decreeVerdicts(standards);
  scores.findings.push(
    ...comparisonFindings(standards),
    ...legalFindings(standards, today),
    ...unitFindings(scores.units),
    ...decreeFindings(scores.decrees, standards),
  );
  return scores;
};

const levelsOf = (own: Record<ComponentKey, ComponentScore>): Levels =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, own[key].level])) as Levels;

const verdictsOf = (
  service: Standards["services"][number],
  index: number,
  own: Record<ComponentKey, ComponentScore>,
): Verdict[] =>
  COMPONENT_KEYS.flatMap((key) => {
    const part = service.components[key];
    if (!part) return [];
    return own[key].judged.map(({ criterion, answer }) => ({
      service: index,
      component: key,
      criterion,
      ...answer,
      lines: part.lines,
    }));
  });

/** A finding as the contract prints it. */
const printed = ({ code, severity, decree, service, component, message, lines }: ScoredFinding) => ({
  code,
  severity,
  decree,
  service,
  component,
  message,
  lines,
});

/** The reading with the levels of its services and both kinds of findings. */
export const scoredJson = (reading: ReadingJson, scores: Scores): ScoredJson => ({
  ...reading,
  services: reading.services.map((service, index) => ({
    ...service,
    levels: scores.levels[index] as Levels,
  })),
  findings: [...reading.findings, ...scores.findings.map(printed)],
});
