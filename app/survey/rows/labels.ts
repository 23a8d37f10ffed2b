import { clean, words } from "../text.ts";

/** Words with which rows below or between respondents begin. */
export const FOOT =
  /^(?:jumlah\b|jml\b|total(?!\w)|sub ?total|grand total|sum\b|n ?r ?r\b|rata(?:2|\b)|rerata|mean\b|average|nilai(?![a-z])|nil\b|ikm(?![a-z])|skm(?![a-z])|indeks(?![a-z])|index(?![a-z])|mutu(?![a-z])|kinerja(?![a-z])|bobot|konversi|tertimbang|kategori|predikat|peringkat|ranking|rangking|per unsur|unsur|populasi|n$|simpulan|kesimpulan|halaman\b|hal\b|pindahan|dipindahkan)/;
/** Foot rows whose figures can be whole numbers from 1 to 4 where few answered. */
export const FOOT_FIRST =
  /^(?:jumlah|jml|total|sub ?total|grand total|sum$|n ?r ?r\b|rata|rerata|mean$|average$|nilai(?![a-z])|ikm(?![a-z])|skm(?![a-z])|indeks(?![a-z])|index(?![a-z]))/;
/** Words with which notes, signatures and legends begin. */
export const NOTE =
  /^(?:keterangan|ket\b|catatan|mengetahui|kepala|kabag|sumber|dibuat|disusun|petugas|sekretaris|plt|nip\b|pangkat|pembina|u\d\b|note)/;

/** Words of such labels: nothing in them tells of a person. */
const LABEL_WORDS = new Set(
  "jumlah jml total sub grand sum nrr n r rata rata2 rerata mean average nilai nil ikm skm indeks index mutu kinerja bobot konversi dikonversi tertimbang kategori predikat peringkat ranking rangking per tiap setiap unsur unsurnya populasi sampel simpulan kesimpulan halaman hal pindahan dipindahkan keterangan ket catatan mengetahui kepala kabag sumber dibuat disusun petugas sekretaris plt nip pangkat pembina note unit pelayanan layanan kepuasan masyarakat responden survei hasil akhir skor interval dan x bagian setelah baik kurang sangat tidak".split(
    " ",
  ),
);

const WORD = /[\p{L}\d]+/gu;
const isLabelWord = (word: string): boolean => /^(?:u?\d{1,2}|25)$/.test(word) || LABEL_WORDS.has(word);

/**
 * How much of a cell, from its beginning, is the label of a row that is nobody's answers ("Jumlah", "NRR x 25", "Nilai IKM"):
 * characters up to the end of the last such word. Where a name stands there are none, or only the words before it.
 */
export const labelLength = (cell: string): number => {
  let end = 0;
  for (const match of cell.matchAll(WORD)) {
    if (!words(match[0]).split(" ").every(isLabelWord)) return end;
    end = match.index + match[0].length;
  }
  // Nothing but such words, or no word at all ("Σ", "-").
  return cell.length;
};

/** A figure of few digits: a count or a mean, and nobody's number. */
export const isFigure = (cell: string): boolean => /^\d{1,5}(?:[.,]\d+)?%?$/.test(clean(cell));
