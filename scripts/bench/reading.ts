import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WORKER_OPTIONS } from "../lib/worker-options.ts";
import type { BenchCase, Measured } from "./case.ts";

const inWorker = (task: "reading" | "copies" | "memory"): Promise<Measured[]> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./reading-child.ts", import.meta.url)), [task], {
      execArgv: [...WORKER_OPTIONS],
    });
    child.once("message", (measured) => resolve(measured as Measured[]));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the measured process ended with ${code}`)));
  });

/**
 * Reading and assembling all texts (from bytes to every component with its text and lines), against htmlparser2 merely
 * tokenizing the same bytes in the same run. The whole reading, with facts, confidence, findings and the account of
 * every line, stands beside it; it has no limit of its own (docs/decisions/0034).
 */
export const reading: BenchCase = { name: "read", run: () => inWorker("reading") };

/** Linear time: ten copies in one file against one. */
export const tenCopies: BenchCase = { name: "ten copies", run: () => inWorker("copies") };

/** Highest memory of a process that does nothing but read all texts once, and what it has before. */
export const memory: BenchCase = { name: "peak memory", run: () => inWorker("memory") };
