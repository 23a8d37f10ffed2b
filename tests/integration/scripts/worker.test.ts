import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { getJob } from "#app/server/jobs.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { stageUpload } from "#app/server/upload.server.ts";
import { DATABASE_FILE, type Db, migrate, sqliteDb } from "#db/connection.ts";
import { claimJob } from "#db/queries/jobs.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "tolok-worker-"));
const db: Db = sqliteDb(join(folder, DATABASE_FILE));
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const startWorker = (...args: string[]) => {
  const { DATABASE_URL: _url, ...environment } = process.env;
  return fork(join(ROOT, "scripts/worker.ts"), args, {
    cwd: ROOT,
    execArgv: ["--import", "tsx"],
    env: { ...environment, TOLOK_DATA: folder },
  });
};
const stateOf = async (id: string) => (await getJob(db, localOperator(), id)).state;
const until = async (id: string, state: string) => {
  for (let turn = 0; turn < 300 && (await stateOf(id)) !== state; turn++) await sleep(100);
  expect(await stateOf(id)).toBe(state);
};

describe("the worker process", () => {
  it("takes over what the worker before it was doing when it was killed, and ends when told", async () => {
    await migrate(db);
    const file = { name: "a.txt", stream: streamOf(bytesOf(decreeText(ARUNIKA))) };
    const upload = await stageUpload(db, localOperator(), file);
    if (upload.kind !== "job") throw new Error("the file is known");
    // The worker before it has the job and a lease that has not run out.
    const leaseUntil = new Date(Date.now() + 3_600_000).toISOString();
    await claimJob(db, { worker: "pekerja 1", now: new Date().toISOString(), leaseUntil });
    const worker = startWorker("pekerja 2", "pekerja 1");
    const ended = new Promise((done) => worker.once("exit", done));
    try {
      await until(upload.jobId, "selesai");
    } finally {
      worker.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
  });
});
