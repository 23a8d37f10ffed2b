/**
 * Runs a command of the project: `node scripts/run.mjs NAME ARGS` runs scripts/NAME.ts. Uses only Node's built-ins until
 * the packages are there. Standard output belongs to the command alone; the command runs in this same process, because
 * a second one would double the waiting time.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies, SetupError } from "./lib/dependencies.mjs";
import { ROOT } from "./lib/root.mjs";

/** Commands that need the development packages: the others also run on an install without them. */
const NEEDS_DEV = new Set(["test", "check", "dev", "bench", "fuzz"]);

const [name = "", ...args] = process.argv.slice(2);
const file = join(ROOT, "scripts", `${name}.ts`);

if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
  console.error(`There is no command "${name}"; package.json lists them under "scripts".`);
  process.exit(2);
}
try {
  await ensureDependencies({ dev: NEEDS_DEV.has(name), say: (line) => console.error(line) });
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}
process.argv = [process.argv[0], file, ...args];
await import("tsx");
await import(pathToFileURL(file).href);
