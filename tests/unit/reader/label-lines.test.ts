import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 22 TAHUN 2024
TENTANG
STANDAR PELAYANAN SEKRETARIAT DAERAH

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

`;

/** A name, and of each component the lines that print it. */
const service = (name: string, ...rows: string[]): string => `${name}\n\n${rows.join("\n")}\n\n`;

describe("a label over several lines", () => {
  it("is one where its last line stands in a row of cells, whether or not a number stands before it", () => {
    const { services } = readText(
      `${HEAD}${service("1. Pinjam Aula", "Persyaratan", "Pelayanan\tSurat permintaan", "Jangka Waktu", "Pelayanan\t2 hari", "Produk", "Pelayanan\tAula")}`,
    );
    expect(services.map(({ name }) => name)).toEqual(["Pinjam Aula"]);
    const [{ components } = { components: null }] = services;
    expect(components?.persyaratan?.text).toBe("Surat permintaan");
    expect(components?.jangka_waktu?.text).toBe("2 hari");
    expect(components?.produk?.text).toBe("Aula");
  });

  it("is one where a blank line stands between any two lines", () => {
    const rows = ["Persyaratan", "Pelayanan", "Surat permintaan", "Jangka Waktu", "Pelayanan", "2 hari"];
    const { services } = readText(`${HEAD}${service("1. Pinjam Aula", ...rows.map((row) => `${row}\n`))}`);
    expect(services.map(({ components }) => components.persyaratan?.text)).toEqual(["Surat permintaan"]);
    expect(services.map(({ components }) => components.jangka_waktu?.text)).toEqual(["2 hari"]);
  });

  it("ends with a line of its own words: what names a service below a label is a heading still", () => {
    const form = (name: string): string =>
      `Jenis Pelayanan : ${name}\nPersyaratan : Surat\nJangka Waktu : 2 hari\nBiaya\n`;
    const { services } = readText(`${HEAD}${form("Pinjam Aula")}${form("Pinjam Bus")}`);
    expect(services.map(({ name }) => name)).toEqual(["Pinjam Aula", "Pinjam Bus"]);
  });
});
