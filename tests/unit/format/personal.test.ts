import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masked, maskedDeep } from "#app/format/personal.ts";

describe("words that everybody may read", () => {
  it.each([
    ["NIP. 19700412 199503 1 002", "NIP. •••••••• •••••• • •••"],
    ["NIP 197004121995031002", "NIP ••••••••••••••••••"],
    ["NIPPPK: 1970 0412 2022 21 1 005", "NIPPPK: •••• •••• •••• •• • •••"],
    ["Kepala Bagian, 19851130 201001 2 014", "Kepala Bagian, •••••••• •••••• • •••"],
    ["menghubungi Sdr. Budi (0812-3456-7890)", "menghubungi Sdr. Budi (0812-••••-••••)"],
    ["HP 081234567890 a.n. Siti", "HP 0812•••••••• a.n. Siti"],
    ["Bapak Rahmat, S.Sos HP +62 812 3456 7890", "Bapak Rahmat, S.Sos HP +62 81• •••• ••••"],
    ["0812 3456 7890", "0812 •••• ••••"],
  ])("cover a person's own number: %s", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    "WhatsApp pengaduan 0812-3456-7890",
    "Telepon (0517) 21234, SMS 081234567890",
    "Hotline: +62 812 3456 7890",
    "Nomor 188.45/123/KUM/2024 tanggal 25 April 2024",
    "Undang-Undang Nomor 25 Tahun 2009; Peraturan 19 Tahun 2016",
    "Rp250.000 untuk 08 orang selama 8 jam",
    "Telepon 0274 512345",
  ])("leave what belongs to an office: %s", (text) => {
    expect(masked(text)).toBe(text);
  });

  it("are a person's where the next item names none: the introduction of another line does not count", () => {
    expect(masked("Pengaduan melalui WA\nRahmat 081234567890")).toBe(
      "Pengaduan melalui WA\nRahmat 0812••••••••",
    );
  });

  it("keep their length, and a second cover changes nothing", () => {
    const parts = fc.constantFrom(
      "NIP. ",
      "19700412 199503 1 002",
      "081234567890",
      " WA ",
      "\n",
      "Budi, ",
      "12",
      " hari ",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const text = some.join("");
        const once = masked(text);
        expect(once).toHaveLength(text.length);
        expect(masked(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("are covered wherever they stand in plain data, and keys and drawings that only look like numbers are not", () => {
    const id = "01900000-0000-7000-8000-081234567890";
    const svg = '<svg viewBox="0 0 820 1400"></svg>';
    expect(maskedDeep({ svg })).toEqual({ svg });
    expect(maskedDeep({ rows: [{ id, text: "Budi 081234567890", n: 3, none: null }] })).toEqual({
      rows: [{ id, text: "Budi 0812••••••••", n: 3, none: null }],
    });
  });
});
