import { describe, expect, it } from "vitest";
import { extractGratis, extractTarif } from "#app/reader/facts/biaya.ts";
import { sourceOf } from "#app/reader/facts/source.ts";

const source = (text: string) => sourceOf(text, [[0, 1]]);
const gratis = (text: string) => extractGratis(source(text));
const tarif = (text: string) => extractTarif(source(text)).map(({ rupiah, per }) => [rupiah, per]);

describe("a fee", () => {
  it("is stated where the text says which rule sets it", () => {
    expect(gratis("Tarif mengikuti ketentuan PNBP")).toBe(false);
    expect(gratis("Sesuai PNBP yang berlaku")).toBe(false);
    expect(gratis("PNBP Rp0,-")).toBe(true);
  });

  it("is stated by a table whose sums stand under a head that names the currency", () => {
    expect(gratis("No\nPemeriksaan\nTarif (Rp)\n1\nHematologi lengkap\n85.000")).toBe(false);
  });
});

describe("a free service", () => {
  it.each([
    "Gratis",
    "GRATIS.",
    "Tidak dipungut biaya",
    "Tidak di pungut biaya",
    "Tanpa dipungut biaya",
    "Tanpa biaya/ gratis",
    "Tidak ada biaya/tarif",
    "Tidak dikenakan biaya apapun",
    "Tdk dipungut biaya",
    "Bebas biaya",
    "Cuma-cuma",
    "Nihil",
    "Tidak ada",
    "Rp0",
    "0 (nol) rupiah",
    "Rp. 0,-",
    "Rp. 0,00",
    "Rp. -",
    "0",
    "Nol rupiah",
    "Dibebankan pada APBD",
  ])("%s", (text) => expect(gratis(text)).toBe(true));

  it.each(["Grat1s", "Gralis", "Tanpa dipungnt biava", "Tidak dipungut\nbiaya", "Tldak dipungut biaya"])(
    "is read through the slips of a scan: %j",
    (text) => expect(gratis(text)).toBe(true),
  );

  it("stays free where the user pays others for stamps and copies", () => {
    expect(gratis("1. Tidak dipungut biaya;\n2. Penggandaan berkas ditanggung oleh pemohon.")).toBe(true);
    expect(gratis("Gratis. Meterai Rp10.000 ditanggung pemohon.")).toBe(true);
  });
});

describe("a paid service", () => {
  it.each([
    "Rp50.000,- per lembar",
    "250 ribu per hari",
    "lima puluh ribu rupiah",
    "Biaya sewa sesuai ketentuan",
    "Sesuai Peraturan Daerah tentang Retribusi Jasa Usaha",
    "Tidak gratis",
    "Biaya ditanggung pemohon",
    "2,5 % dari nilai perolehan",
    "1. Gratis untuk kantor; 2. Tarif retribusi untuk umum",
    "Tidak dipungut biaya, kecuali sewa kursi",
    "Gratis untuk sekolah\nUmum: Rp. 75.000",
  ])("%s", (text) => expect(gratis(text)).toBe(false));
});

describe("neither", () => {
  it.each(["Sesuai peraturan yang berlaku", "Menyesuaikan", "-"])("%s", (text) =>
    expect(gratis(text)).toBeNull(),
  );
});

describe("amounts", () => {
  it("reads the ways in which an amount is printed", () => {
    expect(tarif("Rp250.000,-")).toEqual([[250_000, null]]);
    expect(tarif("Rp. 1.500.000,00")).toEqual([[1_500_000, null]]);
    expect(tarif("Rp 7,000,000")).toEqual([[7_000_000, null]]);
    expect(tarif("Rp. 25O.OOO")).toEqual([[250_000, null]]);
    expect(tarif("250 ribu")).toEqual([[250_000, null]]);
    expect(tarif("2,5 juta rupiah")).toEqual([[2_500_000, null]]);
    expect(tarif("Rp 3 juta")).toEqual([[3_000_000, null]]);
    expect(tarif("50.000,-")).toEqual([[50_000, null]]);
    expect(tarif("dua ratus ribu rupiah")).toEqual([[200_000, null]]);
  });

  it("counts an amount once although it is repeated in words", () => {
    expect(tarif("Rp50.000,- (lima puluh ribu rupiah) per orang")).toEqual([[50_000, "orang"]]);
  });

  it("says what an amount is for", () => {
    expect(tarif("Rp2.000/halaman; Rp5.000 per lembar; Rp100.000,- untuk setiap hari")).toEqual([
      [2000, "halaman"],
      [5000, "lembar"],
      [100_000, "hari"],
    ]);
  });

  it("takes what it is for from a heading over several amounts, until a new item begins", () => {
    const text = "Aula per 1 hari (24 Jam)\n- Rp. 500.000 Umum\n- Rp. 150.000 Sosial\nb. Denda: Rp. 10.000";
    expect(tarif(text)).toEqual([
      [500_000, "1 hari"],
      [150_000, "1 hari"],
      [10_000, null],
    ]);
  });

  it("leaves out noughts and amounts whose groups contradict each other", () => {
    expect(tarif("Rp0 atau Rp. 5,000,0000")).toEqual([]);
  });

  it("quotes the printed line and points to it", () => {
    const text = "Sewa aula:\n- Umum Rp75.000";
    expect(
      extractTarif(
        sourceOf(text, [
          [0, 7],
          [11, 9],
        ]),
      ),
    ).toEqual([{ rupiah: 75_000, per: null, text: "- Umum Rp75.000", lines: [9, 9] }]);
  });
});
