import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../../scripts/lib/root.mjs";

/** Stands there where Node was installed with its C++ headers. */
const HEADERS = resolve(process.execPath, "../../include/node/node.h");

/** A package-lock.json that pins two packages, one of them for development only. */
const lock = (version: string) => ({
  packages: {
    "": {},
    "node_modules/better-sqlite3": { version },
    "node_modules/only-for-tests": { version: "1.0.0", dev: true },
    "node_modules/for-another-machine": { version: "1.0.0", optional: true },
  },
});

/**
 * Stands in for npm: notes what it was asked, installs what the lock file pins (development packages only when asked to
 * include them) and makes the driver load, unless the file `no-compiler` stands there: then nothing compiles.
 */
const NPM = `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
fs.appendFileSync("npm-calls", args.join(" ") + "\\n");
fs.writeFileSync("npm-headers", process.env.npm_config_nodedir ?? "");
console.log("npm speaks on standard output");
const compiles = !fs.existsSync("no-compiler");
if (args[0] === "ci") {
  if (!compiles && !args.includes("--ignore-scripts")) process.exit(1);
  const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));
  const wanted = Object.entries(packages).filter(([path, one]) => path && !one.optional && (!one.dev || args.includes("--include=dev")));
  fs.rmSync("node_modules", { recursive: true, force: true });
  for (const [path] of wanted) {
    fs.mkdirSync(path, { recursive: true });
    fs.writeFileSync(path + "/package.json", "{}");
  }
  fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: Object.fromEntries(wanted) }));
}
if (compiles) {
  fs.mkdirSync("node_modules/better-sqlite3/build/Release", { recursive: true });
  fs.writeFileSync("node_modules/better-sqlite3/build/Release/better_sqlite3.node", "");
  fs.writeFileSync("node_modules/better-sqlite3/index.js", \`
    require("node:fs").statSync(__dirname + "/build/Release/better_sqlite3.node");
    module.exports = class { prepare() { return { get() {} }; } };\`);
}
`;

describe("the packages", () => {
  let project: string;
  const path = (name: string) => join(project, name);
  const writeLock = (version: string) =>
    writeFileSync(path("package-lock.json"), JSON.stringify(lock(version)));
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "tolok-packages-"));
    cpSync(join(ROOT, "scripts/lib"), path("scripts/lib"), { recursive: true });
    writeLock("12.0.0");
    mkdirSync(path("bin"));
    writeFileSync(path("bin/npm"), NPM);
    chmodSync(path("bin/npm"), 0o755);
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  const ensure = (dev: boolean, environment = process.env) => {
    const code = `import("./scripts/lib/dependencies.mjs").then(({ ensureDependencies }) =>
      ensureDependencies({ dev: ${dev}, say: console.error })).catch((error) => { console.error(error.message); process.exit(1); });`;
    const env = { ...environment, PATH: `${path("bin")}:${process.env.PATH}`, npm_execpath: "" };
    return spawnSync(process.execPath, ["-e", code], { cwd: project, encoding: "utf8", env });
  };
  const calls = (): string[] =>
    existsSync(path("npm-calls")) ? readFileSync(path("npm-calls"), "utf8").trim().split("\n") : [];
  const editStamp = (changes: object) => {
    const file = path("node_modules/.tolok-stamp");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...changes }));
  };

  it("are installed on a fresh clone, once, without a word on standard output", () => {
    const first = ensure(true);
    expect([first.status, first.stdout]).toEqual([0, ""]);
    expect(calls()).toEqual(["ci --no-audit --no-fund --include=dev"]);
    const second = ensure(true);
    expect([second.status, second.stdout, second.stderr]).toEqual([0, "", ""]);
    expect(calls()).toHaveLength(1);
  });

  it("that were installed by hand are taken as they are", () => {
    spawnSync(path("bin/npm"), ["ci", "--include=dev"], { cwd: project });
    expect(ensure(true).status).toBe(0);
    expect(calls()).toEqual(["ci --include=dev"]);
  });

  it("are installed again when the lock file pins another version", () => {
    ensure(true);
    writeLock("12.0.1");
    ensure(true);
    expect(calls()).toEqual(Array(2).fill("ci --no-audit --no-fund --include=dev"));
  });

  it("for development are added when a command needs them, and not before", () => {
    ensure(false);
    ensure(false);
    ensure(true);
    expect(calls()).toEqual(["ci --no-audit --no-fund", "ci --no-audit --no-fund --include=dev"]);
  });

  it("are kept for another version of Node; only the driver that no longer loads is rebuilt", () => {
    ensure(true);
    editStamp({ modules: "1" });
    writeFileSync(
      path("node_modules/better-sqlite3/index.js"),
      "throw new Error('another NODE_MODULE_VERSION')",
    );
    expect(ensure(true).status).toBe(0);
    expect(calls().slice(1)).toEqual(["rebuild better-sqlite3"]);
  });

  it("of which one was lost are installed again; a lost driver is only rebuilt", () => {
    ensure(true);
    rmSync(path("node_modules/only-for-tests/package.json"));
    expect(ensure(false).status).toBe(0);
    expect(calls()).toHaveLength(1);
    expect(ensure(true).status).toBe(0);
    expect(calls().slice(1)).toEqual(["ci --no-audit --no-fund --include=dev"]);
    rmSync(path("node_modules/better-sqlite3/build"), { recursive: true });
    expect(ensure(true).status).toBe(0);
    expect(calls().slice(2)).toEqual(["rebuild better-sqlite3"]);
  });

  it.runIf(existsSync(HEADERS))(
    "are compiled with the headers that Node came with, unless others are named",
    () => {
      const { npm_config_nodedir: _named, ...bare } = process.env;
      const asked = (env: NodeJS.ProcessEnv) => {
        rmSync(path("node_modules"), { recursive: true, force: true });
        ensure(false, env);
        return readFileSync(path("npm-headers"), "utf8");
      };
      expect(asked(bare)).toBe(resolve(HEADERS, "../../.."));
      expect(asked({ ...bare, npm_config_nodedir: "/elsewhere" })).toBe("/elsewhere");
    },
  );

  it("are installed anew where the folder was carried from another kind of machine", () => {
    ensure(true);
    editStamp({ platform: "sunos-sparc" });
    ensure(true);
    expect(calls()[1]).toBe("ci --no-audit --no-fund --include=dev");
  });

  it("without binary and without compiler end in the three ways out", () => {
    writeFileSync(path("no-compiler"), "");
    const { status, stdout, stderr } = ensure(false);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("better-sqlite3 tidak dapat disiapkan: tidak ada biner siap pakai");
    expect(stderr).toMatch(/1\. Sambungkan ke internet[\s\S]*2\. Pasang kompiler[\s\S]*3\. Pakai mesin lain/);
  });
});
