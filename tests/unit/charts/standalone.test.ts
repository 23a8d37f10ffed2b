import { describe, expect, it } from "vitest";
import { standaloneSvg } from "#app/charts/standalone.ts";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" id="a" width="480" height="100"><title>Temuan</title></svg>';
const linesOf = (source: string): string[] =>
  [...standaloneSvg({ svg, source }).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, line]) => line ?? "");

describe("a drawing that stands for itself", () => {
  it("breaks an address that is wider than itself at its own signs, and loses none of it", () => {
    const address = `contoh.example/kabupaten/arunika/skm/layanan/1-${"fasilitasi-laporan-".repeat(6)}akhir?periode=2026-TW2`;
    const [title, ...source] = linesOf(`Sumber: Tolok, ${address}, 23 November 2026`);
    expect(title).toBe("Temuan");
    // 480 wide, 12 × 0.52 a letter: at most 76 a line.
    expect(Math.max(...source.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(source.join("").replaceAll(" ", "")).toBe(`Sumber:Tolok,${address},23November2026`);
    expect(source.slice(1, -1).every((line) => /[-/?]$/.test(line))).toBe(true);
  });

  it("breaks a word without such a sign where its line ends", () => {
    expect(linesOf("x".repeat(100)).slice(1).join("")).toBe("x".repeat(100));
  });
});
