import { distance } from "fastest-levenshtein";
import type { EditionId, UnsurKey } from "../editions.ts";
import { clean, words } from "../text.ts";

/** Words by which a header names an unsur, with their weight (3: enough alone). Tested on folded text. */
type WordList = readonly (readonly [pattern: RegExp, weight: number])[];

const NINE: Partial<Record<UnsurKey, WordList>> = {
  persyaratan: [[/\b(?:per)?syarat(?:an)?\b|\bpersy\b/, 3]],
  prosedur: [
    [/\bprosedur|\bmekanisme/, 3],
    [/\balur\b|\bsisdur\b/, 2],
    [/\bsistem\b/, 1],
  ],
  waktu: [
    [
      /\bkecepatan|\bketepatan waktu|\bjangka waktu|\bwaktu (?:penyelesaian|pelayanan|layanan|proses|tunggu|dalam|yang|selesai|pengurusan)|\blama (?:waktu|pelayanan|layanan|proses)|\bcepat\b/,
      3,
    ],
    [/\bwaktu\b/, 1.5],
  ],
  biaya: [[/\bbiaya|\btarif|\bongkos|\bpungutan/, 3]],
  produk: [
    [/\bproduk|\bspesifikasi/, 3],
    [
      /\bhasil (?:pelayanan|layanan|yang)|\bkesesuaian hasil|\bdokumen yang (?:di|anda|saudara)|\b(?:luaran|keluaran|output)\b/,
      2,
    ],
  ],
  kompetensi: [
    [/\bkompetensi|\bkemampuan|\bkeahlian|\bketerampilan|\bketrampilan|\bkecakapan/, 3],
    [/\bkompeten\b|\bmampu\b|\bmenguasai|\bterampil|\bcakap\b|\bprofesional|\bpengetahuan petugas/, 2],
  ],
  perilaku: [
    [/\bperilaku|\bkesopanan|\bkeramahan|\bsopan\b|\bramah\b|\bsikap\b/, 3],
    [/\betika\b|\bsantun\b|\bkesantunan|\btata krama/, 2],
  ],
  sarana: [
    [/\bsarana|\bprasarana|\bsarpras\b|\bfasilitas\b/, 3],
    [/\bruang(?:an)? (?:tunggu|pelayanan|layanan)|\bgedung\b|\bparkir|\btoilet\b/, 2],
  ],
  maklumat: [[/\bmaklumat/, 4]],
  pengaduan: [
    [/\bpengaduan|\baduan\b|\bkeluhan|\bkomplain/, 3],
    [/\bpenanganan\b.*\b(?:saran|masukan)/, 3],
    [/\b(?:sarana|saluran|media|fasilitas) pengaduan/, 3],
  ],
};

const { sarana, maklumat, ...SHARED } = NINE;

const FOURTEEN: Partial<Record<UnsurKey, WordList>> = {
  prosedur: NINE.prosedur,
  persyaratan: NINE.persyaratan,
  kejelasan_petugas: [[/\bkejelasan|\bkepastian petugas/, 3]],
  kedisiplinan: [[/\bkedisiplinan|\bdisiplin\b/, 3]],
  tanggung_jawab: [[/\btanggung ?jawab/, 3]],
  kemampuan: [[/\bkemampuan|\bkompetensi|\bketerampilan/, 3]],
  kecepatan: [[/\bkecepatan|\bcepat\b/, 3]],
  keadilan: [[/\bkeadilan|\badil\b/, 3]],
  kesopanan: [[/\bkesopanan|\bkeramahan|\bsopan\b|\bramah\b/, 3]],
  kewajaran_biaya: [[/\bkewajaran(?: biaya)?|\bbiaya (?:yang )?wajar/, 4]],
  kepastian_biaya: [
    [/\bkepastian biaya|\bkesesuaian biaya/, 5],
    [/\bbiaya\b/, 1],
  ],
  kepastian_jadwal: [[/\bkepastian (?:jadwal|waktu)|\bjadwal\b/, 4]],
  kenyamanan: [[/\bkenyamanan|\bnyaman\b/, 3]],
  keamanan: [[/\bkeamanan|\baman\b/, 3]],
};

const LISTS: Record<EditionId, Partial<Record<UnsurKey, WordList>>> = {
  "14/2017": { ...SHARED, sarana },
  "16/2014": { ...SHARED, maklumat },
  "25/2004": FOURTEEN,
};

/** Whole words that are recognised also when misspelt by a letter or two. */
const FUZZY: Record<EditionId, readonly (readonly [UnsurKey, readonly string[]])[]> = {
  "14/2017": [
    ["persyaratan", ["persyaratan"]],
    ["prosedur", ["prosedur", "mekanisme"]],
    ["waktu", ["kecepatan"]],
    ["produk", ["spesifikasi"]],
    ["kompetensi", ["kompetensi", "kemampuan"]],
    ["perilaku", ["perilaku", "kesopanan", "keramahan"]],
    ["sarana", ["prasarana"]],
    ["pengaduan", ["pengaduan"]],
  ],
  "16/2014": [
    ["persyaratan", ["persyaratan"]],
    ["prosedur", ["prosedur", "mekanisme"]],
    ["kompetensi", ["kompetensi", "kemampuan"]],
    ["perilaku", ["perilaku"]],
    ["maklumat", ["maklumat"]],
    ["pengaduan", ["pengaduan"]],
  ],
  "25/2004": [
    ["prosedur", ["prosedur"]],
    ["persyaratan", ["persyaratan"]],
    ["kedisiplinan", ["kedisiplinan"]],
    ["kecepatan", ["kecepatan"]],
    ["kesopanan", ["kesopanan"]],
    ["kenyamanan", ["kenyamanan"]],
  ],
};

export interface WordHit {
  unsur: UnsurKey;
  /** 3 and more is sure. */
  weight: number;
  /** Where in the header the word stands: of two equal ones the earlier names the topic. */
  at: number;
}

/** The unsur that a header's words name best; null where they name none. */
export const unsurByWords = (header: string, id: EditionId): WordHit | null => {
  const text = words(header);
  let best: WordHit | null = null;
  for (const [key, list] of Object.entries(LISTS[id]) as [UnsurKey, WordList][]) {
    let weight = 0;
    let at = Number.POSITIVE_INFINITY;
    for (const [pattern, points] of list) {
      const match = pattern.exec(text);
      if (!match) continue;
      weight += points;
      at = Math.min(at, match.index);
    }
    if (weight && (!best || weight > best.weight || (weight === best.weight && at < best.at)))
      best = { unsur: key, weight, at };
  }
  return best && best.weight >= 2.5 ? best : (fuzzy(text, id) ?? best);
};

const fuzzy = (text: string, id: EditionId): WordHit | null => {
  for (const token of text.split(" ")) {
    if (token.length < 7) continue;
    for (const [unsur, known] of FUZZY[id])
      if (known.some((word) => distance(word, token) <= (word.length >= 9 ? 2 : 1)))
        return { unsur, weight: 2.5, at: text.indexOf(token) };
  }
  return null;
};

const CODE =
  /^(?:(?:nilai|skor|kode|jawaban|jawab|pertanyaan|unsur)? ?(?:unsur|u|pertanyaan|p|q|soal|jawaban|jawab|item|indikator|x|butir|skor|nilai|kuesioner|kuisioner|no)|unsur pelayanan) ?0*(\d{1,2})(?: (?:skor|nilai|score))?$/;
const CODE_FIRST = /^(?:u|unsur|p|q|x|pertanyaan) ?0*(\d{1,2})\b/;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];

/** The number in a header that is a code ("U-1", "Unsur 3", "jawab9", "P1"), 1-14; null where it is none. */
export const unsurNumber = (header: string): number | null => {
  const text = words(header);
  const match = CODE.exec(text) ?? CODE_FIRST.exec(text);
  if (match) {
    const number = Number(match[1]);
    return number >= 1 && number <= 14 ? number : null;
  }
  const roman = /^(?:unsur|pertanyaan|u) ([ivx]+)$/.exec(text);
  const at = roman ? ROMAN.indexOf(roman[1] as string) : -1;
  return at < 0 ? null : at + 1;
};

/** A header that is a bare figure ("1", "(9)"), as sheets print below the words "Nilai unsur pelayanan". */
export const bareNumber = (header: string): number | null => {
  const match = /^\(?0?(\d{1,2})[.)]?\)?$/.exec(clean(header));
  const number = match ? Number(match[1]) : 0;
  return number >= 1 && number <= 14 ? number : null;
};
