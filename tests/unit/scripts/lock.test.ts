import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryLock, withLock } from "../../../scripts/lib/lock.mjs";

/** Linux and macOS give no process a number above 4,194,304, so this one never lives. */
const DEAD = 4_999_999;

describe("a lock file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tolok-lock-"));
    file = join(folder, "lock");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("names the process that took it", () => {
    tryLock(file);
    expect(readFileSync(file, "utf8").split(" ")[0]).toBe(String(process.pid));
  });

  it("is refused while a living process holds it, and says which", () => {
    tryLock(file);
    expect(tryLock(file)).toEqual({ holder: process.pid });
  });

  it("is taken over from a process that is gone", () => {
    writeFileSync(file, `${DEAD} 17\n`);
    expect(tryLock(file)).toHaveProperty("release");
  });

  it.runIf(process.platform === "linux")(
    "is taken over where a later process was given the number of the one that is gone",
    () => {
      writeFileSync(file, `${process.pid} 17\n`);
      expect(tryLock(file)).toHaveProperty("release");
    },
  );

  it("is taken over where a crash left it empty, but not while its owner is just writing it", () => {
    writeFileSync(file, "");
    expect(tryLock(file)).toEqual({ holder: 0 });
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    expect(tryLock(file)).toHaveProperty("release");
  });

  it("can be taken again once it is released", () => {
    const first = tryLock(file);
    if ("release" in first) first.release();
    expect(tryLock(file)).toHaveProperty("release");
  });

  it("is released by withLock also when the work fails", async () => {
    await expect(withLock(file, () => Promise.reject(new Error("work failed")))).rejects.toThrow(
      "work failed",
    );
    expect(tryLock(file)).toHaveProperty("release");
  });
});
