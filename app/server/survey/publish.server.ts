import { createHash } from "node:crypto";
import { type DraftTables, openDraft, withRows } from "#app/survey/draft.ts";
import { scaledHalfUp } from "#app/survey/figures/exact.ts";
import type { Place, SurveyResponse } from "#app/survey/model.ts";
import { type Months, monthsOf } from "#app/survey/months.ts";
import { readingSteps, type SurveyReading } from "#app/survey/read.ts";
import type { Steps } from "#app/survey/rows/result.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { dropUnpublished, insertBatch, updateBatch } from "#db/queries/survey/batches.ts";
import {
  dropDraftTable,
  insertDraft,
  moveDraftSheets,
  putDraftTable,
  updateDraft,
} from "#db/queries/survey/drafts.ts";
import {
  anyKeys,
  holdersOfKeys,
  insertPublished,
  putAliases,
  putSource,
  StagedResponses,
  stageSurveyRows,
} from "#db/queries/survey/rows.ts";
import type {
  AggregateResultTable,
  RejectedRowTable,
  ResponseKeyTable,
  SurveyDraftTable,
} from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { searchKey } from "../keys.ts";
import { driven, isLeftOver } from "./count.server.ts";
import { type DraftSheetRef, otherSheets, withDraftTables } from "./draft-file.server.ts";
import { placeKeys, type UnitId } from "./places.ts";
import type { UnitOf } from "./ready.ts";
import type { ReadyDraft } from "./ready-draft.server.ts";
import { keyedTag } from "./secret.server.ts";
import type { BatchCounts, CountedDraft, Places, SkmOptions } from "./stored.ts";
import { PlacedTallies, type Spot } from "./tallies.ts";

/** Rows written in one short transaction: other writers get their turn in between. */
const ROWS_A_STEP = 5000;
/**
 * Steps of the reading after which they are written, however few: in the long form a respondent takes many rows, and what
 * waits for long outlives the tidying of young memory.
 */
const MOST_STEPS = 5;

export interface PublishInput {
  draft: SurveyDraftTable;
  options: SkmOptions;
  ready: Pick<ReadyDraft, "places" | "unitOf" | "apart" | "elsewhere">;
  counted: CountedDraft;
  /** Published batches whose place this one takes; none: it is added to what is there. */
  replaces: readonly string[];
  /** Under which name to remember the options for files with these headers. */
  source: string | null;
  secret: Uint8Array;
  progress(done: number, total: number): Promise<void>;
}

interface Asked {
  response: SurveyResponse;
  spot: Spot;
  key: string;
}

/**
 * Stores a confirmed draft: rows in short transactions under a batch that nobody reads, while they are read, then one
 * short transaction that publishes it with its histograms, its audit event, its aliases and its mapping. Run again after
 * a crash it begins anew; run again after it has published it changes nothing. Memory does not grow with the rows.
 */
export const publishDraft = async (
  db: Db,
  scope: Scope,
  input: PublishInput,
): Promise<{ batchId: string }> => {
  const { draft } = input;
  if (draft.state === "tersimpan" && draft.batch_id) return { batchId: draft.batch_id };
  return withDraftTables(db, draft, (tables) => publishTables(db, scope, input, tables));
};

const publishTables = async (
  db: Db,
  scope: Scope,
  input: PublishInput,
  tables: DraftTables,
): Promise<{ batchId: string }> => {
  const { draft, options, ready, counted, replaces } = input;
  const { r } = draft;
  const { edition, shape } = counted.json;
  const batchId = db.newId();
  const at = db.now();
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
      from_month: "",
      to_month: "",
      options: JSON.stringify(options),
      counts: "{}",
      printed: null,
      warnings: "[]",
      population: options.population ?? null,
      state: "disiapkan",
      replaced_by: null,
      at,
      by: scope.actor,
      published_at: null,
    });
    await updateDraft(trx, r, draft.id, { batch_id: batchId });
  });

  const stage = stager(db, input, batchId);
  const reading = await stage.all(
    readingSteps(openDraft(tables, draft.file_sha256), draft.file_name, options, {
      sink: stage.sink,
      keepRejected: 0,
      leftOver: isLeftOver(draft),
    }),
  );
  const { rejected, tallies, known, leftOut, span } = stage;
  const months = spanOf([...span(), ...aggregateMonths(reading)]);
  const counts: BatchCounts = {
    ...reading.json.rows,
    known: known(),
    leftOut: leftOut(),
    elsewhere: ready.elsewhere,
  };

  const event = { r, action: "survei.simpan", subject: batchId } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const published = db.now();
    await insertPublished(db, trx, {
      ...tallies.rows(r, batchId),
      aggregate_result: shape === "aggregate" ? aggregateRows(r, batchId, reading, ready.unitOf) : [],
    });
    for (const id of replaces) await updateBatch(trx, r, id, { state: "diganti", replaced_by: batchId });
    await updateBatch(trx, r, batchId, {
      state: "terbit",
      published_at: published,
      from_month: months.from,
      to_month: months.to,
      counts: JSON.stringify(counts),
      printed: reading.json.printed ? JSON.stringify(reading.json.printed) : null,
      warnings: JSON.stringify(reading.json.warnings),
    });
    await putAliases(trx, aliasRows(r, ready.places, published, scope.actor));
    if (input.source !== null) {
      await putSource(trx, {
        r,
        id: db.newId(),
        signature: counted.signature,
        name: input.source,
        mapping: JSON.stringify(mappingOf(options)),
        at: published,
        by: scope.actor,
      });
    }
    if (rejected.size > 0) {
      // Figures of a table stand for one another: mended, it is sent again as a whole and takes this one's place.
      const left = shape === "aggregate" ? tables : withRows(tables, reading.understanding, rejected);
      await putLeftRows(db, trx, { draft, batchId, at: published, by: scope.actor }, left);
    }
    const others = otherSheets(draft, reading.understanding.sheet);
    await putOtherSheets(db, trx, { draft, batchId, at: published, by: scope.actor }, options, others);
    await dropDraftTable(trx, r, draft.id);
    await updateDraft(trx, r, draft.id, { state: "tersimpan", result: null });
    amend({ after: { file: draft.file_name, sha256: draft.file_sha256, edition, counts, replaces } });
  });
  return { batchId };
};

/** Different places and days that are kept to be given again. */
const MOST_PLACES = 50_000;

/** Unit and months of a row: names are compared once for all rows that share their place and their day. */
const spotsOf = (unitOf: UnitOf) => {
  const known = new Map<Place, { date: string | null; spot: Spot | null }>();
  const spots = new Map<string, Spot>();
  const spotAt = (unit: UnitId, months: Months): Spot => {
    const key = `${unit.kind} ${unit.id} ${months.from} ${months.to}`;
    const spot = spots.get(key) ?? { unit, months };
    if (spots.size < MOST_PLACES) spots.set(key, spot);
    return spot;
  };
  return ({ place, date }: SurveyResponse): Spot | null => {
    const one = known.get(place);
    if (one?.date === date) return one.spot;
    const [unit, months] = [unitOf(place), monthsOfRow(date, place.period)];
    const spot = unit && months ? spotAt(unit, months) : null;
    if (known.size < MOST_PLACES) known.set(place, { date, spot });
    return spot;
  };
};

/** Takes what a reading gives, and writes it down between its steps. */
const stager = (
  db: Db,
  { draft, ready, replaces, secret, counted, progress }: PublishInput,
  batchId: string,
) => {
  const { r } = draft;
  const tallies = new PlacedTallies(counted.json.edition);
  const rejected = new Set<number>();
  const spotOf = spotsOf(ready.unitOf);
  let span: Months | null = null;
  let responses = new StagedResponses(r, batchId);
  let keys: ResponseKeyTable[] = [];
  /** Rows of which it must be asked first whether an import holds them already. */
  let asked: Asked[] = [];
  let refused: SkmRejected[] = [];
  let [known, leftOut, stored] = [0, 0, 0];
  let holdsKeys = false;

  const take = (spot: Spot, { row, scores, profile, saran }: SurveyResponse, key: string | null): void => {
    stored++;
    if (span === null || spot.months.from < span.from || spot.months.to > span.to)
      span = spanOf([span ?? spot.months, spot.months]);
    tallies.add({ spot, profile, scores });
    const saranKey = saran === null ? null : searchKey(saran);
    responses.add(spot, { row, scores: JSON.stringify(scores), saran, saran_key: saranKey }, profile);
    if (key !== null) keys.push({ r, key, batch_id: batchId });
  };

  const write = async (): Promise<void> => {
    const holders = await holdersOfKeys(
      db.read,
      r,
      asked.map(({ key }) => key),
    );
    for (const { spot, response, key } of asked) {
      const holder = holders.get(key);
      if (holder === undefined || replaces.includes(holder)) take(spot, response, key);
      else known++;
    }
    await stageSurveyRows(db, {
      responses,
      response_key: keys,
      rejected_row: refused.map((one) => rejectedRow(r, batchId, one)),
    });
    responses = new StagedResponses(r, batchId);
    keys = [];
    asked = [];
    refused = [];
    await progress(stored, Math.max(stored, counted.json.rows.accepted));
  };

  return {
    sink: {
      response(response: SurveyResponse): void {
        const { regency } = response.place;
        if (regency !== null && ready.apart.has(regency)) return;
        const spot = spotOf(response);
        if (!spot) {
          leftOut++;
          return;
        }
        const key = response.identity === null ? null : keyedTag(secret, r, response.identity);
        if (holdsKeys && key !== null) asked.push({ response, spot, key });
        else take(spot, response, key);
      },
      rejected(one: SkmRejected): void {
        if (rejected.has(one.row)) return;
        rejected.add(one.row);
        refused.push(one);
      },
    },
    async all(steps: Steps<SurveyReading>): Promise<SurveyReading> {
      holdsKeys = await anyKeys(db.read, r);
      let since = 0;
      const reading = await driven(steps, async () => {
        if (++since < MOST_STEPS && responses.size + asked.length + refused.length < ROWS_A_STEP) return;
        since = 0;
        await write();
      });
      await write();
      return reading;
    },
    rejected,
    tallies,
    known: () => known,
    leftOut: () => leftOut,
    span: () => (span === null ? [] : [span]),
  };
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

const placeOf = (unit: UnitId, months: Months) => ({
  unit_kind: unit.kind,
  unit_id: unit.id,
  from_month: months.from,
  to_month: months.to,
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

/** What stands where the hash of a file would: no file is these rows, or the sheets that were not read alone. */
const hashOfRest = (what: string, batchId: string): string =>
  createHash("sha256").update(`${what}\u0000${batchId}`).digest("hex");

/** The hash of the draft in which sheets wait that an import of their workbook has not read. */
export const otherSheetsHash = (batchId: string): string => hashOfRest("lembar lain", batchId);

/** Rejected rows become a draft of their own, with the same options and places: mended, they are sent again. */
const putLeftRows = async (
  db: Db,
  trx: Writer,
  { draft, batchId, at, by }: { draft: SurveyDraftTable; batchId: string; at: string; by: string },
  left: DraftTables,
): Promise<void> => {
  const id = db.newId();
  await insertDraft(trx, {
    ...draft,
    id,
    file_name: `${draft.file_name.replace(LEFT_ROWS, "").slice(0, 180)}${LEFT_ROWS}`,
    file_sha256: hashOfRest("baris ditolak", batchId),
    state: "kolom",
    job_id: null,
    result: null,
    batch_id: null,
    left_of: batchId,
    at,
    by,
  });
  await putDraftTable(trx, draft.r, id, left.sheets);
};

/** Sheets that this import has not read wait as a draft of their own: one import reads one sheet. */
const putOtherSheets = async (
  db: Db,
  trx: Writer,
  { draft, batchId, at, by }: { draft: SurveyDraftTable; batchId: string; at: string; by: string },
  options: SkmOptions,
  others: readonly DraftSheetRef[],
): Promise<void> => {
  if (others.length === 0) return;
  const id = db.newId();
  await insertDraft(trx, {
    ...draft,
    id,
    file_sha256: otherSheetsHash(batchId),
    state: "kolom",
    options: JSON.stringify(mappingOf(options)),
    sheets: JSON.stringify(others.map(({ name }) => ({ name, hidden: false }))),
    job_id: null,
    result: null,
    batch_id: null,
    at,
    by,
  });
  const sheets = others.map((one) => one.at);
  await moveDraftSheets(trx, draft.r, { from: draft.id, to: id, sheets });
};

const LEFT_ROWS = " (baris ditolak)";

const aggregateRows = (
  r: number,
  batchId: string,
  reading: SurveyReading,
  unitOf: UnitOf,
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
