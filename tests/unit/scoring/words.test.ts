import { describe, expect, it } from "vitest";
import { asPrinted, quoted } from "#app/scoring/criterion.ts";
import { figureAgainstWord, itemsOf, numberOf, Text } from "#app/scoring/words.ts";

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

describe("a quotation", () => {
  it("stands as its text prints it, with whole words", () => {
    const text = new Text("Surat undangan\ndikirim H-2 sebelum Acara Pemerintahan");
    expect(asPrinted(text, "h-2")).toBe("H-2");
    expect(asPrinted(text, "acara pemerin")).toBe("Acara Pemerintahan");
    expect(asPrinted(text, "dikirim h-2 sebelum…")).toBe("dikirim H-2 sebelum…");
  });
  it("is left as it is where its words stand nowhere", () => {
    expect(asPrinted(new Text("se cara berkala"), "secara")).toBe("secara");
  });
  it("is cut between words at 160 characters", () => {
    const cut = quoted("peminjaman gedung ".repeat(20));
    expect(cut.length).toBeLessThanOrEqual(160);
    expect(cut).toMatch(/(?:peminjaman|gedung)…$/);
  });
});

describe("items of a list", () => {
  it("part at a mark that lost its blank, not inside a code", () => {
    expect(new Text("1) Ruang tunggu2) Komputer").items).toEqual(["Ruang tunggu", "Komputer"]);
    expect(new Text("Sarjana (S1) Hukum").items).toEqual(["Sarjana (S1) Hukum"]);
  });
  it("do not part inside an abbreviation", () => {
    expect(itemsOf("Sekretaris c.q. Kepala Bagian")).toEqual(["Sekretaris c.q. Kepala Bagian"]);
  });
  it("part at marks, semicolons and line breaks", () => {
    expect(itemsOf("1. Surat; dan 2. KTP\n3) Foto")).toEqual(["Surat", "KTP", "Foto"]);
  });
  it("are one where there is no list", () => {
    expect(itemsOf("Surat kepada Bupati No. 12 Arunika")).toHaveLength(1);
  });
});
