import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { makeFolder } from "#db/folder.ts";

const base = mkdtempSync(join(tmpdir(), "tolok-folder-"));
afterEach(() => rmSync(base, { recursive: true, force: true }));

it.skipIf(process.platform === "win32")(
  "the data folder and those made above it are open to their owner alone",
  () => {
    makeFolder(join(base, "a", "b"));
    for (const made of [join(base, "a"), join(base, "a", "b")])
      expect((statSync(made).mode & 0o777).toString(8)).toBe("700");
    makeFolder(join(base, "a", "b"));
  },
);
