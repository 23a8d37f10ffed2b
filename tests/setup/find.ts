import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Set by .ci/run: the real browser and the real server, or the test fails. */
export const REQUIRE_REAL = process.env.REQUIRE_REAL === "1";

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** First of the names that stands in one of the folders, names before folders; undefined where none does. */
export function findProgram(names: string[], folders: string[]): string | undefined {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export const pathFolders = (): string[] => (process.env.PATH ?? "").split(delimiter).filter(Boolean);

/** Sub-folders that exist, newest version first: `expand("/usr/lib/postgresql", "bin")` → […/17/bin, …/15/bin]. */
export function expand(parent: string, child: string): string[] {
  try {
    return readdirSync(parent)
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .map((name) => join(parent, name, child));
  } catch {
    return [];
  }
}
