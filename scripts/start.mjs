/**
 * `npm start`: on a fresh clone with nothing but Node it installs, builds, migrates, fills an empty database with the
 * sample and serves. What is already done costs nothing. Every foreseen failure is one sentence and exit code 1.
 */
import { ensureBuild } from "./lib/build.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { fail, settleDataFolder } from "./lib/setup.mjs";

/** @param {string} line */
const say = (line) => console.log(line);

try {
  await ensureDependencies({ dev: false, say });
  await ensureBuild({ say });
  // Not before: npm would leave out what the tests need.
  process.env.NODE_ENV = "production";
  settleDataFolder();
  await import("tsx");
  await import("./server.ts");
} catch (error) {
  fail(error);
}
