import { describe, expect, it } from "vitest";
import { cleanName } from "#app/reader/assign/heading-names.ts";

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
});
