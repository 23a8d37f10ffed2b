import { PUBLIC_KEYS } from "#app/reader/components.ts";
import type { Levels } from "#app/scoring/schema.ts";
import type {
  CitationTable,
  FindingTable,
  Flag,
  LevelCounts,
  StoredLevel,
  UnitVerdictTable,
  VerdictTable,
} from "#db/schema.ts";
import type { CutScores, CutServiceScore } from "./cut-model.ts";
import { regulationKey } from "./keys.ts";

/** Where the scores of one decree are written. */
export interface ScorePlace {
  r: number;
  readingId: string;
  /** Table of an ordinal, also of another decree scored together. */
  tableId(ordinal: number): string | null;
  contentHash(ordinal: number): string | null;
  newId(): string;
}

export interface ScoreRows {
  verdict: VerdictTable[];
  unit_verdict: UnitVerdictTable[];
  finding: FindingTable[];
  citation: CitationTable[];
}

const flag = (met: boolean | null): Flag | null => (met === null ? null : met ? 1 : 0);

/** Verdicts, unit verdicts and findings of one decree as rows. Where no reason was kept, there is none. */
export const scoreRows = (scores: CutScores, place: ScorePlace): ScoreRows => {
  const { r, readingId, newId } = place;
  const stamp = { instrument_id: scores.instrument.id, scorer_version: scores.scorer };
  const range = (lines: readonly [number, number] | null) => ({
    line_from: lines?.[0] ?? null,
    line_to: lines?.[1] ?? null,
  });
  return {
    verdict: [...scores.services].flatMap(([ordinal, { verdicts }]) =>
      verdicts.map((verdict) => ({
        r,
        service_text_id: place.tableId(ordinal) as string,
        criterion: verdict.criterion,
        component: verdict.component,
        content_hash: place.contentHash(ordinal),
        met: flag(verdict.met),
        reason: verdict.reason ?? "",
        quote: verdict.quote,
        ...range(verdict.lines),
        ...stamp,
      })),
    ),
    unit_verdict: scores.units.map((unit, seq) => ({
      r,
      reading_id: readingId,
      seq,
      of: unit.of,
      bagian: unit.bagian,
      criterion: unit.criterion,
      met: flag(unit.met),
      reason: unit.reason ?? "",
      quote: unit.quote,
      service_text_id: unit.service === null ? null : place.tableId(unit.service),
      ...range(unit.lines),
      ...stamp,
    })),
    finding: scores.findings.map((finding) => ({
      r,
      id: newId(),
      reading_id: readingId,
      service_text_id: finding.service === null ? null : place.tableId(finding.service),
      code: finding.code,
      severity: finding.severity,
      component: finding.component,
      message: finding.message,
      ...range(finding.lines),
      origin: "penilai",
      ...stamp,
      source_text_id: finding.source === null ? null : place.tableId(finding.source),
      bagian: finding.bagian,
      criterion: finding.criterion,
      reason: finding.reason,
      quote: finding.quote,
    })),
    citation: [...scores.services].flatMap(([ordinal, score]) =>
      citationRows(r, place.tableId(ordinal) as string, score),
    ),
  };
};

/** The level as the database holds it. */
export const storedLevel = (level: Levels[keyof Levels] | undefined): StoredLevel | null =>
  level === undefined ? null : (String(level) as StoredLevel);

/** Counts of one table's levels; noughts where it was not scored. */
export const levelCounts = (levels: Levels | undefined): LevelCounts => {
  const all = Object.values(levels ?? {});
  const publicOnes = levels ? PUBLIC_KEYS.map((key) => levels[key]) : [];
  const count = (of: readonly unknown[], ...wanted: readonly unknown[]) =>
    of.filter((level) => wanted.includes(level)).length;
  return {
    level0_n: count(all, 0),
    level1_n: count(all, 1),
    level2_n: count(all, 2),
    level3_n: count(all, 3),
    level_t_n: count(all, "T"),
    problems_public_n: count(publicOnes, 0, 1),
    judged_public_n: count(publicOnes, 0, 1, 2, 3),
    level_t_public_n: count(publicOnes, "T"),
  };
};

/** The regulations that a table cites, with the lines of its whole legal basis. */
const citationRows = (
  r: number,
  tableId: string,
  { citations, basisLines }: CutServiceScore,
): CitationTable[] =>
  citations.map(({ type, number, year, title, amends, fault, certain, instead }, seq) => ({
    r,
    service_text_id: tableId,
    seq,
    regulation_key: regulationKey({ type, number, year }, r),
    type,
    number,
    year,
    title,
    amends_seq: amends,
    line_from: basisLines?.[0] ?? null,
    line_to: basisLines?.[1] ?? null,
    fault,
    certain: flag(certain),
    instead: instead.length > 0 ? JSON.stringify(instead) : null,
  }));
