import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import {
  type AddedColumns,
  addColumns,
  createIndexes,
  createTables,
  type IndexSpec,
  int,
  maybe,
  partOf,
  type TableSpec,
  text,
} from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  assessment: {
    columns: {
      r: int,
      id: text,
      of: text,
      subject_id: text,
      family: text,
      instrument_id: text,
      state: text,
      own: int,
      submission: int,
      content_hash: maybe(text),
      parts: maybe(text),
      answers_hash: maybe(text),
      answers: maybe(text),
      stale: maybe(text),
      submitted_at: maybe(text),
      submitted_by: maybe(text),
      seconded_at: maybe(text),
      seconded_by: maybe(text),
      reviewed_at: maybe(text),
      reviewed_by: maybe(text),
      round_id: maybe(text),
      at: text,
      by: text,
      moved_at: text,
    },
    primary: ["r", "id"],
  },
  judgement: {
    columns: {
      r: int,
      assessment_id: text,
      item: text,
      seq: int,
      kind: text,
      value: text,
      answers: maybe(text),
      machine: maybe(text),
      reason: text,
      content_hash: maybe(text),
      item_hash: text,
      instrument_id: text,
      at: text,
      by: text,
    },
    primary: ["r", "assessment_id", "item", "seq"],
    references: [partOf("assessment_id", "assessment")],
  },
  evidence: {
    columns: {
      r: int,
      id: text,
      assessment_id: text,
      item: text,
      kind: text,
      sha256: maybe(text),
      name: maybe(text),
      url: maybe(text),
      note: text,
      dated: maybe(text),
      at: text,
      by: text,
      withdrawn_at: maybe(text),
      withdrawn_by: maybe(text),
    },
    primary: ["r", "id"],
    references: [partOf("assessment_id", "assessment")],
  },
  remark: {
    columns: {
      r: int,
      assessment_id: text,
      item: text,
      seq: int,
      text: text,
      submission: int,
      at: text,
      by: text,
    },
    primary: ["r", "assessment_id", "item", "seq"],
    references: [partOf("assessment_id", "assessment")],
  },
  review: {
    columns: {
      r: int,
      service_text_id: text,
      component: text,
      assessment_id: text,
      level: text,
      at: text,
      by: text,
    },
    primary: ["r", "service_text_id", "component"],
    references: [partOf("service_text_id", "service_text")],
  },
  review_round: {
    columns: {
      r: int,
      id: text,
      instrument_id: text,
      seed: text,
      rest: int,
      state: text,
      at: text,
      by: text,
      closed_at: maybe(text),
      closed_by: maybe(text),
      result: maybe(text),
    },
    primary: ["r", "id"],
  },
  round_item: {
    columns: {
      r: int,
      round_id: text,
      assessment_id: text,
      item: text,
      drawn: text,
      value: text,
      submission: int,
      mark: maybe(text),
      reason: maybe(text),
      marked_at: maybe(text),
      marked_by: maybe(text),
    },
    primary: ["r", "round_id", "assessment_id", "item"],
    references: [partOf("round_id", "review_round")],
  },
};

const INDEXES: readonly IndexSpec[] = [
  {
    name: "assessment_subject",
    table: "assessment",
    columns: ["r", "subject_id", "family"],
    unique: true,
  },
  { name: "assessment_state", table: "assessment", columns: ["r", "state", "moved_at"] },
  { name: "evidence_assessment", table: "evidence", columns: ["r", "assessment_id"] },
  { name: "round_item_assessment", table: "round_item", columns: ["r", "assessment_id"] },
];

const ADDED: AddedColumns = { component: { overruled_level: maybe(text) } };

/**
 * What people judge, the evidence and the reviews of it. Reviews so far named no assessment, and nothing wrote them: the
 * table begins anew.
 */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await db.schema.dropTable("review").execute();
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
  await addColumns(db, engine, ADDED);
};
