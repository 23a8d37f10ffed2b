import { createHash } from "node:crypto";
import { scaledHalfUp } from "#app/survey/figures/exact.ts";
import type { SurveyResponse } from "#app/survey/model.ts";
import { type Months, monthsOf } from "#app/survey/months.ts";
import type { SurveyReading } from "#app/survey/read.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { dropUnpublished, insertBatch, updateBatch } from "#db/queries/survey/batches.ts";
import { dropDraftTable, insertDraft, putDraftTable, updateDraft } from "#db/queries/survey/drafts.ts";
import {
  insertPublished,
  knownKeys,
  putAliases,
  putSource,
  stageSurveyRows,
} from "#db/queries/survey/rows.ts";
import type {
  AggregateResultTable,
  RejectedRowTable,
  ResponseTable,
  SurveyDraftTable,
} from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { searchKey } from "../keys.ts";
import { placeKeys, type UnitId } from "./places.ts";
import { unitFinder } from "./ready.ts";
import { keyedTag } from "./secret.server.ts";
import type { BatchCounts, DraftTable, Places, SkmOptions } from "./stored.ts";
import { PlacedTallies } from "./tallies.ts";

/** Rows written in one short transaction: other writers get their turn in between. */
const ROWS_A_STEP = 5000;

export interface PublishInput {
  draft: SurveyDraftTable;
  options: SkmOptions;
  places: Places;
  /** Published batches whose place this one takes; none: it is added to what is there. */
  replaces: readonly string[];
  /** Under which name to remember the options for files with these headers; asked once the draft was read. */
  source(): { signature: string; name: string } | null;
  /** Reads the draft again, row by row. */
  read(sink: { response(one: SurveyResponse): void; rejected(one: SkmRejected): void }): SurveyReading;
  /** The draft's table with these rejected rows alone; null where there are none. */
  left(reading: SurveyReading, rows: ReadonlySet<number>): DraftTable | null;
  secret: Uint8Array;
  progress(done: number, total: number): Promise<void>;
}

interface Kept {
  response: SurveyResponse;
  unit: UnitId;
  months: Months;
  key: string | null;
}

/**
 * Stores a confirmed draft: rows in short transactions under a batch that nobody reads, then one short transaction that
 * publishes it with its histograms, its audit event, its aliases and its mapping. Run again after a crash it begins anew;
 * run again after it has published it changes nothing.
 */
export const publishDraft = async (
  db: Db,
  scope: Scope,
  input: PublishInput,
): Promise<{ batchId: string }> => {
  const { draft, options, places, replaces, secret } = input;
  const { r } = draft;
  if (draft.state === "tersimpan" && draft.batch_id) return { batchId: draft.batch_id };
  const responses: SurveyResponse[] = [];
  const rejected: SkmRejected[] = [];
  const reading = input.read({
    response: (one) => responses.push(one),
    rejected: (one) => rejected.push(one),
  });
  const { edition, shape } = reading.json;
  const unitOf = unitFinder(places);
  const placed = responses.flatMap((response): Kept[] => {
    const unit = unitOf(response);
    const months = monthsOfRow(response.date, response.period);
    if (!unit || !months) return [];
    const key = response.identity === null ? null : keyedTag(secret, r, response.identity);
    return [{ response, unit, months, key }];
  });
  const known = await knownKeys(
    db.read,
    r,
    placed.flatMap(({ key }) => key ?? []),
    replaces,
  );
  const kept = placed.filter(({ key }) => key === null || !known.has(key));

  const batchId = db.newId();
  const at = db.now();
  const months = spanOf([...kept.map((one) => one.months), ...aggregateMonths(reading)]);
  const counts: BatchCounts = {
    ...reading.json.rows,
    known: placed.length - kept.length,
    leftOut: responses.length - placed.length,
  };
  await db.write.transaction().execute(async (trx) => {
    if (draft.batch_id) await dropUnpublished(trx, r, draft.batch_id);
    await insertBatch(trx, {
      r,
      id: batchId,
      source_id: null,
      file_name: draft.file_name,
      file_sha256: draft.file_sha256,
      shape,
      edition,
      from_month: months.from,
      to_month: months.to,
      options: JSON.stringify(options),
      counts: JSON.stringify(counts),
      printed: reading.json.printed ? JSON.stringify(reading.json.printed) : null,
      warnings: JSON.stringify(reading.json.warnings),
      population: options.population ?? null,
      state: "disiapkan",
      replaced_by: null,
      at,
      by: scope.actor,
      published_at: null,
    });
    await updateDraft(trx, r, draft.id, { batch_id: batchId });
  });

  const leftRows =
    shape === "respondents" ? input.left(reading, new Set(rejected.map(({ row }) => row))) : null;
  const tallies = new PlacedTallies(edition);
  for (const { unit, months: own, response } of kept) {
    tallies.add({ unit, months: own, profile: response.profile, scores: response.scores });
  }
  for (let start = 0; start < Math.max(kept.length, 1); start += ROWS_A_STEP) {
    const part = kept.slice(start, start + ROWS_A_STEP);
    await stageSurveyRows(db, {
      response: part.map((one) => responseRow(r, batchId, one)),
      response_key: part.flatMap(({ key }) => (key === null ? [] : [{ r, key, batch_id: batchId }])),
      rejected_row: start === 0 ? oncePerRow(rejected).map((one) => rejectedRow(r, batchId, one)) : [],
    });
    await input.progress(Math.min(start + ROWS_A_STEP, kept.length), kept.length);
  }

  const event = { r, action: "survei.simpan", subject: batchId } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const published = db.now();
    await insertPublished(db, trx, {
      ...tallies.rows(r, batchId),
      aggregate_result: shape === "aggregate" ? aggregateRows(r, batchId, reading, unitOf) : [],
    });
    for (const id of replaces) await updateBatch(trx, r, id, { state: "diganti", replaced_by: batchId });
    await updateBatch(trx, r, batchId, { state: "terbit", published_at: published });
    await putAliases(trx, aliasRows(r, places, published, scope.actor));
    const source = input.source();
    if (source) {
      await putSource(trx, {
        r,
        id: db.newId(),
        signature: source.signature,
        name: source.name,
        mapping: JSON.stringify(mappingOf(options)),
        at: published,
        by: scope.actor,
      });
    }
    await putLeftRows(db, trx, { draft, batchId, at: published, by: scope.actor }, leftRows);
    await dropDraftTable(trx, r, draft.id);
    await updateDraft(trx, r, draft.id, { state: "tersimpan", result: null });
    amend({ after: { file: draft.file_name, sha256: draft.file_sha256, edition, counts, replaces } });
  });
  return { batchId };
};

/** What holds for the next file of the same source too: not its sheet, its period and the people it served. */
const mappingOf = ({ columns, scale, order, edition }: SkmOptions): SkmOptions => ({
  ...(columns && { columns }),
  ...(scale && { scale }),
  ...(order && { order }),
  ...(edition && { edition }),
});

/** The month of a row's own date where it lies in the row's period; else the months of the period. */
export const monthsOfRow = (date: string | null, period: string | null): Months | null => {
  const whole = period === null ? null : monthsOf(period);
  const month = date?.slice(0, 7) ?? null;
  if (month && (!whole || (month >= whole.from && month <= whole.to))) return { from: month, to: month };
  return whole;
};

const aggregateMonths = (reading: SurveyReading): Months[] =>
  reading.json.shape === "aggregate"
    ? reading.groups.flatMap(({ place }) => (place.period ? (monthsOf(place.period) ?? []) : []))
    : [];

const spanOf = (all: readonly Months[]): Months => {
  let from = all[0]?.from ?? "";
  let to = all[0]?.to ?? "";
  for (const one of all) {
    if (one.from < from) from = one.from;
    if (one.to > to) to = one.to;
  }
  return { from, to };
};

const oncePerRow = (rejected: readonly SkmRejected[]): SkmRejected[] =>
  [...new Map([...rejected].reverse().map((one) => [one.row, one])).values()].reverse();

const placeOf = (unit: UnitId, months: Months) => ({
  unit_kind: unit.kind,
  unit_id: unit.id,
  from_month: months.from,
  to_month: months.to,
});

const responseRow = (r: number, batchId: string, { response, unit, months }: Kept): ResponseTable => ({
  r,
  batch_id: batchId,
  ...placeOf(unit, months),
  row: response.row,
  scores: JSON.stringify(response.scores),
  ...response.profile,
  saran: response.saran,
  saran_key: response.saran === null ? null : searchKey(response.saran),
});

const rejectedRow = (r: number, batchId: string, one: SkmRejected): RejectedRowTable => ({
  r,
  batch_id: batchId,
  row: one.row,
  code: one.code,
  column_name: one.column,
  value: one.value,
  message: one.message,
});

/** Hash under which the rejected rows of an import wait to be mended and sent again. */
export const leftRowsHash = (batchId: string): string =>
  createHash("sha256").update(`baris ditolak\u0000${batchId}`).digest("hex");

/** Rejected rows become a draft of their own, with the same options and places: mended, they are sent again. */
const putLeftRows = async (
  db: Db,
  trx: Writer,
  { draft, batchId, at, by }: { draft: SurveyDraftTable; batchId: string; at: string; by: string },
  table: DraftTable | null,
): Promise<void> => {
  if (!table) return;
  const id = db.newId();
  await insertDraft(trx, {
    ...draft,
    id,
    file_name: `${draft.file_name.slice(0, 180)} (baris ditolak)`,
    file_sha256: leftRowsHash(batchId),
    state: "kolom",
    job_id: null,
    result: null,
    batch_id: null,
    at,
    by,
  });
  await putDraftTable(trx, draft.r, id, JSON.stringify(table));
};

const aggregateRows = (
  r: number,
  batchId: string,
  reading: SurveyReading,
  unitOf: ReturnType<typeof unitFinder>,
): AggregateResultTable[] =>
  reading.groups.flatMap(({ place, figures }) => {
    const unit = unitOf(place);
    const months = place.period ? monthsOf(place.period) : null;
    if (!unit || !months) return [];
    return figures.unsur.flatMap(({ key, n, sum, nrr }) =>
      nrr === null
        ? []
        : [
            {
              r,
              batch_id: batchId,
              ...placeOf(unit, months),
              unsur: key,
              n,
              sum: sum === null ? null : scaledHalfUp(sum, 2),
              nrr: scaledHalfUp(nrr, 4),
            },
          ],
    );
  });

const aliasRows = (r: number, places: Places, at: string, by: string) =>
  places.flatMap((place) =>
    place.unit === null || (place.bagian === null && place.service === null)
      ? []
      : [{ r, ...placeKeys(place), unit_kind: place.unit.kind, unit_id: place.unit.id, at, by }],
  );
