import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from "kysely";
import type { Engine } from "../engine.ts";

type Column = { type: "text" | "int" | "real" | "bytes"; nullable?: boolean };

const text: Column = { type: "text" };
const int: Column = { type: "int" };
const real: Column = { type: "real" };
const bytes: Column = { type: "bytes" };
const maybe = (column: Column): Column => ({ ...column, nullable: true });

/** PostgreSQL compares text by the "C" collation so that both engines sort alike, byte by byte. */
const typeOf = (column: Column, engine: Engine): RawBuilder<unknown> => {
  if (column.type === "text") return engine === "postgres" ? sql`text collate "C"` : sql`text`;
  if (column.type === "int") return sql`integer`;
  if (column.type === "real") return engine === "postgres" ? sql`double precision` : sql`real`;
  return engine === "postgres" ? sql`bytea` : sql`blob`;
};

interface TableSpec {
  columns: Record<string, Column>;
  primary: string[];
  references?: Reference[];
}

/** Always inside one regency. `part`: goes when the whole goes. */
interface Reference {
  own: string[];
  table: string;
  keys: string[];
  part: boolean;
}

const partOf = (column: string, table: string): Reference => ({
  own: ["r", column],
  table,
  keys: ["r", "id"],
  part: true,
});
const pointsTo = (column: string, table: string): Reference => ({ ...partOf(column, table), part: false });

const TABLES: Record<string, TableSpec> = {
  regency: {
    columns: {
      id: int,
      code: maybe(text),
      bps: maybe(text),
      province: maybe(text),
      kind: text,
      name: text,
      name_key: text,
      slug: text,
      sort_key: text,
      zone: text,
      sample: int,
    },
    primary: ["id"],
  },
  file: {
    columns: { r: int, sha256: text, name: text, kind: text, size: int, at: text, by: text },
    primary: ["r", "sha256"],
  },
  file_chunk: {
    columns: { r: int, sha256: text, seq: int, bytes },
    primary: ["r", "sha256", "seq"],
    references: [{ own: ["r", "sha256"], table: "file", keys: ["r", "sha256"], part: true }],
  },
  upload: {
    columns: {
      r: int,
      id: text,
      sha256: text,
      name: text,
      size: int,
      state: text,
      job_id: maybe(text),
      reader_version: maybe(text),
      lines: maybe(int),
      outcome: maybe(text),
      at: text,
      by: text,
    },
    primary: ["r", "id"],
  },
  decree: {
    columns: {
      r: int,
      id: text,
      upload_id: maybe(text),
      ordinal: int,
      regency_name: maybe(text),
      issuer: maybe(text),
      issuer_key: text,
      number: maybe(text),
      number_key: text,
      number_annex: maybe(text),
      year: maybe(int),
      signed: maybe(text),
      maklumat: int,
      slug: text,
    },
    primary: ["r", "id"],
  },
  decree_text: {
    columns: {
      r: int,
      id: text,
      decree_id: text,
      version: int,
      file_sha: maybe(text),
      file_name: text,
      line_from: int,
      line_to: int,
      text_hash: text,
      facts_only: int,
      status: text,
      at: text,
      by: text,
    },
    primary: ["r", "id"],
    references: [partOf("decree_id", "decree")],
  },
  naskah_line: {
    columns: { r: int, text_id: text, line: int, text, search_key: text },
    primary: ["r", "text_id", "line"],
    references: [partOf("text_id", "decree_text")],
  },
  reading: {
    columns: {
      r: int,
      id: text,
      text_id: text,
      reader_version: text,
      coverage: text,
      annex_lines: int,
      annex_unassigned: int,
      current: int,
      at: text,
    },
    primary: ["r", "id"],
    references: [partOf("text_id", "decree_text")],
  },
  span: {
    columns: {
      r: int,
      reading_id: text,
      line: int,
      col_from: int,
      col_to: int,
      role: text,
      ordinal: maybe(int),
      component: maybe(text),
    },
    primary: ["r", "reading_id", "line", "col_from"],
    references: [partOf("reading_id", "reading")],
  },
  bagian: {
    columns: {
      r: int,
      id: text,
      name: text,
      name_key: text,
      slug: text,
      family: maybe(text),
      sort_key: text,
    },
    primary: ["r", "id"],
  },
  bagian_alias: {
    columns: { r: int, name_key: text, bagian_id: text, at: text, by: text },
    primary: ["r", "name_key"],
    references: [partOf("bagian_id", "bagian")],
  },
  service: {
    columns: {
      r: int,
      id: text,
      no: int,
      bagian_id: maybe(text),
      name: text,
      name_key: text,
      slug: text,
      text_id: maybe(text),
    },
    primary: ["r", "id"],
    references: [pointsTo("bagian_id", "bagian")],
  },
  service_alias: {
    columns: { r: int, bagian_key: text, name_key: text, nth: int, service_id: text, at: text, by: text },
    primary: ["r", "bagian_key", "name_key", "nth"],
    references: [partOf("service_id", "service")],
  },
  service_text: {
    columns: {
      r: int,
      id: text,
      reading_id: text,
      ordinal: int,
      service_id: maybe(text),
      bagian: maybe(text),
      no: maybe(text),
      name: text,
      line: int,
      same_as: maybe(text),
      content_hash: maybe(text),
      status: text,
      present_n: int,
      absent_n: int,
      unreadable_n: int,
      present_public_n: int,
      absent_public_n: int,
      unreadable_public_n: int,
    },
    primary: ["r", "id"],
    references: [partOf("reading_id", "reading"), pointsTo("service_id", "service")],
  },
  declared: {
    columns: {
      r: int,
      reading_id: text,
      seq: int,
      bagian: maybe(text),
      name: text,
      service_text_id: maybe(text),
    },
    primary: ["r", "reading_id", "seq"],
    references: [partOf("reading_id", "reading")],
  },
  component: {
    columns: {
      r: int,
      service_text_id: text,
      key: text,
      state: text,
      label: maybe(text),
      text: maybe(text),
      line_from: maybe(int),
      line_to: maybe(int),
      confidence: maybe(real),
      facts: maybe(text),
    },
    primary: ["r", "service_text_id", "key"],
    references: [partOf("service_text_id", "service_text")],
  },
  finding: {
    columns: {
      r: int,
      id: text,
      reading_id: text,
      service_text_id: maybe(text),
      code: text,
      severity: text,
      component: maybe(text),
      message: text,
      line_from: maybe(int),
      line_to: maybe(int),
    },
    primary: ["r", "id"],
    references: [partOf("reading_id", "reading")],
  },
  job: {
    columns: {
      id: text,
      r: int,
      kind: text,
      args: text,
      state: text,
      progress: maybe(text),
      worker: maybe(text),
      lease_until: maybe(text),
      attempt: int,
      result: maybe(text),
      at: text,
      updated_at: text,
      by: text,
    },
    primary: ["id"],
  },
  event: {
    columns: {
      r: int,
      seq: int,
      at: text,
      actor: text,
      action: text,
      subject: text,
      field: maybe(text),
      before: maybe(text),
      after: maybe(text),
      reason: maybe(text),
      prev_hash: text,
      hash: text,
    },
    primary: ["r", "seq"],
  },
  event_head: { columns: { r: int, seq: int, hash: text }, primary: ["r"] },
};

/** Name, table, columns, and whether no two rows may agree. `stored`: the rule leaves the anteroom out. */
const INDEXES: {
  name: string;
  table: string;
  columns: string[];
  unique?: boolean;
  where?: RawBuilder<boolean>;
}[] = [
  { name: "regency_name", table: "regency", columns: ["name_key"], unique: true },
  { name: "regency_slug", table: "regency", columns: ["slug"], unique: true },
  { name: "upload_state", table: "upload", columns: ["r", "state", "at"] },
  {
    name: "decree_identity",
    table: "decree",
    columns: ["r", "issuer_key", "number_key", "year"],
    unique: true,
    where: sql<boolean>`r > 0`,
  },
  { name: "decree_slug", table: "decree", columns: ["r", "slug"], unique: true, where: sql<boolean>`r > 0` },
  { name: "decree_upload", table: "decree", columns: ["r", "upload_id"] },
  {
    name: "decree_text_version",
    table: "decree_text",
    columns: ["r", "decree_id", "version"],
    unique: true,
  },
  { name: "decree_text_hash", table: "decree_text", columns: ["r", "text_hash"] },
  { name: "decree_text_file", table: "decree_text", columns: ["r", "file_sha"] },
  { name: "reading_text", table: "reading", columns: ["r", "text_id", "current"] },
  { name: "bagian_slug", table: "bagian", columns: ["r", "slug"], unique: true },
  { name: "service_no", table: "service", columns: ["r", "no"], unique: true },
  { name: "service_bagian", table: "service", columns: ["r", "bagian_id"] },
  { name: "service_text_id", table: "service", columns: ["r", "text_id"] },
  {
    name: "service_text_reading",
    table: "service_text",
    columns: ["r", "reading_id", "ordinal"],
    unique: true,
  },
  { name: "service_text_service", table: "service_text", columns: ["r", "service_id", "status"] },
  {
    name: "component_absent",
    table: "component",
    columns: ["r", "service_text_id", "key", "state"],
    where: sql<boolean>`state <> 'ada'`,
  },
  { name: "finding_reading", table: "finding", columns: ["r", "reading_id", "code"] },
  { name: "finding_service", table: "finding", columns: ["r", "service_text_id"] },
  { name: "job_state", table: "job", columns: ["state", "at"] },
];

/** The tables of issue one: regencies, files, decrees, readings, the register, jobs and the audit. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  for (const [name, spec] of Object.entries(TABLES)) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, type] of Object.entries(spec.columns)) {
      table = table.addColumn(column, typeOf(type, engine), (c) => (type.nullable ? c : c.notNull()));
    }
    table = table.addPrimaryKeyConstraint(`${name}_pk`, spec.primary as never);
    for (const { own, table: target, keys, part } of spec.references ?? []) {
      table = table.addForeignKeyConstraint(`${name}_${own.at(-1)}_fk`, own as never, target, keys, (fk) =>
        part ? fk.onDelete("cascade") : fk,
      );
    }
    await table.execute();
  }
  for (const index of INDEXES) {
    let builder = db.schema.createIndex(index.name).on(index.table).columns(index.columns);
    if (index.unique) builder = builder.unique();
    if (index.where) builder = builder.where(index.where as never);
    await builder.execute();
  }
};
