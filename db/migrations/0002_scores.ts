import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import {
  type AddedColumn,
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
  instrument: {
    columns: { id: text, edition: text, hash: text, json: text, superseded_by: maybe(text) },
    primary: ["id"],
  },
  verdict: {
    columns: {
      r: int,
      service_text_id: text,
      instrument_id: text,
      criterion: text,
      component: text,
      content_hash: maybe(text),
      met: maybe(int),
      reason: text,
      quote: maybe(text),
      line_from: maybe(int),
      line_to: maybe(int),
      scorer_version: text,
    },
    primary: ["r", "service_text_id", "instrument_id", "criterion"],
    references: [partOf("service_text_id", "service_text")],
  },
  unit_verdict: {
    columns: {
      r: int,
      reading_id: text,
      seq: int,
      of: text,
      bagian: maybe(text),
      instrument_id: text,
      criterion: text,
      met: maybe(int),
      reason: text,
      quote: maybe(text),
      service_text_id: maybe(text),
      line_from: maybe(int),
      line_to: maybe(int),
      scorer_version: text,
    },
    primary: ["r", "reading_id", "seq"],
    references: [partOf("reading_id", "reading")],
  },
  citation: {
    columns: {
      r: int,
      service_text_id: text,
      seq: int,
      regulation_key: maybe(text),
      type: maybe(text),
      number: maybe(text),
      year: maybe(int),
      title: maybe(text),
      amends_seq: maybe(int),
      line_from: maybe(int),
      line_to: maybe(int),
    },
    primary: ["r", "service_text_id", "seq"],
    references: [partOf("service_text_id", "service_text")],
  },
};

const nought: AddedColumn = { ...int, fallback: 0 };

/** Columns that tables of 0001 get. */
const ADDED: AddedColumns = {
  component: { level: maybe(text) },
  service_text: {
    level0_n: nought,
    level1_n: nought,
    level2_n: nought,
    level3_n: nought,
    level_t_n: nought,
    problems_public_n: nought,
    judged_public_n: nought,
    level_t_public_n: nought,
  },
  reading: { scorer_version: maybe(text), instrument_id: maybe(text) },
  finding: {
    origin: { ...text, fallback: "pembaca" },
    instrument_id: maybe(text),
    scorer_version: maybe(text),
    source_text_id: maybe(text),
    bagian: maybe(text),
    criterion: maybe(text),
    reason: maybe(text),
    quote: maybe(text),
  },
};

const INDEXES: readonly IndexSpec[] = [
  { name: "component_level", table: "component", columns: ["r", "service_text_id", "key", "level"] },
  { name: "citation_regulation", table: "citation", columns: ["r", "regulation_key"] },
  { name: "verdict_criterion", table: "verdict", columns: ["r", "criterion", "met", "service_text_id"] },
];

/** What scoring leaves: levels, verdicts, findings of substance and where each regulation is cited. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await addColumns(db, engine, ADDED);
  await createIndexes(db, INDEXES);
};
