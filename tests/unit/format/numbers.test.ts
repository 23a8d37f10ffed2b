import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatLines,
  formatMegabytes,
  formatOverBound,
  formatPercent,
  formatPercent1,
  formatRange,
  formatRupiah,
  formatShare,
  formatShareBounds,
} from "#app/format/numbers.ts";

describe("figures", () => {
  it("puts a dot between thousands", () => {
    expect(formatCount(3388)).toBe("3.388");
    expect(formatCount(999)).toBe("999");
    expect(formatCount(1234567)).toBe("1.234.567");
  });

  it("writes a decimal comma and a true minus", () => {
    expect(formatDecimal(-2.1, 1)).toBe("−2,1");
    expect(formatDecimal(82.4, 2)).toBe("82,40");
    expect(formatDecimal(3.0456, 3)).toBe("3,046");
  });

  it("rounds half away from nought, free of binary noise", () => {
    expect(formatDecimal(1.005, 2)).toBe("1,01");
    expect(formatDecimal(-0.25, 1)).toBe("−0,3");
  });

  it("gives nought no minus", () => {
    expect(formatDecimal(-0.04, 1)).toBe("0,0");
  });

  it("never writes nought for a figure that is missing", () => {
    expect(formatDecimal(Number.NaN, 1)).toBe("–");
  });

  it("writes rupiah without a space", () => {
    expect(formatRupiah(50000)).toBe("Rp50.000");
    expect(formatRupiah(0)).toBe("Rp0");
    expect(formatRupiah(-2500)).toBe("−Rp2.500");
  });

  it("joins the ends of a range with an en dash, and writes equal ends once", () => {
    expect(formatRange("80,9", "83,9")).toBe("80,9–83,9");
    expect(formatLines([102, 104])).toBe("102–104");
    expect(formatLines([1102, 1102])).toBe("1102");
  });
});

describe("shares", () => {
  it("writes k dari n", () => {
    expect(formatShare(20, 1112)).toBe("20 dari 1.112");
  });

  it("shows no percentage under ten", () => {
    expect(formatPercent(3, 9)).toBeNull();
  });

  it("shows whole percentages from ten and one decimal from a thousand", () => {
    // 13/63 = 20,63…; 854/1000 = 85,4; 3351/3388 = 98,907…
    expect(formatPercent(13, 63)).toBe("21%");
    expect(formatPercent(854, 1000)).toBe("85,4%");
    expect(formatPercent(3351, 3388)).toBe("98,9%");
  });

  it("keeps a share that is not whole off 0% and 100%", () => {
    // 1/400 = 0,25 and 399/400 = 99,75 would round to 0 and 100.
    expect(formatPercent(1, 400)).toBe("1%");
    expect(formatPercent(399, 400)).toBe("99%");
    expect(formatPercent(400, 400)).toBe("100%");
    expect(formatPercent1(2899, 2900)).toBe("99,9%");
    expect(formatPercent1(0, 0)).toBeNull();
  });
});

describe("file sizes", () => {
  it("writes megabytes, with a decimal only below ten", () => {
    expect(formatMegabytes(62_000_000)).toBe("62 MB");
    expect(formatMegabytes(2_340_000)).toBe("2,3 MB");
    expect(formatMegabytes(12)).toBe("0,1 MB");
  });

  it("never says that a size over the bound is the bound", () => {
    expect(formatOverBound(62_000_000, 25_000_000)).toBe("62 MB melebihi batas 25 MB");
    expect(formatOverBound(26_000_248, 25_000_000)).toBe("26 MB melebihi batas 25 MB");
    expect(formatOverBound(25_400_000, 25_000_000)).toBe("25,4 MB melebihi batas 25 MB");
    expect(formatOverBound(25_000_001, 25_000_000)).toBe("25,1 MB melebihi batas 25 MB");
  });
});

describe("formatShareBounds", () => {
  it("rounds bounds outwards, as finely as the share, and tells none under ten", () => {
    expect(formatShareBounds(0, 0.1157, 30)).toEqual(["0%", "12%"]);
    expect(formatShareBounds(0.309, 0.691, 30)).toEqual(["30%", "70%"]);
    expect(formatShareBounds(0.0301, 0.0559, 1000)).toEqual(["3,0%", "5,6%"]);
    expect(formatShareBounds(0, 0.3, 9)).toBeNull();
  });
});
