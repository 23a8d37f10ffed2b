import { describe, expect, it } from "vitest";
import { figureAgainstWord, itemsOf, numberOf } from "#app/scoring/words.ts";

describe("Indonesian number words", () => {
  it.each([
    ["satu", 1],
    ["sebelas", 11],
    ["enam belas", 16],
    ["dua puluh", 20],
    ["dua puluh satu", 21],
    ["tiga ratus", 300],
    ["orang", null],
  ] as const)("%s is %s", (words, value) => {
    expect(numberOf(words)).toBe(value);
  });
});

describe("a figure against its word", () => {
  it("is found where they differ, and left alone in ranges and unread words", () => {
    expect(figureAgainstWord("paling lama 4 (tiga) bulan")).toBe("4 (tiga)");
    expect(figureAgainstWord("7 (tujuh) - 14 (empat belas) hari")).toBeNull();
    expect(figureAgainstWord("2 (dna) hari")).toBeNull();
  });
});

describe("items of a list", () => {
  it("part at marks, semicolons and line breaks", () => {
    expect(itemsOf("1. Surat; dan 2. KTP\n3) Foto")).toEqual(["Surat", "KTP", "Foto"]);
  });
  it("are one where there is no list", () => {
    expect(itemsOf("Surat kepada Bupati No. 12 Arunika")).toHaveLength(1);
  });
});
