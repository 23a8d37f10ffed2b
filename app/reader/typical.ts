import type { ComponentKey } from "./components.ts";
import { fold } from "./text.ts";

/**
 * Answers so typical of one component that they tell where a label was lost: the whole cell says nothing else. Used only
 * beside an empty or destroyed label cell.
 */
const TYPICAL: readonly [ComponentKey, RegExp][] = [
  [
    "biaya",
    /^(?:tidak|tanpa)?\s*(?:ada\s+|di\s?pungut\s+)?(?:biaya|gratis|tarif)[\s/]*(?:tarif|biaya)?[\s(]*(?:gratis)?\)?\s*\.?$|^gratis\b.{0,40}$|^rp\.?\s?\d[\d.,\-\s]*$/i,
  ],
  [
    "jangka_waktu",
    /^(?:±\s*|maksimal\s+|paling lama\s+)?\d{1,3}\s*(?:\([^)]{1,24}\))?\s*(?:menit|jam|hari|minggu|bulan|tahun)(?:\s+kerja)?\s*\.?$/i,
  ],
  ["jumlah_pelaksana", /^(?:±\s*|minimal\s+)?\d{1,3}\s*(?:\([^)]{1,24}\))?\s*orang\s*\.?$/i],
  ["pengawasan", /^(?:oleh\s+)?atasan langsung(?:\s+secara berjenjang)?\s*\.?$/i],
];

/** A word without which no answer is typical. */
const WORDS = /biaya|gratis|tarif|rp|menit|jam|hari|minggu|bulan|tahun|orang|atasan/i;

/** The component of which this text is the typical whole answer, or null. */
export const typicalOf = (text: string): ComponentKey | null => {
  if (text.length > 120 || !WORDS.test(text)) return null;
  const plain = fold(text);
  if (plain === "" || plain.length > 90) return null;
  return TYPICAL.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
};
