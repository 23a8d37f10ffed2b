import { type Criterion, firstMatch, met, notMet } from "../criterion.ts";
import { figureAgainstWord, NUMBER_WORD } from "../words.ts";

const FIGURE = new RegExp(
  `\\b[\\dil]{1,3}\\s*(?:\\([a-z ]+\\)\\s*)?(?:orang|org|personil|personel|petugas|pegawai|staf|pejabat|pelaksana|asn)\\b|^\\W*[a-z][a-z /]{2,40}?[ :=]+\\d{1,3}\\s*(?:,|;|\\bdan\\b|$)|\\(?\\b${NUMBER_WORD}\\)? (?:orang|personil|petugas|pegawai)\\b`,
);

export const headCountIsGiven: Criterion = ({ text, facts }) => {
  if (facts.jumlah_pelaksana !== null) return met(`Jumlah pelaksana ${facts.jumlah_pelaksana} orang.`, text);
  const found = firstMatch(text.plain, FIGURE) ?? (/^\W*\d{1,3}\W*$/.test(text.raw) ? text : null);
  return found
    ? met("Jumlah pelaksana disebut.", found)
    : notMet("Jumlah pelaksana tidak terukur: tidak ada angka.", text);
};

export const headCountAgrees: Criterion = ({ text }) => {
  const found = figureAgainstWord(text.raw);
  return found
    ? notMet("Angka dan kata bilangan jumlah pelaksana berbeda.", found)
    : met("Angka dan kata bilangan tidak berbeda.");
};

const HEDGE =
  /±|\+\/-|\b(?:min|maks)\b|\b(?:minimal|sedikitnya|setidaknya|rata-rata|maksimal|paling sedikit|paling banyak|sekurang-kurangnya|kurang lebih|lebih kurang|sekitar|kira-kira|tentatif|menyesuaikan|disesuaikan|sesuai kebutuhan)\b/;

export const headCountIsFirm: Criterion = ({ text }) => {
  const hedge = firstMatch(text.plain, HEDGE);
  return hedge
    ? notMet("Jumlah pelaksana tidak pasti.", hedge)
    : met("Jumlah pelaksana disebut tanpa syarat.", text);
};
