import { group } from "d3-array";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { remembered } from "./memory.ts";
import { letters } from "./text.ts";
import { WHOLE_LABELS, WHOLE_WORDINGS } from "./whole-labels.ts";
import { LEAST_TORN, mayBeAlike, mayBeTornFrom, mayHaveLength, Word, wordLikeness } from "./word-likeness.ts";

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
    "syarat",
    "kelengkapan persyaratan",
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
    "tata cara prosedur",
    "tata cara",
    "alur layanan",
    "alur prosedur",
    "prosedur kerja",
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
    "estimasi waktu",
    "norma waktu",
    "lama layanan",
    "durasi layanan",
    "durasi pelayanan",
    "durasi",
  ],
  biaya: [
    "biaya tarif",
    "biaya pelayanan",
    "biaya layanan",
    "tarif biaya",
    "tarif retribusi",
    "biaya retribusi",
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
    "output pelayanan",
    "output layanan",
    "produk hasil",
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
    "mekanisme pengaduan",
    "mekanisme penanganan pengaduan",
    "pengaduan masyarakat",
    "aduan saran",
  ],
  dasar_hukum: [
    "dasar hukum pelayanan",
    "dasar hukum",
    "landasan hukum",
    "ketentuan hukum",
    "dasar peraturan",
  ],
  sarana: [
    "sarana prasarana atau fasilitas",
    "sarana prasarana fasilitas",
    "sarana prasarana pelayanan",
    "sarana prasarana",
    "sarana fasilitas",
    "fasilitas sarana prasarana",
    "prasarana sarana",
    "fasilitas pelayanan",
    "fasilitas layanan",
    "fasilitas",
    "prasarana",
    "sarana",
    "sarpras",
  ],
  kompetensi: [
    "kompetensi pelaksana pelayanan",
    "kompetensi pelaksana",
    "kompetensi petugas",
    "kompetensi pegawai",
    "kompetensi sdm",
    "kualifikasi pelaksana",
    "kualifikasi petugas",
    "kualifikasi sdm",
    "kompetensi",
  ],
  pengawasan: [
    "pengawasan internal",
    "pengawasan intern",
    "pengendalian internal",
    "pengendalian intern",
    "pengawasan melekat",
    "pengawasan pelayanan",
    "pengawasan",
  ],
  jumlah_pelaksana: [
    "jumlah pelaksana pelayanan",
    "jumlah pelaksana",
    "jumlah petugas",
    "jumlah pegawai",
    "jumlah personil",
    "jumlah personel",
    "jumlah sdm",
    "jumlah tenaga pelaksana",
    "jumlah tenaga",
    "jumlah pelayanan",
  ],
  jaminan_pelayanan: [
    "jaminan pelayanan",
    "jaminan layanan",
    "jaminan mutu pelayanan",
    "jaminan kualitas pelayanan",
    "kepastian pelayanan",
  ],
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
    "evaluasi kinerja petugas",
    "evaluasi kinerja pegawai",
    "evaluasi kinerja",
    "evaluasi pelaksana",
    "evaluasi pelayanan",
    "penilaian kinerja pelaksana",
    "monitoring evaluasi kinerja",
    "evaluasi",
  ],
};

const WHOLE_OPENINGS = new Set(Object.keys(WHOLE_LABELS).map((label) => label.split(" ", 1)[0] as string));
/** None of them has more characters. */
const MAX_WHOLE = Math.max(...Object.keys(WHOLE_LABELS).map((label) => label.length));
/** Sure, but less so than a wording of the regulations. */
const WHOLE_SIMILARITY = 0.93;

/** The same as letters alone. */
export const LABEL_LETTERS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => [key, LABELS[key].map(letters)]),
) as unknown as Record<ComponentKey, readonly string[]>;

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
  words: readonly Word[];
  /** Cut short it is none. */
  whole: boolean;
}

const WORDS = new Map<string, Word>();
/** The lexicon's own copy of a word: each is made ready once. */
const known = (text: string): Word => {
  const word = WORDS.get(text) ?? new Word(text);
  WORDS.set(text, word);
  return word;
};

const wordsOf = (label: string, word: (text: string) => Word): readonly Word[] =>
  label
    .split(" ")
    .filter((text) => !FILLERS.has(text))
    .map(word);

const FAMILIAR: readonly Variant[] = COMPONENT_KEYS.flatMap((key) =>
  LABELS[key].map((label) => ({ key, words: wordsOf(label, known), whole: false })),
);

/** Words of the wordings that count only as a whole: made ready once, those of the others shared. */
const COMMON = new Map<string, Word>();
const common = (text: string): Word => {
  const word = WORDS.get(text) ?? COMMON.get(text) ?? new Word(text);
  COMMON.set(text, word);
  return word;
};

const COMMON_ONES: readonly Variant[] = COMPONENT_KEYS.flatMap((key) =>
  WHOLE_WORDINGS[key].map((label) => ({ key, words: wordsOf(label, common), whole: true })),
);
/** By their first word as it is: common words are too many to be looked for in damaged prints. */
const COMMON_BY_FIRST: ReadonlyMap<string, readonly Variant[]> = group(
  COMMON_ONES,
  ({ words }) => (words[0] as Word).text,
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
  /** A word that is a label only because nothing else stands beside it. */
  whole: boolean;
}

const LONGEST_FILLER = Math.max(...[...FILLERS].map((word) => word.length));
const isFiller = (word: string): boolean => word.length <= LONGEST_FILLER && FILLERS.has(word);

/** A word as a text prints it, lower case, with what the lexicon says of it. */
class PrintedWord extends Word {
  readonly filler: boolean;
  #openings: readonly Opening[] | null = null;
  #begun: readonly Opening[] | null = null;
  #opens: boolean | null = null;
  readonly #variants = new Map<PrintedWord | undefined, readonly Variant[]>();

  constructor(text: string) {
    super(text);
    this.filler = isFiller(text);
  }

  /** Wordings of whose first word this is a print, whole or damaged. */
  get openings(): readonly Opening[] {
    this.#openings ??= openingsOfLength(this.text.length).filter(({ word }) => wordLikeness(this, word) > 0);
    return this.#openings;
  }

  /** Could this word open a label: whole, damaged, the torn beginning of one, or behind a half title? */
  get opens(): boolean {
    this.#opens ??=
      (this.text.length >= 3 && SYLLABLES.has(this.text.slice(0, 3))) ||
      this.openings.length > 0 ||
      WHOLE_OPENINGS.has(this.text) ||
      COMMON_BY_FIRST.has(this.text) ||
      TITLE_WORD.test(this.text);
    return this.#opens;
  }

  /** Variants whose first word this one may be, alone or as the torn beginning before `next`; those with the very word first. */
  variants(next: PrintedWord | undefined): readonly Variant[] {
    let found = this.#variants.get(next);
    if (!found) {
      found = this.#findVariants(next);
      this.#variants.set(next, found);
    }
    return found;
  }

  #findVariants(next: PrintedWord | undefined): readonly Variant[] {
    const { openings } = this;
    this.#begun ??= OPENINGS.filter(
      (opening) => openings.includes(opening) || mayBeTornFrom(this, opening.word),
    );
    const found: Variant[] = [];
    for (const opening of this.#begun) {
      const { word, variants } = opening;
      if (word.text === this.text) found.unshift(...variants);
      else if (openings.includes(opening) || isTornOpening(this, next, word)) found.push(...variants);
    }
    found.push(...(COMMON_BY_FIRST.get(this.text) ?? NO_VARIANTS));
    return found;
  }
}

const printedWord = remembered((lower) => new PrintedWord(lower));

/** The same by the word as it stands, so that each print is brought to lower case once. */
const wordAsPrinted = remembered((printed) =>
  printedWord(printed.toLowerCase().replace(/[0145]/g, (figure) => FIGURES[figure] as string)),
);

/** A word in its place: `end` is the offset behind it. */
interface Printed {
  word: PrintedWord;
  end: number;
}

/** A label is looked for in this many characters at most. */
const WINDOW = 120;
/** And in so many words. */
const MAX_WORDS = 9;

/** Offset of the next ASCII letter at or behind `from`, or `end`. */
const nextLetter = (text: string, from: number, end: number): number => {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) break;
  }
  return at;
};

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Figures that scans write for a letter inside a word. */
const FIGURES: Readonly<Record<string, string>> = { "0": "o", "1": "l", "4": "a", "5": "s" };
const isFigureInWord = (code: number): boolean => code === 48 || code === 49 || code === 52 || code === 53;

/** Offset behind the ASCII letters that stand at `from`, a figure between two of them taken for one. */
const behindLetters = (text: string, from: number, end: number): number => {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    if (!isFigureInWord(code) || at === from || !isLetter(text.charCodeAt(at + 1))) break;
  }
  return at;
};

/** The first words of a text: at most nine, and at most `count` from the first one on that is no filler. */
const firstWords = (text: string, count = MAX_WORDS): Printed[] => {
  const found: Printed[] = [];
  const length = Math.min(text.length, WINDOW);
  let counted = 0;
  for (let at = nextLetter(text, 0, length); at < length && found.length < MAX_WORDS && counted < count; ) {
    const end = behindLetters(text, at, length);
    const word = wordAsPrinted(text.slice(at, end));
    found.push({ word, end });
    if (counted > 0 || !word.filler) counted++;
    at = nextLetter(text, end, length);
  }
  return found;
};

/** Likeness of a word torn in two by a column border or a line end ("Keselama" "tan"); 0 below `LEAST_TORN`. */
const tornLikeness = (first: Word, second: Word, word: Word): number => {
  const length = first.text.length + second.text.length;
  if (!mayBeAlike(first.bag | second.bag, length, word, LEAST_TORN)) return 0;
  const likeness = wordLikeness(printedWord(first.text + second.text), word);
  return likeness >= LEAST_TORN ? likeness : 0;
};

const matchVariant = (words: readonly Printed[], variant: Variant): LabelMatch | null => {
  let at = 0;
  let matched = 0;
  let found = 0;
  let sum = 0;
  let end = 0;
  for (const word of variant.words) {
    const length = word.text.length;
    while (words[at]?.word.filler) at++;
    const printed = words[at];
    if (!printed) break;
    const likeness = wordLikeness(printed.word, word);
    if (likeness === 0) {
      const next = words[at + 1];
      const torn = next ? tornLikeness(printed.word, next.word, word) : 0;
      if (torn === 0) {
        // The text may end in the middle of the wording's word: "Persyara".
        if (
          !next &&
          !variant.whole &&
          printed.word.text.length >= 4 &&
          word.text.startsWith(printed.word.text)
        ) {
          return {
            key: variant.key,
            similarity: 0.95,
            complete: false,
            end: printed.end,
            matched: matched + printed.word.text.length,
            whole: false,
          };
        }
        break;
      }
      at++;
      end = (next as Printed).end;
      sum += torn * length;
    } else {
      end = printed.end;
      sum += likeness * length;
    }
    matched += length;
    found++;
    at++;
  }
  if (found === 0) return null;
  const complete = found === variant.words.length;
  const exhausted = at >= words.length;
  if (!complete && (!exhausted || variant.whole)) return null;
  return { key: variant.key, similarity: sum / matched, complete, end, matched, whole: false };
};

/** Words that labels are made of; behind a label on its line they belong to it ("Kompetensi Pelaksana Pelayanan"). */
const SIDE_WORDS = new Set(
  "layanan pelayanan publik kerja pengguna penyelenggara unit service internal teknis administratif administrasi umum khusus permohonan pendukung penunjang".split(
    " ",
  ),
);
const LABEL_WORDS = new Set([...WORDS.keys(), ...FILLERS, ...SIDE_WORDS]);

/** End of the label when the rest of its line holds nothing but words of labels. */
const withTrailingWords = (text: string, end: number, key: ComponentKey): number => {
  const line = /^[^\n:：=]*/.exec(text.slice(end))?.[0] ?? "";
  // An item of a list ends so; a label does not.
  if (line.includes(";")) return end;
  const plain = line.replace(/\([^)]*\)/g, " ").trim();
  if (plain === "" || plain.length > 50 || /\d/.test(plain)) return end;
  const words = plain.toLowerCase().match(/[a-z]+/g);
  if (!words?.every((word) => LABEL_WORDS.has(word))) return end;
  // Labels that pile up in one cell are not swallowed: the second one opens a row of its own.
  const opening = firstWords(plain);
  if (candidates(opening).some((variant) => variant.key !== key && matchVariant(opening, variant)?.complete))
    return end;
  return end + line.trimEnd().length;
};

interface Opening {
  word: Word;
  variants: readonly Variant[];
}

/** Wordings by their first words. */
const OPENINGS: readonly Opening[] = [...new Set(FAMILIAR.map((variant) => variant.words[0] as Word))].map(
  (word) => ({ word, variants: FAMILIAR.filter((variant) => variant.words[0] === word) }),
);

/** Longer words open no wording. */
const LONGEST_OPENING = 40;
const BY_LENGTH: readonly (readonly Opening[])[] = Array.from({ length: LONGEST_OPENING }, (_, length) =>
  OPENINGS.filter(({ word }) => mayHaveLength(length, word)),
);
/** Wordings whose first word a printed word of so many letters may be. */
const openingsOfLength = (length: number): readonly Opening[] => BY_LENGTH[length] ?? [];

/** The first word of a wording, torn in two or cut by the text's end. */
const isTornOpening = (first: Word, next: Word | undefined, word: Word): boolean =>
  next
    ? first.text.length < word.text.length && tornLikeness(first, next, word) > 0
    : first.text.length >= 4 && word.text.startsWith(first.text);

/** Variants that these words may begin. */
const candidates = (words: readonly Printed[]): readonly Variant[] => {
  let at = 0;
  while (words[at]?.word.filler) at++;
  return words[at]?.word.variants(words[at + 1]?.word) ?? NO_VARIANTS;
};
const NO_VARIANTS: readonly Variant[] = [];

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

/** Beginnings of the first words of wordings. */
const SYLLABLES = new Set(OPENINGS.map(({ word }) => word.text.slice(0, 3)));

/** How far into a text its first words are looked for. */
const HEAD = 60;
/** Words of half titles, which a scan may print before a label. */
const TITLE_WORD = /^(?:p[a-z]{0,2}ny|peng|pelay|layan|[a-z]{0,4}ayan)/;

/**
 * A quick look that spares most content cells the search: one of the first two words behind marks and numbers could open a
 * label. Never false where `matchLabels` would find one.
 */
export const mayBeLabel = (text: string): boolean => {
  const length = Math.min(text.length, HEAD);
  for (let at = nextLetter(text, 0, length), seen = 0; at < length && seen < 2; ) {
    const end = behindLetters(text, at, length);
    const from = at;
    at = nextLetter(text, end, length);
    if (end - from < 2) continue;
    const word = wordAsPrinted(text.slice(from, end));
    if (word.filler) continue;
    if (word.opens) return true;
    seen++;
  }
  return false;
};

const NO_MATCH: readonly LabelMatch[] = [];

/**
 * Components whose label may open this text (number already taken off), best first, one entry a component. A label that
 * the text's end cuts short counts as incomplete ("Jaminan Keamanan dan").
 */
export const matchLabels = (text: string): readonly LabelMatch[] =>
  matchesIn(text.length > WINDOW ? text.slice(0, WINDOW) : text);

const matchesIn = remembered((window): readonly LabelMatch[] => {
  const whole = wholeLabel(window);
  if (whole) return [whole];
  const variants = candidates(firstWords(window, 2));
  return variants.length === 0 ? NO_MATCH : matchVariants(window, variants);
});

const WHOLE_TEXT = /^\s*([A-Za-z][A-Za-z ]*?)\s*(?:[:：=.]|$)/;

/** One of the words that are a label by themselves, alone in its text or before its colon. */
const wholeLabel = (window: string): LabelMatch | null => {
  const found = WHOLE_TEXT.exec(window.slice(0, MAX_WHOLE + 8));
  const text = found?.[1]?.toLowerCase();
  const key = text === undefined ? undefined : WHOLE_LABELS[text];
  if (!found || text === undefined || key === undefined) return null;
  // A sentence may begin with the word and a full stop, or be cut behind it.
  const end = found[0].length;
  if (/[.]$/.test(found[0]) && /[a-z]/i.test(window.slice(end))) return null;
  const start = (found[0].match(/^\s*/) as RegExpMatchArray)[0].length;
  return {
    key,
    similarity: WHOLE_SIMILARITY,
    complete: true,
    end: start + text.length,
    matched: text.length,
    whole: true,
  };
};

const matchVariants = (window: string, variants: readonly Variant[]): readonly LabelMatch[] => {
  const words = firstWords(window);
  const best = new Map<ComponentKey, LabelMatch>();
  for (const variant of variants) {
    const match = matchVariant(words, variant);
    if (!match || match.similarity < 0.75 || runsOver(window, match.end)) continue;
    const other = best.get(match.key);
    if (!other || rank(match) > rank(other)) best.set(match.key, match);
  }
  const found = [...best.values()].sort((a, b) => rank(b) - rank(a)).slice(0, 3);
  for (const match of found)
    if (match.complete)
      match.end = withClosingBracket(window, withTrailingWords(window, match.end, match.key));
  return found;
};

/** A complete wording beats a cut one, then likeness counts, then length. */
const rank = (match: LabelMatch): number =>
  (match.complete ? 100 : 0) * match.similarity + match.matched + match.similarity * 10;

/** The wordings of each component, and all their words once. */
const LABEL_PARTS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => {
    const wordings = FAMILIAR.filter((variant) => variant.key === key).map((variant) => variant.words);
    return [key, { wordings, words: [...new Set(wordings.flat())] }];
  }),
) as unknown as Record<ComponentKey, { wordings: readonly (readonly Word[])[]; words: readonly Word[] }>;

/** No label's rest has more words. */
const MAX_TAIL_WORDS = 5;
/** What a narrow column leaves alone on a line of a label; a bare "dan" ends items of lists as well. */
const CONJUNCTION = /^\s*dan\s?\/\s?atau\s*$/i;

/** Is this text the rest of a label of the component whose beginning stood in the row before ("Pelayanan", "Saran dan Masukan")? */
export const isLabelTail = (text: string, key: ComponentKey): boolean =>
  // An item of a list ends so; a label does not.
  text.length <= WINDOW && !text.includes(";") && LABEL_TAILS[key](text);

const isTailOf = (text: string, key: ComponentKey): boolean => {
  const { wordings, words } = LABEL_PARTS[key];
  // One look at the first word spares most texts the rest.
  const first = firstWords(text, 1).at(-1)?.word;
  if (!first || !(first.filler || SIDE_WORDS.has(first.text) || words.some((word) => isPartOf(first, word))))
    return false;
  const all = firstWords(text).filter(({ word }) => !word.filler);
  if (all.length === 0) return CONJUNCTION.test(text);
  if (all.length > MAX_TAIL_WORDS) return false;
  const telling = all.filter(({ word }) => !SIDE_WORDS.has(word.text));
  return (
    telling.length === 0 ||
    wordings.some((wanted) =>
      wanted.some((_, start) => telling.every(({ word }, index) => isPartOf(word, wanted[start + index]))),
    )
  );
};

const LABEL_TAILS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => [key, remembered((text) => isTailOf(text, key))]),
) as Record<ComponentKey, (text: string) => boolean>;

/** A printed word for a word of a label: whole, or the end of one that a line end tore ("prosedur" as "sedur"). */
const isPartOf = (printed: Word, word: Word | undefined): boolean =>
  word !== undefined && (wordLikeness(printed, word) > 0 || isWordTail(printed.text, word.text));

const isWordTail = (printed: string, word: string): boolean =>
  printed.length >= 3 && word.length > printed.length && word.endsWith(printed);
