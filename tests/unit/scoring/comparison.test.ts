import { describe, expect, it } from "vitest";
import { copies } from "#app/scoring/comparison/copied.ts";
import { disagreeingDurations, disagreeingTotals } from "#app/scoring/comparison/durations.ts";
import { foreignNames } from "#app/scoring/comparison/foreign.ts";
import { misplacedFacilities } from "#app/scoring/comparison/misplaced.ts";
import { Phrases } from "#app/scoring/comparison/phrases.ts";
import { ShingleIndex } from "#app/scoring/comparison/shingles.ts";
import { Vocabulary } from "#app/scoring/comparison/words-index.ts";
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
  it("is found in a step that calls the other's subject by its abbreviation", () => {
    const step = "Rancangan LPGB yang sudah final diserahkan ke Sekretaris untuk diteliti";
    const reading = readingOf([
      serviceOf("Penyusunan Laporan Pemakaian Gedung Balai (LPGB)", {
        prosedur: `1. Mengumpulkan daftar tamu\n2. ${step}`,
      }),
      serviceOf("Penyusunan Rencana Pemeliharaan Taman (RPT)", {
        prosedur: `1. Membersihkan kolam\n2. ${step}`,
      }),
    ]);
    expect(of(copies(reading))).toEqual(["1 prosedur"]);
  });
  it("is found in a step that calls the other's subject by its short name in brackets", () => {
    const step = "Staf memperbaiki rancangan tambal menurut hasil rapat dengan pengurus gedung";
    const drafting = (name: string, first: string) =>
      serviceOf(name, { prosedur: `1. ${first}\n2. ${step}` });
    const own = drafting("Penyusunan Tata Pemakaian Balai (Tambal)", "Mengumpulkan daftar tamu");
    const other = drafting("Penyusunan Rencana Taman", "Membersihkan kolam");
    expect(of(copies(readingOf([own, other])))).toEqual(["1 prosedur"]);
    const remark = drafting("Penyusunan Tata Pemakaian Gedung (Tambal)", "Mengumpulkan daftar tamu");
    expect(copies(readingOf([remark, other]))).toEqual([]);
  });
  it("is found in a legal basis that spells out the abbreviation in the other's name", () => {
    const text =
      "1. Peraturan Menteri Nomor 7 Tahun 2021 tentang Pedoman Keamanan Gedung Pertemuan;\n2. Juknis Keamanan Gedung Pertemuan";
    const services = [
      serviceOf("Penilaian PKGP", { dasar_hukum: text }),
      serviceOf("Peminjaman Kendaraan Roda Empat", { dasar_hukum: text }),
    ];
    expect(of(copies(readingOf(services)))).toEqual(["1 dasar_hukum"]);
    const both = [...services.slice(0, 1), serviceOf("Sosialisasi PKGP", { dasar_hukum: text })];
    expect(copies(readingOf(both))).toEqual([]);
  });
  it("is found where all that the user brings, does and gets is called by an abbreviation that the name lacks", () => {
    const texts = {
      persyaratan: "Surat permohonan pendampingan dokumen SPKB",
      prosedur: "1. Petugas memeriksa rancangan SPKB\n2. Perangkat daerah menetapkan SPKB",
      produk: "Dokumen SPKB perangkat daerah",
      dasar_hukum: "Permenpan RB Nomor 4 Tahun 2019 tentang Sistem Pemeliharaan Kolam Besar",
      sarana: "Komputer untuk SPKB",
    };
    const named = (name: string) => of(copies(readingOf([serviceOf(name, texts)])));
    expect(named("Penghitungan Nilai RB")).toEqual([
      "0 persyaratan",
      "0 prosedur",
      "0 produk",
      "0 dasar_hukum",
    ]);
    expect(named("Pendampingan SPKB")).toEqual([]);
    expect(named("Sistem Pemeliharaan Kolam Besar")).toEqual([]);
    // A word of the name in one of the texts: the abbreviation is what the service works with.
    expect(named("Penetapan Rancangan Kolam")).toEqual([]);
    const common = Array.from({ length: 6 }, () => serviceOf("Penghitungan Nilai Taman", texts));
    expect(of(copies(readingOf(common)))).toEqual([]);
    const law = { ...texts, dasar_hukum: "Peraturan Bupati Arunika Nomor 4 Tahun 2019 tentang Taman" };
    expect(of(copies(readingOf([serviceOf("Penghitungan Nilai Taman", law)])))).toEqual([
      "0 persyaratan",
      "0 prosedur",
      "0 produk",
    ]);
  });
  it("is found where a standard is what the user receives, not where the service is about standards", () => {
    const produk = "Standar Pelayanan tentang perawatan kolam";
    const reading = readingOf([
      serviceOf("Layanan Perawatan Kolam", { produk }),
      serviceOf("Layanan Pendampingan Standar", { produk }),
      serviceOf("Layanan Peminjaman Kolam", { produk: "Surat izin sesuai standar pelayanan" }),
    ]);
    expect(of(copies(reading))).toEqual(["0 produk"]);
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

describe("facilities among the competences", () => {
  const found = (kompetensi: string, sarana: string) =>
    misplacedFacilities(readingOf([serviceOf("Layanan X", { kompetensi, sarana })])).map(
      ({ quote }) => quote,
    );

  it("are told by the same item in the sarana", () => {
    const bench = "Bangku panjang di serambi balai";
    expect(found(`1. ${bench}\n2. Mampu berkomunikasi`, `1. Komputer\n2. ${bench};`)).toEqual([bench]);
  });
  it("are not what staff can do, nor a short word", () => {
    const skill = "Mampu mengoperasikan komputer";
    expect(found(`1. ${skill}`, `1. ${skill}`)).toEqual([]);
    expect(found("1. Internet", "1. Internet")).toEqual([]);
  });
});

describe("what a name's only word of its own tells", () => {
  const text = "1) Daftar hadir penerjemah; 2) Penerjemah menilai ruang kerjanya setiap pekan";

  it("finds a text copied from the service that is named after it", () => {
    const reading = readingOf([
      serviceOf("Penyediaan Penerjemah", { evaluasi_kinerja: text }),
      serviceOf("Layanan Surat Edaran", { evaluasi_kinerja: text }),
    ]);
    expect(of(copies(reading))).toEqual(["1 evaluasi_kinerja"]);
  });
  it("says nothing where the name has other words, or the word is short", () => {
    const short = text.replaceAll("enerjemah", "emandu");
    const reading = readingOf([
      serviceOf("Penyediaan Pemandu", { evaluasi_kinerja: short }),
      serviceOf("Layanan Surat Edaran", { evaluasi_kinerja: short }),
    ]);
    expect(copies(reading)).toEqual([]);
  });
});

describe("offices and fields that another's text left behind", () => {
  const strange = (texts: Parameters<typeof serviceOf>[1], name = "Layanan Izin Panggung") =>
    of(
      copies(
        readingOf([
          serviceOf(name, texts, { bagian: "Bagian Umum" }),
          serviceOf("Layanan Kearsipan", {}, { bagian: "Bagian Tata Arsip" }),
        ]),
      ),
    );

  it("are a province's: its office heads, its DPRD, drafts of its government", () => {
    expect(strange({ evaluasi_kinerja: "Rapat dihadiri oleh Kepala Biro dan staf" })).toEqual([
      "0 evaluasi_kinerja",
    ]);
    expect(strange({ prosedur: "1. Rancangan dibawa ke DPRD Provinsi" })).toEqual(["0 prosedur"]);
    expect(strange({ prosedur: "1. Pemohon membawa naskah kajian pemerintah provinsi" })).toEqual([
      "0 prosedur",
    ]);
  });
  it("are none where the paper only goes to the province or the service is about it", () => {
    expect(strange({ prosedur: "1. Rancangan dikirim kepada pemerintah provinsi" })).toEqual([]);
    expect(strange({ prosedur: "1. Kajian oleh pemerintah provinsi" })).toEqual([]);
    expect(strange({ prosedur: "1. Berkas ke DPRD Provinsi" }, "Layanan Tamu DPRD Provinsi")).toEqual([]);
  });
  it("are the head of another bagian who meets over this one's staff", () => {
    expect(strange({ evaluasi_kinerja: "Rapat dipimpin Kepala Bagian Tata Arsip tiap bulan" })).toEqual([
      "0 evaluasi_kinerja",
    ]);
    expect(strange({ evaluasi_kinerja: "Rapat dipimpin Kepala Bagian Umum tiap bulan" })).toEqual([]);
    expect(strange({ evaluasi_kinerja: "Rapat dipimpin kepala bagian tiap bulan" })).toEqual([]);
  });
  it("are a field of competence that only another bagian's services are named after", () => {
    expect(strange({ jaminan_pelayanan: "Petugas memiliki kompetensi di bidang kearsipan" })).toEqual([
      "0 jaminan_pelayanan",
    ]);
    expect(
      strange({ jaminan_pelayanan: "Petugas memiliki kompetensi di bidang kearsipan" }, "Penataan Kearsipan"),
    ).toEqual([]);
    expect(strange({ jaminan_pelayanan: "Petugas memiliki kompetensi di bidang terkait" })).toEqual([]);
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

describe("a total in the procedure", () => {
  const totals = (jangka_waktu: string, prosedur: string) =>
    disagreeingTotals(readingOf([serviceOf("Layanan X", { jangka_waktu, prosedur })])).map(
      ({ total }) => total,
    );

  it("disagrees with another time of the same unit, as the only one of jangka waktu", () => {
    expect(totals("3 hari", "Pemohon datang. Total waktu: 5 (lima) hari.")).toEqual([
      "Total waktu: 5 (lima) hari",
    ]);
  });
  it("agrees within a range, and is left alone in another unit or beside several times", () => {
    expect(totals("3 - 5 hari", "Total waktu 5 hari")).toEqual([]);
    expect(totals("3 hari", "Total waktu 20 menit")).toEqual([]);
    expect(totals("a. 3 hari; b. 7 hari", "Total waktu 5 hari")).toEqual([]);
  });
  it("is not the time of one step", () => {
    expect(totals("3 hari", "Petugas memeriksa berkas paling lama 1 hari")).toEqual([]);
  });
});

describe("the shingle index", () => {
  const idsOf = (text: string) => new Vocabulary().wordsOf(text).ids;

  it("gives the share of one's own runs that another text has", () => {
    const vocabulary = new Vocabulary();
    const index = new ShingleIndex();
    // Runs of four: abcd, bcde. The second text has abcd only: half.
    const [one, two, none] = ["aa bb cc dd ee", "aa bb cc dd xx", "kk ll mm nn oo"].map(
      (text) => vocabulary.wordsOf(text).ids,
    ) as [Int32Array, Int32Array, Int32Array];
    for (const ids of [one, two, none]) index.add(ids);
    expect(index.share(one, two)).toBe(0.5);
    expect(index.share(one, none)).toBe(0);
  });
  it("passes over runs that more than 40 texts have, equal texts counted each", () => {
    const index = new ShingleIndex();
    const ids = idsOf("satu dua tiga empat");
    for (let i = 0; i < 40; i++) index.add(ids);
    expect(index.share(ids, ids)).toBe(1);
    index.add(ids);
    expect(index.share(ids, ids)).toBe(0);
  });
  it("takes a text shorter than a run as one run", () => {
    const index = new ShingleIndex();
    const ids = idsOf("satu dua");
    index.add(ids);
    expect(index.share(ids, ids)).toBe(1);
  });
});

describe("phrases of names in a text", () => {
  const found = (text: string, ...phrases: string[]) => {
    const vocabulary = new Vocabulary();
    const tree = new Phrases(vocabulary);
    for (const phrase of phrases) tree.add(phrase);
    const { ids } = vocabulary.wordsOf(text);
    return tree.in(ids, () => true).map(({ phrase, from, to }) => [tree.textOf(phrase), from, to]);
  };
  it("are the longest at each place, none inside another, the longest first", () => {
    expect(found("taman hutan raya lalu taman hutan", "taman hutan", "taman hutan raya", "raya")).toEqual([
      ["taman hutan raya", 0, 2],
      ["taman hutan", 4, 5],
    ]);
  });
  it("may be parted by words that say nothing, three at most", () => {
    expect(found("taman yang dan atau hutan", "taman hutan")).toEqual([["taman hutan", 0, 4]]);
    expect(found("taman yang dan atau dari hutan", "taman hutan")).toEqual([]);
    expect(found("taman indah hutan", "taman hutan")).toEqual([]);
  });
});
