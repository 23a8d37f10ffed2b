import { describe, expect, it } from "vitest";
import { cleanName, numberAndName } from "#app/reader/assign/heading-names.ts";

describe("a printed name", () => {
  it("ends before the title of the table's first half that ran on into it", () => {
    expect(cleanName("PEMINJAMAN PANGGUNG (LAMPU, SUARA DELIVERY PROSES")).toBe(
      "PEMINJAMAN PANGGUNG (LAMPU, SUARA",
    );
    expect(cleanName("Peminjaman Panggung A. Service Delivery")).toBe("Peminjaman Panggung");
    expect(cleanName("Peminjaman Panggung (Service Delivery)")).toBe("Peminjaman Panggung");
  });
  it("keeps words that are its own, and is never emptied", () => {
    expect(cleanName("Pengantaran Surat (Delivery)")).toBe("Pengantaran Surat (Delivery)");
    expect(cleanName("Service Delivery")).toBe("Service Delivery");
  });
  it("stands behind the number of its chapter", () => {
    expect(numberAndName("BAB IV PEMINJAMAN PANGGUNG")).toEqual({ no: "IV", name: "PEMINJAMAN PANGGUNG" });
    expect(numberAndName("Babinsa Siaga")).toEqual({ no: null, name: "Babinsa Siaga" });
  });
});
