import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { commandArguments } from "./lib/arguments.ts";
import { ROOT } from "./lib/root.mjs";

/** `npm run check [-- --fix]`: types, lint and formatting, import direction. One closing line says how it went. */
const { values } = commandArguments("npm run check [-- --fix]", { options: { fix: { type: "boolean" } } });
const rooms = ["app", "db", "scripts", "tests"].filter((room) => existsSync(join(ROOT, room)));

const CHECKS: { name: string; command: string[] }[] = [
  { name: "types", command: ["typescript/bin/tsc", "--noEmit"] },
  {
    name: "lint and formatting",
    command: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...(values.fix ? ["--write"] : [])],
  },
  { name: "import direction", command: ["dependency-cruiser/bin/dependency-cruise.mjs", ...rooms] },
];

const run = ([script = "", ...args]: string[]): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, "node_modules", script), ...args], { cwd: ROOT });
    let output = "";
    const keep = (part: Buffer) => {
      output += part.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });

const outcomes = await Promise.all(
  CHECKS.map(async ({ name, command }) => ({ name, ...(await run(command)) })),
);
for (const { ok, output } of outcomes) if (!ok) console.log(output.trimEnd());
const failed = outcomes.filter(({ ok }) => !ok).map(({ name }) => name);
console.log(
  failed.length === 0
    ? `check: ${outcomes.length} of ${outcomes.length} in order (${outcomes.map(({ name }) => name).join("; ")})`
    : `check: ${failed.join(" and ")} not in order`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
