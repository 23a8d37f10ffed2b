import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { bagianAfterLoss, type Placed } from "#app/reader/lost-bagian.ts";

const TAMAN = "Bagian Pertamanan Arunika";
const BALAI = "Bagian Balai Pertemuan";

const service = (placed: Partial<Placed> = {}): Placed => ({
  heading: TAMAN,
  bagian: TAMAN,
  listed: null,
  headLost: false,
  complaint: null,
  ...placed,
});
const at = (name: string) => `1. Kontak petugas;\n2. Datang ke Kantor ${name} – Sekretariat Daerah.`;

describe("the bagian of services behind a lost page", () => {
  it("is the office that their own complaint text names, up to the next heading", () => {
    const services = [
      service({ complaint: at(BALAI) }),
      service({ headLost: true, complaint: at(BALAI) }),
      service({ complaint: at(BALAI) }),
      service({ heading: "Bagian Kolam", bagian: "Bagian Kolam", complaint: at(BALAI) }),
    ];
    expect(bagianAfterLoss(services, [])).toEqual([null, BALAI, BALAI, null]);
  });
  it("stays where the text names none, or the heading's own", () => {
    const of = (complaint: string | null) => bagianAfterLoss([service({ headLost: true, complaint })], []);
    expect(of(null)).toEqual([null]);
    expect(of("Telepon (0999) 123456")).toEqual([null]);
    expect(of(`${at(BALAI)} Tembusan ${TAMAN}`)).toEqual([null]);
    expect(of("Sub Bagian Kolam Ikan")).toEqual([null]);
  });
  it("is the list's before anything else", () => {
    const lost = { headLost: true, complaint: at("Bagian Kolam") };
    expect(bagianAfterLoss([service({ ...lost, listed: BALAI })], [])).toEqual([BALAI]);
    expect(bagianAfterLoss([service({ ...lost, listed: TAMAN })], [])).toEqual([null]);
  });
  it("is spelled as the document spells its words far more often", () => {
    const misprinted = [service({ headLost: true, complaint: at("Bagian Balai Pertmuan") })];
    const often = ["pertemuan warga", "Pertemuan", "rapat pertemuan", "Pertmuan"];
    expect(bagianAfterLoss(misprinted, often)).toEqual([BALAI]);
    expect(bagianAfterLoss(misprinted, ["Pertemuan", "Pertmuan"])).toEqual(["Bagian Balai Pertmuan"]);
  });
});

const rows = (bagian: string, from = 1): string[] =>
  [
    "Persyaratan\tSurat permohonan dan fotokopi KTP",
    "Prosedur\tPemohon mengajukan surat, petugas memeriksa, izin diserahkan",
    "Waktu pelayanan\t2 hari kerja",
    "Biaya/tarif\tGratis",
    "Produk pelayanan\tSurat izin",
    `Penanganan pengaduan\tDatang langsung ke Kantor ${bagian} – Sekretariat Daerah`,
    "Dasar hukum\tPeraturan Bupati Nomor 7 Tahun 2022 tentang Pemakaian Taman",
    "Sarana dan prasarana\tKomputer, ruang tunggu",
    "Kompetensi pelaksana\tSarjana, mampu mengoperasikan komputer",
    "Pengawasan internal\tAtasan langsung",
    "Jumlah pelaksana\t2 orang",
    "Jaminan pelayanan\tSesuai standar pelayanan",
    "Jaminan keamanan dan keselamatan pelayanan\tBerkas disimpan di lemari terkunci",
    "Evaluasi kinerja pelaksana\tRapat setiap bulan",
  ]
    .map((row, index) => `${index + 1}.\t${row}`)
    .slice(from - 1);

describe("a decree with a page lost between two bagian", () => {
  it("gives the rest of the torn table to the bagian that it names, and says so", () => {
    const text = [
      "KEPUTUSAN SEKRETARIS DAERAH KABUPATEN ARUNIKA",
      "NOMOR 060/7 TAHUN 2024",
      "TENTANG",
      "STANDAR PELAYANAN SEKRETARIAT DAERAH KABUPATEN ARUNIKA",
      "KEDUA : Standar Pelayanan meliputi:",
      "1. Izin Pakai Taman;",
      "2. Izin Pakai Aula;",
      "3. Izin Pakai Panggung;",
      "Ditetapkan di Arunika",
      "pada tanggal 3 April 2024",
      "SEKRETARIS DAERAH",
      "",
      TAMAN,
      "",
      "Jenis Pelayanan : 1. Izin Pakai Taman",
      "",
      ...rows(TAMAN),
      "",
      "",
      ...rows(BALAI, 3),
      "",
      "Jenis Pelayanan : 3. Izin Pakai Panggung",
      "",
      ...rows(BALAI),
    ].join("\n");
    const reading = readDecree(new TextEncoder().encode(text), "arunika.txt");
    expect(reading.services.map(({ name, bagian }) => [name, bagian])).toEqual([
      ["Izin Pakai Taman", TAMAN],
      ["Izin Pakai Aula", BALAI],
      ["Izin Pakai Panggung", BALAI],
    ]);
    const said = reading.findings.filter(
      ({ code, component }) => code === "ocr_damage" && component === null,
    );
    expect(said.map((one) => one.service)).toEqual([1, 2]);
  });
});
