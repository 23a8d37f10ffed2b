import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFigure, parseNumberWords, parseRupiah } from "#app/reader/facts/numbers.ts";
import { tokenize } from "#app/reader/facts/tokens.ts";

const words = (text: string) => {
  const tokens = tokenize(text);
  const read = parseNumberWords(tokens, 0);
  return read && { value: read.value, rest: tokens.slice(read.next).map((token) => token.text) };
};

const DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/** Spells a whole number below a thousand million, as the language does. */
function spell(value: number): string {
  if (value < 10) return DIGITS[value] as string;
  if (value < 20) return value === 10 ? "sepuluh" : value === 11 ? "sebelas" : `${spell(value - 10)} belas`;
  const scales: [number, string][] = [
    [1_000_000, "juta"],
    [1_000, "ribu"],
    [100, "ratus"],
    [10, "puluh"],
  ];
  const [scale, name] = scales.find(([size]) => value >= size) as [number, string];
  const count = Math.floor(value / scale);
  const head = count === 1 && scale < 1_000_000 ? `se${name}` : `${spell(count)} ${name}`;
  return value % scale === 0 ? head : `${head} ${spell(value % scale)}`;
}

/** Groups the digits of a whole number by threes. */
const grouped = (value: number, sign: string) => String(value).replace(/\B(?=(\d{3})+$)/g, sign);

describe("parseFigure", () => {
  it("takes the point as a sign of thousands and the comma as that of decimals", () => {
    expect(parseFigure("1.500")).toBe(1500);
    expect(parseFigure("12.345.678")).toBe(12345678);
    expect(parseFigure("1,5")).toBe(1.5);
    expect(parseFigure("2,50")).toBe(2.5);
    expect(parseFigure("1.250,75")).toBe(1250.75);
  });

  it("reads one digit behind a point as a decimal", () => {
    expect(parseFigure("1.5")).toBe(1.5);
  });

  it("reads no time of day and no figure whose groups contradict each other", () => {
    expect(parseFigure("08.30")).toBeNull();
    expect(parseFigure("14:00")).toBeNull();
    expect(parseFigure("5,000,0000")).toBeNull();
  });

  it("returns every whole number that is printed with or without groups", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (value) => {
        expect(parseFigure(String(value))).toBe(value);
        expect(parseFigure(grouped(value, "."))).toBe(value);
        expect(parseFigure(grouped(value, ","))).toBe(value);
      }),
    );
  });
});

describe("parseNumberWords", () => {
  it("reads units, teens and tens, joined or apart", () => {
    expect(words("tujuh")).toEqual({ value: 7, rest: [] });
    expect(words("sebelas")).toEqual({ value: 11, rest: [] });
    expect(words("dua belas hari")).toEqual({ value: 12, rest: ["hari"] });
    expect(words("duabelas hari")).toEqual({ value: 12, rest: ["hari"] });
    expect(words("empat puluh lima")).toEqual({ value: 45, rest: [] });
    expect(words("empatpuluh lima")).toEqual({ value: 45, rest: [] });
  });

  it("reads halves", () => {
    expect(words("setengah jam")).toEqual({ value: 0.5, rest: ["jam"] });
    expect(words("satu setengah jam")).toEqual({ value: 1.5, rest: ["jam"] });
  });

  it("stops where a scale does not fall, as in an enumeration", () => {
    expect(words("dua tiga")).toEqual({ value: 2, rest: ["tiga"] });
    expect(words("lima ribu dua juta")).toEqual({ value: 5000, rest: ["dua", "juta"] });
  });

  it("is null where no number word stands", () => {
    expect(words("hari kerja")).toBeNull();
    expect(words("")).toBeNull();
  });

  it("reads back every number that is spelled out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(words(`${spell(value)} lembar`)).toEqual({ value, rest: ["lembar"] });
      }),
    );
  });
});

describe("parseRupiah", () => {
  it("reads the endings that decrees use", () => {
    expect(parseRupiah("250.000,")).toBe(250_000);
    expect(parseRupiah("1.500.000,00")).toBe(1_500_000);
    expect(parseRupiah("7,000,000")).toBe(7_000_000);
    expect(parseRupiah("750")).toBe(750);
  });

  it("takes the letter O of a scan for a nought", () => {
    expect(parseRupiah("25O.OOO")).toBe(250_000);
  });

  it("does not guess at contradictory groups", () => {
    expect(parseRupiah("5,000,0000")).toBeNull();
    expect(parseRupiah("12.34.567")).toBeNull();
  });

  it("returns every amount, grouped by points or commas, with or without sen", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(".", ","), (value, sign) => {
        expect(parseRupiah(grouped(value, sign))).toBe(value);
        expect(parseRupiah(`${grouped(value, sign)}${sign === "." ? "," : "."}00`)).toBe(value);
      }),
    );
  });
});
