import { type Bound, type Changes, changesSince, partHashes } from "#app/assessment/bound.ts";
import { isFinished } from "#app/assessment/states.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Levels } from "#app/scoring/schema.ts";
import type { Db, Writer } from "#db/connection.ts";
import { updateAssessment } from "#db/queries/assessments.ts";
import {
  boundAssessments,
  boundUnits,
  type CountedLevel,
  clearReviews,
  componentsOf,
  printedServices,
  writeCounts,
  writeReviews,
} from "#db/queries/review-results.ts";
import type { StoredLevel } from "#db/schema.ts";
import type { ReviewTable } from "#db/schema-assessments.ts";
import { groupBy } from "../group-by.ts";
import { CURRENT_INSTRUMENT } from "../score-cuts.ts";
import { levelCounts } from "../score-rows.ts";
import { parseStored } from "../stored-json.ts";
import { StoredBoundAnswers, StoredParts } from "./stored.ts";

/** Family of the yardstick of substance: of its assessments every component is an item. */
export const SUBSTANCE_FAMILY = CURRENT_INSTRUMENT.edition.split("/")[0] as string;

type Handed = Awaited<ReturnType<typeof boundAssessments>>[number];
type Component = Awaited<ReturnType<typeof componentsOf>>[number];

/**
 * Holds everything that was handed in against the text and the machine's verdicts as they are now, and makes anew what
 * counts as reviewed. Runs inside the transaction that changed any of them, after the machine has scored: what a person
 * judged counts only on the very text, edition and answers that the review was finished on.
 */
export const refreshReviews = async (db: Db, trx: Writer, r: number): Promise<void> => {
  const touched = new Set(await clearReviews(trx, r));
  const handed = await boundAssessments(trx, r);
  const tableIds = [...new Set(handed.flatMap(({ text_id }) => text_id ?? []))];
  const components = groupBy(await componentsOf(trx, r, tableIds), (row) => row.service_text_id);
  const reviews: ReviewTable[] = [];
  const levels: CountedLevel[] = [];
  for (const one of handed) {
    const own = one.text_id === null ? [] : (components.get(one.text_id) ?? []);
    const changes = changesOf(one, own);
    if (changes) await setStale(db, trx, r, one.id, changes);
    else if (one.family === SUBSTANCE_FAMILY && isFinished(one.state)) {
      for (const { review, counted } of reviewsOf(r, one, own)) {
        reviews.push(review);
        if (counted) levels.push(counted);
      }
    }
  }
  await staleUnits(db, trx, r);
  await writeReviews(db, trx, r, reviews, levels);
  for (const { service_text_id } of levels) touched.add(service_text_id);
  await recount(db, trx, r, [...touched]);
};

const changesOf = (one: Handed, components: readonly Component[]): Changes | null => {
  const { instrument_id: instrument, parts, answers } = one;
  const bound: Bound = {
    instrument,
    parts: parseStored(StoredParts, parts ?? "{}"),
    answers: parseStored(StoredBoundAnswers, answers ?? "{}"),
  };
  const substance = one.family === SUBSTANCE_FAMILY;
  const texts = Object.fromEntries(components.map(({ key, text }) => [key, text]));
  const machine = new Map(components.map((row) => [row.key as string, row.level]));
  return changesSince(bound, {
    instrument: substance ? CURRENT_INSTRUMENT.id : instrument,
    parts:
      one.text_id === null
        ? {}
        : one.current_hash === one.content_hash
          ? bound.parts
          : partHashes({ name: one.name ?? "", bagian: one.bagian, texts }),
    // Of indicators the machine's part rests on the text alone, which the parts tell.
    answers: substance
      ? Object.fromEntries(
          Object.entries(bound.answers).map(([item, { value }]) => [
            item,
            { value, machine: machine.get(item) ?? null },
          ]),
        )
      : bound.answers,
  });
};

const setStale = async (db: Db, trx: Writer, r: number, id: string, changes: Changes): Promise<void> => {
  const at = db.now();
  await updateAssessment(
    trx,
    { r, id },
    { state: "perlu_direviu_ulang", stale: JSON.stringify({ ...changes, at }), moved_at: at, round_id: null },
  );
};

/** Units are bound to the texts of all their services. */
const staleUnits = async (db: Db, trx: Writer, r: number): Promise<void> => {
  const units = await boundUnits(trx, r);
  if (units.length === 0) return;
  const printed = groupBy(
    await printedServices(
      trx,
      r,
      units.map(({ subject_id }) => subject_id),
    ),
    ({ bagian_id }) => bagian_id,
  );
  for (const { id, subject_id, instrument_id: instrument, parts } of units) {
    const now = Object.fromEntries(
      (printed.get(subject_id) ?? []).map((row) => [row.id, row.content_hash ?? ""]),
    );
    const bound = { instrument, parts: parseStored(StoredParts, parts ?? "{}"), answers: {} };
    const changes = changesSince(bound, { instrument, parts: now, answers: {} });
    if (changes) await setStale(db, trx, r, id, changes);
  }
};

const LEVELS: ReadonlySet<string> = new Set(["0", "1", "2", "3", "T"] satisfies StoredLevel[]);

const reviewsOf = (r: number, one: Handed, components: readonly Component[]) => {
  const answers = parseStored(StoredBoundAnswers, one.answers ?? "{}");
  return components.flatMap((row): { review: ReviewTable; counted: CountedLevel | null }[] => {
    const value = answers[row.key]?.value;
    if (value === undefined || !LEVELS.has(value) || row.level === null) return [];
    const level = value as StoredLevel;
    const { service_text_id, key } = row;
    const review = {
      r,
      service_text_id,
      component: key,
      assessment_id: one.id,
      level,
      at: one.reviewed_at ?? "",
      by: one.reviewed_by ?? "",
    };
    const counted = level === row.level ? null : { service_text_id, key, level, overruled_level: row.level };
    return [{ review, counted }];
  });
};

/** Sums of tables whose levels changed, from the levels that count now. */
const recount = async (db: Db, trx: Writer, r: number, tableIds: readonly string[]): Promise<void> => {
  const rows = groupBy(await componentsOf(trx, r, tableIds), (row) => row.service_text_id);
  await writeCounts(
    db,
    trx,
    r,
    [...rows].map(([id, components]) => ({ id, ...levelCounts(levelsOf(components)) })),
  );
};

/** Levels as the scorer gives them. Only tables that were scored whole come here. */
const levelsOf = (components: readonly Component[]): Levels => {
  const byKey = new Map<ComponentKey, StoredLevel | null>(components.map(({ key, level }) => [key, level]));
  return Object.fromEntries(
    COMPONENT_KEYS.map((key) => {
      const level = byKey.get(key) ?? "T";
      return [key, level === "T" ? level : Number(level)];
    }),
  ) as Levels;
};
