import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";

/** A decree of an invented regency as a converter gives it: what a test changes is named, the rest is filled in. */
export interface DecreeSpec {
  regency?: string;
  issuer?: "BUPATI" | "SEKRETARIS DAERAH";
  /** Null prints no number at all. */
  number?: string | null;
  year?: number;
  bagian: { name: string; services: ServiceSpec[] }[];
}

export interface ServiceSpec {
  name: string;
  /** Rows left out, rows without content, rows with a dash. */
  missing?: ComponentKey[];
  blank?: ComponentKey[];
  dashed?: ComponentKey[];
  texts?: Partial<Record<ComponentKey, string>>;
}

const TEXTS: Record<ComponentKey, string> = {
  persyaratan: "Surat permohonan bermeterai dan fotokopi kartu tanda penduduk.",
  prosedur: "1. Pemohon menyerahkan berkas; 2. Petugas memeriksa berkas; 3. Pemohon menerima hasil.",
  jangka_waktu: "3 (tiga) hari kerja sejak berkas lengkap.",
  biaya: "Tidak dipungut biaya.",
  produk: "Surat keterangan.",
  pengaduan: "Telepon (0777) 412233 atau kotak saran, dijawab dalam 2 (dua) hari kerja.",
  dasar_hukum: "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
  sarana: "Meja layanan, komputer, dan ruang tunggu.",
  kompetensi: "Sarjana dan terampil berkomunikasi.",
  pengawasan: "Atasan langsung memeriksa buku register setiap Jumat.",
  jumlah_pelaksana: "2 (dua) orang.",
  jaminan_pelayanan: "Layanan diberikan sesuai standar yang ditetapkan.",
  jaminan_keamanan: "Berkas disimpan dalam lemari terkunci.",
  evaluasi_kinerja: "Survei kepuasan setiap semester.",
};

export const decreeText = (spec: DecreeSpec): string => {
  const { regency = "ARUNIKA", issuer = "BUPATI", number = "060/12/ORG", year = 2024, bagian } = spec;
  const place = issuer === "BUPATI" ? regency : `KABUPATEN ${regency}`;
  const numberLine = number === null ? [] : [`NOMOR ${number} TAHUN ${year}`];
  return [
    `PEMERINTAH KABUPATEN ${regency}`,
    "",
    `KEPUTUSAN ${issuer} ${place}`,
    ...numberLine,
    "",
    "TENTANG",
    "",
    `STANDAR PELAYANAN SEKRETARIAT DAERAH KABUPATEN ${regency}`,
    "",
    `${issuer} ${place},`,
    "",
    "Menimbang : bahwa setiap penyelenggara wajib menetapkan standar pelayanan;",
    "",
    "MEMUTUSKAN:",
    "",
    "Menetapkan :",
    "KESATU : Standar Pelayanan sebagaimana tercantum dalam Lampiran Keputusan ini.",
    "KEDUA : Standar Pelayanan dimaksud meliputi:",
    ...bagian.flatMap(({ name, services }, at) => [
      `${String.fromCharCode(97 + at)}. ${name}:`,
      ...services.map((service, index) => `   ${index + 1}. ${service.name};`),
    ]),
    "KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    "",
    "Ditetapkan di Wanasari",
    `pada tanggal 5 Maret ${year}`,
    "",
    `${issuer} ${place},`,
    "",
    "ttd",
    "",
    `LAMPIRAN KEPUTUSAN ${issuer} ${place}`,
    ...(number === null ? [] : [`NOMOR : ${number} TAHUN ${year}`]),
    `TANGGAL : 5 Maret ${year}`,
    "",
    ...bagian.flatMap(({ name, services }, at) => [
      `${String.fromCharCode(97 + at)}. ${name}`,
      "",
      ...services.flatMap(table),
    ]),
  ].join("\n");
};

const table = (service: ServiceSpec, index: number): string[] => [
  `${index + 1}. Jenis Layanan: ${service.name}`,
  "",
  "No.\tKomponen\tUraian",
  ...COMPONENTS.filter(({ key }) => !service.missing?.includes(key)).map(({ key, number, name }) => {
    const content = service.blank?.includes(key)
      ? ""
      : service.dashed?.includes(key)
        ? "-"
        : (service.texts?.[key] ?? TEXTS[key]);
    return `${number}.\t${name}\t${content}`;
  }),
  "",
];

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file as it comes in, in pieces of the given size. */
export const streamOf = (bytes: Uint8Array, piece = 65_536): Iterable<Uint8Array> =>
  (function* () {
    for (let at = 0; at < bytes.length || at === 0; at += piece) yield bytes.subarray(at, at + piece);
  })();

/** Two bagian, three services: one whole, one without an evaluation, one with a blank fee and a dashed product. */
export const ARUNIKA: DecreeSpec = {
  bagian: [
    {
      name: "Bagian Umum",
      services: [
        { name: "Peminjaman Aula" },
        { name: "Penerimaan Tamu Daerah", missing: ["evaluasi_kinerja"] },
      ],
    },
    {
      name: "Bagian Hukum",
      services: [{ name: "Legalisasi Dokumen", blank: ["biaya"], dashed: ["produk"] }],
    },
  ],
};
