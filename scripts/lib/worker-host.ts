import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "./root.mjs";

/** A worker that ends sooner than this after its start is started again only after a pause. */
const SHORT_LIFE_MS = 10_000;
const LONGEST_PAUSE_MS = 30_000;
/** How long the job in hand may take after the wish to stop. */
const GRACE_MS = 3000;

export interface WorkerHost {
  /** Process id of the worker that runs now; undefined between two lives. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** Keeps exactly one worker running. One that crashed is followed by another, which takes its jobs over at once. */
export const startWorker = (): WorkerHost => {
  let child: ChildProcess | undefined;
  let stopping = false;
  let life = 0;
  const ended = (async () => {
    for (let pause = 250; !stopping; ) {
      const began = Date.now();
      child = fork(join(ROOT, "scripts/worker.ts"), [nameOf(life + 1), ...(life > 0 ? [nameOf(life)] : [])], {
        cwd: ROOT,
        execArgv: ["--import", "tsx"],
      });
      life += 1;
      await new Promise((resolve) => child?.once("exit", resolve));
      child = undefined;
      if (stopping) return;
      pause = Date.now() - began < SHORT_LIFE_MS ? Math.min(pause * 2, LONGEST_PAUSE_MS) : 250;
      await sleep(pause);
    }
  })();
  return {
    pid: () => child?.pid,
    async stop() {
      stopping = true;
      child?.kill("SIGTERM");
      const killer = setTimeout(() => child?.kill("SIGKILL"), GRACE_MS);
      await Promise.race([ended, sleep(GRACE_MS + 1000, undefined, { ref: false })]);
      clearTimeout(killer);
    },
  };
};

/** Unique among the servers of one database: process ids alone come again. */
const started = Date.now();
const nameOf = (life: number): string => `pekerja ${process.pid}-${started}-${life}`;
