import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sqliteDb } from "#db/connection.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "tolok-hapus-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { DATABASE_URL: _url, ...environment } = process.env;
  const result = spawnSync(process.execPath, ["scripts/run.mjs", "sample-survey", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...environment, TOLOK_DATA: join(folder, "data") },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
};

const counted = async () => {
  const db = sqliteDb(join(folder, "data", "tolok.db"));
  const count = async (table: "response" | "hist" | "survey_batch" | "service") => {
    const row = await db.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as("n"))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const all = {
    responses: await count("response"),
    hist: await count("hist"),
    batches: await count("survey_batch"),
    services: await count("service"),
  };
  await db.close();
  return all;
};

describe("npm run sample-survey -- --hapus", () => {
  it("names each file that it takes out, leaves the standards, and finds nothing the second time", async () => {
    const first = run("--hapus");
    expect([first.code, first.err.replace(/^npm .*\n/gm, "")]).toEqual([0, ""]);
    const files = readdirSync(join(ROOT, "db/samples")).filter((name) => /-skm-.*[.]csv$/.test(name));
    expect(files).toHaveLength(6);
    const lines = first.out.trim().split("\n");
    expect(lines.slice(0, -1).sort()).toEqual(files.map((name) => `${name}: dihapus`).sort());
    expect(lines.at(-1)).toBe("Data contoh survei sudah dihapus. Standar pelayanan contoh tetap ada.");
    const left = await counted();
    expect(left).toMatchObject({ responses: 0, hist: 0, batches: 0 });
    expect(left.services).toBeGreaterThan(0);

    const second = run("--hapus");
    expect([second.code, second.out.trim()]).toEqual([
      0,
      "Tidak ada data contoh survei dalam basis data ini.",
    ]);
    expect(await counted()).toEqual(left);
  });

  it("refuses what it does not know, and changes no sample file", () => {
    const samples = join(ROOT, "db/samples");
    const before = readdirSync(samples).map((name) => [name, readFileSync(join(samples, name)).length]);
    expect(run("--buang").code).not.toBe(0);
    expect(readdirSync(samples).map((name) => [name, readFileSync(join(samples, name)).length])).toEqual(
      before,
    );
  });
});
