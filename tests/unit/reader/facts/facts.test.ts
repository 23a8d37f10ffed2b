import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { extractFacts, sourceOf } from "#app/reader/facts/index.ts";
import { Facts } from "#app/reader/schema.ts";

const source = (text: string) => sourceOf(text, [[0, 5]]);

describe("extractFacts", () => {
  it("takes each fact from its own component", () => {
    const facts = extractFacts({
      jangka_waktu: source("2 hari kerja"),
      biaya: source("Rp10.000 per lembar"),
      jumlah_pelaksana: source("3 orang"),
      pengaduan: source("Telp. (0411) 123456"),
      dasar_hukum: source("UU 25 Tahun 2009 tentang Pelayanan Publik"),
      prosedur: source("5 hari, 9 orang, gratis, WA 081234567890, PP 96 Tahun 2012"),
    });
    expect(facts).toEqual({
      waktu: [
        { min: 2, max: 2, unit: "hari", basis: "kerja", of: "total", text: "2 hari kerja", lines: [5, 5] },
      ],
      gratis: false,
      tarif: [{ rupiah: 10_000, per: "lembar", text: "Rp10.000 per lembar", lines: [5, 5] }],
      jumlah_pelaksana: 3,
      channels: ["telepon"],
      dasar_hukum: [{ type: "UU", number: "25", year: 2009, title: "Pelayanan Publik" }],
      dasar_hukum_count: 1,
    });
  });

  it("says nothing where there is no component", () => {
    expect(extractFacts({})).toEqual({
      waktu: [],
      gratis: null,
      tarif: [],
      jumlah_pelaksana: null,
      channels: [],
      dasar_hukum: [],
      dasar_hukum_count: null,
    });
  });

  it("keeps to the contract whatever the text", () => {
    const scraps = fc.constantFrom(
      ..."1. 2) a. ( ) ; : - – / \n Rp 0 50.000,- 250.000 ribu juta per hari kerja jam orang staf satu puluh setengah".split(
        " ",
      ),
      ..."Peraturan Bupati Nomor Tahun 2020 tentang UU PP diubah dengan surat WA Telp (0411) x @ lapor.go.id l I ½ \n".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (each) => {
        const components = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, source(each)]));
        expect(Facts.safeParse(extractFacts(components)).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
