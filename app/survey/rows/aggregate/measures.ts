import { type Fraction, fraction, parseDecimal, times } from "../../figures/exact.ts";
import { clean, words } from "../../text.ts";
import { atLeast, atMost, readingsOf } from "../counted.ts";

/** What a column or a row of printed figures holds: respondents, sum of answers, mean, converted mean, either, index. */
export type Measure = "n" | "sum" | "nrr" | "nilai" | "value" | "ikm";

const MEASURES: readonly (readonly [Measure | null, RegExp])[] = [
  [
    null,
    /\btertimbang|\bbobot\b|\bmutu\b|\bkinerja\b|\bkategori|\bperingkat|\branking|\bpredikat|\bketerangan|\bpersepsi\b/,
  ],
  ["n", /^n$|\bresponden\b|\bjumlah pengisi|\bterisi\b|\bjumlah sampel/],
  ["nilai", /\bkonversi|\bx 25\b|\bnik\b|\binterval konversi/],
  ["ikm", /\bikm\b|\bskm\b|\bindeks\b/],
  ["nrr", /\bnrr\b|\brata rata|\brerata|\bmean\b|\bnilai rata/],
  ["sum", /^jumlah|^total|\bjumlah nilai|\btotal nilai|\bjumlah skor|^sum$|^jml/],
  ["value", /^nilai|^skor|^score$/],
];

/** What a column says by its header; null where that is no figure of an unsur. */
export const measureOf = (header: string): Measure | null => {
  if (/^[Σ∑]/.test(header)) return "sum";
  const text = words(header);
  return MEASURES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};

/** What a row says by its first cell: a unit, one measure of all unsur, or figures that follow from others. */
export type RowKind = "unit" | "n" | "sum" | "nrr" | "skip";

const ROWS: readonly (readonly [RowKind, RegExp])[] = [
  ["n", /^(?:jumlah responden|responden|n$|terisi)/],
  ["sum", /^(?:jumlah|jml|total)/],
  ["skip", /tertimbang|bobot/],
  ["nrr", /^(?:nrr|rata|rerata|nilai rata|mean)/],
  ["skip", /^(?:ikm|skm|indeks|mutu|kinerja|kategori|nilai|konversi)/],
];

export const rowKindOf = (first: string): RowKind => {
  const label = words(first);
  if (/^[Σ∑]|^(?:jumlah|jml|total)/i.test(first) && !ROWS[0]?.[1].test(label)) return "sum";
  return ROWS.find(([, pattern]) => pattern.test(label))?.[0] ?? "unit";
};

const HUNDRED = fraction(1, 25);

/** A mean on either scale: 1-4 as it is, 25-100 divided by 25. Null where it is neither. */
export const meanOn4 = (value: Fraction, digits: number): { nrr: Fraction; digits: number } | null => {
  if (atLeast(value, 1) && atMost(value, 4)) return { nrr: value, digits };
  return atLeast(value, 25) && atMost(value, 100)
    ? { nrr: times(value, HUNDRED), digits: digits + 1.4 }
    : null;
};

/** A figure with its decimals; where only thousands parted more than once make it one, a whole number. */
export const figureOf = (text: string): { value: Fraction; digits: number } | undefined => {
  const whole = readingsOf(text)[0];
  return parseDecimal(text) ?? (whole && { value: whole, digits: 0 });
};

const RESPONDENTS = /\b(?:jumlah|total|banyak(?:nya)?)\s+responden\b[^\d]{0,20}(\d[\d.]*)|\bn\s*=\s*(\d+)/i;

/** "Jumlah responden: 29" in titles or foot; null where none stands there. */
export const respondentsIn = (cells: readonly string[]): number | null => {
  const text = cells.map(clean).filter(Boolean).join(" ");
  const match = RESPONDENTS.exec(text);
  const number = match ? Number((match[1] ?? match[2] ?? "").replaceAll(".", "")) : 0;
  return number > 0 ? number : null;
};
