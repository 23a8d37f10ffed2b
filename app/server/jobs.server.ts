import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Db, Writer } from "#db/connection.ts";
import { claimJob, insertJob, jobById, releaseJobs, updateHeldJob } from "#db/queries/jobs.ts";
import type { JobTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { isAppError, notFound } from "./errors.ts";
import { onBehalfOf } from "./scope.server.ts";
import { storageError } from "./storage-errors.ts";
import { JobProgress, parseStored } from "./stored-json.ts";
import type { JobView } from "./views.ts";

/**
 * How long a worker may be silent before another may take its job, unless the job has asked for more: work that holds
 * the process's one thread stops the heartbeat too.
 */
const LEASE_MS = 120_000;
const HEARTBEAT_MS = 20_000;
/** A job that has ended its worker this often is given up: the fault lies in the job. */
const MAX_ATTEMPTS = 3;
const IDLE_PAUSE_MS = 400;
const GIVEN_UP =
  "Pekerjaan ini tiga kali terhenti dan tidak diulang lagi. Tidak ada yang diubah. Hubungi admin.";
const FAILED =
  "Pekerjaan ini gagal karena gangguan pada sistem. Tidak ada yang diubah. Ulangi; bila tetap, hubungi admin.";

export const JOB_KINDS = [
  "baca",
  "simpan",
  "baca-ulang",
  "nilai",
  "skm-hitung",
  "skm-simpan",
  "laporan",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface JobContext {
  db: Db;
  /** Of who asked for the job, as it is when the job begins. */
  scope: Scope;
  args: unknown;
  /**
   * Says how far the work is and keeps the lease.
   * @param silentMs how long the work may now go on without a word; two minutes if left out
   * @throws where another worker has taken the job over: this one must stop
   */
  progress(progress: JobProgress, silentMs?: number): Promise<void>;
}

/** What a job leaves behind: where its page leads once it is done. */
export interface JobResult {
  next: string;
}

/** Runs one kind of job in steps that may be run again after a crash. */
export type JobHandler = (context: JobContext) => Promise<JobResult>;
export type JobHandlers = Record<JobKind, JobHandler>;

/** Another worker does this job now. */
class JobLost extends Error {}

const StoredResult = z.union([z.strictObject({ next: z.string() }), z.strictObject({ message: z.string() })]);

/** Queues a job inside the change that makes it necessary. Returns its id. */
export const enqueueJob = async (
  db: Db,
  trx: Writer,
  scope: Scope,
  job: { r: number; kind: JobKind; args: unknown },
): Promise<string> => {
  const id = db.newId();
  const at = db.now();
  await insertJob(trx, {
    id,
    r: job.r,
    kind: job.kind,
    args: JSON.stringify(job.args),
    state: "antre",
    progress: null,
    worker: null,
    lease_until: null,
    attempt: 0,
    result: null,
    at,
    updated_at: at,
    by: scope.actor,
  });
  return id;
};

/** A job as its page shows it. */
export const getJob = async (db: Db, scope: Scope, id: string): Promise<JobView> => {
  const job = await jobById(db.read, scope, id);
  if (!job) throw notFound();
  const progress = job.progress ? parseStored(JobProgress, job.progress) : null;
  const result = job.result ? parseStored(StoredResult, job.result) : null;
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    label: progress?.label ?? "Menunggu giliran",
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    message: result && "message" in result ? result.message : null,
    next: result && "next" in result ? result.next : null,
    at: job.at,
  };
};

export interface WorkerOptions {
  /** Name of this life of the worker. */
  worker: string;
  signal: AbortSignal;
  /** Reports what went wrong with a job that the user cannot mend. */
  report?: (error: unknown, job?: JobTable) => void;
}

/** Works until told to stop. One worker at a time is enough; several do each other no harm. */
export const runWorker = async (db: Db, handlers: JobHandlers, options: WorkerOptions): Promise<void> => {
  while (!options.signal.aborted) {
    const worked = await runNextJob(db, handlers, options).catch((error) => {
      // The database cannot be reached or is full: the job keeps its lease and comes again.
      options.report?.(error);
      return false;
    });
    if (!worked) await sleep(IDLE_PAUSE_MS, undefined, { signal: options.signal }).catch(() => {});
  }
};

/** Takes one job and does it. False where there was none. */
export const runNextJob = async (
  db: Db,
  handlers: JobHandlers,
  { worker, report }: Omit<WorkerOptions, "signal">,
): Promise<boolean> => {
  const job = await claimJob(db, { worker, now: db.now(), leaseUntil: later(db, LEASE_MS) });
  if (!job) return false;
  const held = { id: job.id, worker, attempt: job.attempt };
  const update = (set: Parameters<typeof updateHeldJob>[2]) =>
    updateHeldJob(db, held, { ...set, updated_at: db.now() });
  if (job.attempt > MAX_ATTEMPTS) {
    await update({ state: "gagal", result: JSON.stringify({ message: GIVEN_UP }) });
    return true;
  }
  let silentMs = LEASE_MS;
  const heartbeat = setInterval(() => {
    update({ lease_until: later(db, silentMs) }).catch(() => {});
  }, HEARTBEAT_MS);
  try {
    const result = await handlers[job.kind as JobKind]({
      db,
      scope: await onBehalfOf(db, job.by),
      args: JSON.parse(job.args),
      progress: async (progress, wanted = LEASE_MS) => {
        silentMs = Math.max(LEASE_MS, wanted);
        const held = await update({ progress: JSON.stringify(progress), lease_until: later(db, silentMs) });
        if (!held) throw new JobLost();
      },
    });
    await update({ state: "selesai", result: JSON.stringify(result) });
  } catch (error) {
    if (error instanceof JobLost) return true;
    const told = isAppError(error) ? error : null;
    const final = told !== null || job.attempt >= MAX_ATTEMPTS;
    if (!told) report?.(error, job);
    await update(
      final
        ? {
            state: "gagal",
            result: JSON.stringify({ message: (told ?? storageError(error))?.message ?? FAILED }),
          }
        : { state: "antre", worker: null, lease_until: null },
    );
  } finally {
    clearInterval(heartbeat);
  }
  return true;
};

const later = (db: Db, ms: number): string => new Date(Date.parse(db.now()) + ms).toISOString();

/** Lets the next worker take over at once what a crashed one was doing. */
export const releaseJobsOf = (db: Db, worker: string): Promise<void> => releaseJobs(db, worker, db.now());
