import { describe, expect, it } from "vitest";
import { judgeCitation } from "#app/scoring/legal/judge.ts";

const cited = (type: string, number: string, year: number, title: string | null = null) => ({
  type,
  number,
  year,
  title,
});
const judged = (citation: ReturnType<typeof cited>, signed: string | null, today: string | null = null) => {
  const found = judgeCitation(citation, { signed, today });
  return found ? `${found.fault}${found.certain ? "" : "?"} ${found.instead.join()}`.trim() : null;
};

describe("a citation held against the register", () => {
  // UU 5/2014 counts as revoked from 2023-10-31, seen in a source.
  const ASN = cited("UU", "5", 2014, "Aparatur Sipil Negara");

  it("is revoked where its revocation came on or before the day of signing", () => {
    expect(judged(ASN, "2023-10-31")).toBe("revoked UU 20/2023");
    expect(judged(ASN, "2023-10-30")).toBeNull();
  });
  it("is outdated where it came between signing and today", () => {
    expect(judged(ASN, "2023-10-30", "2023-10-30")).toBeNull();
    expect(judged(ASN, "2023-10-30", "2023-10-31")).toBe("outdated UU 20/2023");
  });
  it("is judged for today alone where the day of signing is not known", () => {
    expect(judged(ASN, null)).toBeNull();
    expect(judged(ASN, null, "2026-01-01")).toBe("outdated UU 20/2023");
  });
  it("is only asked where the register is from memory", () => {
    expect(judged(cited("PP", "3", 2007, "Laporan Penyelenggaraan Pemerintahan Daerah"), "2024-01-01")).toBe(
      "revoked? PP 13/2019",
    );
  });
  it("is let be while in force, amended, or unknown", () => {
    expect(judged(cited("UU", "25", 2009, "Pelayanan Publik"), "2024-01-01", "2026-01-01")).toBeNull();
    expect(judged(cited("UU", "23", 2014, "Pemerintahan Daerah"), "2024-01-01", "2026-01-01")).toBeNull();
    expect(judged(cited("Perbup", "4", 2024, "Gedung"), "2024-01-01", "2026-01-01")).toBeNull();
  });
});

describe("a wrong citation", () => {
  it("is charged where it was seen that the title belongs elsewhere", () => {
    expect(
      judged(cited("PP", "52", 2011, "Standar Operasional Prosedur di Lingkungan Daerah"), "2024-01-01"),
    ).toBe("miscited Permendagri 52/2011");
  });
  it("is not charged where the same key stands beside its right title", () => {
    expect(judged(cited("UU", "32", 2014, "Kelautan"), "2024-01-01")).toBeNull();
    expect(judged(cited("UU", "32", 2014, "Pemerintahan Daerah"), "2024-01-01")).toBe("miscited? UU 23/2014");
  });
  it("is asked where title and year fit another number, and where the key is another rule's", () => {
    expect(judged(cited("UU", "15", 2008, "Keterbukaan Informasi Publik"), null)).toBe(
      "miscited? UU Nomor 14 Tahun 2008",
    );
    expect(judged(cited("UU", "14", 2008, "Keterbukaan Informasi Publik"), null)).toBeNull();
    // 14/2014 is a rule on something else; its title and number are those of 14/2017.
    expect(
      judged(cited("PermenPANRB", "14", 2014, "Penyusunan Survei Kepuasan Masyarakat"), "2024-01-01"),
    ).toBe("miscited? PermenPANRB Nomor 14 Tahun 2017");
  });
  it("is not guessed from a title of one telling word", () => {
    expect(judged(cited("UU", "44", 2009, "Kearsipan"), null)).toBeNull();
  });
});
