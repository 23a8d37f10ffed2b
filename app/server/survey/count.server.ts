import { answerColumns, openDraft, printedAnswers } from "#app/survey/draft.ts";
import { Refusal } from "#app/survey/files/table.ts";
import type { SurveyResponse } from "#app/survey/model.ts";
import { readingSteps, type SurveyReading, understandSurvey } from "#app/survey/read.ts";
import type { Steps } from "#app/survey/rows/result.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { anyKeys, clearDraftRejected, holdersOfKeys, stageDraftRejected } from "#db/queries/survey/rows.ts";
import type { SurveyDraftRejectedTable, SurveyDraftTable } from "#db/schema-survey.ts";
import { withDraftTables } from "./draft-file.server.ts";
import { signatureOf } from "./import.server.ts";
import { keyedTag } from "./secret.server.ts";
import type { DraftResult, SkmOptions } from "./stored.ts";

/** Rejected rows written in one short transaction. */
const REJECTED_A_STEP = 2000;

/** Different answers that a person can be asked to map. */
const MOST_ANSWERS = 24;

/** Does a draft hold the rejected rows of an import? Many wrong values among them betray no other scale. */
export const isLeftOver = ({ left_of }: Pick<SurveyDraftTable, "left_of">): boolean => left_of !== null;

/** Drives a reading to its end; `between` runs after each of its steps, the last one included. */
export const driven = async (
  steps: Steps<SurveyReading>,
  between: () => Promise<unknown>,
): Promise<SurveyReading> => {
  for (;;) {
    const step = steps.next();
    await between();
    if (step.done) return step.value;
  }
};

type KnownRows = Extract<DraftResult, { json: unknown }>["known"][number];

/** Counts, while a draft is read, which of its rows a published import holds already, by place. */
const knownCounter = async (db: Db, secret: Uint8Array, r: number) => {
  const any = await anyKeys(db.read, r);
  const found = new Map<string, KnownRows>();
  let waiting: { key: string; place: Omit<KnownRows, "batchId" | "n"> }[] = [];
  return {
    see({ identity, place: { regency, bagian, service } }: SurveyResponse): void {
      if (any && identity !== null)
        waiting.push({ key: keyedTag(secret, r, identity), place: { regency, bagian, service } });
    },
    async settle(): Promise<void> {
      if (waiting.length === 0) return;
      const holders = await holdersOfKeys(
        db.read,
        r,
        waiting.map(({ key }) => key),
      );
      for (const { key, place } of waiting) {
        const batchId = holders.get(key);
        if (batchId === undefined) continue;
        const cell = JSON.stringify([place, batchId]);
        const one = found.get(cell) ?? { ...place, batchId, n: 0 };
        one.n++;
        found.set(cell, one);
      }
      waiting = [];
    },
    all: (): KnownRows[] => [...found.values()],
  };
};

/** Writes rejected rows down while a draft is read: there may be as many as rows. */
const rejectedWriter = (db: Db, { r, id }: SurveyDraftTable) => {
  let seq = 0;
  let waiting: SurveyDraftRejectedTable[] = [];
  return {
    see({ row, code, column, value, message }: SkmRejected): void {
      waiting.push({ r, draft_id: id, row, seq: seq++, code, column_name: column, value, message });
    },
    async settle(least = 0): Promise<void> {
      if (waiting.length <= least) return;
      await stageDraftRejected(db, waiting);
      waiting = [];
    },
  };
};

/**
 * Counts a draft with its options. Rejected rows are written beside it, in place of those of an earlier counting. Never
 * throws on content: a refusal is its result.
 */
export const countDraft = (
  db: Db,
  secret: Uint8Array,
  draft: SurveyDraftTable,
  options: SkmOptions,
): Promise<DraftResult> =>
  withDraftTables(db, draft, async (tables): Promise<DraftResult> => {
    const known = await knownCounter(db, secret, draft.r);
    const rejected = rejectedWriter(db, draft);
    await clearDraftRejected(db, draft.r, draft.id);
    let withoutIdentity = 0;
    try {
      const steps = readingSteps(openDraft(tables, draft.file_sha256), draft.file_name, options, {
        keepRejected: 0,
        leftOver: isLeftOver(draft),
        sink: {
          response: (one) => {
            if (one.identity === null) withoutIdentity++;
            known.see(one);
          },
          rejected: rejected.see,
        },
      });
      const { json, understanding } = await driven(steps, async () => {
        await known.settle();
        await rejected.settle(REJECTED_A_STEP);
      });
      await rejected.settle();
      const columns = answerColumns(understanding);
      return {
        json,
        withoutIdentity,
        known: known.all(),
        sheet: understanding.sheet,
        signature: signatureOf(understanding.columns),
        answers: columns.map((column) => ({
          column,
          header: understanding.columns.find(({ index }) => index === column)?.header ?? "",
        })),
        printed: options.scale ? printedAnswers(tables, understanding, MOST_ANSWERS) : null,
      };
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      await clearDraftRejected(db, draft.r, draft.id);
      const refusal = { code: cause.code, message: cause.message };
      if (cause.code !== "wrong_scale") return { refusal, printed: null };
      const understanding = understandSurvey(openDraft(tables, draft.file_sha256), options);
      return { refusal, printed: printedAnswers(tables, understanding, MOST_ANSWERS) };
    }
  });
