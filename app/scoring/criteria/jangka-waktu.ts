import type { Waktu } from "../../reader/schema.ts";
import { type Criterion, firstMatch, met, notAsked, notMet, type Subject } from "../criterion.ts";
import { figureAgainstWord, MONTH, NUMBER_WORD } from "../words.ts";

const UNIT = "(?:menit|jam|hari|minggu|bulan|tahun)";
/** A number word whose figure was lost: "(satu) hari", "1 (hari) kerja". */
const WORD_DURATION = new RegExp(`(?:\\(?${NUMBER_WORD}\\)? ${UNIT}|\\b\\d+ \\(${UNIT}\\))\\b`);
/** A fixed deadline without a duration: "paling lambat tanggal 10", "31 Maret". */
const DEADLINE = new RegExp(
  `(?:paling lambat|selambat-lambatnya|sebelum|sampai dengan)[^.;]{0,20}(?:tanggal \\d{1,2}|\\d{1,2} ${MONTH})`,
);

/** The budget year, as the time of an activity that goes on all year. */
const BUDGET_YEAR = new RegExp(
  `${MONTH}\\s*(?:s\\s*[./]\\s*d\\.?|sampai(?: dengan)?|hingga|-|–)\\s*(?:bulan )?${MONTH}|bulan ${MONTH} dan bulan ${MONTH}`,
);
/** A time that counts back from an event, also where it has a figure. */
const BEFORE_EVENT =
  /\b\d{1,3} (?:\([a-z ]+\) )?(?:jam|hari|minggu|bulan)(?: kerja| kalender)? sebelum (?:hari )?(?:acara|kegiatan|pelaksanaan|rapat|upacara|kunjungan|keberangkatan|sidang|pertemuan)\b/;
const LEAD_TIME = new RegExp(`\\bh\\s?[-–]\\s?\\d{1,2}\\b|${BEFORE_EVENT.source}`);
const OFFICE_HOURS = /\b\d{1,2}[.:]\d{2}\b|\bjam (?:kerja|kantor|pelayanan|layanan)\b/;
const EVERY_DAY = /\b(?:setiap|tiap)\s+(?:hari|jam|minggu|bulan|saat)\b|\bper\s+(?:hari|minggu)\b/;
const FREQUENCY = /\b\d+\s*(?:\([a-z ]+\)\s*)?(?:kali|x)\s+(?:dalam|se|per|setiap)/;

/** A whole year is the budget year; "selama 24 jam" says when a system is open. */
const isCompletion = ({ min, unit }: Waktu, whole: string): boolean => {
  if ((unit === "tahun" && min >= 1) || (unit === "bulan" && min >= 12)) return false;
  return unit !== "jam" || min !== 24 || !/selama 24|24 jam (?:sehari|per hari|non)/.test(whole);
};

const completionTimes = ({ facts, text }: Subject): Waktu[] => {
  const whole = text.plain;
  const lead = firstMatch(whole, BEFORE_EVENT) ?? "";
  return facts.waktu.filter(
    (one) => isCompletion(one, whole) && !lead.includes(one.text.trim().toLowerCase()),
  );
};

/** What is printed instead of a completion time, the first that a text has. */
const OTHERS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["rentang bulan dalam tahun anggaran", BUDGET_YEAR],
  ["tenggang waktu sebelum acara", LEAD_TIME],
  ["kekerapan kegiatan", FREQUENCY],
  ["hari atau saat layanan dibuka", EVERY_DAY],
  ["jam layanan", OFFICE_HOURS],
];

const otherTime = ({ text, facts }: Subject): { what: string; quote: string } | null => {
  const whole = text.plain;
  for (const [what, pattern] of OTHERS) {
    const quote = firstMatch(whole, pattern);
    if (quote) return { what, quote };
  }
  const year = facts.waktu.find(({ min, unit }) => unit === "tahun" || (unit === "bulan" && min >= 12));
  return year ? { what: "tahun anggaran", quote: year.text } : null;
};

const hasTime = (subject: Subject): string | null => {
  const time = completionTimes(subject)[0];
  const whole = subject.text.plain.replace(BEFORE_EVENT, " ");
  if (time) return time.text;
  const word = firstMatch(whole, WORD_DURATION) ?? "";
  // A time told to be no completion time ("12 (dua belas) bulan") is none by its number word either.
  const told = subject.facts.waktu.some((one) => one.text.toLowerCase().includes(word));
  return firstMatch(whole, DEADLINE) ?? (told ? null : word || null);
};

/** A figure with a unit, or a fixed deadline. A time that is no completion time is judged by its own criterion. */
export const durationIsMeasurable: Criterion = (subject) => {
  const time = hasTime(subject);
  if (time) return met("Jangka waktu memuat angka dan satuan.", time);
  if (otherTime(subject)) return notAsked("Yang disebut bukan waktu penyelesaian.");
  return notMet(
    "Jangka waktu tidak terukur: tidak ada angka dengan satuan waktu atau tenggat yang tetap.",
    subject.text,
  );
};

/** Budget year, office hours, frequency, or a lead time before an event is no completion time, also with a figure. */
export const durationIsOfCompletion: Criterion = (subject) => {
  const time = hasTime(subject);
  if (time) return met("Yang disebut adalah waktu penyelesaian.", time);
  const other = otherTime(subject);
  if (!other) return notAsked("Tidak ada waktu yang disebut.");
  return notMet(`Yang disebut ${other.what}, bukan waktu penyelesaian satu permohonan.`, other.quote);
};

export const durationAgrees: Criterion = ({ text }) => {
  const found = figureAgainstWord(text.raw);
  return found
    ? notMet("Angka dan kata bilangan jangka waktu berbeda.", found)
    : met("Angka dan kata bilangan tidak berbeda.");
};

const TRIGGER =
  /\b(?:sejak|semenjak|setelah|sesudah|terhitung|dihitung)\b|\bdari (?:permohonan|diterima|pengajuan|berkas|tanggal)/;
const FIRST_MONTH = new RegExp(`\\b${MONTH}\\b`);
const BASIS = /\b(?:hari|minggu|jam|bulan|\))\s*\)?\s*(?:kerja|kalender)\b/;

/** The moment from which time runs, or working/calendar days. */
export const durationHasTrigger: Criterion = (subject) => {
  const whole = subject.text.plain;
  const basis = completionTimes(subject).find((one) => one.basis !== null);
  // The working days of an office that says no completion time trigger nothing.
  const found = hasTime(subject) ? (basis?.text ?? firstMatch(whole, BASIS, TRIGGER, FIRST_MONTH)) : null;
  return found
    ? met("Saat mulai dihitung, atau hari kerja/kalender, disebut.", found)
    : notMet("Tidak disebut sejak kapan waktu dihitung, dan tidak disebut hari kerja atau hari kalender.");
};
