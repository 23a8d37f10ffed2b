import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";

const FREE =
  /\bgratis\b|\bfree\b|\b(?:tidak|tanpa)\s+(?:ada\s+)?(?:di ?pungut\s+|dikenakan\s+)?(?:biaya|tarif|bea)|\bnihil\b|\brp\.?\s*0\b/;
const HIDDEN = /\b(?:di ?tanggung|dibebankan|menjadi beban)\b[^.;]{0,40}\b(?:pemohon|pengguna|penyewa)/;
const BASIS =
  /\b(?:perda|perbup|peraturan (?:daerah|bupati|wali ?kota|pemerintah|menteri)|pp)\b[^.;]{0,80}\b(?:no\.?|nomor)\s*\d+/;

export const feeIsClear: Criterion = ({ text, facts }) => {
  const fee = facts.tarif[0];
  if (fee && fee.rupiah > 0) return met("Besar biaya disebut.", fee.text);
  const free = firstMatch(text.plain, FREE);
  if (free || facts.gratis === true) return met("Layanan dinyatakan gratis.", free ?? text);
  return notMet("Besar biaya tidak disebut, dan tidak dinyatakan gratis.", text);
};

export const feeHasBasis: Criterion = ({ text, facts }) => {
  const whole = text.plain;
  const hidden = firstMatch(whole, HIDDEN);
  if (hidden) return notMet("Ada beban lain bagi pemohon yang tidak disebut besarnya.", hidden);
  if (facts.tarif.some((fee) => fee.rupiah > 0)) {
    const basis = firstMatch(whole, BASIS);
    return basis
      ? met("Besar biaya disertai dasar hukumnya.", basis)
      : notMet("Besar biaya tidak disertai dasar hukumnya.");
  }
  return met("Gratis tanpa beban lain.", text);
};
