import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe } from "vitest";

/** Folder of the real decrees beside the project; undefined on a clone without it. */
export const SHARED: string | undefined = [resolve(import.meta.dirname, "../../../shared")].find((folder) =>
  existsSync(join(folder, "decrees")),
);

/** Tests that measure the real decrees: run where they are there, else skipped, and the closing line counts them. */
export const describeWithShared = (name: string, tests: (shared: string) => void): void => {
  if (SHARED) describe(name, () => tests(SHARED as string));
  else describe.skip(`${name} (needs ../shared)`, () => tests(""));
};
