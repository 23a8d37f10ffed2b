import { isSpread } from "./labels/spacing.ts";
import { remembered } from "./memory.ts";
import { formOf, misreadAmong } from "./misread.ts";
import type { Row } from "./rows/model.ts";
import { enumerator, fold, hasLetters, isBlankText, letterCount, letters, likeness, words } from "./text.ts";

/** Rows that carry no content of a component, told by their own words alone. */

const HEAD_WORDS = new Set(
  "no nomor number komponen component components sub subkomponen uraian description unsur standar pelayanan layanan keterangan penilaian deskripsi isi penjelasan item indikator kolom rincian aspek proses kelompok penjabaran".split(
    " ",
  ),
);

const misreadHeadWord = misreadAmong([...HEAD_WORDS].filter((word) => word.length >= 7));
/** Shorter words differ from others by a letter: only those may be meant whose letters scans exchange. */
const SHORT_HEAD_FORMS = new Set(["uraian", "unsur"].map(formOf));
/** A word of a table's head, or a longer one in which a scan misread a letter. */
const isLikeHeadWord = remembered(
  (word: string): boolean =>
    HEAD_WORDS.has(word) || SHORT_HEAD_FORMS.has(formOf(word)) || misreadHeadWord(word) !== undefined,
);

const WORD = /[a-z0-9\u00c0-\u024f]/i;
const BEGINS_AS_HEAD = new RegExp(`^[^a-z0-9\\u00c0-\\u024f]*(?:${[...HEAD_WORDS].join("|")})`, "i");
const isExactHeadWord = (word: string): boolean => HEAD_WORDS.has(word);
const APOSTROPHE = /['’`]/;
/** A speck of the scan inside a word. */
const SPECK = /(?<=[a-z])['’`](?=[a-z])/gi;
/** Characters of a head row at most. */
const MAX_HEAD = 160;

/** "No. | Komponen | Uraian" in any wording, also repeated after a page break. */
export const isTableHead = (row: Row): boolean => {
  if (row.head) return true;
  let length = 0;
  for (const { text } of row.cells) {
    length += text.length;
    if (length > MAX_HEAD) return false;
  }
  const first = row.cells.find((cell) => cell.text !== "" && WORD.test(cell.text));
  if (!first || !BEGINS_AS_HEAD.test(first.text)) return false;
  const filled = row.cells.filter((cell) => !isBlankText(cell.text));
  if (filled.length === 0) return false;
  // Columns of spaces may run together: then the row must say "No" first and name two columns, or name these two.
  const joined = filled.length === 1;
  if (joined && (filled[0] as { text: string }).text.length > 80) return false;
  const text = filled.map((cell) => cell.text.replace(/(?<=[a-z])(?=[A-Z])/g, " ")).join(" ");
  const all = words(APOSTROPHE.test(text) ? text.replace(SPECK, "") : text);
  if (all.length < 2 || all.length > 8) return false;
  // A plain line must say its words as they are.
  if (!all.every(joined ? isExactHeadWord : isLikeHeadWord)) return false;
  if (joined && !(all.includes("komponen") && all.includes("uraian"))) {
    if (all[0] !== "no" || (all.length < 3 && all[1] !== "komponen")) return false;
  }
  return all.some(
    (word) =>
      word === "komponen" ||
      word === "uraian" ||
      word === "unsur" ||
      word === "no" ||
      word === "item" ||
      word === "aspek",
  );
};

/** Nothing but words of a table's head, as a converter leaves them on lines of their own. */
export const isHeadWord = (text: string): boolean => text.length <= 40 && isHeadWords(text);

const isHeadWords = (text: string): boolean => {
  const all = words(text);
  return all.length > 0 && all.every((word) => HEAD_WORDS.has(word));
};

/** The same where a scan misread letters of longer words, or put specks into them. */
export const isLikeHeadWords = (text: string): boolean =>
  text.length <= 40 && words(text.replace(SPECK, "")).every(isLikeHeadWord);

/** A line with the head of a whole table: "No. Komponen Uraian". */
export const isHeadLine = (line: string): boolean =>
  line.length <= MAX_HEAD && /komponen/i.test(line) && /uraian/i.test(line) && isHeadWords(line);

export type Half = "penyampaian" | "pengelolaan";

/** The words before a title's own, and behind them whom the half holds for. */
const titled = (own: string): RegExp =>
  new RegExp(
    `^[a-z]{0,2}(proses|komponen)?(standarpelayananyangterkaitdengan(proses)?)?${own}` +
      "((berlaku)?(untuk|bagi)(semua|seluruh|setiap)(jenis)?(pe)?layanan)?$",
  );

/** Letters of the two titles as printed, in all their forms; a scan tears them and drops their ends. */
const HALF_PATTERNS: readonly [RegExp, Half][] = [
  [/servicedeliver|servisdelivery|serviceedelivery|servicede?live?r/, "penyampaian"],
  [/man[ui]facturing|manufactur/, "pengelolaan"],
  [titled("(peny?ampaian|penyampaia[nm]?)(pe)?layanan"), "penyampaian"],
  [titled("pengelolaan(pe)?layanan(di)?(internal)?(organisasi)?"), "pengelolaan"],
];

/** No title of a half has more letters. */
export const MAX_DIVIDER_LETTERS = 110;
const TITLE_LETTERS = /ser[vw]i|deliv|facturing|layanan|lanan|manuf/i;

/** The titles in letters, for prints in which a scan misread some. */
const HALF_TITLES: ReadonlyMap<string, Half> = new Map([
  ["servicedelivery", "penyampaian"],
  ["penyampaianlayananservicedelivery", "penyampaian"],
  ["penyampaianpelayananservicedelivery", "penyampaian"],
  ["penyampaianpelayanan", "penyampaian"],
  ["manufacturing", "pengelolaan"],
  ["pengelolaanlayananmanufacturing", "pengelolaan"],
  ["pengelolaanpelayananmanufacturing", "pengelolaan"],
  ["pengelolaanpelayanan", "pengelolaan"],
]);
const MAX_MISREAD = 40;
const misreadTitle = misreadAmong([...HALF_TITLES.keys()]);
const misreadHalf = remembered(
  (plain: string): Half | null => HALF_TITLES.get(misreadTitle(plain) ?? "") ?? null,
);

/** Which half of a standard a row announces, or null. A title may be wrong: it is a hint, never a verdict. */
export const dividerHalf = (text: string): Half | null => {
  if (text.length > MAX_DIVIDER_LETTERS * 2 || !(TITLE_LETTERS.test(text) || isSpread(text))) return null;
  const plain = letters(text);
  if (plain.length < 8 || plain.length > MAX_DIVIDER_LETTERS) return null;
  for (const [pattern, half] of HALF_PATTERNS) if (pattern.test(plain)) return half;
  return plain.length <= MAX_MISREAD ? misreadHalf(plain) : null;
};

/**
 * A piece of such a title at the head or the end of a cell, where a scan put it among labels and content:
 * "LAYANAN (MANUFACTURING) 1. …", "… Masukan PENGELOLAAN PE".
 */
const HEAD_FRAGMENT =
  /^\s*(?:(?:[A-Z]\.\s*)?(?:PENY?AMPAI?A?N?|PENGELOLAA?N?)(?!\s+(?:PENG)?ADUAN|\s+KELUHAN)\s*(?:PE)?L?A?Y?A?N?A?N?(?:AN LAYANAN)?\s*(?:\(\s*(?:service delivery|manufacturing)\s*\))?|[A-Z]{0,9}\s*(?:PE)?L?AYANAN\s*\(\s*(?:service delivery|manufacturing)\s*\))\s*/i;
const TAIL_FRAGMENT =
  /\s*(?:PENGELOLAAN PE|PENYAMPAI?A?N?|PENGELOLAAN|(?:PE)?LAYANAN\s*\(\s*(?:[Ss]ervice [Dd]elivery|SERVICE DELIVERY|[Mm]anufacturing|MANUFACTURING)\s*\))\s*$/;

/** A text in capitals begins so. */
const CAPITALS = /^\s*[A-Z](?![a-z])/;

/** The last letter of such a piece; a text with more blanks behind it is searched for the piece. */
const FRAGMENT_END = /[AEIN)]\s*$|^\s+$/;

/** Characters of a divider fragment at the head of a text (0 where there is none). Upper case tells it from a sentence. */
export const dividerHead = (text: string): number => {
  if (!CAPITALS.test(text) || !/LAYANAN|PENY|PENGEL/i.test(text.slice(0, 40))) return 0;
  const match = HEAD_FRAGMENT.exec(text);
  if (!match) return 0;
  const upper = match[0].replace(/\([^)]*\)/, "");
  return upper === upper.toUpperCase() && hasLetters(upper, 6) ? match[0].length : 0;
};

/** Offset at which a divider fragment at the end of a text begins (the text's length where there is none). */
export const dividerTail = (text: string): number => {
  // Only the end can match; a long text is not searched from its head.
  if (!FRAGMENT_END.test(text.slice(-8))) return text.length;
  const from = Math.max(0, text.length - 80);
  const end = text.slice(from);
  const mayBe = end.includes("LAYANAN") || end.includes("PENYAMPA") || end.includes("PENGELOLAAN");
  const match = mayBe ? TAIL_FRAGMENT.exec(end) : null;
  return match ? from + match.index : text.length;
};

const EMBEDDED =
  /(?:(?:PENGELOLAAN|PENYAMPAIAN)\s+)?(?:[A-Z]{0,3}\s?)?(?:PE)?LAYANAN\s*\(\s*(?:service delivery|manufacturing)\s*\)/i;

/** A half title in the midst of a cell: what stands before it belongs to the component above. Null where there is none. */
export const dividerWithin = (text: string): { from: number; to: number } | null => {
  if (!/service|manufact/i.test(text)) return null;
  const match = EMBEDDED.exec(text);
  return match && match.index > 0 ? { from: match.index, to: match.index + match[0].length } : null;
};

/** How a title says that its table goes on from the page before: "Izin Reklame (lanjutan)". */
export const CONTINUED = /\s*(?:[([]\s*(?:lanjutan|sambungan)\s*[)\]]|[-–]\s*lanjutan)\s*[.:]?\s*$/i;

const PAGE_NUMBER =
  /^[\s\-–—_.|]*(?:(?:hal(?:aman)?|page)\.?\s*)?\d{1,4}(?:\s*(?:dari|of|\/)\s*\d{1,4})?[\s\-–—_.|]*$/i;

/** A number on a line of its own, above the label that it numbers. */
export const isLoneNumber = (text: string): boolean => /^[([]?\d{1,2}\s?[.)]$/.test(text);

/** A page number alone on a line: "- 12 -", "Halaman 3 dari 20". A list mark ("3.") is none. */
export const isPageNumber = (text: string): boolean =>
  PAGE_NUMBER.test(text) && !/^\s*\d{1,2}[.)]\s*$/.test(text);

const STAMP = /^[\s*_()[\]]*(?:SALINAN|PETIKAN|TURUNAN|KUTIPAN|DRAFT?|RANCANGAN)[\s*_()[\]]*$/;

/** What is stamped across a page or printed at its head, alone on a line: it names nothing. */
export const isStamp = (text: string): boolean => text.length <= 16 && STAMP.test(text);

/** No line of such a note is longer. */
const MAX_NOTE = 300;
const SIGNED_NOTE =
  /^[^a-z]*(?:catatan\s*:?[^a-z]*)?(?:(?:dokumen|naskah|surat|salinan)\s+ini\s+(?:telah\s+|sudah\s+)?di\s?tanda\s?tangani\s+secara\s+elektronik|menggunakan\s+sertifikat\s+elektronik\s+yang\s+di\s?terbitkan|balai\s+sertifikasi\s+elektronik|(?:oleh\s+)?(?:balai\s+besar\s+)?sertifikasi\s+elektronik\s*\(?bsre|(?:uu\s+ite\b|undang-undang\s+ite\b)|["“”]?informasi\s+elektronik\s+dan\s?\/\s?atau\s+dokumen\s+elektronik\b|keaslian\s+dokumen\s+ini\b)/i;

/**
 * What is printed at the foot of pages that are signed electronically: by which certificate, by which law, how to check it. It
 * speaks of the paper it stands on.
 */
export const isSignedNote = (text: string): boolean => text.length <= MAX_NOTE && SIGNED_NOTE.test(text);

const ARTICLE = /^\s*pasal\s+\d{1,3}\s*$/i;

/** The head of an article, alone above what the article fixes: "Pasal 12". */
export const isArticle = (text: string): boolean => text.length <= 14 && ARTICLE.test(text);

const ORDINAL =
  /pertama|ke\s?-?\s?(?:\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:\s?(?:belas|puluh)(?:\s[a-z]{3,8})?)?/;
const CHAPTER = new RegExp(
  String.raw`^\s*(?:bagian\s+(?:${ORDINAL.source})|paragraf\s+(?:\d{1,2}|${ORDINAL.source})|bab\s+[ivx]{1,5})\s*$`,
  "i",
);

/** A part of a regulation, counted: "Bagian Kesatu", "Paragraf 2", "BAB III". It is no unit and no service. */
export const isChapter = (text: string): boolean => text.length <= 32 && CHAPTER.test(text);

/** Both titles of the halves in full. */
const FULL_TITLES = letters(
  "Komponen Standar Pelayanan yang terkait dengan proses penyampaian pelayanan (Service Delivery) Komponen Standar Pelayanan yang terkait dengan proses pengelolaan pelayanan di internal organisasi (Manufacturing)",
);
/** Fewer letters than these may stand in any title. */
const MIN_TITLE_PART = 6;

/** A piece of a half's title, as a narrow column tears it over several rows. */
export const isWithinHalfTitle = (text: string): boolean => {
  if (text.length > 90 || /[.;:]\s*$/.test(text)) return false;
  // "A. Service" above "Delivery": the half's letter stands before the title.
  const plain = letters(text.slice(enumerator(text)?.length ?? 0));
  return plain.length >= MIN_TITLE_PART && FULL_TITLES.includes(plain);
};

/** A line with which a converter opens a table, names a heading or leaves a picture: `[width="100%"]`, ":PROPERTIES:", "|===". */
const CONVERTER_LINE =
  /^(?:\[[^\]]{0,200}\]|:[A-Za-z_-]{2,30}:.{0,200}|\{\|.*|\|[-=+}].{0,200}|!\[[^\]]{0,200}\]\([^)]{0,400}\))$/;

/** Mark-up that says nothing to a reader. */
export const isConverterLine = (text: string): boolean =>
  text.length < 600 && /^[[:{|!]/.test(text) && CONVERTER_LINE.test(text);

/** A footnote's text, or a table's title with the name under which links find it: "[^1]: …", ": … {#tbl:1}". */
const ASIDE = /^(?:\[\^[\w-]{1,20}\]:|:\s.{1,200}\{[#.][^{}]{0,200}\}$|Table: Table_\d{1,4}$)/;

/** A line that stands beside the text and belongs to no table. */
export const isAside = (text: string): boolean => /^[[:T]/.test(text) && ASIDE.test(text);

/** The way to a website's page: names of pages, each of which begins with a capital. */
const isWayToPage = (text: string): boolean => {
  const [first = "", ...pages] = text.split(/[>»›|]|\s\/\s/).map((page) => page.trim());
  return (
    /^(?:beranda|home)$/i.test(first) &&
    pages.length > 0 &&
    pages.every((page) => /^\p{Lu}[^.;]+$/u.test(page))
  );
};
/** What else it prints around each of them: whom to share it with, its readers, its owner. */
const WEBSITE_LINE =
  /^(?:(?:bagikan|sebarkan|share)\b[\s:]*(?:(?:ke|via|on)\b)?(?:[\s,|/]*\b(?:facebook|twitter|x|whatsapp|wa|telegram|instagram|line|linkedin|e-?mail|surel))+|(?:dilihat|dibaca|diunduh|hits|views)\s*:?\s*[\d.,]{1,12}(?:\s*(?:kali|views|x))?|(?:©|\(c\)\s|copyright\b|hak cipta\b)[^.;]{0,20}\b(?:19|20)\d{2}\b[^;]{0,100})\.?$/i;
const WEBSITE_WORD = /^(?:b|h|s|d|v|c|©|\(c\))/i;

/** A line of a website, copied with the page's text. */
export const isWebsiteLine = (text: string): boolean =>
  text.length <= 200 && WEBSITE_WORD.test(text) && (WEBSITE_LINE.test(text) || isWayToPage(text));

const PARTICULARS =
  /^(?:[-•*]\s)?(?:kode|nomor|unit|pengguna|penerima|sasaran|pelaksana|penanggung\s?jawab|penyelenggara|pengelola|kategori)\b[^:：]{0,40}[:：]/i;

/** What some decrees print under a service's name: its users, its unit, its code. They are labels of no component. */
export const isParticular = (text: string): boolean => PARTICULARS.test(text);

/** A catchword: the first words of the next page, printed at the foot of this one with dots. */
export const isCatchword = (text: string, next: string | undefined): boolean => {
  if (text.length > 70) return false;
  const match = /^(.{2,60}?)\s*(?:\.{2,}|…)\s*$/.exec(text.trim());
  if (!match || next === undefined) return false;
  const start = letters(match[1] as string);
  return start.length >= 2 && letters(next).startsWith(start);
};

/** A cell that holds a sign instead of a text: dashes, dots, "nihil" excepted (that is an answer). */
export const isPlaceholder = (text: string): boolean => {
  if (letterCount(text, 1, 0, 40) > 0) return false;
  const plain = fold(text);
  return plain !== "" && /^[\s\-–—_.…*·•:;,/|]+$/.test(plain);
};

/** A number that says something, as a telephone number does; a run of one digit does not. */
const isFigure = (text: string): boolean => {
  const digits = text.match(/\d/g) ?? [];
  return digits.length >= 5 && new Set(digits).size >= 3;
};

/** An amount of money, nought too: "Rp. 0,-". */
const AMOUNT = /\bRp\s?\.?\s?\d/;

/** Scan noise: a few signs or letters that form no word. */
export const isNoise = (text: string): boolean => {
  if (letterCount(text, 4, 0, 80) >= 4) return false;
  const plain = fold(text);
  if (plain === "") return true;
  const count = letters(plain).length;
  if (count >= 4 || isFigure(plain) || AMOUNT.test(plain)) return false;
  return plain.length <= 4 || count < plain.replace(/\s/g, "").length * 0.4;
};

/** The title between the halves, as a table prints it between complaints and legal basis. */
const MIDDLE_TITLES = ["pengelolaanpelayanan", "pengelolaanpelayananmanufacturing"];
/** So much of a title is left where a scan misread its capitals. */
const MISREAD_TITLE = 0.33;
/** Words that stand below complaints for themselves. */
const LEGIBLE = /PENGADUAN|SARAN|MASUKAN|LAPOR|INFORMASI/;

/** The title of the second half in capitals that a scan misread: "1 ENGELODAAN I D". */
export const isMisreadTitle = (text: string): boolean => {
  if (text.length > 80 || /[a-z]/.test(text) || text !== text.toUpperCase()) return false;
  if (LEGIBLE.test(text) || !hasLetters(text, 10)) return false;
  const plain = letters(text);
  return MIDDLE_TITLES.some((title) => likeness(title, plain, MISREAD_TITLE) > 0);
};

/** English words that no decree needs two of in one label: a scan makes such words up out of strokes. */
const MADE_UP = /\b(?:the|of|to|and)\b/gi;

/** Does a short text consist of words that a scan made up? */
export const isMadeUp = (text: string): boolean =>
  text.length <= 60 && (text.match(MADE_UP)?.length ?? 0) >= 2;
