import { sql } from "kysely";
import { expect, it } from "vitest";
import { type Db, migrate } from "#db/connection.ts";
import type { Engine } from "#db/engine.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

/** First column of each table's primary key. */
const keyStarts = async (db: Db, engine: Engine): Promise<Map<string, string>> => {
  const tables = await db.read.introspection.getTables();
  const starts = tables.map(async ({ name }): Promise<[string, string]> => {
    const query =
      engine === "sqlite"
        ? sql<{ name: string }>`select name from pragma_table_info(${name}) where pk = 1`
        : sql<{ name: string }>`select a.attname as name from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indisprimary and i.indrelid = ${name}::regclass`;
    return [name, (await query.execute(db.read)).rows[0]?.name ?? "none"];
  });
  return new Map(await Promise.all(starts));
};

const ALL = [
  "0001_begin",
  "0002_scores",
  "0003_register",
  "0004_survey",
  "0005_legal_basis",
  "0006_proposals",
  "0008_survey_drafts",
  "0009_instruments",
  "0010_accounts",
  "0011_reviews",
  "0012_suggestions",
  "0013_assessments",
  "0014_corrections",
  "0015_follow_up",
  "0016_reports",
  "0017_draft_rejected",
];

describeEachEngine("migrations", (openTestDb, engine) => {
  it("run once and find nothing to do the second time", async () => {
    const db = await openTestDb({ migrated: false });
    expect(await migrate(db)).toEqual(ALL);
    expect(await migrate(db)).toEqual([]);
  });

  it("may be asked for by two processes at the same time", async () => {
    const db = await openTestDb({ migrated: false });
    const ran = await Promise.all([migrate(db), migrate(db)]);
    expect(ran.flat()).toEqual(ALL);
  });

  it("give every table a primary key that begins with the regency, except the reference and system tables", async () => {
    const db = await openTestDb();
    const tables = await db.read.introspection.getTables();
    expect(tables.map((table) => table.name).sort()).toEqual([
      "action",
      "action_proof",
      "action_step",
      "aggregate_result",
      "assessment",
      "assignment",
      "assignment_entry",
      "bagian",
      "bagian_alias",
      "citation",
      "component",
      "correction",
      "declared",
      "decree",
      "decree_text",
      "event",
      "event_head",
      "evidence",
      "file",
      "file_chunk",
      "finding",
      "hist",
      "hist_total",
      "instrument",
      "job",
      "judgement",
      "login_throttle",
      "naskah_line",
      "official_result",
      "reading",
      "regency",
      "rejected_row",
      "remark",
      "report",
      "report_setting",
      "reset_link",
      "response",
      "response_key",
      "review",
      "review_round",
      "role",
      "round_item",
      "sample",
      "service",
      "service_alias",
      "service_text",
      "session",
      "span",
      "survey_alias",
      "survey_batch",
      "survey_draft",
      "survey_draft_chunk",
      "survey_draft_rejected",
      "survey_source",
      "unit_verdict",
      "upload",
      "user",
      "verdict",
    ]);
    const starts = await keyStarts(db, engine);
    const elsewhere = [...starts].filter(([, column]) => column !== "r");
    expect(Object.fromEntries(elsewhere)).toEqual({
      instrument: "id",
      job: "id",
      login_throttle: "key",
      regency: "id",
      reset_link: "id",
      session: "id",
      user: "id",
    });
  });

  it("sort text byte by byte on both engines", async () => {
    const db = await openTestDb();
    const names = ["b", "A", "a", "Z", "é", "10", "2"];
    await db.write.transaction().execute((trx) =>
      trx
        .insertInto("bagian")
        .values(
          names.map((name) => ({
            r: 1,
            id: name,
            name,
            name_key: name,
            slug: name,
            family: null,
            sort_key: name,
          })),
        )
        .execute(),
    );
    const rows = await db.read.selectFrom("bagian").select("name").orderBy("sort_key").execute();
    expect(rows.map((row) => row.name)).toEqual(["10", "2", "A", "Z", "a", "b", "é"]);
  });
});
