import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DATABASE_FILE } from "#db/connection.ts";

export interface Imported {
  /** Milliseconds of the whole, and of the last step alone. */
  whole: number;
  store: number;
  /** Highest resident size of the process that strips and of the one that stores, bytes; they follow one another. */
  peak: { strip: number; store: number };
  /** Of the one that stores before it begins. */
  idle: number;
}

interface Told {
  draftId: string;
  whole: number;
  store: number;
  peak: number;
  idle: number;
}

const run = (dataDir: string, args: readonly string[], behind: boolean): Promise<Told> =>
  new Promise((resolve, reject) => {
    let told: Told | undefined;
    const child = fork(fileURLToPath(new URL("./import-child.ts", import.meta.url)), args, {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, TOLOK_DATA: dataDir, DATABASE_URL: "" },
    });
    if (behind && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.once("message", (message) => {
      told = message as Told;
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      told && code === 0 ? resolve(told) : reject(new Error(`the import ended with ${code}`)),
    );
  });

/**
 * Imports a file by the way of every import: one process strips it, another counts and stores it.
 *
 * @param behind both step back behind pages, as they do in the program
 */
export const imported = async (dataDir: string, file: string, { behind = false } = {}): Promise<Imported> => {
  if (!existsSync(join(dataDir, DATABASE_FILE))) await run(dataDir, ["prepare"], false);
  const strip = await run(dataDir, ["strip", file], behind);
  const store = await run(dataDir, ["store", strip.draftId], behind);
  return {
    whole: strip.whole + store.whole,
    store: store.store,
    peak: { strip: strip.peak, store: store.peak },
    idle: store.idle,
  };
};
