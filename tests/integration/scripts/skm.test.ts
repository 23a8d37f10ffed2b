import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SkmJson } from "#app/survey/schema.ts";
import { ROOT } from "../../../scripts/lib/root.mjs";

const folder = mkdtempSync(join(tmpdir(), "tolok-skm-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const skm = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "skm", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const HEAD = "U1,U2,U3,U4,U5,U6,U7,U8,U9";
/** Two people who give 4 and 3 throughout: NRR 3.5, IKM 87.50. */
const FOUR_THREE = write("skm.csv", `${HEAD}\n4,4,4,4,4,4,4,4,4\n3,3,3,3,3,3,3,3,3\n`);
/** The same on a scale of five, which a map brings to four. */
const FIVE = write("lima.csv", `${HEAD}\n5,5,5,5,5,5,5,5,5\n4,4,4,4,4,4,4,4,4\n`);
const MAP = write("peta.json", JSON.stringify({ scale: { "5": 4, "4": 3, "3": 3, "2": 2, "1": 1 } }));

describe("npm run skm", () => {
  it("prints exactly one JSON of the contract and ends with 0 where something was read", () => {
    const { status, stdout } = skm(FOUR_THREE, "--json");
    expect(status).toBe(0);
    expect(SkmJson.parse(JSON.parse(stdout)).total).toMatchObject({ n: 2, ikm: 87.5, mutu: "B" });
  });

  it.each([
    ["tidak-ada.csv", "Berkas tidak-ada.csv tidak dapat dibuka (ENOENT). Periksa nama dan izinnya."],
    [".", `Berkas ${basename(folder)} tidak dapat dibuka (EISDIR). Periksa nama dan izinnya.`],
  ])("tells what cannot be opened from what cannot be read: %s", (name, message) => {
    const { status, stdout } = skm(join(folder, name), "--json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ error: { code: "unreadable", message } });
  });

  it.each([[["--options", MAP]], [[`--options=${MAP}`]]])(
    "reads by the options it is given: %j",
    (options) => {
      const { status, stdout } = skm("--json", ...options, FIVE);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).total).toMatchObject({ n: 2, ikm: 87.5 });
    },
  );

  it.each([
    ["an option it does not know", [FOUR_THREE, `--option=${MAP}`]],
    ["an option without its value", [FOUR_THREE, "--options"]],
    ["two files", [FOUR_THREE, FIVE]],
    ["no file", []],
  ])("refuses %s in place of figures that were not asked for", (_what, args) => {
    const told = skm(...args, "--json");
    expect(told.status).toBe(2);
    const { error } = JSON.parse(told.stdout);
    expect(error.message).toContain("npm run skm -- BERKAS [--json] [--options BERKAS]");
    const plain = skm(...args);
    expect([plain.status, plain.stdout]).toEqual([2, ""]);
    expect(plain.stderr).toContain("Pemakaian: npm run skm -- BERKAS");
  });

  it("refuses a file as a whole with its code, and ends with 2", () => {
    const empty = write("kosong.csv", `${HEAD}\n`);
    for (const [file, code] of [
      [empty, "empty"],
      [write("daftar.csv", "barang,harga\nkertas,3000\n"), "no_unsur"],
      [FIVE, "wrong_scale"],
      [join(folder, "tidak-ada.csv"), "unreadable"],
    ] as const) {
      const { status, stdout } = skm(file, "--json");
      expect([status, JSON.parse(stdout).error.code]).toEqual([2, code]);
    }
  });
});
