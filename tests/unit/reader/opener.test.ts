import { describe, expect, it } from "vitest";
import { featuresOf } from "#app/reader/assign/features.ts";
import { openerOf } from "#app/reader/assign/opener.ts";
import { straighten } from "#app/reader/read.ts";
import { tokenise } from "#app/reader/rows/index.ts";

const opener = (...labels: string[]) => openerOf(featuresOf(straighten(tokenise(labels))));

const PUBLIC = ["Persyaratan", "Prosedur Pelayanan", "Jangka Waktu Penyelesaian", "Produk Pelayanan"];
const INNER = ["Dasar Hukum", "Kompetensi Pelaksana", "Pengawasan Internal", "Evaluasi Kinerja Pelaksana"];

describe("the component with which the tables of an annex begin", () => {
  it("is the inner half's first one where that half stands first", () => {
    expect(opener(...INNER, ...PUBLIC)).toBe("dasar_hukum");
    expect(opener(...INNER, ...PUBLIC, ...INNER, ...PUBLIC)).toBe("dasar_hukum");
    // A service named like the label that ends its table.
    expect(opener("Produk Pelayanan", ...INNER, ...PUBLIC)).toBe("dasar_hukum");
  });

  it("is what begins the tables behind, where the first of all lacks its first row", () => {
    const table = [...INNER, ...PUBLIC];
    expect(opener(...table.slice(1), ...table, ...table)).toBe("dasar_hukum");
    // One table more shows no order of them all.
    expect(opener(...table.slice(1), ...table)).toBe("kompetensi");
  });

  it("is the one that comes again behind the last of all, where no table has requirements", () => {
    const table = [...PUBLIC.slice(1), ...INNER];
    expect(opener(...table, ...table, ...table)).toBe("prosedur");
  });

  it("is the law where it stands first behind the same one always, though the last table ends before that", () => {
    const table = ["Dasar Hukum", ...PUBLIC, ...INNER.slice(1)];
    expect(opener(...table, ...table, ...table.slice(0, -1))).toBe("dasar_hukum");
    // A service named like a label stands above.
    expect(opener("Produk Pelayanan", ...table, ...table, ...table)).toBe("dasar_hukum");
    // One table that ends so shows no order.
    expect(opener(...table, ...table.slice(0, -1))).toBeNull();
  });

  it("is told by nothing where the first table lost its beginning, or where the requirements stand first", () => {
    const table = [...PUBLIC, ...INNER];
    expect(opener(...table.slice(1), ...table, ...table)).toBeNull();
    expect(opener(...table, ...table)).toBeNull();
  });
});
