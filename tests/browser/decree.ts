import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";

export interface WrittenService {
  name: string;
  /** Components whose row is left out, whose cell is empty, and what stands in a cell instead of the usual text. */
  without?: readonly ComponentKey[];
  blank?: readonly ComponentKey[];
  text?: Partial<Record<ComponentKey, string>>;
}

export interface WrittenDecree {
  regency: string;
  /** Null: the number is not printed. */
  number: string | null;
  year: number;
  bagian: readonly { name: string; services: readonly WrittenService[] }[];
}

/** A sentence of our own for each component; `{name}` is the service. */
const TEXT: Record<ComponentKey, string> = {
  persyaratan: "Surat permohonan untuk {name} yang ditandatangani pemohon",
  prosedur: "Pemohon menyerahkan berkas; petugas memeriksa; pemohon menerima hasil",
  jangka_waktu: "3 (tiga) hari kerja sejak berkas lengkap",
  biaya: "Tidak dipungut biaya",
  produk: "Surat keterangan {name}",
  pengaduan: "Telepon (0555) 123456 atau surel aduan@segarabiru.example",
  dasar_hukum: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
  sarana: "Ruang tunggu, meja layanan, komputer, dan pencetak",
  kompetensi: "Pendidikan paling rendah Diploma III dan memahami tata naskah",
  pengawasan: "Dilakukan atasan langsung setiap bulan",
  jumlah_pelaksana: "2 (dua) orang",
  jaminan_pelayanan: "Pelayanan diberikan sesuai standar pelayanan dan prosedur operasional standar",
  jaminan_keamanan: "Berkas pemohon disimpan dalam lemari terkunci",
  evaluasi_kinerja: "Evaluasi dilakukan setiap tiga bulan melalui survei",
};

function table(service: WrittenService): string[] {
  const rows = COMPONENTS.filter(({ key }) => !service.without?.includes(key)).map(
    ({ key, number, name }) => {
      const content = service.blank?.includes(key) ? "" : (service.text?.[key] ?? TEXT[key]);
      return `${number}.\t${name}\t${content.replaceAll("{name}", service.name.toLowerCase())}`;
    },
  );
  return ["NO\tKOMPONEN\tURAIAN", ...rows];
}

/** A decree as a scan program gives it: head, diktum with its list, annex of tab-separated tables. */
export function writeDecree({ regency, number, year, bagian }: WrittenDecree): string {
  const place = `KABUPATEN ${regency.toUpperCase()}`;
  const numberLine = number === null ? [] : [`NOMOR ${number} TAHUN ${year}`];
  return [
    `KEPUTUSAN BUPATI ${regency.toUpperCase()}`,
    ...numberLine,
    "TENTANG",
    `STANDAR PELAYANAN SEKRETARIAT DAERAH ${place}`,
    "",
    "MEMUTUSKAN:",
    "KESATU : Menetapkan standar pelayanan sebagaimana tercantum dalam lampiran keputusan ini.",
    "KEDUA : Standar pelayanan sebagaimana dimaksud dalam diktum KESATU meliputi:",
    ...bagian.flatMap((one) => [
      `${one.name}:`,
      ...one.services.map((service, at) => `${at + 1}. ${service.name};`),
    ]),
    "KETIGA : Keputusan ini berlaku sejak tanggal ditetapkan.",
    `Ditetapkan di ${regency}`,
    `pada tanggal 3 Februari ${year}`,
    `BUPATI ${regency.toUpperCase()},`,
    "",
    `LAMPIRAN KEPUTUSAN BUPATI ${regency.toUpperCase()}`,
    ...numberLine,
    "STANDAR PELAYANAN",
    "",
    ...bagian.flatMap((one, at) => [
      `${String.fromCharCode(65 + at)}. ${one.name.toUpperCase()}`,
      "",
      ...one.services.flatMap((service, serviceAt) => [
        `${serviceAt + 1}. Jenis Layanan : ${service.name}`,
        "",
        ...table(service),
        "",
      ]),
    ]),
  ].join("\n");
}

/** 5 services in 2 bagian: biaya without row, produk empty, one name of 200 letters, text that looks like a script. */
export const SEGARA_BIRU: WrittenDecree = {
  regency: "Segara Biru",
  number: "060/17",
  year: 2025,
  bagian: [
    {
      name: "Bagian Umum",
      services: [
        { name: "Peminjaman Aula Samudra", without: ["biaya"] },
        { name: "Penerimaan Tamu Daerah", blank: ["produk"] },
        {
          name: "Fasilitasi Koordinasi Penyelenggaraan Kegiatan Kesekretariatan Terpadu antara Perangkat Daerah, Kecamatan, Kelurahan, Instansi Vertikal, Lembaga Kemasyarakatan, dan Mitra Pembangunan di Wilayah Kepulauan",
        },
      ],
    },
    {
      name: "Bagian Hukum",
      services: [
        {
          name: "Legalisasi Salinan Peraturan",
          text: { sarana: "<script>alert(1)</script> Meja <b>layanan</b> & kursi" },
        },
        { name: "Konsultasi Rancangan Peraturan" },
      ],
    },
  ],
};
