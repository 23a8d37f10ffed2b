import type { ReadService } from "../reader/schema.ts";
import { plainOf } from "./words.ts";

/** Who uses a service, the widest circle first. The only list. */
export const PENGGUNA = ["masyarakat", "badan_usaha", "perangkat_daerah", "internal"] as const;
export type Pengguna = (typeof PENGGUNA)[number];

/** The parts of a service that say who applies and who receives; null where a part is absent. */
export interface PenggunaSubject {
  name: string;
  persyaratan: string | null;
  prosedur: string | null;
  produk: string | null;
}

type Part = keyof PenggunaSubject;

/** What a word in this part is worth: the name says whom a service is for, the procedure names everyone who handles it. */
const PARTS: readonly { part: Part; worth: number; read: number }[] = [
  { part: "name", worth: 4, read: 400 },
  { part: "persyaratan", worth: 2, read: 2000 },
  { part: "prosedur", worth: 1, read: 800 },
  { part: "produk", worth: 1, read: 400 },
];

interface Cue {
  pengguna: Pengguna;
  /** Strong cues name the user; weak ones only the kind of matter. */
  weight: 1 | 2 | 3;
  /** Only in the name, or only in the other parts; everywhere without it. */
  only?: "name" | "text";
  pattern: RegExp;
}

const OFFICES = "opd|skpd|perangkat daerah|organisasi perangkat daerah|satuan kerja|unit kerja";
const DOWN_TO_VILLAGE = "kecamatan|desa|kelurahan";

/**
 * General words of Indonesian administration, held against lower-case text with single blanks. A cue counts once in
 * each part, however often it stands there.
 */
const CUES: readonly Cue[] = [
  // People, and those who ask in their name.
  {
    pengguna: "masyarakat",
    weight: 3,
    only: "name",
    pattern:
      /\b(?:warga|pelajar|siswa|mahasiswa|beasiswa|guru|ustad[zh]?|hafi[dz]{1,2}h?|jama'?ah|haji|miskin|asrama|insentif|hibah|bansos|bantuan sosial|(?:tempat|rumah) ibadah|masjid|pengaduan masyarakat|wartawan|pers|audiensi)\b/,
  },
  {
    pengguna: "masyarakat",
    weight: 3,
    only: "name",
    pattern: /\b(?:sewa|(?:pelayanan|layanan|kunjungan) tamu|honor|petani|pertanian terpadu)\b/,
  },
  {
    pengguna: "masyarakat",
    weight: 2,
    only: "name",
    pattern:
      /\b(?:bantuan hukum|advokasi|informasi (?:produk )?hukum|jaringan dokumentasi|diseminasi|penyediaan (?:data|informasi)|data,? ?(?:\/ ?)?(?:laporan,? ?|dan ?)(?:\/ ?)?(?:dan )?informasi|konsultasi$)/,
  },
  {
    pengguna: "masyarakat",
    weight: 2,
    only: "text",
    pattern:
      /\b(?:kartu tanda (?:penduduk|mahasiswa)|kartu keluarga|ktp(?! (?:pns|asn|dire|asli dire))|domisili|penduduk|warga|pengunjung|(?<!kepuasan )(?<!kesejahteraan )(?<!lembaga\/instansi\/)masyarakat)\b/,
  },
  {
    pengguna: "masyarakat",
    weight: 1,
    only: "text",
    pattern:
      /\b(?:pengurus|yayasan|ormas|organisasi (?:ke)?masyarakatan|kelompok masyarakat|lembaga mengajukan|proposal|retribusi|penerima hibah|identitas|jdih)\b/,
  },
  {
    pengguna: "masyarakat",
    weight: 1,
    only: "name",
    pattern: /\b(?:sosialisasi|(?<!sistem )informasi)\b/,
  },
  // Those who do business.
  {
    pengguna: "badan_usaha",
    weight: 3,
    only: "name",
    pattern:
      /\b(?:penyedia|badan usaha|bumd|perusahaan|pelaku usaha|rekanan|umkm|ikm|investor|pedagang)\b(?! (?:layanan|data))/,
  },
  {
    pengguna: "badan_usaha",
    weight: 1,
    only: "name",
    pattern: /\b(?:spse|lpse|secara elektronik|bidding|e-? ?tendering|csr|remote ?akses)\b/,
  },
  {
    pengguna: "badan_usaha",
    weight: 3,
    only: "text",
    pattern:
      /\b(?:direktur|direksi|npwp perusahaan|akta pendirian|nomor induk berusaha|surat i[jz]in usaha|pelaku usaha|calon penyedia|peserta tender|(?:untuk|bagi) penyedia)\b/,
  },
  {
    pengguna: "badan_usaha",
    weight: 1,
    only: "text",
    pattern: /\b(?:penyedia|perusahaan|badan usaha|bumd|pengguna (?:aplikasi |sistem )?spse|rekanan)\b/,
  },
  // Other offices of the same government, down to the villages.
  {
    pengguna: "perangkat_daerah",
    weight: 3,
    only: "name",
    pattern: new RegExp(
      `\\b(?:${OFFICES}|${DOWN_TO_VILLAGE}|instansi(?! pemerintah \\(lkj)|auditor|pejabat pembuat komitmen|pejabat pengadaan)\\b`,
    ),
  },
  {
    pengguna: "perangkat_daerah",
    weight: 2,
    only: "name",
    pattern:
      /\b(?:(?:penyusunan|pembentukan|fasilitasi|perumusan) (?:produk hukum|peraturan|keputusan|kebijakan)|jabatan|beban kerja|kelembagaan|sotk|proses bisnis|standar operasional|standar pelayan(?:an)?|pelayan(?:an)? publik|ketatalaksanaan|konsultasi publik|kepuasan masyarakat|reformasi birokrasi|rb|zona|budaya kerja|sakip|akip|(?:perjanjian|laporan|akuntabilitas|evaluasi) kinerja|rencana umum pengadaan|kontrak|pelaksanaan anggaran|standar (?:harga|biaya)|e-monev|realisasi|aplikasi|batas|rupa ?bumi|kerja ?sama daerah|lkpj|lppd|laporan (?:keterangan|penyelenggaraan)|standar pelayanan minimal|pns|tambahan penghasilan|narasumber|keprotokol[a-z]*)\b/,
  },
  {
    pengguna: "perangkat_daerah",
    weight: 1,
    only: "name",
    pattern:
      /\b(?:pengadaan|inflasi|perekonomian|kebijakan|koordinasi|blu?d|bu?lud|kinerja|kepala daerah|dprd)\b/,
  },
  {
    pengguna: "perangkat_daerah",
    weight: 2,
    only: "text",
    pattern: new RegExp(
      `\\b(?:${OFFICES}|pd pemrakarsa|camat mengirim|kecamatan mengirim|dari kecamatan|pemerintah desa|dinas/badan|ppk|pa/kpa|pengguna anggaran|pejabat pembuat komitmen|pokja|daerah lain|unit pelayanan(?: publik)?)\\b(?! mampu)(?! mengikuti kegiatan)`,
    ),
  },
  {
    pengguna: "perangkat_daerah",
    weight: 1,
    only: "text",
    pattern:
      /\b(?:instansi|surat tugas|spt|perangkat daerah (?:mampu|mengikuti)|rancangan (?:peraturan|keputusan)|raperda|ranperda|raperbup|auditor|dokumen pelaksanaan|dokumen kontrak|kepala daerah)\b/,
  },
  // The secretariat itself, and those whom it serves by its office.
  {
    pengguna: "internal",
    weight: 3,
    only: "name",
    pattern:
      /\b(?:lingkup (?:sekretariat|setda)|sekretariat daerah|pimpinan|surat (?:masuk|keluar|edaran)|naskah dinas|kepegawaian|tata usaha|rumah tangga|spj|spp|sppd|renstra|rencana strategis|rencana kerja|renja(?! ?,? dokumen)|laporan keuangan|perencanaan dan keuangan|gaji|penunjang operasional|barang milik daerah|individu|pengelolaan dokumentasi|bbm)\b/,
  },
  {
    pengguna: "internal",
    weight: 2,
    only: "name",
    pattern:
      /\b(?:pengagendaan|kesek?retariatan|hari besar|perjanjian kinerja \(pk\)|instansi pemerintah \(lkj)/,
  },
  {
    pengguna: "internal",
    weight: 1,
    only: "name",
    pattern: /\b(?:kendaraan dinas|sambutan|sekretariat daerah$)/,
  },
  {
    pengguna: "internal",
    weight: 3,
    only: "text",
    pattern: /\bbagian [a-z]+(?: dan [a-z]+)? (?:mampu|mengikuti)\b/,
  },
  {
    pengguna: "internal",
    weight: 2,
    only: "text",
    pattern:
      /\b(?:lingkup (?:sekretariat|setda)|bagian ?- ?bagian|(?:usulan|dokumen|data|surat|berkas) dari bagian|bagian mengirim(?:kan)?|perintah lisan|wkdh)\b/,
  },
  {
    pengguna: "internal",
    weight: 1,
    only: "text",
    pattern:
      /\b(?:disposisi (?:atasan|pimpinan|dari atasan)|kegiatan pimpinan|pimpinan daerah|sekretariat daerah mengadakan)\b/,
  },
];

/**
 * Proposes who uses a service, from the words of its name, requirements, procedure and result; null where none speaks
 * for anybody. A person confirms it: it is no more than a first sorting. Where two circles weigh the same, the wider
 * one is proposed, because nobody outside should be taken for an insider by mistake. Praktik (our operational rule).
 */
export const proposePengguna = (subject: PenggunaSubject): Pengguna | null => {
  const weights = penggunaWeights(subject);
  const highest = Math.max(...PENGGUNA.map((one) => weights[one]));
  return highest === 0 ? null : (PENGGUNA.find((one) => weights[one] === highest) ?? null);
};

/** What speaks for each circle of users, as a sum of whole points. */
export const penggunaWeights = (subject: PenggunaSubject): Record<Pengguna, number> => {
  const weights: Record<Pengguna, number> = {
    masyarakat: 0,
    badan_usaha: 0,
    perangkat_daerah: 0,
    internal: 0,
  };
  for (const { part, worth, read } of PARTS) {
    const text = plainOf((subject[part] ?? "").slice(0, read));
    if (text === "") continue;
    const where = part === "name" ? "name" : "text";
    for (const { pengguna, weight, only, pattern } of CUES) {
      if (only !== undefined && only !== where) continue;
      if (pattern.test(text)) weights[pengguna] += weight * worth;
    }
  }
  return weights;
};

/** The parts of a service as it was read. */
export const penggunaSubject = ({
  name,
  components,
}: Pick<ReadService, "name" | "components">): PenggunaSubject => ({
  name,
  persyaratan: components.persyaratan?.text ?? null,
  prosedur: components.prosedur?.text ?? null,
  produk: components.produk?.text ?? null,
});
