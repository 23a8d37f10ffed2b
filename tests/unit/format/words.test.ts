import { describe, expect, it } from "vitest";
import { dateInZone, formatDate, formatInstant, formatShortDate } from "#app/format/dates.ts";
import { periodNames } from "#app/format/periods.ts";
import { slugify } from "#app/format/slugs.ts";
import { capitalise, countWord, joinFirst, joinList, lowerFirst } from "#app/format/words.ts";

describe("words", () => {
  it("writes one to ten in letters and the rest in figures", () => {
    expect([1, 6, 10, 11, 1200].map(countWord)).toEqual(["satu", "enam", "sepuluh", "11", "1.200"]);
  });

  it("joins a list with a comma before dan from three on", () => {
    expect(joinList([])).toBe("");
    expect(joinList(["biaya"])).toBe("biaya");
    expect(joinList(["biaya", "produk"])).toBe("biaya dan produk");
    expect(joinList(["biaya", "produk", "sarana"])).toBe("biaya, produk, dan sarana");
  });

  it("names the first and counts the others as one more of the list", () => {
    expect(joinFirst(["a", "b", "c"], 3, "tempat lain")).toBe("a, b, dan c");
    expect(joinFirst(["a", "b", "c", "d", "e"], 3, "tempat lain")).toBe("a, b, c, dan dua tempat lain");
  });

  it("changes only the first letter, and leaves an abbreviation alone", () => {
    expect(capitalise("jangka waktu")).toBe("Jangka waktu");
    expect(lowerFirst("Jangka waktu")).toBe("jangka waktu");
    expect(lowerFirst("SOP ada")).toBe("SOP ada");
  });
});

describe("dates", () => {
  it("writes months in full in prose and short in tables", () => {
    expect(formatDate("2025-06-16")).toBe("16 Juni 2025");
    expect(formatShortDate("2025-08-06")).toBe("6 Agu 2025");
    expect(formatShortDate("2025-09-30")).toBe("30 Sep 2025");
  });

  it("returns what is no date as it stands", () => {
    expect(formatDate("2025-02-30")).toBe("2025-02-30");
    expect(formatDate("–")).toBe("–");
  });

  it("tells the time in the regency's zone, with the day that is there", () => {
    // 06.45 UTC is 13.45 in WIB (+7), 14.45 in WITA (+8); 16.30 UTC is 00.30 the next day in WITA.
    expect(formatInstant("2025-06-16T06:45:00.000Z", "WIB")).toBe("16 Juni 2025 pukul 13.45 WIB");
    expect(formatInstant("2025-06-16T16:30:00.000Z", "WITA")).toBe("17 Juni 2025 pukul 00.30 WITA");
    expect(dateInZone("2024-12-31T15:00:00.000Z", "WIT")).toBe("2025-01-01");
  });
});

describe("periods", () => {
  it("names quarters, halves, months and years as officials do", () => {
    expect(periodNames("2025-TW2")).toEqual({
      long: "Triwulan II 2025 (April–Juni)",
      name: "Triwulan II 2025",
      short: "TW II 2025",
      axis: ["TW II", "2025"],
    });
    expect(periodNames("2024-S2").long).toBe("Semester II 2024 (Juli–Desember)");
    expect(periodNames("2025-08").short).toBe("Agu 2025");
    expect(periodNames("2025-sd-TW3").name).toBe("s.d. Triwulan III 2025");
    expect(periodNames("2025")).toEqual({
      long: "Tahun 2025",
      name: "Tahun 2025",
      short: "2025",
      axis: ["2025", ""],
    });
    expect(periodNames("2025-TW5").name).toBe("2025-TW5");
  });
});

describe("path segments", () => {
  it("keeps letters and figures and cuts at a word", () => {
    expect(slugify("Layanan Cuti & Izin (ASN)")).toBe("layanan-cuti-izin-asn");
    expect(slugify("Café Dé")).toBe("cafe-de");
    expect(slugify("kata ".repeat(40))).toHaveLength(79);
    expect(slugify("—")).toBe("tanpa-nama");
  });
});
