import { describe, expect, it } from "vitest";
import { type Filters, keepKnown, NO_FILTERS, parseFilters } from "#app/ui/filters.ts";
import {
  isNarrowed,
  link,
  linkToLines,
  linkWithout,
  linkWithoutAny,
  parseLines,
  paths,
} from "#app/ui/links.ts";

const filtersOf = (query: string): Filters => parseFilters(new URLSearchParams(query)).filters;

describe("parsing filters", () => {
  it("takes several values by comma or by repetition, once each", () => {
    expect(filtersOf("komponen=biaya,produk&komponen=biaya").komponen).toEqual(["biaya", "produk"]);
  });

  it("reports a value it does not know and goes on without it", () => {
    const { filters, ignored } = parseFilters(
      new URLSearchParams("tingkat=0,9&urut=acak&hal=-1&komponen=biaya"),
    );
    expect(filters.tingkat).toEqual(["0"]);
    expect(filters.komponen).toEqual(["biaya"]);
    expect(filters.urut).toBe("masalah");
    expect(filters.hal).toBe(1);
    expect(ignored).toEqual([
      { key: "tingkat", value: "9" },
      { key: "urut", value: "acak" },
      { key: "hal", value: "-1" },
    ]);
  });

  it("refuses markup as the name of a place", () => {
    expect(parseFilters(new URLSearchParams({ bagian: "<script>" })).ignored).toEqual([
      { key: "bagian", value: "<script>" },
    ]);
  });

  it("reports a place that the data does not have", () => {
    const { filters, ignored } = keepKnown(parseFilters(new URLSearchParams("bagian=umum,antah")), {
      bagian: new Set(["umum"]),
    });
    expect(filters.bagian).toEqual(["umum"]);
    expect(ignored).toEqual([{ key: "bagian", value: "antah" }]);
  });
});

describe("links", () => {
  it("names the filters in one order, whatever the order they came in, and leaves defaults out", () => {
    const filters = filtersOf(
      "kelompok=bagian&temuan=isi-kosong&urut=nama&tahun=2024&komponen=biaya,produk&pengguna=badan-usaha,belum",
    );
    expect(link("/temuan", filters)).toBe(
      "/temuan?tahun=2024&pengguna=badan-usaha,belum&komponen=biaya,produk&temuan=isi-kosong&urut=nama",
    );
  });

  it("keeps filters that the target does not use", () => {
    expect(link(paths.metode(), filtersOf("tingkat=T"))).toBe("/metode?tingkat=T");
  });

  it("drops the page number when anything else changes, and keeps it when the link is to a page", () => {
    const filters = filtersOf("komponen=biaya&hal=3");
    expect(link("/temuan", filters, { change: { komponen: ["produk"] } })).toBe("/temuan?komponen=produk");
    expect(link("/temuan", filters, { change: { hal: 4 } })).toBe("/temuan?komponen=biaya&hal=4");
    expect(link("/temuan", filters, { change: { hal: 1 } })).toBe("/temuan?komponen=biaya");
  });

  it("takes one value or all values of the filters away", () => {
    const filters = filtersOf("bagian=umum&komponen=biaya,produk&urut=nama");
    expect(linkWithout("/temuan", filters, "komponen", "biaya")).toBe(
      "/temuan?bagian=umum&komponen=produk&urut=nama",
    );
    expect(linkWithoutAny("/temuan", filters)).toBe("/temuan?urut=nama");
    expect(isNarrowed(filters)).toBe(true);
    expect(isNarrowed(filtersOf("urut=nama"))).toBe(false);
  });

  it("leads from a component to its lines with the quote marked", () => {
    expect(linkToLines("arunika-1-2024", 2, [102, 104], NO_FILTERS)).toBe(
      "/naskah/arunika-1-2024/2?baris=102-104#b102",
    );
    expect(linkToLines("arunika-1-2024", 2, [7, 7], filtersOf("tingkat=0"))).toBe(
      "/naskah/arunika-1-2024/2?tingkat=0&baris=7#b7",
    );
  });

  it("escapes what goes into a path", () => {
    expect(paths.kabupaten("a/../b?c")).toBe("/kabupaten/a%2F..%2Fb%3Fc");
    expect(paths.layanan("arunika", { no: 12, slug: "layanan-cuti" })).toBe(
      "/kabupaten/arunika/layanan/12-layanan-cuti",
    );
  });
});

describe("lines in an address", () => {
  it("reads one line or a range and refuses the rest", () => {
    expect(parseLines("102-104")).toEqual([102, 104]);
    expect(parseLines("7")).toEqual([7, 7]);
    for (const wrong of [null, "", "0", "9-2", "a", "1-2-3", "99999999"])
      expect(parseLines(wrong)).toBeUndefined();
  });
});
