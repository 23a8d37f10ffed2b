import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { letters } from "../text.ts";

/** The wordings of a component's label, by how sure each is. Case, punctuation and the small words between do not count. */
interface Wordings {
  /** Opens a cell or a line, whole or damaged by a scan, and may be cut short by its end. */
  open: readonly string[];
  /** Made of common words: only the whole of it is a label, and its words are no label's elsewhere ("atasan langsung"). */
  whole: readonly string[];
  /** Too common even for that: a label only where nothing else stands in its cell, or before its colon. */
  alone: readonly string[];
}

/**
 * Labels under which decrees print each component, in the wording of the regulations (UU 25/2009 Pasal 21, Permenpan RB
 * 15/2014) and of common practice.
 */
export const LABELS: Record<ComponentKey, Wordings> = {
  persyaratan: {
    open: [
      "persyaratan pelayanan",
      "persyaratan layanan",
      "persyaratan",
      "syarat pelayanan",
      "syarat syarat",
      "syarat",
      "kelengkapan persyaratan",
    ],
    whole: [
      "dokumen persyaratan",
      "berkas persyaratan",
      "persyaratan administrasi",
      "kelengkapan berkas",
      "kelengkapan dokumen",
    ],
    alone: [],
  },
  prosedur: {
    open: [
      "sistem mekanisme prosedur pelayanan",
      "sistem mekanisme prosedur",
      "mekanisme prosedur",
      "mekanisme pelayanan",
      "prosedur pelayanan",
      "prosedur layanan",
      "prosedur",
      "sistem prosedur",
      "alur pelayanan",
      "tata cara pelayanan",
      "tata cara prosedur",
      "tata cara",
      "alur layanan",
      "alur prosedur",
      "prosedur kerja",
      "mekanisme",
    ],
    whole: [
      "bagan alur prosedur",
      "bagan alur pelayanan",
      "bagan alur layanan",
      "diagram alur pelayanan",
      "alur mekanisme",
      "alur proses",
      "alur penyelesaian",
      "langkah langkah pelayanan",
    ],
    alone: ["alur", "bagan alur"],
  },
  jangka_waktu: {
    open: [
      "jangka waktu penyelesaian",
      "jangka waktu pelayanan",
      "jangka waktu layanan",
      "jangka waktu",
      "waktu pelayanan",
      "waktu penyelesaian",
      "waktu layanan",
      "lama pelayanan",
      "lama penyelesaian",
      "standar waktu",
      "estimasi waktu",
      "norma waktu",
      "lama layanan",
      "durasi layanan",
      "durasi pelayanan",
      "durasi",
    ],
    whole: [
      "lama waktu penyelesaian",
      "lama waktu pelayanan",
      "lama waktu",
      "batas waktu penyelesaian",
      "target waktu",
      "waktu proses",
      "waktu pengerjaan",
      "lama proses",
      "kurun waktu",
    ],
    alone: ["waktu"],
  },
  biaya: {
    open: [
      "biaya tarif",
      "biaya pelayanan",
      "biaya layanan",
      "tarif biaya",
      "tarif retribusi",
      "biaya retribusi",
      "biaya",
      "tarif pelayanan",
      "tarif layanan",
      "tarif",
    ],
    whole: ["besaran biaya tarif", "besaran biaya", "besaran tarif", "besaran retribusi"],
    alone: ["retribusi"],
  },
  produk: {
    open: [
      "produk pelayanan",
      "produk layanan",
      "produk",
      "hasil pelayanan",
      "hasil layanan",
      "jenis produk",
      "keluaran pelayanan",
      "keluaran",
      "output pelayanan",
      "output layanan",
      "produk hasil",
    ],
    whole: ["output", "luaran", "bentuk produk"],
    alone: ["hasil"],
  },
  pengaduan: {
    open: [
      "penanganan pengaduan saran masukan apresiasi",
      "penanganan pengaduan saran masukan",
      "pengelolaan pengaduan saran masukan",
      "penanganan pengaduan",
      "pengelolaan pengaduan",
      "pengaduan saran masukan",
      "layanan pengaduan",
      "pengaduan",
      "saran masukan",
      "penanganan aduan",
      "penanganan keluhan",
      "kanal pengaduan",
      "kanal aduan",
      "saluran pengaduan",
      "mekanisme pengaduan",
      "mekanisme penanganan pengaduan",
      "pengaduan masyarakat",
      "aduan saran",
    ],
    whole: [
      "saluran pengaduan saran masukan",
      "media pengaduan",
      "sarana pengaduan",
      "tempat pengaduan",
      "unit pengaduan",
      "kontak pengaduan",
      "pengelolaan aduan",
      "prosedur pengaduan",
      "tata cara pengaduan",
      "layanan aduan",
      "layanan keluhan",
      "pengelolaan keluhan",
      "mekanisme aduan",
      "mekanisme keluhan",
      "saluran aduan",
      "saluran keluhan",
      "kanal keluhan",
      "media aduan",
      "media keluhan",
      "sarana aduan",
      "sarana keluhan",
      "tata cara aduan",
      "tata cara keluhan",
      "prosedur aduan",
      "prosedur keluhan",
      "penyampaian aduan",
      "penyampaian keluhan",
      "penyampaian pengaduan",
    ],
    alone: ["aduan"],
  },
  dasar_hukum: {
    open: ["dasar hukum pelayanan", "dasar hukum", "landasan hukum", "ketentuan hukum", "dasar peraturan"],
    whole: ["landasan peraturan", "payung hukum", "dasar hukum regulasi", "regulasi"],
    alone: [],
  },
  sarana: {
    open: [
      "sarana prasarana atau fasilitas",
      "sarana prasarana fasilitas",
      "sarana prasarana pelayanan",
      "sarana prasarana",
      "sarana fasilitas",
      "fasilitas sarana prasarana",
      "prasarana sarana",
      "fasilitas pelayanan",
      "fasilitas layanan",
      "fasilitas",
      "prasarana",
      "sarana",
      "sarpras",
    ],
    whole: ["peralatan fasilitas", "peralatan perlengkapan", "fasilitas peralatan", "sarana peralatan"],
    alone: [],
  },
  kompetensi: {
    open: [
      "kompetensi pelaksana pelayanan",
      "kompetensi pelaksana",
      "kompetensi petugas",
      "kompetensi pegawai",
      "kompetensi sdm",
      "kualifikasi pelaksana",
      "kualifikasi petugas",
      "kualifikasi sdm",
      "kompetensi",
    ],
    whole: [
      "kompetensi sumber daya manusia",
      "kualifikasi sumber daya manusia",
      "kemampuan petugas",
      "kemampuan pelaksana",
      "kompetensi aparatur",
    ],
    alone: [],
  },
  pengawasan: {
    open: [
      "pengawasan internal",
      "pengawasan intern",
      "pengendalian internal",
      "pengendalian intern",
      "pengawasan melekat",
      "pengawasan pelayanan",
      "pengawasan",
    ],
    whole: ["pengawasan oleh atasan langsung"],
    alone: [],
  },
  jumlah_pelaksana: {
    open: [
      "jumlah pelaksana pelayanan",
      "jumlah pelaksana",
      "jml pelaksana",
      "jumlah petugas",
      "jumlah pegawai",
      "jumlah personil",
      "jumlah personel",
      "jumlah sdm",
      "jumlah tenaga pelaksana",
      "jumlah tenaga",
      "jumlah pelayanan",
    ],
    whole: [
      "sdm pelaksana",
      "banyaknya pelaksana",
      "banyaknya petugas",
      "banyak pelaksana",
      "jumlah sumber daya manusia",
      "jumlah aparatur",
      "tenaga pelaksana",
      "petugas pelaksana",
    ],
    alone: ["sdm", "sumber daya manusia", "petugas", "pelaksana", "personil"],
  },
  jaminan_pelayanan: {
    open: [
      "jaminan pelayanan",
      "jaminan layanan",
      "jaminan mutu pelayanan",
      "jaminan kualitas pelayanan",
      "kepastian pelayanan",
    ],
    whole: [
      "jaminan mutu layanan",
      "jaminan mutu",
      "jaminan kualitas layanan",
      "jaminan kepastian pelayanan",
      "jaminan kepastian layanan",
      "kepastian layanan",
    ],
    alone: [],
  },
  jaminan_keamanan: {
    open: [
      "jaminan keamanan keselamatan pelayanan",
      "jaminan keamanan keselamatan layanan",
      "jaminan keamanan keselamatan",
      "jaminan keamanan kecelakaan kerja",
      "jaminan keamanan pelayanan",
      "jaminan keselamatan keamanan",
      "jaminan keamanan",
      "jaminan keselamatan",
      "keamanan keselamatan pelayanan",
      "keamanan keselamatan",
    ],
    whole: [
      "jaminan keamanan kenyamanan keselamatan",
      "jaminan keamanan kenyamanan",
      "keamanan kenyamanan keselamatan",
      "keselamatan keamanan",
      "jaminan keselamatan kenyamanan",
      "kenyamanan keamanan",
    ],
    alone: ["keamanan"],
  },
  evaluasi_kinerja: {
    open: [
      "evaluasi kinerja pelaksana",
      "evaluasi kinerja pelayanan",
      "evaluasi kinerja petugas",
      "evaluasi kinerja pegawai",
      "evaluasi kinerja",
      "evaluasi pelaksana",
      "evaluasi pelayanan",
      "penilaian kinerja pelaksana",
      "monitoring evaluasi kinerja",
      "evaluasi",
    ],
    whole: ["evaluasi atas kinerja pelaksana", "monitoring evaluasi", "penilaian kinerja"],
    alone: ["monev"],
  },
};

/** Those that open a cell, as letters alone. */
export const LABEL_LETTERS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => [key, LABELS[key].open.map(letters)]),
) as unknown as Record<ComponentKey, readonly string[]>;

/**
 * Rows that decrees add to the 14 of the regulation. They belong to no component and must not run into the one above.
 */
const OTHER_ROWS =
  /^\s*(?:masa berlaku|mott?o|visi|misi|maklumat pelayanan|jam (?:pelayanan|layanan|operasional|kerja)|hari (?:dan|\/) jam|penanggung\s?jawab|unit (?:pelaksana|pengelola|penyelenggara)|pengguna (?:pe)?layanan|sasaran (?:pe)?layanan|penerima (?:pe)?layanan|tempat pelayanan|lokasi pelayanan|janji (?:pe)?layanan|inovasi|catatan|definisi|deskripsi (?:pe)?layanan|ruang lingkup|tujuan (?:pe)?layanan)\b/i;

/** A label that is none of the 14. */
export const isOtherLabel = (text: string): boolean => text.length <= 80 && OTHER_ROWS.test(text);

/** Words that neither make nor break a label. */
export const FILLERS: ReadonlySet<string> = new Set(
  // Behind the words themselves what scans make of the first one.
  "dan atau serta dari dalam untuk d n i dun dcin clan dain dnn don dar".split(" "),
);

/** Words that labels are made of; behind a label on its line they belong to it ("Kompetensi Pelaksana Pelayanan"). */
export const SIDE_WORDS: ReadonlySet<string> = new Set(
  "layanan pelayanan publik kerja pengguna penyelenggara unit service internal teknis administratif administrasi umum khusus permohonan pendukung penunjang".split(
    " ",
  ),
);

/** English words of labels: bilingual decrees print them beside the Indonesian ones ("Jangka Waktu / Service Time"). */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  "requirement requirements procedure procedures mechanism mechanisms system systems flow time times duration period completion processing process fee fees cost costs charge charges tariff tariffs rate rates product products output outputs result results complaint complaints handling suggestion suggestions feedback input management legal basis bases law laws foundation facility facilities infrastructure equipment competence competency competencies qualification qualifications staff officer officers personnel executor executors implementer implementers human resources internal control supervision oversight monitoring number of total guarantee guarantees assurance warranty safety security performance evaluation assessment and the for service services delivery term terms".split(
    " ",
  ),
);
