import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** An empty lock file this young is one that its owner is just writing; an older one was left by a crash. */
const BEING_WRITTEN_MS = 2000;

/**
 * When the process began, as the kernel counts it; "" where that can't be told. With the pid it tells a living holder
 * from a later process (or a restarted container) that was given the same number.
 * @param {number} pid
 */
function beginOf(pid) {
  try {
    // The name of the program stands in brackets and may hold blanks; the 20th field after it is the start time.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** @param {number} pid EPERM says that it lives, under another user */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

const mine = () => `${process.pid} ${beginOf(process.pid)}\n`;

/**
 * Who holds the lock file?
 * @param {string} file
 * @returns {number | null} the living holder's pid, 0 where it is just being written, null where nobody holds it
 */
function holderOf(file) {
  try {
    const text = readFileSync(file, "utf8");
    const [pid = 0, begin = ""] = [Number.parseInt(text, 10) || 0, text.trim().split(" ")[1]];
    if (pid === 0) return Date.now() - statSync(file).mtimeMs < BEING_WRITTEN_MS ? 0 : null;
    return isAlive(pid) && beginOf(pid) === begin ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes a lock file that names this process. A lock whose process is gone is taken over; the takeover moves the stale
 * file aside first, so that of two that see it only one succeeds.
 * @param {string} file its folder must exist
 * @returns {{ release: () => void } | { holder: number }} the living holder's pid (0: unknown) where the lock is taken
 */
export function tryLock(file) {
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine(), { flag: "wx" });
      return {
        release() {
          if (holderOf(file) === process.pid) rmSync(file, { force: true });
        },
      };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST" || attempt > 20) throw error;
    }
    const holder = holderOf(file);
    if (holder !== null) return { holder };
    const aside = `${file}.${process.pid}.stale`;
    try {
      renameSync(file, aside);
      rmSync(aside, { force: true });
    } catch {
      // Another process moved it first: look again.
    }
  }
}

/**
 * Runs `work` while holding the lock, waiting as long as a living process holds it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    const lock = tryLock(file);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await sleep(250);
  }
}
