import { COMPONENT_KEYS, type ComponentKey, component } from "../reader/components.ts";
import {
  type Instrument,
  type InstrumentCriterion,
  instrumentHash,
  type UnitCriterion,
} from "./instrument.ts";

/** A test of our own: nothing in the regulation words it so. */
const praktik = (level: 2 | 3, id: string, sentence: string): InstrumentCriterion => ({
  id,
  sentence,
  kind: "praktik",
  source: null,
  level,
});

/**
 * The criteria of each component. Every one is `praktik`: the annex of Permenpan RB 15/2014 was not seen word for word,
 * and UU 25/2009 Pasal 21 only names the components.
 */
const CRITERIA: Record<ComponentKey, readonly InstrumentCriterion[]> = {
  persyaratan: [
    praktik(
      2,
      "persyaratan.objek",
      "Persyaratan menyebut dokumen, benda, atau keadaan yang harus dipenuhi pemohon.",
    ),
    praktik(
      2,
      "persyaratan.bagi_pemohon",
      "Persyaratan ditujukan kepada pemohon, bukan kemampuan petugas, peralatan, peraturan, atau langkah layanan.",
    ),
    praktik(
      3,
      "persyaratan.bentuk",
      "Bentuk dokumen disebut: asli, fotokopi, rangkap, berkas elektronik, atau ditandatangani.",
    ),
  ],
  prosedur: [
    praktik(2, "prosedur.langkah", "Prosedur memuat langkah-langkah, bukan satu kalimat saja."),
    praktik(2, "prosedur.pengguna", "Pengguna layanan ikut bertindak dalam prosedur."),
    praktik(
      3,
      "prosedur.akhir",
      "Prosedur memuat jalan bagi berkas yang tidak lengkap, atau berakhir dengan penyerahan hasil.",
    ),
  ],
  jangka_waktu: [
    praktik(2, "jangka_waktu.terukur", "Jangka waktu memuat angka dan satuan, atau tenggat yang tetap."),
    praktik(
      2,
      "jangka_waktu.penyelesaian",
      "Waktu yang disebut adalah waktu penyelesaian, bukan tahun anggaran, jam kantor, kekerapan, atau tenggang sebelum acara.",
    ),
    praktik(2, "jangka_waktu.konsisten", "Angka dan kata bilangannya sama."),
    praktik(3, "jangka_waktu.pemicu", "Saat mulai dihitung, atau hari kerja/kalender, disebut."),
  ],
  biaya: [
    praktik(2, "biaya.jelas", "Layanan dinyatakan gratis, atau besar biayanya disebut."),
    praktik(3, "biaya.dasar", "Biaya gratis tanpa beban lain, atau besar biayanya disertai dasar hukum."),
  ],
  produk: [
    praktik(
      2,
      "produk.hasil",
      "Produk menyebut hasil yang diterima pengguna, bukan nama layanan atau kegiatan.",
    ),
    praktik(3, "produk.hasil_saja", "Hasil itu disebut lebih dahulu dan tanpa kegiatan lain."),
  ],
  pengaduan: [
    praktik(2, "pengaduan.kontak", "Ada saluran pengaduan yang dapat dihubungi."),
    praktik(3, "pengaduan.penangan", "Pihak yang menangani pengaduan disebut."),
    praktik(3, "pengaduan.tenggat", "Batas waktu penanganan pengaduan disebut."),
  ],
  dasar_hukum: [
    praktik(2, "dasar_hukum.dikutip", "Ada peraturan yang disebut dengan jenis, nomor, dan tahun."),
    praktik(3, "dasar_hukum.peraturan", "Yang didaftar adalah peraturan, bukan surat atau rekomendasi."),
    praktik(3, "dasar_hukum.sektoral", "Ada peraturan yang khusus mengatur layanan ini."),
  ],
  sarana: [
    praktik(2, "sarana.daftar", "Sarana, prasarana, atau fasilitas didaftar."),
    praktik(
      3,
      "sarana.bagi_pengguna",
      "Ada fasilitas bagi pengguna: ruang tunggu, toilet, meja layanan, papan informasi, atau fasilitas kelompok rentan.",
    ),
  ],
  kompetensi: [
    praktik(
      2,
      "kompetensi.isi",
      "Ada keterampilan, pengetahuan, atau pendidikan yang diminta dari pelaksana.",
    ),
    praktik(
      3,
      "kompetensi.bukan_peraturan",
      "Yang didaftar adalah kompetensi, bukan peraturan, nama layanan, atau jabatan saja.",
    ),
    praktik(3, "kompetensi.lengkap", "Pendidikan dan keterampilan sama-sama disebut."),
  ],
  pengawasan: [
    praktik(2, "pengawasan.pengawas", "Pengawasnya disebut."),
    praktik(3, "pengawasan.cara", "Cara atau kekerapan pengawasan disebut."),
  ],
  jumlah_pelaksana: [
    praktik(2, "jumlah_pelaksana.angka", "Jumlah pelaksana disebut dengan angka."),
    praktik(2, "jumlah_pelaksana.konsisten", "Angka dan kata bilangannya sama."),
    praktik(3, "jumlah_pelaksana.pasti", "Angkanya pasti, tanpa minimal, kurang lebih, atau menyesuaikan."),
  ],
  jaminan_pelayanan: [
    praktik(
      2,
      "jaminan_pelayanan.janji",
      "Janji dikaitkan dengan standar, SOP, peraturan, atau waktu, bukan kompetensi petugas atau hasil saja.",
    ),
    praktik(
      3,
      "jaminan_pelayanan.akibat",
      "Akibat bila janji tidak ditepati disebut: sanksi atau kompensasi.",
    ),
  ],
  jaminan_keamanan: [
    praktik(
      2,
      "jaminan_keamanan.perlindungan",
      "Ada perlindungan bagi orang, data, dokumen, uang, tempat, atau keabsahan produk.",
    ),
    praktik(
      3,
      "jaminan_keamanan.tindakan",
      "Tindakan pengamanannya disebut, seperti CCTV atau lemari terkunci.",
    ),
  ],
  evaluasi_kinerja: [
    praktik(2, "evaluasi_kinerja.cara_atau_waktu", "Cara atau waktu evaluasi disebut."),
    praktik(3, "evaluasi_kinerja.cara_dan_waktu", "Cara dan waktu evaluasi sama-sama disebut."),
  ],
};

const ofUnit = (id: string, sentence: string): UnitCriterion => ({
  id,
  sentence,
  kind: "praktik",
  source: null,
});

/** `praktik` as well: of UU 25/2009 Pasal 20 and 22 the articles were seen, not their sentences. */
const UNIT = [
  ofUnit("unit.maklumat", "Maklumat pelayanan yang mencakup unit ini dimuat dalam keputusan."),
  ofUnit(
    "unit.kelompok_rentan",
    "Ada fasilitas bagi kelompok rentan pada sekurang-kurangnya satu layanan unit ini.",
  ),
];
const DECREE = [
  ofUnit("keputusan.maklumat", "Keputusan memuat maklumat pelayanan."),
  ofUnit(
    "keputusan.konsultasi",
    "Keputusan menyebut forum konsultasi publik atau berita acara pembahasan standarnya sendiri.",
  ),
  ofUnit("keputusan.pendahulu", "Keputusan mencabut keputusan terdahulu yang digantikannya."),
];

/** The yardstick of substance, edition 2. A change of a criterion is a new edition. */
export const PERMENPAN_15_2014: Instrument = {
  id: "permenpan-15-2014",
  edition: "permenpan-15-2014/2",
  scale: "Skala 0-3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014.",
  components: COMPONENT_KEYS.map((key) => ({
    key,
    group: component(key).group,
    criteria: [...CRITERIA[key]],
  })),
  unit: UNIT,
  decree: DECREE,
};

export const PERMENPAN_15_2014_HASH = instrumentHash(PERMENPAN_15_2014);
