import { type Criterion, firstMatch, met, notMet, type Subject } from "../criterion.ts";
import { contentWords, plainOf } from "../words.ts";

const EDUCATION =
  /\bpendidikan\b|\bsarjana\b|\bdiploma\b|\bs\s?-?[123]\b|\bd\s?-?(?:[1234]|iii|iv)\b|\bslta\b|\bsm[ak]\b|\bstrata\b|\bmagister\b|\bijazah\b|\blulusan\b|\bakademi\b|\bsm[up]\b|\bstm\b|\bprofesi (?:ners|dokter|bidan|apoteker|guru)\b/;
const SKILL =
  /\bm[ae]m?p[ua]\b|\bmampu\b|\bkemampuan\b|\bket(?:e)?rampilan\b|\bterampil\b|\bmeng?uasai\b|\bmengusai\b|\bpengetahuan\b|\bpemahaman\b|\b(?:m|w)emahami\b|\bpaham\b|\bmahir\b|\bmengetahui\b|\bcakap\b|\bcekatan\b|\bteliti\b|\bcermat\b|\bbisa\b|\bintegritas\b|\bser[ti]+fikat\b|\bbersertifikat\b|\bsertifikasi\b|\b(?:ber)?lisensi\b|\bs(?:tr|ip|ipp|io)\b|\bpengalaman\b|\bberpengalaman\b|\bkompetensi (?:di|dalam|yang|teknis)\b|\betika\b|\bwawasan\b|\bdiklat\b|\bpelatihan\b|\bmengoperasikan\b|\bkreati[fv]\w*|\bketelitian\b|\bmerancang\b|\bkewenangan\b/;
const REGULATION =
  /^\W*(?:peraturan|undang|permen\w*|perda|perbup|perpres|keputusan|kep(?:men)\w*|menteri|pp|uu)\b[^;]*\b(?:no|nomor)\b/i;

/** A degree by its short form, whose field may be a word of the service's name ("S1 Hukum"). */
const DEGREE = /\bs\s?-?[123]\b|\bd\s?-?(?:[1234]|iii|iv)\b/;

const isOwnName = (item: string, service: string): boolean => {
  const own = new Set(contentWords(service));
  const said = contentWords(item);
  const plain = plainOf(item);
  return said.length > 0 && said.every((word) => own.has(word)) && !SKILL.test(plain) && !DEGREE.test(plain);
};

/** Items that are no competence: a regulation, or the service's own name. */
const misplaced = ({ text, context }: Subject): { all: readonly string[]; wrong: string[] } => {
  const all = text.items;
  return { all, wrong: all.filter((item) => REGULATION.test(item) || isOwnName(item, context.service)) };
};

export const competenceIsGiven: Criterion = (subject) => {
  const { all, wrong } = misplaced(subject);
  const right = plainOf(all.filter((item) => !wrong.includes(item)).join("; "));
  const found = firstMatch(right, SKILL, EDUCATION);
  // A list mostly of regulations and names keeps no competence for one "teliti" among them.
  if (found && wrong.length * 2 <= all.length) return met("Keterampilan atau pendidikan disebut.", found);
  return notMet(
    "Tidak ada keterampilan, pengetahuan, atau pendidikan yang diminta.",
    wrong[0] ?? subject.text,
  );
};

export const competenceIsNoRegulation: Criterion = (subject) => {
  const { wrong } = misplaced(subject);
  return wrong.length > 0
    ? notMet("Yang didaftar peraturan atau nama layanan, bukan kompetensi pelaksana.", wrong[0])
    : met("Tidak ada peraturan atau nama layanan dalam daftar.");
};

export const competenceIsComplete: Criterion = ({ text }) => {
  const whole = text.plain;
  const education = EDUCATION.test(whole);
  const skill = SKILL.test(whole);
  if (education && skill) return met("Pendidikan dan keterampilan disebut.", firstMatch(whole, EDUCATION));
  return notMet(education ? "Keterampilan tidak disebut." : "Pendidikan tidak disebut.");
};
