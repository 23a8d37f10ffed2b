import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bits } from "#app/reader/bits.ts";
import { keyOf } from "#app/reader/decree/seg.ts";
import { fold, isBlankText, likeness, likenessAtMost, paired, withSingleBlanks } from "#app/reader/text.ts";

const sign = fc.oneof(
  fc.constantFrom(" ", "\n", "\t", "\u00a0", "\ufeff", "a", "Z", "0", "-", "é", "ß", "İ"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);
const texts = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(""));

describe("white space", () => {
  it("is one blank wherever it stands, single or not", () => {
    expect(withSingleBlanks(" a \n\n b\tc  d e ")).toBe(" a b c d e ");
    fc.assert(
      fc.property(texts, (text) => {
        expect(withSingleBlanks(text)).toBe(text.split(/\s+/).join(" "));
      }),
    );
  });

  it("is trimmed at the ends of a folded text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(text)).toBe(text.trim().split(/\s+/).join(" "));
      }),
    );
  });
});

describe("the words of a segment in capitals", () => {
  it.each([
    ["Bagian  Organisasi (dan) Tata-Laksana.", "BAGIAN ORGANISASI DAN TATA LAKSANA"],
    ["KÉSATU : ", "KESATU"],
    ["“12/ORG”", "12 ORG"],
    ["…", ""],
  ])("of %j", (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it("are those that its letters without marks make", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = text
          .normalize("NFD")
          .replace(/\p{M}+/gu, "")
          .toUpperCase();
        expect(keyOf(text)).toBe((plain.match(/[A-Z0-9]+/g) ?? []).join(" "));
      }),
    );
  });
});

describe("a blank text", () => {
  it("has nothing but white space", () => {
    expect(["", " ", "\n\t", "\u00a0\ufeff", "\u2003"].map(isBlankText)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["a", " a", "\u00a0.", "\u007f", "é", "\u0001"].filter(isBlankText)).toEqual([]);
    fc.assert(
      fc.property(texts, (text) => {
        expect(isBlankText(text)).toBe(text.trim() === "");
      }),
    );
  });
});

describe("likeness", () => {
  /** Few letters, so that texts share pairs, and signs that make none. */
  const name = fc
    .array(fc.constantFrom("a", "b", "n", "ya", "lan", "izin", "pela", "z", "0", " "), { maxLength: 14 })
    .map((parts) => parts.join(""));

  it("is twice the shared pairs of letters against all of both", () => {
    expect(likeness("izin", "izinan")).toBeCloseTo((2 * 3) / 8);
    expect(likenessAtMost(paired("izin"), paired("izinan"))).toBeCloseTo((2 * 3) / 8);
    expect(likenessAtMost(paired("bcd"), paired("xyz"))).toBe(0);
  });

  it("is never above what letters and lengths allow", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(likenessAtMost(paired(a), paired(b))).toBeGreaterThanOrEqual(likeness(a, b));
      }),
    );
  });
});

describe("bits", () => {
  it("are counted in any set of 32", () => {
    fc.assert(
      fc.property(fc.integer(), (set) => {
        expect(bits(set)).toBe((set >>> 0).toString(2).replaceAll("0", "").length);
      }),
    );
  });
});
