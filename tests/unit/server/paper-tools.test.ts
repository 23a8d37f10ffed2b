import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { svgToPng } from "#app/server/paper-tools.server.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="30" font-family="inherit"><text x="5" y="20">Arunika 14</text></svg>';

describe("pictures of charts", () => {
  let folder: string;
  const kept = process.env.TMPDIR;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tolok-gambar-"));
    process.env.TMPDIR = folder;
  });
  afterEach(() => {
    if (kept === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = kept;
    rmSync(folder, { recursive: true, force: true });
  });

  it("keep their words when the machine clears its temporary folder meanwhile", () => {
    const first = svgToPng(SVG, 2);
    const empty = svgToPng(SVG.replace("Arunika 14", ""), 2);
    expect(first.length).toBeGreaterThan(empty.length);
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    expect(Buffer.from(svgToPng(SVG, 2)).equals(Buffer.from(first))).toBe(true);
  });

  it("leave no files of type behind when the process ends", () => {
    const script = `
      const { svgToPng } = await import("#app/server/paper-tools.server.ts");
      svgToPng(${JSON.stringify(SVG)}, 1);
      console.log((await import("node:fs")).readdirSync(process.env.TMPDIR).filter((name) => name.startsWith("tolok-huruf")).length);`;
    const said = execFileSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", script],
      { encoding: "utf8" },
    );
    expect(said.trim()).toBe("1");
    expect(readdirSync(folder).filter((name) => name.startsWith("tolok-huruf"))).toEqual([]);
  });
});
