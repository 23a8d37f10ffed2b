import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { plainOf, type Text } from "../words.ts";

const OBJECT =
  /\b(?:surat|nota|dokumen\w*|data|form\w*|foto ?[ck]op[iy]|ktp|kk|kartu|sk|keputusan|proposal|berkas|laporan|permohonan|pemohon|identitas|tanda pengenal|peta|draf|draft|rancangan|ranperda|raperda|rencana|renstra|ijazah|sertifikat|rekening|npwp|siup|akta|akun|disposisi|usulan|instrumen\w*|hasil|bahan|e-?mail|makalah|kajian|telaahan|bukti|user id|perintah|undangan|kronologi|kwitansi|spj|spp|rka|dpa|dppa|tupoksi|tugas pokok|program|indikator|iku|sop|perbup|perda|peraturan bupati|pengantar|lampiran|kak|hps|penawaran|gugatan|rekomendasi|kelengkapan|foto|pakaian|proposal|agenda|penetapan|retribusi|izin|paparan|pengajuan|payung hukum|regulasi|standar|pedoman|perencanaan|perjanjian|evaluasi)\b/;
const STATE =
  /\b(?:penduduk|warga|lulusan|peserta|terdaftar|harus sudah|sudah|telah|wajib|berusia|berumur|berdomisili|bersedia|sehat|belum pernah|tidak sedang|penerima|merupakan|tujuan|inovasi|tim|perangkat daerah yang|satuan kerja)\b/;
const ABILITY = /\b(?:mampu|mempu|memahami|pemahaman|menguasai|mengetahui|kemampuan|terampil)\b/;
const EQUIPMENT =
  /^\W*(?:jaringan internet|komputer|laptop|printer|perangkat komputer|koneksi internet|sarana|alat tulis|ruang\w*|meja|kursi)\b/;
/** Words by which an item asks nothing of the applicant: general ones, and those of the office's own staff and equipment. */
const OF_OFFICE =
  /\b(?:tidak ada|nihil|sesuai|peraturan|ketentuan|berlaku|standar|aplikasi|website|situs|laman|tersedia\w*|petugas|pelaksana|kompeten|berlisensi|bersertifikat|komputer|laptop|printer|scanner|internet|jaringan|alat|ruang\w*|meja|kursi|\d+ (?:unit|buah|set))\b/;
/** What the office does, listed among what an applicant brings. */
const ACTIVITY = /^\W*(?:fasilitasi|pelaksanaan|proses tindak lanjut)\b/;
/** A regulation alone; a draft or a decree of the applicant's own is a document. */
const REGULATION =
  /^\W*(?:permen\w*|peraturan menteri|undang-?undang|perpres|peraturan pemerintah|peraturan presiden|uu|pp)\b[^;]*\b(?:no|nomor)\b/;
const ACCESS =
  /\b(?:mengakses|akses ke|membuka|klik)\b[^.;]{0,40}\b(?:website|situs|laman|web|aplikasi|https?)/;
const BROUGHT = /\b(?:surat|permohonan|ktp|identitas|berkas|proposal|formulir|nota|lampiran)\b/;

/** A document in its form, or a letter of request: brought, however many abilities are listed beside it. */
const IN_HAND = /\b(?:asli|foto ?[ck]op[iy]|(?:soft|hard) ?copy|surat permohonan)\b/;

const parted = (text: Text) => {
  const all = text.items;
  const ability = all.filter((item) => ABILITY.test(plainOf(item)));
  const other = all.filter((item) => !ability.includes(item));
  const objects = other.filter((item) => {
    const words = plainOf(item);
    return (
      !EQUIPMENT.test(words) &&
      !REGULATION.test(words) &&
      !ACTIVITY.test(words) &&
      (OBJECT.test(words) || STATE.test(words) || !OF_OFFICE.test(words))
    );
  });
  return { all, ability, other, objects };
};

export const requirementHasObject: Criterion = ({ text }) => {
  const { objects, all } = parted(text);
  if (objects.length > 0) return met("Ada dokumen, benda, atau keadaan yang harus dipenuhi.", objects[0]);
  return notMet("Tidak ada dokumen, benda, atau keadaan yang harus dipenuhi pemohon.", all[0] ?? text);
};

/** Ability, equipment or a regulation is not asked of an applicant; nor is the way to reach the service. */
export const requirementIsForApplicant: Criterion = ({ text }) => {
  const { ability, objects, other } = parted(text);
  const documents = objects.some((item) => IN_HAND.test(plainOf(item)));
  if (ability.length > objects.length && !documents) {
    return notMet("Isinya kemampuan petugas atau perangkat daerah, bukan persyaratan pemohon.", ability[0]);
  }
  const whole = text.plain;
  const access = firstMatch(whole, ACCESS);
  if (access && !BROUGHT.test(whole)) {
    return notMet("Isinya cara memakai layanan, bukan persyaratan pemohon.", access);
  }
  if (objects.length === 0) {
    const wrong = other.find((item) => EQUIPMENT.test(plainOf(item)) || REGULATION.test(plainOf(item)));
    if (wrong) return notMet("Isinya peralatan atau peraturan, bukan persyaratan pemohon.", wrong);
  }
  return met("Persyaratan ditujukan kepada pemohon.");
};

const FORM =
  /\basli(?:nya)?\b|\bfoto ?[ck]op[iy]\b|\bfc\b|\bcopy\b|\bsalinan\b|\bscan\b|\bpindai\w*|\brangkap\b|\beksemplar\b|\b\d+ (?:\([a-z]+\) )?lembar\b|\bhard ?copy\b|\bsoft ?(?:copy|file)\b|\bdi ?tanda ?tangan\w*|\btanda ?tangan\b|\bbertanda ?tangan\b|\bstempe?le?\b|\bberstempel\b|\bcap\b|\bdicap\b|\b(?:ber)?(?:mater[ae]i|meterai|bermeterai)\b|\bdilegalisir\b|\blegalisir\b|\bkop\b|\bberparaf\b|\bformat (?:pdf|doc\w*|excel)\b/;

export const requirementHasForm: Criterion = ({ text }) => {
  const found = firstMatch(text.plain, FORM);
  return found
    ? met("Bentuk dokumen disebut.", found)
    : notMet("Bentuk dokumen tidak disebut: asli atau fotokopi, berapa rangkap, ditandatangani siapa.");
};
