import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { USER_NOUN } from "../users.ts";
import { itemsOf, plainOf, type Text } from "../words.ts";

const USER = new RegExp(`\\b(?:${USER_NOUN}|bagian mengirim\\w*)\\b`);
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

/** Whoever applies is the user, under any name ("Pencaker mengisi formulir"), unless the name is an officer's. */
const APPLIES =
  /^\W*(?:\d{1,2}\s|[a-h]\s)?(?!(?:petugas|pejabat|pegawai|kepala|kabag|kabid|kasi|kasub|staf|pelaksana|tim|operator|admin|sekretaris|bagian|bidang|seksi|dinas|badan|unit|sub|jf|setelah|kemudian|selanjutnya|lalu|apabila|jika|bila|untuk)\w*\b)(?<who>[a-z]{3,}(?: [a-z]{2,}){0,2}) (?:mendaftar(?:kan diri)?|mengisi (?:formulir|blanko|blangko|buku tamu)|membawa (?:berkas|dokumen|persyaratan|surat|[a-z]{3,20} ke)|menyerahkan (?:berkas|dokumen|persyaratan|surat)|mengajukan (?:permohonan|usulan|pendaftaran)|menyampaikan (?:permohonan|aduan|pengaduan)|menghubungi (?:petugas|operator|call ?center|layanan)|melapor(?:kan)?|memesan|datang (?:ke|langsung|membawa))\b/;

/** Who applies, by the first word of its name ("panitia acara" is later called "panitia"). */
const applicantOf = (text: Text): { name: string; item: string } | null => {
  for (const item of text.items) {
    const who = APPLIES.exec(plainOf(item))?.groups?.who;
    if (who) return { name: (/^calon [a-z]+|^[a-z]+/.exec(who) as RegExpExecArray)[0], item };
  }
  return null;
};

/** An act told as a thing or in the passive, with the user as who does it: "Pengisian formulir oleh pemohon". */
const DONE_BY_USER = new RegExp(
  `\\b(?:mengumpulkan|pengumpulan|pengisian|pengajuan|pendaftaran|penyampaian|penyerahan|diisi|diajukan|disampaikan|dikirim|diserahkan)\\b[^;.\\n→]{0,60}\\boleh ${USER.source}|\\bpendaftaran calon (?:peserta|penerima)\\b`,
);

/** What an office takes in, somebody brought; papers from above are no request. */
const BROUGHT =
  /\bmenerima (?:berkas|usulan|surat|permohonan|pengajuan|proposal|nota dinas|aduan|pengaduan)\b[^;.\n→]{0,100}\bdari (?!atasan|pimpinan|kepala|kabag|kasub|kabid|bupati|wakil|wali ?kota|gubernur|sekretaris|sekda|asisten|petugas|staf|pelaksana|tim)[a-z]{3,}/;

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
  const own = text.items.find((item) => OWN_ACT.test(plainOf(item))) ?? applicantOf(text)?.item;
  return own ?? firstMatch(whole, DONE_BY_USER, BROUGHT);
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
  /\b(?:tidak|belum|kurang)\s+(?:lengkap|memenuhi|sesuai|benar|layak|valid)\b|\bkekurangan (?:berkas|dokumen|persyaratan)\b|\bdikembalikan\b[^.;]{0,60}\b(?:(?:di)?lengkap|(?:di)?perbaik|(?:di)?revisi|pemohon|pengusul)|\bmengembalikan\b(?=[^.;→]{0,40}\b(?:berkas|dokumen|surat|permohonan|usulan|proposal|draf\w*|kepada|ke)\b)|\bnotifikasi perbaikan\b|\bmelengkapi (?:kembali )?(?:berkas|dokumen|persyaratan|kekurangan)\b|\b(?:jika|apabila|bila)\b[^.;]{0,30}\b(?:lengkap|memenuhi|diterima|revi(?:si|du?|u)|perbaikan|koreksi|kekurangan|kesalahan)\b/;
const HANDOVER =
  /\b(?:diserahkan|menyerahkan|penyerahan|dikirim\w*|mengirim\w*|memberikan|diberikan|memberitahu(?:kan)?|menginformasikan|menerima|mendapat\w*|memperoleh|menyampaikan|disampaikan|melaporkan|melapor|membuat akun|pengiriman|dikembalikan|pencairan|serah terima)\b/;
const RESULT =
  /\b(?:hasil\w*|dokumen|surat|sertifikat|sertipikat|ijazah|akta|kutipan|izin|akun|user id|password|salinan|laporan|rekomendasi|naskah|dana|uang|barang|buku|obat|resep|kartu|ktp|jawaban|saran|pendapat|pertimbangan|konfirmasi tertulis|konfirmasi secara tertulis|data|keputusan|pbg|imb|nib|sppt|sk|sip|penjelasan|bukti|kunci|stiker|plat|produk|informasi|insentif|bantuan|perda|perbup|permohonan)\b/;
const RECEIVER =
  /\b(?:pengguna|pemohon|perangkat daerah|skpd|opd|pd|unit kerja|masing-masing|penerima|penyedia|pengusul|masyarakat|yang bersangkutan|lembaga|ins?tansi|ppk)\b/;
/** What an officer gives to a user, or a user fetches: who it is must be told by the words around. */
const givenTo = (noun: string): RegExp =>
  new RegExp(
    `\\b(?:diserahkan|dikirim(?:kan)?|dikembalikan|disampaikan|diberikan|diberitahukan|diinformasikan|diambil|diterima|ditransfer|disalurkan|dibayarkan) [^.;→]{0,30}\\b${noun}\\b|` +
      `\\bdapat (?:diambil|diunduh)\\b|` +
      `\\b(?:menyerahkan|memberikan|mengirim(?:kan)?|menyampaikan)\\b[^.;→]{0,60}\\bkepada (?:para )?${noun}\\b|` +
      `\\b${noun}\\b(?: (?!petugas|pejabat|kepala|staf)[a-z]+){0,3} (?:menerima|mengambil|mendapat(?:kan)?|memperoleh|mengunduh|mencetak)\\b`,
  );
const GIVEN = givenTo(USER_NOUN);
/** Handed over at the end, and to nobody else than who asked: "kemudian menyerahkan kartu yang sudah jadi". */
const HANDS_OVER = /\b(?:menyerahkan|penyerahan|serah terima)\b(?![^.;→]{0,80}\b(?:ke|kepada)\b)/;

/** A last step of the user's own, which needs no receiver: "Menerima hasil kajian". "Menerima layanan" hands over nothing. */
const RECEIVES =
  /^\W*(?:\d{1,2}\s)?(?:menerima|mendapat\w*|memperoleh|mengambil|serah terima)\s+(?:hasil|dokumen|surat(?! permohonan)|sertifikat|akun|user id|salinan|laporan|rekomendasi|naskah|dana|uang|barang|obat|kartu|jawaban|data|keputusan|produk|nomor)\b|\b(?:menerima|mendapat\w*|memperoleh)\b[^.;]{0,50}\bberupa (?:saran|pendapat|pertimbangan|jawaban|rekomendasi|dokumen|data|salinan)\b|^\W*(?:\d{1,2}\s)?menerima [^.;]{3,60} atau (?:surat|hasil|dokumen) (?:jawaban|balasan|penolakan|keterangan)\b|\bdan meminta tanda terima\b/;
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
  const applicant = applicantOf(text);
  const givenToApplicant = applicant && givenTo(applicant.name);
  const last = tail.find((item, at) => {
    const words = plainOf(item).slice(-LAST_WORDS);
    if (NO_RESULT.test(words)) return false;
    const result = RESULT.test(words);
    if (at === tail.length - 1) {
      if (RECEIVES.test(words) || HANDED_TO.test(words)) return true;
      if (result && (GIVEN.test(words) || givenToApplicant?.test(words) || HANDS_OVER.test(words)))
        return true;
    }
    return result && HANDOVER.test(words) && RECEIVER.test(words);
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
