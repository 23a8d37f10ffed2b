import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { getImportHistory } from "#app/server/survey/import-steps/done.server.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import { removeSampleAnswers } from "#app/server/survey/sample.server.ts";
import { SAMPLE_QUARTERS, sampleAnswers } from "#app/server/survey/sample-answers.ts";
import { scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { SAMPLES } from "../../../scripts/lib/samples.mjs";

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join: joined }] = await Promise.all([
    import("node:fs"),
    import("node:os"),
    import("node:path"),
  ]);
  process.env.TOLOK_DATA = mkdtempSync(joined(tmpdir(), "tolok-contoh-"));
});

const scope = scopeOf("operator lokal", "all");
const decree = readFileSync(join(SAMPLES, "lembayung-2025.txt"));

it("ships what the seeded generator makes, byte for byte", () => {
  const made = sampleAnswers("lembayung", decree);
  expect(made).toHaveLength(SAMPLE_QUARTERS.length);
  for (const { name, csv } of made) expect(readFileSync(join(SAMPLES, name), "utf8"), name).toBe(csv);
  const shipped = readdirSync(SAMPLES).filter((name) => name.endsWith(".csv"));
  expect(shipped.sort()).toEqual(made.map(({ name }) => name).sort());
});

describeEachEngine("invented answers", (openTestDb) => {
  it("fill six quarters of the invented regency alone, and are gone with one command", async () => {
    const db = await openTestDb();
    await prepareDatabase(db, { samples: SAMPLES });
    const history = await getImportHistory(db, scope);
    expect(history).toHaveLength(6);
    expect(history.every(({ regency }) => regency.sample)).toBe(true);
    const survey = (period: string) => getSurvey(db, scope, { kab: "lembayung", period, words: "", page: 1 });
    const rows = sampleAnswers("lembayung", decree)[5]?.csv.trim().split("\n").length ?? 0;
    expect((await survey("2025-TW3")).index?.n).toBe(rows - 1);
    expect(await removeSampleAnswers(db, scope)).toHaveLength(6);
    expect(await getImportHistory(db, scope)).toEqual([]);
    for (const table of ["response", "response_key", "hist", "hist_total"] as const)
      expect(await db.read.selectFrom(table).selectAll().limit(1).execute(), table).toEqual([]);
    const events = await db.read
      .selectFrom("event")
      .select("reason")
      .where("action", "=", "survei.batal")
      .execute();
    expect(events.map(({ reason }) => reason)).toEqual(Array(6).fill("data contoh dihapus"));
    // Gone is gone: the next start does not bring them back.
    await prepareDatabase(db, { samples: SAMPLES });
    expect(await getImportHistory(db, scope)).toEqual([]);
  });
});
