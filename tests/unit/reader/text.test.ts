import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf } from "#app/reader/decree/seg.ts";
import { fold, withSingleBlanks } from "#app/reader/text.ts";

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
