import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf } from "#app/reader/facts/source.ts";
import { extractWaktu } from "#app/reader/facts/waktu.ts";

const read = (text: string) => extractWaktu(sourceOf(text, [[0, 1]]));
/** Durations as "min-max unit", with the basis where it is said. */
const durations = (text: string) =>
  read(text).map(({ min, max, unit, basis }) => {
    const figure = min === max ? `${min}` : `${min}-${max}`;
    return basis ? `${figure} ${unit} ${basis}` : `${figure} ${unit}`;
  });
const roles = (text: string) => read(text).map((waktu) => waktu.of);

describe("a single duration", () => {
  it.each([
    ["7 hari", ["7 hari"]],
    ["1 (satu) jam.", ["1 jam"]],
    ["Paling lambat 45 (empat puluh lima) menit", ["45 menit"]],
    ["3 Bulan (Januari s.d. Maret)", ["3 bulan"]],
    ["2 pekan", ["2 minggu"]],
    ["1 Tahun", ["1 tahun"]],
    ["tiga hari", ["3 hari"]],
    ["dua puluh satu hari kerja", ["21 hari kerja"]],
    ["setengah jam", ["0.5 jam"]],
    ["satu setengah jam", ["1.5 jam"]],
    ["1,5 jam", ["1.5 jam"]],
    ["1 ½ jam", ["1.5 jam"]],
    ["1/2 jam", ["0.5 jam"]],
    ["1.000 hari", ["1000 hari"]],
    ["± 20 menit", ["20 menit"]],
    ["selama-lamanya 3(tiga)hari kalender", ["3 hari kalender"]],
    ["5 hari (kerja)", ["5 hari kerja"]],
    ["2 minggu kerja", ["2 minggu kerja"]],
    ["maksimal sehari", ["1 hari"]],
  ])("%s", (text, expected) => expect(durations(text)).toEqual(expected));

  it("takes the figure where figure and words disagree", () => {
    expect(durations("4 (tiga) bulan")).toEqual(["4 bulan"]);
  });
});

describe("a range", () => {
  it.each([
    ["3-5 hari", ["3-5 hari"]],
    ["3 – 5 hari kerja", ["3-5 hari kerja"]],
    ["2 s.d. 3 hari", ["2-3 hari"]],
    ["1 s/d 3 jam", ["1-3 jam"]],
    ["1 sampai dengan 2 bulan", ["1-2 bulan"]],
    ["1 sampai 2 bulan", ["1-2 bulan"]],
    ["2 atau 3 hari", ["2-3 hari"]],
    ["1-2 (satu-dua) hari", ["1-2 hari"]],
    ["7 (tujuh) - 14 (empat belas) hari", ["7-14 hari"]],
    ["3 hari s/d 5 hari", ["3-5 hari"]],
    ["30 menit s.d. 1 jam", ["30 menit", "1 jam"]],
    ["minimal 30 hari kerja dan maksimal 37 hari kerja", ["30-37 hari kerja"]],
  ])("%s", (text, expected) => expect(durations(text)).toEqual(expected));

  it("puts the lower figure first", () => {
    expect(durations("5-3 hari")).toEqual(["3-5 hari"]);
  });
});

describe("what a scan leaves", () => {
  it.each([
    ["l (satu) hari", ["1 hari"]],
    ["I hari kerja", ["1 hari kerja"]],
    ["(dua) hari kerja", ["2 hari kerja"]],
    ["2 (dna) hari", ["2 hari"]],
    ["1 (hari) kerja", ["1 hari kerja"]],
    ["1 (satu hari", ["1 hari"]],
    ["3 har1 kerja", ["3 hari kerja"]],
    ["2 bu1an", ["2 bulan"]],
    ["1 (satu)\nminggu", ["1 minggu"]],
    ["1. Hari kerja sejak berkas lengkap", ["1 hari kerja"]],
  ])("%j", (text, expected) => expect(durations(text)).toEqual(expected));
});

describe("what is no duration", () => {
  it.each([
    "Setiap hari kerja",
    "Senin s/d Kamis 08.00 - 15.30 WIB, Jumat 08.00 - 11.00 WIB",
    "Hari kerja : 1. Hari Senin s/d Kamis 2. Hari Jumat",
    "Disesuaikan dengan waktu (H-5)",
    "sejak tahun 2024 bulan Maret",
    "Januari s/d Desember",
    "10 berkas per hari",
    "tanggal 10 bulan berikutnya",
    "dalam 2 tahap",
    "dua kali sebulan sekali",
    "Sesuai kebutuhan",
    "Triwulan 1 (satu) pengumpulan data",
    "pukul 8 hari Selasa",
  ])("%s", (text) => expect(durations(text)).toEqual([]));
});

describe("several durations", () => {
  it("calls the items of a numbered list steps", () => {
    expect(
      roles("1. Pemeriksaan berkas : 2 hari\n2. Penandatanganan : 1 hari\n3. Pengiriman : 3 jam"),
    ).toEqual(["step", "step", "step"]);
  });

  it("leaves open the items of a list that names kinds: each has its own time", () => {
    expect(roles("a. Peraturan Camat: 7 hari; b. Keputusan Camat: 3 hari")).toEqual([null, null]);
    expect(roles("1. Pengajuan cuti: 2 hari\n2. Pengajuan pensiun: 1 minggu")).toEqual([null, null]);
    expect(roles("1. Perpanjangan: 2 hari\n2. Penggantian: 3 hari")).toEqual([null, null]);
    expect(roles("1. 1 hari\n2. 3 minggu")).toEqual([null, null]);
  });

  it("calls a list a list although it runs together", () => {
    expect(roles("1. Pemeriksaan 2 hari 2. 3 (tiga) - 4 (empat) hari untuk tanda tangan")).toEqual([
      "step",
      "step",
    ]);
  });

  it("calls the time of one stage a step where another stage has none", () => {
    expect(roles("Pendaftaran : 5 menit Bimbingan : menyesuaikan bahan")).toEqual(["step"]);
    expect(roles("Pendaftaran : 5 menit")).toEqual(["total"]);
    expect(roles("Loket : 08.00 Penyelesaian : 3 hari")).toEqual(["total"]);
  });

  it("calls the one that is named total the total", () => {
    expect(roles("a. Telaah 2 hari; b. Rapat 1 hari; Total waktu 3 hari")).toEqual(["step", "step", "total"]);
  });

  it("calls the only one with a limit the total", () => {
    expect(roles("Layanan loket 24 jam, penyelesaian paling lama 7 hari")).toEqual([null, "total"]);
  });

  it("leaves open what the text leaves open", () => {
    expect(roles("Perkara perdata: 15 hari Perkara lain: 19 hari")).toEqual([null, null]);
    expect(roles("a. Rekomendasi: menyesuaikan; b. Izin: 7 hari; c. Konsultasi: menyesuaikan")).toEqual([
      null,
    ]);
  });

  it("keeps the parts of a compound duration together as one total", () => {
    expect(durations("2 bulan 11 hari 1 jam 30 menit")).toEqual(["2 bulan", "11 hari", "1 jam", "30 menit"]);
    expect(roles("2 bulan 11 hari 1 jam 30 menit")).toEqual(["total", "total", "total", "total"]);
  });

  it("gives the product of a repeated period as the total and the period as a step", () => {
    expect(durations("2 x 24 jam sejak berkas lengkap")).toEqual(["48 jam", "24 jam"]);
    expect(roles("2x24 jam")).toEqual(["total", "step"]);
  });
});

describe("where a duration stands", () => {
  it("quotes its words on one line and points to its lines", () => {
    const source = sourceOf("Penelitian berkas\nselama 3 (tiga)\nhari kerja.", [
      [0, 40],
      [18, 41],
      [34, 44],
    ]);
    expect(extractWaktu(source)).toEqual([
      {
        min: 3,
        max: 3,
        unit: "hari",
        basis: "kerja",
        of: "total",
        text: "3 (tiga) hari kerja",
        lines: [41, 44],
      },
    ]);
  });
});

describe("any text", () => {
  const units = fc.constantFrom("menit", "jam", "hari", "minggu", "bulan", "tahun");

  it("gives back each figure and unit, whatever stands around", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1800 }), units, (figure, unit) => {
        expect(durations(`Diselesaikan dalam ${figure} ${unit} sejak berkas diterima.`)).toEqual([
          `${figure} ${unit}`,
        ]);
      }),
    );
  });

  it("gives back both ends of each range", () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }));
    const joint = fc.constantFrom("-", " - ", " s/d ", " s.d. ", " sampai dengan ", " hingga ");
    fc.assert(
      fc.property(ends, joint, units, ([low, extra], between, unit) => {
        expect(durations(`${low}${between}${low + extra} ${unit}`)).toEqual([
          `${low}-${low + extra} ${unit}`,
        ]);
      }),
    );
  });

  it("never throws and never turns a range round", () => {
    const scraps = fc.array(
      fc.constantFrom("1", "(", ")", "satu", "hari", "-", "s/d", "x", "\n", "2.", "½", "l", ","),
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        for (const waktu of read(parts.join(" "))) expect(waktu.min).toBeLessThanOrEqual(waktu.max);
      }),
    );
  });
});
