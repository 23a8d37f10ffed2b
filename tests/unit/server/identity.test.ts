import { describe, expect, it } from "vitest";
import { identityProblems, proposeIdentities } from "#app/server/identity.ts";

const read = {
  regencyName: "Arunika",
  issuer: "Sekretaris Daerah",
  number: "1/ORG TAHUN 2024",
  numberAnnex: null,
  year: 2024,
  signed: null,
};

describe("proposeIdentities", () => {
  it("takes the head's number, else the annex's, and the year of signing where no year is printed", () => {
    const [head, annex] = proposeIdentities([
      { ...read, numberAnnex: "2/ORG" },
      { ...read, number: null, numberAnnex: "3/ORG", year: null, signed: "2023-04-25" },
    ]);
    expect(head).toMatchObject({ number: "1/ORG TAHUN 2024", year: 2024, needs: [] });
    expect(annex).toMatchObject({ number: "3/ORG", year: 2023, needs: [] });
  });

  it("asks for what cannot be read", () => {
    const [proposal] = proposeIdentities([
      { regencyName: null, issuer: null, number: null, numberAnnex: null, year: null, signed: null },
    ]);
    expect(proposal?.needs).toEqual(["regency", "issuer", "number", "year"]);
  });

  it("lends a damaged head the regency and issuer that the others agree on", () => {
    const [damaged] = proposeIdentities([
      { ...read, regencyName: null, issuer: null },
      { ...read, number: "2/ORG" },
    ]);
    expect(damaged).toMatchObject({ regency: "Arunika", issuer: "Sekretaris Daerah", needs: [] });
    const [unsure] = proposeIdentities([
      { ...read, regencyName: null },
      { ...read, number: "2/ORG" },
      { ...read, number: "3/ORG", regencyName: "Segara Biru" },
    ]);
    expect(unsure?.needs).toEqual(["regency"]);
  });

  it("parts two decrees of one number by the annex's number, else asks", () => {
    const parted = proposeIdentities([{ ...read, numberAnnex: "30/ORG" }, read]);
    expect(parted.map(({ number, needs }) => [number, needs])).toEqual([
      ["30/ORG", []],
      ["1/ORG TAHUN 2024", []],
    ]);
    const alike = proposeIdentities([read, read]);
    expect(alike.map(({ needs }) => needs)).toEqual([["number"], ["number"]]);
  });
});

describe("identityProblems", () => {
  const given = { index: 0, regency: "Kabupaten Arunika", issuer: "Bupati", number: "1/ORG", year: 2024 };

  it("finds nothing wrong with whole identities that differ", () => {
    expect(identityProblems([given, { ...given, index: 1, number: "2/ORG" }])).toEqual([]);
    expect(identityProblems([])).toEqual([]);
  });

  it("names each part that is missing", () => {
    const empty = { index: 2, regency: "Kabupaten ", issuer: " ", number: "Nomor", year: null };
    expect(identityProblems([empty]).map(({ index, field }) => [index, field])).toEqual([
      [2, "regency"],
      [2, "issuer"],
      [2, "number"],
      [2, "year"],
    ]);
    expect(identityProblems([{ ...given, year: 24 }]).map(({ field }) => field)).toEqual(["year"]);
  });

  it("refuses one identity for two decrees, however it is written", () => {
    const again = { ...given, index: 1, regency: "ARUNIKA", number: "1 / ORG TAHUN 2024" };
    expect(identityProblems([given, again])).toEqual([
      {
        index: 1,
        field: "number",
        message: "Keputusan ke-2 bernomor sama dengan keputusan ke-1 dalam berkas ini.",
      },
    ]);
  });
});
