import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../../scripts/lib/root.mjs";

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, "scripts/run.mjs"), ...args], { encoding: "utf8" });

describe("scripts/run.mjs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tolok-run-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([["no-such-command"], ["../start"], [""]])("refuses %j, which is no command", (name) => {
    const { status, stdout, stderr } = run(name);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`Tidak ada perintah "${name}"`);
  });

  it("leaves standard output to the command: it holds one JSON and nothing else", () => {
    const file = join(folder, "bukan-keputusan.txt");
    writeFileSync(file, "Daftar belanja\n");
    const { status, stdout } = run("read-decree", file, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).file).toMatchObject({ name: "bukan-keputusan.txt", lines: 1 });
  });

  it("passes the exit code of the command on", () => {
    expect(run("read-decree", join(folder, "tidak-ada.txt"), "--json").status).toBe(2);
  });

  it.each([
    ["read-decree"],
    ["read-decree", "--jason", "a.txt"],
    ["fuzz", "--count", "banyak"],
    ["bench", "kecepatan"],
    ["accuracy", "--seeds=-1"],
    ["samples", "lain"],
  ])("shows how %s is used where it is called wrongly, with exit code 2", (...args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^Pemakaian: npm run (--silent )?${args[0]}`));
  });
});
