import { describe, expect, it } from "vitest";
import { decode } from "#app/reader/decode.ts";

const linesOf = (text: string): string[] => decode(new TextEncoder().encode(text)).lines;

describe("signs that say the same as those of ASCII", () => {
  it("are read as these: joined letters, and letters and figures of double width", () => {
    expect(linesOf("ﬁsik Ｎｏｍｏｒ １２：３ （ａ）")).toEqual(["fisik Nomor 12:3 (a)"]);
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
