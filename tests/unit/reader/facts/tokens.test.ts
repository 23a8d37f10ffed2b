import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, quote, sourceOf } from "#app/reader/facts/source.ts";
import { near, tokenize } from "#app/reader/facts/tokens.ts";

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe("tokenize", () => {
  it("keeps the separators of a number and parts figures from letters", () => {
    expect(texts("Rp1.500,00 atau 2x24jam")).toEqual(["Rp", "1.500,00", "atau", "2", "x", "24", "jam"]);
  });

  it("keeps together a word in which a scan put a digit for a letter", () => {
    expect(tokenize("har1 0rang grat1s").map((token) => [token.kind, token.lower])).toEqual([
      ["word", "hari"],
      ["word", "orang"],
      ["word", "gratis"],
    ]);
  });

  it("does not swallow the number of the next list item", () => {
    expect(texts("Daerah1) Perda")).toEqual(["Daerah", "1", ")", "Perda"]);
    expect(texts("dan10. Perda")).toEqual(["dan", "10", ".", "Perda"]);
  });

  it("makes a line break a token", () => {
    expect(tokenize("a\nb").map((token) => token.kind)).toEqual(["word", "break", "word"]);
  });

  it("loses nothing but white space, and gives offsets that cut the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const tokens = tokenize(text);
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(tokens.map((token) => token.text.trim()).join("")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("near", () => {
  it("forgives one slip in words of five letters, two in words of seven, none in short ones", () => {
    expect(near("biava", "biaya")).toBe(true);
    expect(near("dipungnt", "dipungut")).toBe(true);
    expect(near("jari", "hari")).toBe(false);
  });

  it("asks for the first or the last letter to be right", () => {
    expect(near("bukan", "bulan")).toBe(true);
    expect(near("karas", "baras")).toBe(true);
    expect(near("xeratura", "peraturan")).toBe(false);
  });
});

describe("sourceOf", () => {
  const source = sourceOf("satu\ndua\ntiga", [
    [0, 10],
    [5, 11],
    [9, 15],
  ]);

  it("finds the line of an offset", () => {
    expect([0, 4, 5, 8, 9, 12].map((offset) => source.lineAt(offset))).toEqual([10, 10, 11, 11, 15, 15]);
  });

  it("gives the lines and the words of a stretch", () => {
    expect(linesOf(source, 0, 8)).toEqual([10, 11]);
    expect(linesOf(source, 9, 13)).toEqual([15, 15]);
    expect(quote(source, 0, 8)).toBe("satu dua");
  });

  it("needs to know where the text begins", () => {
    expect(() => sourceOf("x", [])).toThrow(RangeError);
  });
});
