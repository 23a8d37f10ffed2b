import { expect, it } from "vitest";
import { AppError } from "#app/server/errors.ts";
import { enqueueJob, getJob, type JobHandlers, releaseJobsOf, runNextJob } from "#app/server/jobs.server.ts";
import type { Db } from "#db/connection.ts";
import { claimJob } from "#db/queries/jobs.ts";
import { scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("penguji", "all");
const queue = (db: Db, args: unknown, r = 0) =>
  db.write.transaction().execute((trx) => enqueueJob(db, trx, scope, { r, kind: "baca", args }));
const handlers = (baca: JobHandlers["baca"]): JobHandlers => ({
  baca,
  simpan: async () => ({ next: "/" }),
  nilai: async () => ({ next: "/" }),
  "baca-ulang": async () => ({ next: "/" }),
  "skm-hitung": async () => ({ next: "/" }),
  "skm-simpan": async () => ({ next: "/" }),
  laporan: async () => ({ next: "/" }),
});
const lease = (at: string) => ({ worker: "pekerja 1", now: at, leaseUntil: "2025-01-01T00:02:00.000Z" });

describeEachEngine("jobs", (openTestDb) => {
  it("are done in order, show their progress and lead on when done", async () => {
    const db = await openTestDb();
    const first = await queue(db, { nth: 1 });
    const second = await queue(db, { nth: 2 });
    const seen: unknown[] = [];
    const work = handlers(async ({ args, scope: asker, progress }) => {
      seen.push(args, asker.actor);
      await progress({ label: "Membaca naskah", done: 40, total: 100 });
      seen.push(await getJob(db, scope, first).then(({ state, label, done }) => [state, label, done]));
      return { next: "/unggah/1/pratinjau" };
    });
    expect(await runNextJob(db, work, { worker: "pekerja 1" })).toBe(true);
    expect(seen).toEqual([{ nth: 1 }, "penguji", ["jalan", "Membaca naskah", 40]]);
    expect(await getJob(db, scope, first)).toMatchObject({ state: "selesai", next: "/unggah/1/pratinjau" });
    expect(await getJob(db, scope, second)).toMatchObject({ state: "antre", label: "Menunggu giliran" });
    expect(await runNextJob(db, work, { worker: "pekerja 1" })).toBe(true);
    expect(await runNextJob(db, work, { worker: "pekerja 1" })).toBe(false);
  });

  it("are taken by one worker only, however many ask at once", async () => {
    const db = await openTestDb();
    await queue(db, {});
    const claims = await Promise.all(
      ["a", "b", "c"].map((worker) => claimJob(db, { ...lease("2025-01-01T00:00:00.000Z"), worker })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("wait while their worker holds its lease and are taken by another once it has run out", async () => {
    const db = await openTestDb();
    await queue(db, {});
    expect(await claimJob(db, lease("2025-01-01T00:00:00.000Z"))).toMatchObject({ attempt: 1 });
    expect(await claimJob(db, lease("2025-01-01T00:01:59.000Z"))).toBeUndefined();
    expect(await claimJob(db, lease("2025-01-01T00:02:01.000Z"))).toMatchObject({ attempt: 2 });
  });

  it("are free at once when their worker is known to be gone", async () => {
    const db = await openTestDb();
    await queue(db, {});
    await claimJob(db, lease("2025-01-01T00:00:00.000Z"));
    await releaseJobsOf(db, "pekerja 1");
    expect(await claimJob(db, lease("2025-01-01T00:00:01.000Z"))).toMatchObject({ attempt: 2 });
  });

  it("are tried three times when something breaks, then given up with a sentence", async () => {
    const db = await openTestDb();
    const id = await queue(db, {});
    const reported: unknown[] = [];
    const broken = handlers(async () => {
      throw new Error("disk on fire");
    });
    const run = () => runNextJob(db, broken, { worker: "p", report: (error) => reported.push(error) });
    expect([await run(), await run(), await run(), await run()]).toEqual([true, true, true, false]);
    expect(reported).toHaveLength(3);
    const job = await getJob(db, scope, id);
    expect(job.state).toBe("gagal");
    expect(job.message).toContain("Tidak ada yang diubah");
    expect(job.message).not.toContain("disk on fire");
  });

  it("are given up with what is wrong with the storage, where that is the cause", async () => {
    const db = await openTestDb();
    const id = await queue(db, {});
    const full = handlers(async () => {
      throw Object.assign(new Error("no room"), { code: "SQLITE_FULL" });
    });
    for (let attempt = 1; attempt <= 3; attempt++) await runNextJob(db, full, { worker: "pekerja 1" });
    const { state, message } = await getJob(db, scope, id);
    expect(state).toBe("gagal");
    expect(message).toMatch(/^Ruang simpan penuh\. Perubahan ini tidak disimpan;/);
  });

  it("are given up when they end their worker again and again", async () => {
    const db = await openTestDb();
    const id = await queue(db, {});
    for (let life = 0; life < 3; life++) {
      await claimJob(db, lease("2025-01-01T00:00:00.000Z"));
      await releaseJobsOf(db, "pekerja 1");
    }
    let ran = false;
    await runNextJob(
      db,
      handlers(async () => {
        ran = true;
        return { next: "/" };
      }),
      { worker: "pekerja 1" },
    );
    expect(ran).toBe(false);
    expect(await getJob(db, scope, id)).toMatchObject({ state: "gagal" });
  });

  it("fail at once with the words of an error that is meant for the user", async () => {
    const db = await openTestDb();
    const id = await queue(db, {});
    await runNextJob(
      db,
      handlers(async () => {
        throw new AppError({ code: "x", status: 422, message: "Isilah nomornya." });
      }),
      { worker: "p" },
    );
    expect(await getJob(db, scope, id)).toMatchObject({ state: "gagal", message: "Isilah nomornya." });
  });

  it("cannot be finished by a worker that has lost them", async () => {
    const db = await openTestDb();
    const id = await queue(db, {});
    const slow = handlers(async () => {
      await releaseJobsOf(db, "lambat");
      await claimJob(db, { ...lease("2025-01-01T00:00:00.000Z"), worker: "lain" });
      return { next: "/salah" };
    });
    await runNextJob(db, slow, { worker: "lambat" });
    expect(await getJob(db, scope, id)).toMatchObject({ state: "jalan", next: null });
  });

  it("stop at the next word of progress once another worker has them", async () => {
    const db = await openTestDb();
    await queue(db, {});
    let reached = false;
    const slow = handlers(async ({ progress }) => {
      await releaseJobsOf(db, "lambat");
      await claimJob(db, { ...lease("2025-01-01T00:00:00.000Z"), worker: "lain" });
      await progress({ label: "Membaca naskah", done: 1, total: 2 });
      reached = true;
      return { next: "/salah" };
    });
    const reported: unknown[] = [];
    await runNextJob(db, slow, { worker: "lambat", report: (error) => reported.push(error) });
    expect([reached, reported]).toEqual([false, []]);
  });

  it("are left alone for as long as the work has said that it will be silent, and no longer", async () => {
    const noon = Date.parse("2025-01-01T12:00:00.000Z");
    const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();
    const db = await openTestDb({ clock: () => new Date(noon) });
    await queue(db, {});
    const taken: boolean[] = [];
    const quiet = handlers(async ({ progress }) => {
      await progress({ label: "Membaca naskah", done: 0, total: 1 }, 14 * 60_000);
      for (const minutes of [3, 13, 15]) {
        const claim = { worker: "lain", now: at(minutes), leaseUntil: at(minutes + 2) };
        taken.push((await claimJob(db, claim)) !== undefined);
      }
      return { next: "/" };
    });
    await runNextJob(db, quiet, { worker: "pekerja 1" });
    expect(taken).toEqual([false, false, true]);
  });

  it("of another regency are as if they were not there", async () => {
    const db = await openTestDb();
    const id = await queue(db, {}, 5);
    expect(await getJob(db, scopeOf("penguji", [5]), id)).toMatchObject({ id });
    await expect(getJob(db, scopeOf("penguji", [6]), id)).rejects.toMatchObject({ status: 404 });
  });
});
