import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";
import { changeProject, SetupError } from "./setup.mjs";
import { hashTree, readJson, writeJson } from "./stamp.mjs";

/** Everything that the built pages are made of. */
const SOURCES = [
  "app",
  "db",
  "public",
  "remix.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const STAMP = join(ROOT, "build/.tolok-stamp");

export const SERVER_BUILD = join(ROOT, "build/server/index.js");
export const CLIENT_FOLDER = join(ROOT, "build/client");

/**
 * Builds the pages where their sources changed since the last build; else costs one hash of the sources.
 * @param {{ say: (line: string) => void }} options
 * @throws {SetupError}
 */
export async function ensureBuild({ say }) {
  // A project that is built may lie where it can't be written to: no lock is taken before there is something to do.
  if (isBuilt(hashTree(ROOT, SOURCES))) return;
  await changeProject("build", () => {
    const sources = hashTree(ROOT, SOURCES);
    if (isBuilt(sources)) return;
    say("Menyusun halaman dari sumbernya …");
    rmSync(STAMP, { force: true });
    const cli = join(ROOT, "node_modules/@remix-run/dev/dist/cli.js");
    const { VITEST: _vitest, ...environment } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, "vite:build", "--config", "remix.config.js", "--logLevel", "warn"],
      { cwd: ROOT, encoding: "utf8", env: { ...environment, NODE_ENV: "production" } },
    );
    if (status !== 0) {
      throw new SetupError(`${stdout}${stderr}\nHalaman tidak dapat disusun; penyebabnya tercetak di atas.`);
    }
    writeJson(STAMP, { sources });
  });
}

/** @param {string} sources */
const isBuilt = (sources) => readJson(STAMP)?.sources === sources && existsSync(SERVER_BUILD);
