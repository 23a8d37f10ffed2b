import { type Criterion, firstMatch, met, notMet, type Subject } from "../criterion.ts";
import { COUNT } from "../words.ts";

const METHOD =
  /\bsurve[iy]\b|\bskm\b|\bikm\b|\brapat\b|\blaporan\b|\bdi ?lapor\w*|\bmelapor\w*|\bpelaporan\b|\bskp\b|\bppk\b|\branking\b|\bangket\b|\b(?:ku[ei]s|ques)ion\w+|\bpemeriksaan\b|\banalisis\b|\bmonitoring\b|\bmonev\b|\bpemantauan\b|\bpenilaian\b|\bsasaran kinerja\b|\brekapitulasi\b|\bindikator\b|\bdialog\b|\bdiskusi\b|\bmengamati\b|\blog\b|\be-?kinerja\b|\be-?kin\w*|\bdirekap\b|\bdibandingkan\b|\bsupervisi\b|\bapel\b|\bmengisi\b|\baudit\b|\bumpan balik\b|\bwawancara\b|\bobservasi\b|\bpengamatan\b|\binspeksi\b|\buji (?:petik|profisiensi|kompetensi)\b/;
const METHOD_SQUEEZED = /dilaporkan|kepuasanmasyarakat|laporansecara/;
const PERIOD = new RegExp(
  String.raw`\b(?:se)?tiap (?:${COUNT} )?(?:hari|minggu|bulan|triwulan|tribulan|semester|tahun|selesai|akhir|menyelesai\w*|kegiatan selesai)\b|\b(?:\d+|satu|dua|tiga|empat) (?:\([a-z ]+\) )?(?:kali|x)\b|\b(?:se)?(?:hari|bulan|tahun|minggu|semester|triwulan) sekali\b|\b(?:satu|dua|tiga|empat|enam|\d+) kali\b|\bper (?:${COUNT} )?(?:hari|minggu|bulan|triwulan|semester|tahun)\b|\b(?:harian|mingguan|bulanan|triwulan(?:an)?|semesteran|tahunan)\b|\bsekali (?:dalam|se)|\bsetelah (?:penilaian|kegiatan|selesai|akhir)`,
);
const PERIOD_SQUEEZED = /setiapmenyelesa/;

/** What the evaluation follows in time says when, not how. */
const AFTER = /\bsetelah (?:penilaian|rapat|survei|pemeriksaan|monitoring)\b/g;

const methodOf = ({ text }: Subject): string | null =>
  firstMatch(text.plain.replace(AFTER, " "), METHOD) ?? firstMatch(text.squeezed, METHOD_SQUEEZED);

/** "Secara berkala" says no period. */
const periodOf = ({ text }: Subject): string | null =>
  firstMatch(text.plain, PERIOD) ?? firstMatch(text.squeezed, PERIOD_SQUEEZED);

export const evaluationSaysHowOrWhen: Criterion = (subject) => {
  const found = methodOf(subject) ?? periodOf(subject);
  return found
    ? met("Cara atau waktu evaluasi disebut.", found)
    : notMet("Cara dan waktu evaluasi tidak disebut.", subject.text);
};

export const evaluationSaysHowAndWhen: Criterion = (subject) => {
  const method = methodOf(subject);
  const period = periodOf(subject);
  if (method && period) return met("Cara dan waktu evaluasi disebut.", period);
  return notMet(method ? "Waktu evaluasi tidak disebut." : "Cara evaluasi tidak disebut.");
};
