import { describe, expect, it } from "vitest";
import { decode } from "#app/reader/decode.ts";

const linesOf = (text: string): string[] => decode(new TextEncoder().encode(text)).lines;

describe("signs that say the same as those of ASCII", () => {
  it("are read as these: joined letters, and letters and figures of double width", () => {
    expect(linesOf("ﬁsik Ｎｏｍｏｒ １２：３ （ａ）")).toEqual(["fisik Nomor 12:3 (a)"]);
  });

  it("are read as these: the alphabets of formulas, and Cyrillic and Greek letters of the same look", () => {
    expect(linesOf("𝐁𝐢𝐚𝐲𝐚 𝟏𝟓")).toEqual(["Biaya 15"]);
    expect(linesOf("Реrѕуаrаtаn Κеtuа")).toEqual(["Persyaratan Ketua"]);
    expect(linesOf("Tempat В bekerja")).toEqual(["Tempat В bekerja"]);
  });

  it("marks of the direction of writing are no text", () => {
    expect(linesOf("\u200e12 \u202ahari\u202c kerja")).toEqual(["12 hari kerja"]);
  });

  it("figures of both Arabic scripts are, where the text counts in them", () => {
    expect(linesOf("Waktu: ١٥ menit\nTarif: Rp ۲۰.۰۰۰")).toEqual(["Waktu: 15 menit", "Tarif: Rp 20.000"]);
  });

  it("an Arabic figure among others stays, since a scan takes blots for it", () => {
    expect(linesOf("٥. Jangka waktu 3 (tiga) hari, 20 menit")).toEqual([
      "٥. Jangka waktu 3 (tiga) hari, 20 menit",
    ]);
  });
});

describe("letters with marks", () => {
  it("are one sign each, whatever the mark stands on and whatever stood between the two", () => {
    expect(linesOf("Kafe\u0301")).toEqual(["Kaf\u00e9"]);
    expect(linesOf("Kafe\u200b\u0301")).toEqual(["Kaf\u00e9"]);
    expect(linesOf("\u2126 \u1100\u1161")).toEqual(["\u03a9 \uac00"]);
    expect(linesOf("\u1100\u00ad\u1161")).toEqual(["\uac00"]);
  });

  it("that are one sign already stay: so does every other sign that has no other form", () => {
    const text = "Caf\u00e9 \u2013 \u201csyarat\u201d \u2022 \u2713 \u4e2d \u{1f4c4}";
    expect(linesOf(text)).toEqual([text]);
  });
});

describe("the mark of the byte order", () => {
  it("is no sign of the text, whether the rest is ASCII or not", () => {
    expect(linesOf("\ufeffSyarat")).toEqual(["Syarat"]);
    expect(linesOf("\ufeffSyarat \u2013 biaya")).toEqual(["Syarat \u2013 biaya"]);
  });
});

describe("line ends of other systems", () => {
  it("part lines as well: of lines and paragraphs beside any other, of mainframes where there is no other", () => {
    expect(linesOf("satu\u2028dua\u2029tiga\nempat")).toEqual(["satu", "dua", "tiga", "empat"]);
    expect(linesOf("satu\u0085dua")).toEqual(["satu", "dua"]);
    expect(linesOf("satu\u0085dua\ntiga")).toEqual(["satu\u0085dua", "tiga"]);
  });
});

describe("lines of a page of HTML", () => {
  const paragraph = `<p>${"Persyaratan pelayanan. ".repeat(50)}</p>`;
  const annex = paragraph.repeat(3);

  it("are broken at its blocks where they may hold a document, since several decrees may stand in one page", () => {
    const head = "<p>KEPUTUSAN BUPATI ARUNIKA</p>";
    // Neither annex holds half of the page.
    expect(linesOf(["<html>", annex, head, annex, head, annex].join("\n"))).toEqual([
      "<html>",
      ...[paragraph, paragraph, paragraph, head],
      ...[paragraph, paragraph, paragraph, head],
      ...[paragraph, paragraph, paragraph],
    ]);
  });

  it("stay whole in a file that is no page: a line may be a row of its table", () => {
    const lines = ["Standar Pelayanan", annex, "1. Izin Usaha", annex, "2. Izin Trayek", annex];
    expect(linesOf(lines.join("\n"))).toEqual(lines);
  });
});
