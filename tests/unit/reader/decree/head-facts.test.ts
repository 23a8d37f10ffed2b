import { describe, expect, it } from "vitest";
import { headFacts } from "#app/reader/decree/head-facts.ts";
import type { LineRole, Reading } from "#app/reader/schema.ts";

const factsOf = (lines: readonly string[], role: LineRole = "decree_head") =>
  headFacts({
    decrees: [{ line: 1 }] as Reading["decrees"],
    text: [...lines],
    spans: lines.map((text, i) => ({
      line: i + 1,
      from: 0,
      to: text.length,
      role,
      service: null,
      component: null,
    })),
  })[0];

const HEAD = [
  "KEPUTUSAN BUPATI ARUNIKA",
  "NOMOR 1 TAHUN 2025",
  "Menimbang:",
  "Mengingat:",
  "MEMUTUSKAN:",
  "KESATU",
];

describe("the head of a decree", () => {
  it("tells a consultation of its own from the rule on consultations", () => {
    expect(
      factsOf([...HEAD, "bahwa hasil forum konsultasi publik menyepakati standar"])?.consultation,
    ).toEqual([7, 7]);
    expect(
      factsOf([...HEAD, "Peraturan Menteri tentang Pedoman Penyelenggaraan", "Forum Konsultasi Publik"])
        ?.consultation,
    ).toBeNull();
  });
  it("tells a predecessor that is revoked from a law that is amended", () => {
    const clause = ["KEDUA: Keputusan Bupati Nomor 9 Tahun 2021", "dicabut dan dinyatakan tidak berlaku."];
    expect(factsOf([...HEAD, ...clause])?.revokes).toEqual([8, 8]);
    expect(factsOf([...HEAD, "Undang-Undang yang tidak berlaku lagi"])?.revokes).toBeNull();
  });
  it("says nothing where it is lost, and of lines that are not the head's", () => {
    expect(factsOf(HEAD.slice(0, 3))).toBeNull();
    expect(factsOf([...HEAD, "hasil forum konsultasi publik"], "component")).toBeNull();
  });
});
