import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";
import {
  createIndexes,
  createTables,
  type IndexSpec,
  int,
  maybe,
  partOf,
  pointsTo,
  type TableSpec,
  text,
} from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  assignment: {
    columns: {
      r: int,
      id: text,
      no: int,
      bagian_id: text,
      subject: text,
      service_id: maybe(text),
      component: text,
      code: text,
      content_hash: maybe(text),
      found: text,
      due: text,
      state: text,
      answer: maybe(text),
      outcome: maybe(text),
      at: text,
      by: text,
      updated_at: text,
    },
    primary: ["r", "id"],
    references: [pointsTo("bagian_id", "bagian"), pointsTo("service_id", "service")],
  },
  assignment_entry: {
    columns: {
      r: int,
      assignment_id: text,
      seq: int,
      kind: text,
      side: text,
      answer: maybe(text),
      outcome: maybe(text),
      due: maybe(text),
      note: text,
      corrected: maybe(text),
      file_sha: maybe(text),
      file_name: maybe(text),
      at: text,
      by: text,
    },
    primary: ["r", "assignment_id", "seq"],
    references: [partOf("assignment_id", "assignment")],
  },
  action: {
    columns: {
      r: int,
      id: text,
      no: int,
      bagian_id: maybe(text),
      owner_title: text,
      title: text,
      origin: text,
      origin_kind: text,
      service_id: maybe(text),
      assignment_id: maybe(text),
      due: text,
      due_kind: text,
      state: text,
      obstacles: maybe(text),
      at: text,
      by: text,
      updated_at: text,
    },
    primary: ["r", "id"],
    references: [
      pointsTo("bagian_id", "bagian"),
      pointsTo("service_id", "service"),
      pointsTo("assignment_id", "assignment"),
    ],
  },
  action_step: {
    columns: {
      r: int,
      action_id: text,
      seq: int,
      day: text,
      state: text,
      due: text,
      note: text,
      at: text,
      by: text,
    },
    primary: ["r", "action_id", "seq"],
    references: [partOf("action_id", "action")],
  },
  action_proof: {
    columns: {
      r: int,
      action_id: text,
      seq: int,
      kind: text,
      note: text,
      link: maybe(text),
      file_sha: maybe(text),
      file_name: maybe(text),
      dated: maybe(text),
      at: text,
      by: text,
    },
    primary: ["r", "action_id", "seq"],
    references: [partOf("action_id", "action")],
  },
};

const INDEXES: IndexSpec[] = [
  { name: "assignment_no", table: "assignment", columns: ["r", "no"], unique: true },
  {
    name: "assignment_open",
    table: "assignment",
    columns: ["r", "subject", "component", "code"],
    unique: true,
    where: sql<boolean>`state <> 'ditutup'`,
  },
  { name: "assignment_bagian", table: "assignment", columns: ["r", "bagian_id"] },
  { name: "action_no", table: "action", columns: ["r", "no"], unique: true },
  { name: "action_bagian", table: "action", columns: ["r", "bagian_id"] },
];

/** Findings are sent to bagian with a date, and actions are promised, followed and proven. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
};
