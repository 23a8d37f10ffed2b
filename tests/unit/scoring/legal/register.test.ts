import { describe, expect, it } from "vitest";
import { legalFindings } from "#app/scoring/legal/findings.ts";
import { standingOf } from "#app/scoring/legal/register.ts";
import { readingOf, serviceOf } from "../subject.ts";

const service = (dasar_hukum: string) => serviceOf("Peminjaman Gedung", { dasar_hukum });
const ASN = "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara";

describe("findings of the legal basis", () => {
  const standards = (text: string, signed: string | null) => {
    const reading = readingOf([service(text)]);
    return { ...reading, decrees: reading.decrees.map((one) => ({ ...one, signed })) };
  };
  const codes = (text: string, signed: string | null, today: string | null = null) =>
    legalFindings(standards(text, signed), today).map(({ code }) => code);

  it("say what was revoked before signing, what afterwards, and ask where that was not seen", () => {
    expect(codes(ASN, "2024-03-01")).toEqual(["revoked_basis"]);
    expect(codes(ASN, "2022-03-01")).toEqual([]);
    expect(codes(ASN, "2022-03-01", "2026-11-22")).toEqual(["outdated_basis"]);
    expect(codes("PP Nomor 29 Tahun 2000 tentang Penyelenggaraan Jasa Konstruksi", "2024-03-01")).toEqual([
      "basis_to_confirm",
    ]);
  });
  it("charge by the decree's year only what was surely revoked before it began", () => {
    // The year is 2025, the day is not known; a revocation in 2025 may have come after signing.
    expect(codes(ASN, null)).toEqual(["revoked_basis"]);
  });
  it("come once for each regulation, with the words that cite it and the lines of the component", () => {
    const found = legalFindings(standards(`1. ${ASN};\n2. ${ASN}`, "2024-03-01"), null);
    expect(found.map(({ quote, lines, component }) => [quote, lines, component])).toEqual([
      [ASN, [1, 2], "dasar_hukum"],
    ]);
  });
  it("look at amendments too", () => {
    const text =
      "Permendagri Nomor 80 Tahun 2015 tentang Pembentukan Produk Hukum Daerah sebagaimana diubah dengan Permendagri Nomor " +
      "180 Tahun 2018 tentang Perubahan atas Pembentukan Hukum Daerah";
    expect(codes(text, "2024-03-01")).toEqual(["miscited_basis"]);
  });
  it("quote the amendment itself, and name its revoker in full, once", () => {
    const text = `UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah ${"(Lembaran Negara Tahun 2014) ".repeat(6)}sebagaimana diubah dengan UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah`;
    const [found, ...more] = legalFindings(standards(text, "2024-03-01"), null);
    expect(more).toEqual([]);
    expect(found?.quote).toBe("UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah");
    expect(found?.reason).toBe(
      "Apakah UU Nomor 32 Tahun 2004 sudah dicabut dengan UU Nomor 23 Tahun 2014 sebelum keputusan ini ditetapkan?",
    );
  });
});

describe("the register of what is cited", () => {
  it("says what it can't judge: regional regulations, and national ones that it does not know", () => {
    const standing = (type: string, number: string, year: number) => standingOf({ type, number, year });
    expect(standing("UU", "25", 2009)).toBe("judged");
    expect(standing("Perbup", "4", 2024)).toBe("regional");
    expect(standing("Keputusan Bupati", "7", 2024)).toBe("regional");
    expect(standing("UU", "999", 2020)).toBe("unknown");
  });
});
