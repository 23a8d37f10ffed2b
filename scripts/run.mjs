/**
 * Runs a command of the project: `node scripts/run.mjs NAME ARGS` runs scripts/NAME.ts. Uses only Node's built-ins until
 * the packages are there. Standard output belongs to the command alone; the command runs in this same process, because
 * a second one would double the waiting time.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { ROOT } from "./lib/root.mjs";
import { fail, settleDataFolder } from "./lib/setup.mjs";

/** Commands that need the development packages: the others also run on an install without them. */
const NEEDS_DEV = new Set(["test", "check", "dev", "bench", "fuzz"]);

const [name = "", ...args] = process.argv.slice(2);
const file = join(ROOT, "scripts", `${name}.ts`);

if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
  console.error(`Tidak ada perintah "${name}"; daftarnya ada pada "scripts" di package.json.`);
  process.exit(2);
}
try {
  await ensureDependencies({ dev: NEEDS_DEV.has(name), say: (line) => console.error(line) });
  settleDataFolder();
  process.argv = [process.argv[0] ?? "node", file, ...args];
  await import("tsx");
  await import(pathToFileURL(file).href);
} catch (error) {
  fail(error);
}
