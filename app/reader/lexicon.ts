import { distance } from "fastest-levenshtein";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";

/**
 * Labels under which decrees print each component, in the wording of the regulations (UU 25/2009 Pasal 21, Permenpan RB
 * 15/2014) and of common practice. Case, punctuation and the small words between do not count; a label may be cut short.
 */
export const LABELS: Record<ComponentKey, readonly string[]> = {
  persyaratan: [
    "persyaratan pelayanan",
    "persyaratan layanan",
    "persyaratan",
    "syarat pelayanan",
    "syarat syarat",
  ],
  prosedur: [
    "sistem mekanisme prosedur pelayanan",
    "sistem mekanisme prosedur",
    "mekanisme prosedur",
    "mekanisme pelayanan",
    "prosedur pelayanan",
    "prosedur layanan",
    "prosedur",
    "sistem prosedur",
    "alur pelayanan",
    "tata cara pelayanan",
    "mekanisme",
  ],
  jangka_waktu: [
    "jangka waktu penyelesaian",
    "jangka waktu pelayanan",
    "jangka waktu layanan",
    "jangka waktu",
    "waktu pelayanan",
    "waktu penyelesaian",
    "waktu layanan",
    "lama pelayanan",
    "lama penyelesaian",
    "standar waktu",
    "durasi layanan",
    "durasi pelayanan",
    "durasi",
  ],
  biaya: [
    "biaya tarif",
    "biaya pelayanan",
    "biaya layanan",
    "tarif biaya",
    "biaya",
    "tarif pelayanan",
    "tarif layanan",
    "tarif",
  ],
  produk: [
    "produk pelayanan",
    "produk layanan",
    "produk",
    "hasil pelayanan",
    "hasil layanan",
    "jenis produk",
    "keluaran pelayanan",
    "keluaran",
  ],
  pengaduan: [
    "penanganan pengaduan saran masukan apresiasi",
    "penanganan pengaduan saran masukan",
    "pengelolaan pengaduan saran masukan",
    "penanganan pengaduan",
    "pengelolaan pengaduan",
    "pengaduan saran masukan",
    "layanan pengaduan",
    "pengaduan",
    "saran masukan",
    "penanganan aduan",
    "penanganan keluhan",
    "kanal pengaduan",
    "kanal aduan",
    "saluran pengaduan",
    "aduan saran",
  ],
  dasar_hukum: ["dasar hukum pelayanan", "dasar hukum", "landasan hukum", "dasar peraturan"],
  sarana: [
    "sarana prasarana atau fasilitas",
    "sarana prasarana fasilitas",
    "sarana prasarana pelayanan",
    "sarana prasarana",
    "sarana fasilitas",
    "fasilitas sarana prasarana",
    "fasilitas pelayanan",
    "fasilitas layanan",
    "fasilitas",
    "prasarana",
    "sarana",
  ],
  kompetensi: [
    "kompetensi pelaksana pelayanan",
    "kompetensi pelaksana",
    "kompetensi petugas",
    "kompetensi pegawai",
    "kompetensi sdm",
    "kualifikasi pelaksana",
    "kualifikasi petugas",
    "kompetensi",
  ],
  pengawasan: [
    "pengawasan internal",
    "pengawasan intern",
    "pengendalian internal",
    "pengawasan pelayanan",
    "pengawasan",
  ],
  jumlah_pelaksana: [
    "jumlah pelaksana pelayanan",
    "jumlah pelaksana",
    "jumlah petugas",
    "jumlah pegawai",
    "jumlah personil",
    "jumlah sdm",
    "jumlah tenaga",
    "jumlah pelayanan",
  ],
  jaminan_pelayanan: ["jaminan pelayanan", "jaminan layanan", "jaminan mutu pelayanan"],
  jaminan_keamanan: [
    "jaminan keamanan keselamatan pelayanan",
    "jaminan keamanan keselamatan layanan",
    "jaminan keamanan keselamatan",
    "jaminan keamanan kecelakaan kerja",
    "jaminan keamanan pelayanan",
    "jaminan keselamatan keamanan",
    "jaminan keamanan",
    "jaminan keselamatan",
    "keamanan keselamatan pelayanan",
    "keamanan keselamatan",
  ],
  evaluasi_kinerja: [
    "evaluasi kinerja pelaksana",
    "evaluasi kinerja pelayanan",
    "evaluasi kinerja",
    "evaluasi pelaksana",
    "evaluasi pelayanan",
    "penilaian kinerja pelaksana",
    "evaluasi",
  ],
};

/**
 * Rows that decrees add to the 14 of the regulation. They belong to no component and must not run into the one above.
 */
const OTHER_ROWS =
  /^\s*(?:masa berlaku|mott?o|visi|misi|maklumat pelayanan|jam (?:pelayanan|layanan|operasional|kerja)|hari (?:dan|\/) jam|penanggung\s?jawab|unit (?:pelaksana|pengelola|penyelenggara)|pengguna (?:pe)?layanan|sasaran (?:pe)?layanan|penerima (?:pe)?layanan|tempat pelayanan|lokasi pelayanan|janji (?:pe)?layanan|inovasi|catatan|definisi|deskripsi (?:pe)?layanan|ruang lingkup|tujuan (?:pe)?layanan)\b/i;

/** A label that is none of the 14. */
export const isOtherLabel = (text: string): boolean => text.length <= 80 && OTHER_ROWS.test(text);

/** Words that neither make nor break a label. */
const FILLERS = new Set(
  // Behind the words themselves what scans make of the first one.
  "dan atau serta dari dalam untuk d n i dun dcin clan dain dnn dari".split(" "),
);

interface Variant {
  key: ComponentKey;
  words: readonly string[];
  letters: number;
}

const VARIANTS: readonly Variant[] = COMPONENT_KEYS.flatMap((key) =>
  LABELS[key].map((label) => {
    const words = label.split(" ").filter((word) => !FILLERS.has(word));
    return { key, words, letters: words.join("").length };
  }),
);

export interface LabelMatch {
  key: ComponentKey;
  /** 0-1: how much of the wording was found, weighed by letters. */
  similarity: number;
  /** The whole wording stands there; false where the text ends before the wording does. */
  complete: boolean;
  /** Offset in the text at which the label ends. */
  end: number;
  /** Letters of the wording that were found: a longer wording beats a shorter one. */
  matched: number;
}

interface Word {
  word: string;
  end: number;
}

/** A label is looked for in this many characters at most. */
const WINDOW = 120;

const firstWords = (text: string): Word[] => {
  const found: Word[] = [];
  const pattern = /[a-zA-Z]+/g;
  for (let match = pattern.exec(text); match && found.length < 9; match = pattern.exec(text)) {
    const word = match[0].toLowerCase();
    found.push({ word, end: match.index + match[0].length });
  }
  return found;
};

/** Damage seldom takes both ends of a word: one of the first two or last two letters stands where it should. */
const sharesEnd = (a: string, b: string): boolean =>
  a[0] === b[0] || a[1] === b[1] || a.at(-1) === b.at(-1) || a.at(-2) === b.at(-2);

/** Letters that scans write for one another, brought to one form on both sides. */
const CONFUSED = /rn|lc|ii|ri|vv|cl|li|l/g;
const UNCONFUSED: Readonly<Record<string, string>> = {
  rn: "m",
  lc: "k",
  ii: "u",
  ri: "n",
  vv: "w",
  cl: "d",
  li: "h",
  l: "i",
};
const shapeOf = (word: string): string => word.replace(CONFUSED, (letters) => UNCONFUSED[letters] as string);
const SHAPES = new Map<string, string>();
/** Shape of a word of the lexicon. */
const knownShape = (word: string): string => {
  const shape = SHAPES.get(word) ?? shapeOf(word);
  SHAPES.set(word, shape);
  return shape;
};

/** Likeness of a printed word to a word of the lexicon, 0-1; 0 below what OCR damage explains. */
const wordLikeness = (printed: string, word: string): number => {
  if (printed === word) return 1;
  const plain = spelledAlike(printed, word);
  if (plain >= 0.95 || word.length < 4 || printed.length > word.length + 4) return plain;
  const shape = shapeOf(printed);
  const known = knownShape(word);
  return Math.max(plain, shape === known ? 0.95 : 0.95 * spelledAlike(shape, known));
};

const spelledAlike = (printed: string, word: string): number => {
  const longer = Math.max(printed.length, word.length);
  if (word.length < 4 || Math.abs(printed.length - word.length) > 2) return 0;
  if (!sharesEnd(printed, word)) return 0;
  const likeness = 1 - distance(printed, word) / longer;
  return likeness >= 0.7 ? likeness : 0;
};

const matchVariant = (words: readonly Word[], variant: Variant): LabelMatch | null => {
  let at = 0;
  let matched = 0;
  let found = 0;
  let sum = 0;
  let end = 0;
  for (const word of variant.words) {
    while (at < words.length && FILLERS.has((words[at] as Word).word)) at++;
    const printed = words[at];
    if (!printed) break;
    const likeness = wordLikeness(printed.word, word);
    if (likeness === 0) {
      // A word torn in two by a column border or a line end: "Keselama" "tan".
      const next = words[at + 1];
      const torn = next ? wordLikeness(printed.word + next.word, word) : 0;
      if (torn < 0.85) {
        // The text may end in the middle of the wording's word: "Persyara".
        if (!next && printed.word.length >= 4 && word.startsWith(printed.word)) {
          return {
            key: variant.key,
            similarity: 0.95,
            complete: false,
            end: printed.end,
            matched: matched + printed.word.length,
          };
        }
        break;
      }
      at++;
      end = (next as Word).end;
      sum += torn * word.length;
    } else {
      end = printed.end;
      sum += likeness * word.length;
    }
    matched += word.length;
    found++;
    at++;
  }
  if (found === 0) return null;
  const complete = found === variant.words.length;
  const exhausted = at >= words.length;
  if (!complete && !exhausted) return null;
  return { key: variant.key, similarity: sum / matched, complete, end, matched };
};

/** Words that labels are made of; behind a label on its line they belong to it ("Kompetensi Pelaksana Pelayanan"). */
const SIDE_WORDS = new Set(
  "layanan pelayanan publik kerja pengguna penyelenggara unit service internal teknis administratif administrasi umum khusus permohonan".split(
    " ",
  ),
);
const LABEL_WORDS = new Set([...VARIANTS.flatMap((variant) => variant.words), ...FILLERS, ...SIDE_WORDS]);

/** End of the label when the rest of its line holds nothing but words of labels. */
const withTrailingWords = (text: string, end: number, key: ComponentKey): number => {
  const line = /^[^\n:：=]*/.exec(text.slice(end))?.[0] ?? "";
  // An item of a list ends so; a label does not.
  if (line.includes(";")) return end;
  const plain = line.replace(/\([^)]*\)/g, " ").trim();
  if (plain === "" || plain.length > 50 || /\d/.test(plain)) return end;
  const words = plain.toLowerCase().match(/[a-z]+/g) ?? [];
  // Labels that pile up in one cell are not swallowed: the second one opens a row of its own.
  const opening = firstWords(plain);
  if (VARIANTS.some((variant) => variant.key !== key && matchVariant(opening, variant)?.complete)) return end;
  return words.length > 0 && words.every((word) => LABEL_WORDS.has(word)) ? end + line.trimEnd().length : end;
};

const BY_FIRST_WORD = new Map<string, Variant[]>();
for (const variant of VARIANTS) {
  const word = variant.words[0] as string;
  BY_FIRST_WORD.set(word, [...(BY_FIRST_WORD.get(word) ?? []), variant]);
}

/** Variants whose first word this may be: whole, damaged, torn in two, or cut by the text's end. */
const candidates = (printed: string, words: readonly Word[]): Variant[] => {
  const exact = BY_FIRST_WORD.get(printed);
  const found: Variant[] = exact ? [...exact] : [];
  const next = words[words.findIndex(({ word }) => word === printed) + 1]?.word;
  for (const [word, variants] of BY_FIRST_WORD) {
    if (word === printed) continue;
    if (
      wordLikeness(printed, word) > 0 ||
      (next && printed.length < word.length && wordLikeness(printed + next, word) >= 0.85) ||
      (!next && printed.length >= 4 && word.startsWith(printed))
    ) {
      found.push(...variants);
    }
  }
  return found;
};

/** "Biaya (tarif)": the bracket belongs to the label that opened it. */
const withClosingBracket = (text: string, end: number): number =>
  text.slice(0, end).includes("(") && !text.slice(0, end).includes(")") && /^\s*\)/.test(text.slice(end))
    ? text.indexOf(")", end) + 1
    : end;

/** A wording found across a colon, or across a line end with more text behind it on that line, is content taken for label. */
const runsOver = (text: string, end: number): boolean => {
  const label = text.slice(0, end);
  if (/[:：]/.test(label)) return true;
  return label.trimStart().includes("\n") && /^[^\n:：]*[a-zA-Z0-9]/.test(text.slice(end));
};

const cache = new Map<string, readonly LabelMatch[]>();
const CACHE_LIMIT = 20_000;

const firstWordCache = new Map<string, boolean>();

/** Could this word open a label: whole, damaged, or the torn beginning of one? */
const opensLabel = (word: string): boolean => {
  const known = firstWordCache.get(word);
  if (known !== undefined) return known;
  let result = false;
  for (const first of BY_FIRST_WORD.keys()) {
    if (
      first === word ||
      wordLikeness(word, first) > 0 ||
      (word.length >= 3 && first.startsWith(word.slice(0, 3)))
    ) {
      result = true;
      break;
    }
  }
  if (firstWordCache.size > CACHE_LIMIT) firstWordCache.clear();
  firstWordCache.set(word, result);
  return result;
};

/** How far into a text its first words are looked for. */
const HEAD = 60;
/** Words of half titles, which a scan may print before a label. */
const TITLE_WORD = /^(?:p[a-z]{0,2}ny|peng|pelay|layan|[a-z]{0,4}ayan)/;

/**
 * A quick look that spares most content cells the search: one of the first two words behind marks and numbers could open a
 * label. Never false where `matchLabels` would find one.
 */
export const mayBeLabel = (text: string): boolean => {
  let seen = 0;
  let from = -1;
  const end = Math.min(text.length, HEAD);
  for (let i = 0; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) | 32 : 32;
    const letter = code >= 97 && code <= 122;
    if (letter && from < 0) from = i;
    if (letter || from < 0) continue;
    const word = text.slice(from, i).toLowerCase();
    from = -1;
    if (word.length < 2 || FILLERS.has(word)) continue;
    if (opensLabel(word) || TITLE_WORD.test(word)) return true;
    if (++seen === 2) return false;
  }
  return false;
};

/**
 * Components whose label may open this text (number already taken off), best first, one entry a component. A label that
 * the text's end cuts short counts as incomplete ("Jaminan Keamanan dan").
 */
export const matchLabels = (text: string): readonly LabelMatch[] => {
  const window = text.slice(0, WINDOW);
  const known = cache.get(window);
  if (known) return known;
  const words = firstWords(window);
  const best = new Map<ComponentKey, LabelMatch>();
  const first = words.find(({ word }) => !FILLERS.has(word));
  if (first) {
    for (const variant of candidates(first.word, words)) {
      const match = matchVariant(words, variant);
      if (!match || match.similarity < 0.75 || runsOver(window, match.end)) continue;
      const other = best.get(match.key);
      if (!other || rank(match) > rank(other)) best.set(match.key, match);
    }
  }
  const result = [...best.values()]
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, 3)
    .map((match) =>
      match.complete
        ? { ...match, end: withClosingBracket(window, withTrailingWords(window, match.end, match.key)) }
        : match,
    );
  if (cache.size > CACHE_LIMIT) cache.clear();
  cache.set(window, result);
  return result;
};

/** A complete wording beats a cut one, then likeness counts, then length. */
const rank = (match: LabelMatch): number =>
  (match.complete ? 100 : 0) * match.similarity + match.matched + match.similarity * 10;

/** Is this text the rest of a label of the component whose beginning stood in the row before ("Pelayanan", "Saran dan Masukan")? */
export const isLabelTail = (text: string, key: ComponentKey): boolean => {
  if (text.length > WINDOW) return false;
  const name = `${key}\u0000${text}`;
  const known = tailCache.get(name);
  if (known !== undefined) return known;
  const result = findLabelTail(text, key);
  if (tailCache.size > CACHE_LIMIT) tailCache.clear();
  tailCache.set(name, result);
  return result;
};

const tailCache = new Map<string, boolean>();

const LABEL_PARTS: Record<ComponentKey, readonly (readonly string[])[]> = Object.fromEntries(
  COMPONENT_KEYS.map((key) => [
    key,
    VARIANTS.filter((variant) => variant.key === key).map((variant) => variant.words),
  ]),
) as unknown as Record<ComponentKey, readonly (readonly string[])[]>;

const findLabelTail = (text: string, key: ComponentKey): boolean => {
  const all = firstWords(text.slice(0, WINDOW)).filter(({ word }) => !FILLERS.has(word));
  if (all.length === 0 || all.length > 5) return false;
  const words = all.filter(({ word }) => !SIDE_WORDS.has(word));
  if (words.length === 0) return true;
  return LABEL_PARTS[key].some((wanted) => {
    for (let start = 0; start < wanted.length; start++) {
      if (
        words.every(
          ({ word }, index) =>
            wordLikeness(word, wanted[start + index] ?? "") > 0 || isWordTail(word, wanted[start + index]),
        )
      )
        return true;
    }
    return false;
  });
};

/** The end of a word that a line end tore: "prosedur" as "sedur". */
const isWordTail = (printed: string, word: string | undefined): boolean =>
  word !== undefined && printed.length >= 3 && word.length > printed.length && word.endsWith(printed);
