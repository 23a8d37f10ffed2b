import type { FieldKey } from "../schema.ts";
import { words } from "../text.ts";

/** Headers of columns that are no unsur. The first that fits decides, so the order is part of the rule. */
const FIELDS: readonly (readonly [FieldKey, RegExp])[] = [
  ["sex", /\bjenis kelamin|\bkelamin\b|^jk$|^j k$|^l p$|^lp$|^p l$|^sex$|\bgender\b|^jekel$|^jenkel$/],
  [
    "personal",
    /\b(?:tanggal|tgl|tempat|tahun) lahir\b|\bttl\b|\btelepon|\btelpon|\btelp\b|\btlp\b|\bphone|^hp$|\bno hp\b|\bnomor hp\b|\bhandphone|\bwhats ?app|\bwa\b|\bponsel|\bkontak\b|\be ?mail|\bsurel|\balamat\b|\bdomisili\b|\btempat tinggal|\bnik\b|\bktp\b|\bno kk\b|\bnip\b|\busername\b|\bnama pengguna\b|\bip address\b|\brt rw\b|\btanda tangan\b|\bttd\b|\binstagram\b|\bfacebook\b|\basal\b|\bkelurahan\b|\bdesa\b|\bkecamatan\b|\baddress\b/,
  ],
  [
    "submission",
    /^(?:submission|response|respon|respons|respondent|responden|survey|survei|jawaban|kiriman|pengisian|entry|record|form|formulir) ?id$|^id(?: (?:submission|response|respon|respons|responden|respondent|jawaban|kiriman|pengisian|survey|survei|entri|isian|form|skm))?$|^uuid$|^instance ?id$|^kode (?:unik|responden|kiriman|isian|survei)$|^meta instance ?id$|^key$|^token$|^id ?survei$|^no(?:mor)? (?:kiriman|registrasi|submission)$|^idsurvey$|^id ?responden$/,
  ],
  [
    "number",
    /^(?:no|nomor|nmr|nr|urut|no urut|nomor urut|no res(?:p|ponden)?|nomor res(?:p|ponden)?|no resp|n o)$|^$/,
  ],
  [
    "timestamp",
    /\btimestamp|\bstempel waktu|\bcap waktu|^(?:tanggal|tgl)(?: dan)? (?:waktu|jam|pukul)\b|\bwaktu (?:pengisian|pengiriman|kirim|submit|input|isi|mengisi|entri)\b|\bsubmi(?:tted|ssion) (?:at|date|time|on)|\bcreated ?(?:at|on)?$|^(?:start|completion|end|submission)(?: ?time)?$|^tanggal kirim$|^datetime$|^submitted$|^diisi pada$/,
  ],
  [
    "time",
    /^(?:jam|pukul|time|waktu survei|waktu survey|jam (?:survei|survey|pelayanan|layanan|pengisian)|slot waktu)$/,
  ],
  ["date", /\btanggal|\btgl\b|^date$|^hari tanggal/],
  ["period", /^periode|\btriwulan|\btribulan|^tw$|^semester|^bulan|^kuartal|^quarter/],
  ["age", /\busia\b|\bumur\b|^age$/],
  ["education", /\bpendidikan|^education$|^pend$/],
  ["occupation", /\bpekerjaan|\bprofesi|^occupation$|^pek$/],
  [
    "bagian",
    /^(?:nama )?(?:bagian|biro|unit|opd|perangkat daerah|skpd|bidang|dinas|satker|satuan kerja|instansi|upp|unor)\b|\bunit (?:kerja|pelayanan|layanan|penyelenggara|organisasi)/,
  ],
  [
    "service",
    /^(?:jenis|nama|kategori|macam|bentuk) ?(?:layanan|pelayanan|permohonan|perizinan|izin|urusan|keperluan)|^(?:layanan|pelayanan|perizinan|izin|keperluan|urusan)$|^(?:layanan|pelayanan) (?:yang|apa|publik|diterima)|\b(?:jenis|nama) ?(?:layanan|pelayanan)\b|^service$|^permohonan$|^jenislayanan$/,
  ],
  [
    "regency",
    /^(?:nama )?(?:kabupaten|kota|kab)(?: kota)?$|^kabupaten kota$|^kab kota$|^pemerintah (?:daerah|kabupaten)|^pemda$|^daerah$/,
  ],
  [
    "personal",
    /^nama\b|\bnama (?:lengkap|responden|pemohon|anda|saudara|petugas|pengisi|pemberi)|^name$|^full name$|^responden$|^petugas$|^respondent$/,
  ],
  [
    "saran",
    /\bsaran\b|\bkritik|\bmasukan\b|\bkomentar|\bcatatan\b|\bpesan\b|\bharapan\b|\baspirasi|\bkesan\b|\bulasan\b|\bfeedback/,
  ],
  ["date", /^hari$/],
  ["period", /^tahun$|^thn$/],
];

/** A part of a form before the question itself: "Bagian A. Identitas: Nama" asks for a name, not for a bagian. */
const SECTION =
  /^bagian (?:[a-d]|i{1,3}|iv|\d) (?:(?:identitas|profil|data|diri|responden|penilaian) )*(?=[a-z])/;

/** What a header's words say the column holds besides an unsur; null where they say nothing. */
export const fieldByWords = (header: string): FieldKey | null => {
  const text = words(header).replace(SECTION, "");
  if (text === "") return null;
  return FIELDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};

/** Column of the long form: which unsur a row answers, and the answer. */
export const LONG_UNSUR =
  /^(?:(?:kode|id|no|nomor|nama)? ?(?:unsur|pertanyaan|indikator|question|soal|butir|item)(?: (?:pelayanan|skm|id|ke))?|idpertanyaan|kodeunsur|variabel)$/;
export const LONG_ANSWER =
  /^(?:nilai|skor|score|jawaban|answer|value|jawab|pilihan|nilai (?:jawaban|persepsi|unsur)|skor jawaban|poin|bobot jawaban|isi jawaban)$/;
