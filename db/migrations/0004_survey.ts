import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import {
  createIndexes,
  createTables,
  type IndexSpec,
  int,
  maybe,
  partOf,
  type TableSpec,
  text,
} from "./build.ts";

const PLACED = {
  r: int,
  batch_id: text,
  unit_kind: text,
  unit_id: text,
  from_month: text,
  to_month: text,
};
const PLACE_KEY = ["r", "batch_id", "unit_kind", "unit_id", "from_month", "to_month"];
const OF_BATCH = [partOf("batch_id", "survey_batch")];
const SAID = { at: text, by: text };

const TABLES: Record<string, TableSpec> = {
  survey_draft: {
    columns: {
      r: int,
      id: text,
      file_name: text,
      file_sha256: text,
      state: text,
      job_id: maybe(text),
      options: text,
      places: maybe(text),
      result: maybe(text),
      batch_id: maybe(text),
      ...SAID,
    },
    primary: ["r", "id"],
  },
  survey_draft_chunk: {
    columns: { r: int, draft_id: text, seq: int, text },
    primary: ["r", "draft_id", "seq"],
    references: [partOf("draft_id", "survey_draft")],
  },
  survey_source: {
    columns: { r: int, id: text, signature: text, name: text, mapping: text, ...SAID },
    primary: ["r", "id"],
  },
  survey_alias: {
    columns: { r: int, bagian_key: text, name_key: text, unit_kind: text, unit_id: text, ...SAID },
    primary: ["r", "bagian_key", "name_key"],
  },
  survey_batch: {
    columns: {
      r: int,
      id: text,
      source_id: maybe(text),
      file_name: text,
      file_sha256: text,
      shape: text,
      edition: text,
      from_month: text,
      to_month: text,
      options: text,
      counts: text,
      printed: maybe(text),
      warnings: text,
      population: maybe(int),
      state: text,
      replaced_by: maybe(text),
      ...SAID,
      published_at: maybe(text),
    },
    primary: ["r", "id"],
  },
  response: {
    columns: {
      ...PLACED,
      row: int,
      scores: text,
      sex: maybe(text),
      age: maybe(text),
      education: maybe(text),
      occupation: maybe(text),
      saran: maybe(text),
      saran_key: maybe(text),
    },
    primary: ["r", "batch_id", "row"],
    references: OF_BATCH,
  },
  response_key: {
    columns: { r: int, key: text, batch_id: text },
    primary: ["r", "key", "batch_id"],
    references: OF_BATCH,
  },
  rejected_row: {
    columns: {
      r: int,
      batch_id: text,
      row: int,
      code: text,
      column_name: maybe(text),
      value: maybe(text),
      message: text,
    },
    primary: ["r", "batch_id", "row"],
    references: OF_BATCH,
  },
  aggregate_result: {
    columns: { ...PLACED, unsur: text, n: maybe(int), sum: maybe(int), nrr: int },
    primary: [...PLACE_KEY, "unsur"],
    references: OF_BATCH,
  },
  hist: {
    columns: { ...PLACED, group_key: text, group_value: text, unsur: text, score: int, n: int },
    primary: [...PLACE_KEY, "group_key", "group_value", "unsur", "score"],
    references: OF_BATCH,
  },
  hist_total: {
    columns: { ...PLACED, group_key: text, group_value: text, sum: int, answered: int, flat: int, n: int },
    primary: [...PLACE_KEY, "group_key", "group_value", "sum", "answered", "flat"],
    references: OF_BATCH,
  },
};

const INDEXES: readonly IndexSpec[] = [
  { name: "survey_batch_state", table: "survey_batch", columns: ["r", "state", "from_month"] },
  { name: "survey_source_signature", table: "survey_source", columns: ["r", "signature"], unique: true },
  { name: "survey_draft_state", table: "survey_draft", columns: ["r", "state", "at"] },
  { name: "hist_unit", table: "hist", columns: ["r", "group_key", "unit_kind", "unit_id", "from_month"] },
  {
    name: "hist_total_unit",
    table: "hist_total",
    columns: ["r", "group_key", "unit_kind", "unit_id", "from_month"],
  },
];

/** The survey: drafts, batches, responses and the histograms from which every figure follows. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
};
