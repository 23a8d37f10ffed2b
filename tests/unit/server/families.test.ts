import { describe, expect, it } from "vitest";
import { familyOf } from "#app/server/families.ts";

describe("familyOf", () => {
  it("puts bagian of the same work together, whatever they are called", () => {
    const families = {
      "Bagian Tata Pemerintahan": "pemerintahan",
      "BAGIAN PEMERINTAHAN": "pemerintahan",
      "Bagian Kesejahteraan Rakyat dan Bina Mental": "kesejahteraan-rakyat",
      "Bagian Hukum dan HAM": "hukum",
      "Bagian Pengadaan Barang/Jasa": "pengadaan",
      "Bagian Layanan Pengadaan Barang dan Jasa": "pengadaan",
      "Bagian Perekonomian dan Pembangunan": "perekonomian",
      "Bagian Administrasi Pembangunan": "pembangunan",
      "Bagian Organisasi": "organisasi",
      "Bagian Protokol dan Komunikasi Pimpinan": "protokol",
      "Bagian Perencanaan dan Keuangan": "keuangan",
      "Bagian Umum": "umum",
      "Bagian Kerja Sama": "kerja-sama",
    };
    for (const [bagian, family] of Object.entries(families))
      expect(familyOf(bagian)?.slug, bagian).toBe(family);
  });

  it("has none for what it does not know", () => {
    expect(familyOf("Bagian Pelayanan Kapal")).toBeNull();
    expect(familyOf("")).toBeNull();
  });
});
