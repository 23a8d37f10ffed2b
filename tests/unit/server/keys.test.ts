import { describe, expect, it } from "vitest";
import {
  bagianKey,
  issuerKey,
  likeness,
  nameKey,
  numberKey,
  regencyKey,
  searchKey,
  sortKey,
} from "#app/server/keys.ts";

describe("keys of names", () => {
  it("make two printings of one name equal", () => {
    expect(nameKey("Peminjaman  Aula; dan")).toBe(nameKey("PEMINJAMAN AULA"));
    expect(nameKey("Pengadaan Barang/Jasa")).toBe(nameKey("Pengadaan barang dan jasa"));
    expect(bagianKey("BAGIAN HUKUM")).toBe("hukum");
    expect(bagianKey("Bagian Perekonomian dan Sumber Daya Alam")).toBe("perekonomian sumber daya alam");
    expect(bagianKey(null)).toBe("");
    expect(issuerKey("SEKRETARIS  DAERAH")).toBe("sekretaris daerah");
  });

  it("tell a kota from the kabupaten of the same name", () => {
    expect(regencyKey("Segara Biru")).toBe("kabupaten segara biru");
    expect(regencyKey("KABUPATEN SEGARA BIRU")).toBe("kabupaten segara biru");
    expect(regencyKey("Kota Segara Biru")).toBe("kota segara biru");
  });

  it("reduce a decree's number to what tells it apart", () => {
    const forms = ["060/ 835 TAHUN 2025", "060/835", "NOMOR 060/835 Tahun 2025", "060/**835** TAHUN 2025"];
    expect(new Set(forms.map(numberKey))).toEqual(new Set(["060/835"]));
    expect(numberKey("188.45/3/Setda/Kum TAHUN 2024")).toBe("188.45/3/setda/kum");
    expect(numberKey(null)).toBe("");
    expect(numberKey("NOMOR : TAHUN 2024")).toBe("");
  });

  it("sort 2 before 10, and without regard to capitals and marks", () => {
    const names = ["Tahap 10", "tahap 2", "Élan", "bagian"];
    expect(names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      "bagian",
      "Élan",
      "tahap 2",
      "Tahap 10",
    ]);
  });

  it("let a word be found by its beginning, mark-up left out", () => {
    expect(searchKey("<td>Surat <b>Keterangan</b>, asli</td>")).toBe(" surat keterangan asli");
    expect(searchKey("— … —")).toBe("");
  });
});

describe("likeness of keys", () => {
  it("is the share of letters that need no edit", () => {
    expect(likeness("abcd", "abcd")).toBe(1);
    expect(likeness("abcd", "abxd")).toBe(0.75);
    expect(likeness("", "abcd")).toBe(0);
  });

  it("is nought where figures differ, however long the name", () => {
    expect(likeness("penyusunan laporan tahap 1", "penyusunan laporan tahap 2")).toBe(0);
    expect(likeness("penyusunan laporan tahap ii", "penyusunan laporan tahap iii")).toBe(0);
  });
});
