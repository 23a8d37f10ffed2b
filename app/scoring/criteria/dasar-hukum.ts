import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { contentWords, plainOf } from "../words.ts";

const CITED =
  /\b\d{1,3} tahun (?:19|20)\d{2}\b|\b(?:no\.?|nomor)\s*[\dlio]{1,4}(?:\.\d+)?\b[^;]{0,60}?\b(?:tahun\s*)?(?:19|20)\d{2}\b|\b\d{1,3}\s*\/\s*(?:19|20)\d{2}\b/;
const INSTRUMENT_WORD =
  /(?<!\b(?:atas|pelaksanaan|dengan|dari)\s{0,2})(?=\b(?:undang-?\s?undang|uu|peraturan|permen\w*|perda|perbup|perpres|perka|pp|keputusan|kep(?:men)\w*|inpres|instruksi|surat edaran|se)\b[^;\n]{0,90}(?:\b(?:no\.?|nomor)\s*\d|\b\d{1,3} tahun \d{4}))/gi;

export const ruleIsCited: Criterion = ({ text, facts }) => {
  const full = facts.dasar_hukum.find((one) => one.number !== null && one.year !== null);
  const found = firstMatch(text.plain, CITED);
  if (full || found) return met("Peraturan disebut dengan nomor dan tahun.", found ?? text);
  return notMet("Tidak ada peraturan yang disebut dengan nomor dan tahun.", text);
};

const NO_RULE =
  /^\W*(?:surat (?:pengumuman|keterangan|permohonan|tugas|pengantar|rekomendasi)|rekomendasi|berita acara|proposal|nota dinas|perjanjian(?: kerja ?sama)?|nota kesep(?:akatan|ahaman)|kontrak)\b/i;

export const basisIsRule: Criterion = ({ text }) => {
  const wrong = text.items.find((item) => NO_RULE.test(item));
  return wrong ? notMet("Ada isi yang bukan peraturan.", wrong) : met("Yang didaftar adalah peraturan.");
};

/** Rules that every bagian may cite: on public services at large, on regional government, on who does what and how. */
const GENERAL =
  /pelayanan publik|standar pelayanan|pemerintah(?:an)? daerah\b|pembentukan (?:daerah|kabupaten|provinsi|kota)|(?:kedudukan|susunan organisasi|tugas(?: pokok)?,? (?:dan )?fungsi|uraian tugas|tata kerja|nomenklat[ou]r|struktur organisasi)|administrasi pemerintahan|cipta kerja|aparatur sipil negara|perangkat daerah\b|standar operasional prosedur|keterbukaan informasi|tata naskah dinas|pembentukan produk hukum|bersih (?:dan bebas |dari )+(?:kkn|korupsi)|undang-?undang (?:no\.?|nomor) 25 tahun 2009/;

/** General rules, and the services that are about just that though their names use other words. */
const ABOUT: readonly (readonly [RegExp, RegExp])[] = [
  [/tata naskah dinas/, /\b(?:surat|naskah dinas|arsip|kearsipan|tata usaha)\b/],
  [/pembentukan produk hukum/, /\b(?:hukum|peraturan|keputusan|perda|perbup|raperda|raperbup)\b/],
];

/** Where the next item of a list begins: its words are no part of the title before it. */
const NEXT_ITEM = /(\btentang\b.*?)(?:;|\.?\s+(?:\d{1,2}|[a-z])[.)]\s).*$/s;

const titlesOf = (text: string): string[] =>
  text
    .replace(/\n/g, " ")
    .split(INSTRUMENT_WORD)
    .map((part) => plainOf(part).replace(NEXT_ITEM, "$1"))
    .filter((part) => CITED.test(part) || /\b(?:no\.?|nomor)\s*\d/.test(part));

/** At least one rule on the service's own field; a general rule counts where the service is about just that. */
export const ruleIsSectoral: Criterion = ({ text, context }) => {
  const own = new Set(
    contentWords(context.service).filter(
      (word) => !/^(?:publik|standar|kerja|pemerintah|instansi|lembaga)$/.test(word),
    ),
  );
  const aboutService = /standar pelayanan|pelayanan? publik|sotk|organisasi|kelembagaan|pemerintahan/i.test(
    context.service,
  );
  const service = plainOf(context.service);
  const isAbout = (title: string): boolean =>
    ABOUT.some(([rule, services]) => rule.test(title) && services.test(service));
  const titles = titlesOf(text.raw);
  const sectoral = titles.find((title) => {
    const subject = title.replace(/^.*?\btentang\b/, "");
    if (!GENERAL.test(title) || isAbout(title)) return true;
    return aboutService
      ? !/uraian tugas|tugas,? fungsi/.test(title)
      : contentWords(subject).some((word) => own.has(word));
  });
  return sectoral
    ? met("Ada peraturan yang khusus mengatur layanan ini.", sectoral)
    : notMet("Hanya peraturan umum yang disebut; peraturan yang khusus mengatur layanan ini belum disebut.");
};
