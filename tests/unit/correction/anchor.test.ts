import { describe, expect, it } from "vitest";
import { anchorAt, findAnchor } from "#app/correction/anchor.ts";

const text = (...lines: string[]) => ({ first: 11, lines });

describe("an anchor", () => {
  const before = text(
    "Judul satu",
    "Tidak dipungut biaya.",
    "",
    "Produk satu",
    "Judul dua",
    "Tidak dipungut biaya.",
    "Produk dua",
  );

  it("is found where it stood, whatever blanks the line has", () => {
    const anchor = anchorAt(before, 12, 1);
    const respaced = text("Judul satu", "  Tidak  dipungut biaya. ", "", "Produk satu", "x");
    expect(findAnchor(respaced, anchor)).toEqual({ place: { line: 12, count: 1, from: null, to: null } });
  });

  it("is found again by its words and neighbours where lines moved", () => {
    const anchor = anchorAt(before, 16, 1);
    const moved = text("Baris baru", "", ...before.lines);
    expect(findAnchor(moved, anchor)).toEqual({ place: { line: 18, count: 1, from: null, to: null } });
  });

  it("is gone where its words are others, also if a stock sentence like it stands elsewhere", () => {
    const anchor = anchorAt(before, 16, 1);
    const changed = text(...before.lines.slice(0, 5), "Rp10.000", "Produk dua");
    expect(findAnchor(changed, anchor)).toEqual({ conflict: "teks_hilang" });
  });

  it("is not guessed where two places look the same", () => {
    const anchor = anchorAt(text("A", "sama", "B"), 12, 1);
    const twice = text("C", "D", "A", "sama", "B", "A", "sama", "B");
    expect(findAnchor(twice, anchor)).toEqual({ conflict: "teks_ganda" });
  });

  it("holds columns of one line, and finds them in it after a change before them", () => {
    const line = text("| 3 | Jangka waktu | 3 hari |");
    const anchor = anchorAt(line, 11, 1, { from: 21, to: 27 });
    expect(findAnchor(line, anchor)).toEqual({ place: { line: 11, count: 1, from: 21, to: 27 } });
    const wider = text("| 13 | Jangka waktu | 3 hari |");
    expect(findAnchor({ ...wider }, anchor)).toEqual({ place: { line: 11, count: 1, from: 22, to: 28 } });
  });

  it("refuses what is blank or outside the text", () => {
    expect(() => anchorAt(before, 13, 1)).toThrow(RangeError);
    expect(() => anchorAt(before, 10, 1)).toThrow(RangeError);
    expect(() => anchorAt(before, 17, 2)).toThrow(RangeError);
  });
});
