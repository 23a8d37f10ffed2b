import { describe, expect, it } from "vitest";
import { copies } from "#app/scoring/comparison/copied.ts";
import { disagreeingDurations } from "#app/scoring/comparison/durations.ts";
import { foreignNames } from "#app/scoring/comparison/foreign.ts";
import { ShingleIndex, wordsOf } from "#app/scoring/comparison/shingles.ts";
import { readingOf, serviceOf } from "./subject.ts";

const of = (found: readonly { service: number; component: string }[]) =>
  found.map(({ service, component }) => `${service} ${component}`);

describe("text of another service", () => {
  it("is found with its source where the same words name the other's subject", () => {
    const text = "Surat permohonan peminjaman kendaraan dinas kepada Kepala Bagian Umum";
    const reading = readingOf([
      serviceOf("Layanan Peminjaman Kendaraan Dinas", { persyaratan: text }),
      serviceOf("Layanan Pemeliharaan Taman Hutan", { persyaratan: text }),
    ]);
    expect(of(copies(reading))).toEqual(["1 persyaratan"]);
    expect(copies(reading)[0]?.source).toBe(0);
  });
  it("is left alone where the text names no one's subject", () => {
    const text = "Komputer, printer, jaringan internet";
    const reading = readingOf([
      serviceOf("Layanan Peminjaman Kendaraan Dinas", { sarana: text }),
      serviceOf("Layanan Pemeliharaan Taman Hutan", { sarana: text }),
    ]);
    expect(copies(reading)).toEqual([]);
  });
  it("is found in one step of a procedure that else was rewritten", () => {
    const step = "pemohon mengajukan permohonan pemeliharaan taman hutan melalui loket bagian umum";
    const reading = readingOf([
      serviceOf("Layanan Pemeliharaan Taman Hutan", { prosedur: `1. ${step}\n2. Petugas memotong rumput` }),
      serviceOf("Layanan Kendaraan Dinas", {
        prosedur: `1. ${step}\n2. Petugas menyiapkan mobil dan pengemudi`,
      }),
    ]);
    expect(of(copies(reading))).toEqual(["1 prosedur"]);
  });
  it("is found where staff must know the SOP of something else, not where it is their own", () => {
    const text = "Memahami SOP pelayanan konsultasi";
    const reading = readingOf([
      serviceOf("Layanan Konsultasi Hukum", { kompetensi: text }),
      serviceOf("Layanan Surat Keluar", { kompetensi: text }),
    ]);
    expect(of(copies(reading))).toEqual(["1 kompetensi"]);
  });
});

describe("names of other regions", () => {
  const names = (text: string, regency = "Tabalong") =>
    foreignNames(readingOf([serviceOf("Layanan X", { produk: text })], { regency })).map(
      ({ found }) => found,
    );

  it("are found after kabupaten, kota, LPSE or provinsi", () => {
    expect(names("Surat dari LPSE Kabupaten Garut")).toEqual(["Kabupaten Garut"]);
    expect(names("Surat kepada Provinsi Bali")).toEqual(["Provinsi Bali"]);
  });
  it("are not one's own regency and province, nor a common noun", () => {
    expect(names("Data Kabupaten Tabalong, Provinsi Kalimantan Selatan")).toEqual([]);
    expect(names("Pemerintah Kabupaten/Kota dan Kabupaten lain")).toEqual([]);
  });
  it("are time zones that are not the region's, beside a time", () => {
    expect(names("Pukul 08.00 s/d 15.00 WIB")).toEqual(["WIB"]);
    expect(names("Pukul 08.00 s/d 15.00 WITA")).toEqual([]);
    expect(names("Pukul 08.00 s/d 15.00 WIB", "Garut")).toEqual([]);
  });
  it("of an unknown region are judged by the zone printed most", () => {
    const services = ["08.00 WITA", "09.00 WITA", "10.00 WITA", "11.00 WIB"].map((text, i) =>
      serviceOf(`Layanan ${i}`, { jangka_waktu: text }),
    );
    expect(of(foreignNames(readingOf(services)))).toEqual(["3 jangka_waktu"]);
  });
});

describe("two durations", () => {
  const disagree = (jangka_waktu: string, jaminan_pelayanan: string) =>
    disagreeingDurations(readingOf([serviceOf("Layanan X", { jangka_waktu, jaminan_pelayanan })])).length;

  it("disagree where the guarantee promises less than the service takes", () => {
    expect(disagree("5 hari", "Tidak lebih dari 3 hari")).toBe(1);
    expect(disagree("3 hari", "Tidak lebih dari 3 hari")).toBe(0);
    expect(disagree("5 jam", "Tidak lebih dari 3 hari")).toBe(0);
  });
});

describe("the shingle index", () => {
  it("gives the share of one's own runs that another text has", () => {
    const index = new ShingleIndex();
    // Runs of four: abcd, bcde. The second text has abcd only: half.
    index.add(wordsOf("aa bb cc dd ee"));
    index.add(wordsOf("aa bb cc dd xx"));
    index.add(wordsOf("kk ll mm nn oo"));
    expect(index.likest(0)).toEqual([{ id: 1, share: 0.5 }]);
  });
  it("passes over runs that everybody uses", () => {
    const index = new ShingleIndex();
    for (let i = 0; i < 41; i++) index.add(wordsOf("satu dua tiga empat"));
    expect(index.likest(0)).toEqual([]);
  });
});
