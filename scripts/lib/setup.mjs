import { join, resolve } from "node:path";
import { withLock } from "./lock.mjs";
import { ROOT } from "./root.mjs";

/** A message for the person at the keyboard, with the way out; printed as it is, without a stack. */
export class SetupError extends Error {}

/**
 * Does what changes the project's own folder (packages, built pages), one process at a time.
 * @template T
 * @param {string} name of the lock
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 * @throws {SetupError} where the folder takes no bytes
 */
export async function changeProject(name, work) {
  try {
    return await withLock(join(ROOT, ".cache", `${name}.lock`), work);
  } catch (error) {
    const sentence = SENTENCES[/** @type {NodeJS.ErrnoException} */ (error).code ?? ""];
    throw sentence ? new SetupError(sentence, { cause: error }) : error;
  }
}

const UNWRITABLE = `Folder program ${ROOT} tidak dapat ditulisi, padahal ada paket yang harus dipasang atau halaman yang harus disusun; beri izin tulis, atau jalankan sekali sebagai pemilik folder itu.`;
const FULL = `Ruang simpan untuk folder program ${ROOT} penuh; kosongkan ruang, lalu jalankan lagi.`;
/** @type {Record<string, string>} */
const SENTENCES = { EACCES: UNWRITABLE, EPERM: UNWRITABLE, EROFS: UNWRITABLE, ENOSPC: FULL, EDQUOT: FULL };

/**
 * Settles the data folder for this process and its children, whatever folder each of them works in: TOLOK_DATA as it
 * was meant where the command was called, else `data` in the project.
 */
export function settleDataFolder() {
  const named = process.env.TOLOK_DATA?.trim();
  process.env.TOLOK_DATA = named ? resolve(named) : join(ROOT, "data");
}

/**
 * Ends the process with exit code 1: in one sentence where the failure was foreseen.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  const foreseen = error instanceof SetupError || (error instanceof Error && error.name === "AppError");
  console.error(foreseen ? /** @type {Error} */ (error).message : error);
  process.exit(1);
}
