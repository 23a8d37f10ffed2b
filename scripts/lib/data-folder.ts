import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#app/server/errors.ts";
import { storageSentence } from "#app/server/storage-errors.ts";
import { makeFolder } from "#db/folder.ts";
import { tryLock } from "./lock.mjs";

/** Room that the program wants to see before it starts: the tables and the sample take about as much. */
const PROBE_BYTES = 1_048_576;

/**
 * Makes the data folder, tries that it takes bytes, and takes it for this process alone.
 * @returns gives the folder back
 * @throws AppError with one sentence: not writable, full, or taken by a running Tolok
 */
export function takeDataFolder(dataDir: string): () => void {
  let lock: ReturnType<typeof tryLock>;
  try {
    makeFolder(dataDir);
    probe(join(dataDir, `.coba-${process.pid}`));
    lock = tryLock(join(dataDir, "tolok.lock"));
  } catch (cause) {
    throw startError(cause, dataDir);
  }
  if ("release" in lock) return lock.release;
  throw new AppError({
    code: "data_in_use",
    status: 500,
    message: `Tolok sudah berjalan dengan folder data ${dataDir}${lock.holder ? ` (proses ${lock.holder})` : ""}; hentikan dahulu atau pilih folder lain dengan TOLOK_DATA.`,
  });
}

/** The error with its one sentence where storage is the cause; any other comes back as it is. */
export function startError(cause: unknown, dataDir: string): unknown {
  const message = storageSentence(cause, dataDir);
  return message === null ? cause : new AppError({ code: "storage", status: 500, message, cause });
}

function probe(file: string): void {
  try {
    const handle = openSync(file, "w");
    try {
      writeSync(handle, Buffer.alloc(PROBE_BYTES));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } finally {
    rmSync(file, { force: true });
  }
}
