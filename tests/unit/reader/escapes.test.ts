import { describe, expect, it } from "vitest";
import { unescaped } from "#app/reader/escapes.ts";

describe("signs that a converter writes by their names", () => {
  it("are read as the signs that a page prints", () => {
    expect(unescaped("Loket $\\rightarrow$ kasir $\\rightarrow$ apotek")).toBe("Loket → kasir → apotek");
    expect(unescaped("$\\pm 15$ menit, pas foto $4 \\times 6$")).toBe("± 15 menit, pas foto 4 × 6");
    expect(unescaped("suhu $25^{\\circ}$C, $\\leq 30$ hari")).toBe("suhu 25°C, ≤ 30 hari");
  });

  it("leave words set inside a formula as they stand", () => {
    expect(unescaped("$\\text{Biaya} = \\frac{1}{2}$ tarif")).toBe("Biaya = 1/2 tarif");
  });

  it("lose the stroke that takes a sign's meaning away, and the one that breaks a line", () => {
    expect(unescaped("1\\. Surat\\_permohonan \\(asli\\)\\")).toBe("1. Surat_permohonan (asli)");
  });

  it("are not looked for between two sums of money", () => {
    expect(unescaped("$100 untuk A dan $200 untuk B")).toBe("$100 untuk A dan $200 untuk B");
  });
});
