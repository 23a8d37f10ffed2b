import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { itemsOf, plainOf, type Text } from "../words.ts";

const USER =
  /\b(?:pengguna|p[ae]mohon\w*|perangkat daerah|skpd|opd|pd|dinas\/badan|masyarakat|pengunjung|penyedia|peserta|t?amu|lembaga|unit pelayanan|ppk|pa\/kpa|pengguna anggaran|instansi|asn|pns|pihak ketiga|satuan kerja|kecamatan|camat|desa|penerima|personil|mitra|pelaku usaha|pengusul|user|bagian mengirim\w*|warga|ormas|kelompok|bumd|auditor)\b/;
const USERS = new RegExp(USER, "g");
/** What a user does; "kepada pengguna" alone is no act of the user's. */
const ACT =
  /\b(?!memiliki|mempunyai|merupakan|menjadi|menurut|mengenai|terkait|berdasarkan|bersama|berupa|berkala|berikut)(?:me(?:ng|n|m|ny)?[a-z]{3,}(?:kan|i)?|datang|dapat|akan|ber[a-z]{4,}|login|masuk|hadir|harus|agar|mendaftar|input)\b/;
/** So many characters behind the user's name its act begins. */
const REACH = 60;
/**
 * A step told to the user without naming one ("Mengisi formulir", "Login pada aplikasi"); it must open the step. Who
 * hands on results, drafts or papers for signature is an officer.
 */
const OWN_ACT =
  /^\W*(?:\d{1,2}\s)?(?:mengajukan(?! (?:hasil|proses|tanda ?tangan|draf\w*|konsep|telaah\w*|laporan))|menyampaikan permohonan|mendaf[a-z]ar|input data|login|mengisi|memohon\w*|masukkan|klik|mengirim(?:kan)? (?:surat|permohonan|proposal)|penyampaian (?:proposal|permohonan|usulan)|unggah|masuk ke)\b/;

/** An act told as a thing or in the passive, with the user as who does it: "Pengisian formulir oleh pemohon". */
const DONE_BY_USER = new RegExp(
  `\\b(?:mengumpulkan|pengumpulan|pengisian|pengajuan|pendaftaran|penyampaian|penyerahan|diisi|diajukan|disampaikan|dikirim|diserahkan)\\b[^;.\\n→]{0,60}\\boleh ${USER.source}|\\bpendaftaran calon (?:peserta|penerima)\\b`,
);

/** Where a step ends: what stands behind it is somebody else's act. */
const STEP_ENDS = /[;•●▪→]|(?:^|[\s.,:])(?:\d{1,2}|[a-z])[.)]\s?(?=[a-z])/;

/** The user as the heading of a list ("Pemohon: 1. …"): the list is the user's. */
const HEADING = /^\s*:?\s*(?:1|a)[.)]\s?(?=[a-z])/;

const userActs = (text: Text): string | null => {
  const whole = text.plain;
  for (const match of whole.matchAll(USERS)) {
    const end = match.index + match[0].length;
    const after =
      whole
        .slice(end, end + REACH)
        .replace(HEADING, " ")
        .split(STEP_ENDS)[0] ?? "";
    const before = whole.slice(Math.max(0, match.index - 14), match.index);
    if (/(?:kepada|ke|untuk|dengan|terkait|semua)\s*$/.test(before)) continue;
    if (ACT.test(after) || /(?:dari|oleh)\s*$/.test(before))
      return (match[0] + whole.slice(end, end + REACH)).split(STEP_ENDS)[0]?.trim() ?? match[0];
  }
  return text.items.find((item) => OWN_ACT.test(plainOf(item))) ?? DONE_BY_USER.exec(whole)?.[0] ?? null;
};

/** A scan loses list marks, so a longer text without any may hold several steps; fewer words than these hold one. */
const WORDS_OF_STEPS = 8;

const hasSteps = (text: Text): boolean =>
  text.items.length >= 2 || text.plain.split(" ").length >= WORDS_OF_STEPS;

export const procedureHasSteps: Criterion = ({ text }) =>
  hasSteps(text)
    ? met("Prosedur memuat langkah-langkah.")
    : notMet("Prosedur hanya satu kalimat, tanpa langkah.", text);

export const userTakesPart: Criterion = ({ text }) => {
  const found = userActs(text);
  return found
    ? met("Pengguna layanan ikut bertindak.", found)
    : notMet("Pengguna layanan tidak tampak dalam prosedur; hanya langkah petugas yang disebut.", text);
};

const INCOMPLETE =
  /\b(?:tidak|belum|kurang)\s+(?:lengkap|memenuhi|sesuai|benar|layak|valid)\b|\bkekurangan (?:berkas|dokumen|persyaratan)\b|\bdikembalikan\b[^.;]{0,60}\b(?:lengkap|perbaik|revisi|pemohon|pengusul)|\bmengembalikan\b|\b(?:jika|apabila|bila)\b[^.;]{0,30}\b(?:lengkap|memenuhi|diterima)\b/;
const HANDOVER =
  /\b(?:diserahkan|menyerahkan|penyerahan|dikirim\w*|mengirim\w*|memberikan|diberikan|memberitahu(?:kan)?|menginformasikan|menerima|mendapat\w*|memperoleh|menyampaikan|disampaikan|melaporkan|melapor|membuat akun|pengiriman|dikembalikan|pencairan|serah terima)\b/;
const RESULT =
  /\b(?:hasil\w*|dokumen|surat|sertifikat|akun|user id|password|salinan|laporan|rekomendasi|naskah|dana|uang|barang|kartu|ktp|jawaban|konfirmasi tertulis|konfirmasi secara tertulis|data|keputusan|produk|informasi|insentif|bantuan|perda|perbup|permohonan)\b/;
const RECEIVER =
  /\b(?:pengguna|pemohon|perangkat daerah|skpd|opd|pd|unit kerja|masing-masing|penerima|penyedia|pengusul|masyarakat|yang bersangkutan|lembaga|instansi|ppk)\b/;

/** A last step of the user's own, which needs no receiver: "Menerima hasil kajian". "Menerima layanan" hands over nothing. */
const RECEIVES =
  /^\W*(?:\d{1,2}\s)?(?:menerima|mendapat\w*|memperoleh|serah terima)\s+(?:hasil|dokumen|surat(?! permohonan)|sertifikat|akun|user id|salinan|laporan|rekomendasi|naskah|dana|uang|barang|kartu|jawaban|data|keputusan|produk|nomor)\b|\bdan meminta tanda terima\b/;
const HANDED_TO =
  /\b(?:diserahkan|dikirim(?:kan)?|dikembalikan|disampaikan) (?:kembali )?(?:ke|kepada) (?:pengguna|pemohon|perangkat daerah|skpd|opd|pd)\b/;
/** Given, but no result: an opportunity, advice on the way. */
const NO_RESULT =
  /mendapat\w* (?:layanan|fasilitas|pelayanan)|survei kepuasan|mengambil ktp|surat permohonan|kesempatan untuk/;

/** Where a scan lost the list marks, the whole text is one item: so many characters of its end are the last step. */
const LAST_WORDS = 220;
const QUOTED = 150;

/** A branch for incomplete files, or a last step that hands over the result; "mendapatkan layanan" hands over nothing. */
export const procedureEndsWell: Criterion = ({ text }) => {
  const branch = firstMatch(text.plain, INCOMPLETE);
  if (branch) return met("Ada jalan bagi berkas yang tidak lengkap.", branch);
  const tail = itemsOf(text.raw.split(/flow ?chart/i)[0] ?? text.raw)
    .filter((item) => !/^(?:\d{1,2}\s)?selesai\W*$/i.test(item))
    .slice(-2);
  const last = tail.find((item, at) => {
    const words = plainOf(item).slice(-LAST_WORDS);
    if (NO_RESULT.test(words)) return false;
    if (at === tail.length - 1 && (RECEIVES.test(words) || HANDED_TO.test(words))) return true;
    return HANDOVER.test(words) && RESULT.test(words) && RECEIVER.test(words);
  });
  return last
    ? met(
        "Prosedur berakhir dengan penyerahan hasil.",
        last.length > QUOTED ? last.slice(-QUOTED).replace(/^\S*\s/, "") : last,
      )
    : notMet(
        "Tidak ada jalan bagi berkas yang tidak lengkap, dan hasil tidak diserahkan pada langkah terakhir.",
      );
};
