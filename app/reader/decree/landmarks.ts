import { isBlankText } from "../text.ts";
import { isUpper, near, type Seg } from "./seg.ts";

/** What the first words of a line announce in the order of a decree (Permendagri 80/2015, annex). */
export type Landmark =
  | "letterhead"
  | "title"
  | "number"
  | "about"
  | "menimbang"
  | "mengingat"
  | "memutuskan"
  | "menetapkan"
  | "diktum"
  | "ditetapkan"
  | "annex"
  | "copies"
  | "maklumat";

/** Offices that issue decrees or sign them. */
const OFFICES = [
  "BUPATI",
  "WALI",
  "WALIKOTA",
  "GUBERNUR",
  "SEKRETARIS",
  "KEPALA",
  "CAMAT",
  "LURAH",
  "DIREKTUR",
  "INSPEKTUR",
  "KETUA",
  "PENJABAT",
  "ASISTEN",
  "PJ",
  "PLT",
  "PLH",
];

export const isOffice = (word: string | undefined): boolean => OFFICES.some((office) => near(word, office));

const ORDINALS = new Set(
  "KESATU PERTAMA KEDUA KETIGA KEEMPAT KELIMA KEENAM KETUJUH KEDELAPAN KESEMBILAN KESEPULUH KESEBELAS".split(
    " ",
  ),
);
const ROMAN = /^[IVX]{1,5}$/;
/** Longer lines are sentences, whatever they begin with. */
const HEADING_CHARACTERS = 200;

const isTitle = (seg: Seg, words: readonly string[]): boolean => {
  if (seg.filled > 2 || seg.text.startsWith(":")) return false;
  let at = 0;
  while (at < 2 && /^(SALINAN|PETIKAN|SURAT|RANCANGAN|DRAFT)$/.test(words[at] ?? "")) at++;
  const noun = words[at];
  const decree = near(noun, "KEPUTUSAN", 2);
  if (!decree && !near(noun, "PERATURAN", 1)) return false;
  const next = words[at + 1];
  if (next === undefined) return decree && isUpper(seg.bare);
  if (!isOffice(next)) return false;
  // A regulation cited in a list, or broken over the rows of a table, is none.
  const cited = /^[-–—•·*]/.test(seg.text) || seg.row.cells.findIndex((cell) => !isBlankText(cell.text)) > 0;
  return isUpper(seg.bare.slice(0, 60)) || (!cited && words.length <= 8 && !/[.;,]$/.test(seg.bare));
};

const isAnnex = (seg: Seg, words: readonly string[], next: Seg | undefined): boolean => {
  if (seg.filled > 3 || !near(words[0], "LAMPIRAN", 1)) return false;
  const rest = words.slice(1).filter((word) => !ROMAN.test(word) && !/^\d+$/.test(word));
  if (rest.length === 0)
    return isUpper(seg.bare) || /^(KEPUTUSAN|PERATURAN|NOMOR|SURAT)\b/.test(next?.key ?? "");
  return (
    /^(SURAT|KEPUTUSAN|PERATURAN|NOMOR)$/.test(rest[0] as string) &&
    (isUpper(seg.bare.slice(0, 60)) || words.length <= 10)
  );
};

/** "Menimbang" as a heading: what is weighed begins with "bahwa", here or just below. */
const isConsidering = (seg: Seg, following: readonly (Seg | undefined)[]): boolean =>
  /\bbahwa\b/i.test(seg.text) ||
  following.some((next) => next !== undefined && /^\W*(?:\w{1,2}[.)]\s*)?bahwa\b/i.test(next.text));

/** No sentence ("Maklumat pelayanan dipasang di ruang tunggu"): all its words begin with capitals. */
const isHeading = (text: string): boolean =>
  text.length <= HEADING_CHARACTERS && !/(?:^|\s)[a-z]{4}/.test(text.replace(/pada\b/g, ""));

/**
 * How every landmark begins: in capitals (the first letter may be lost), or with these syllables. Most rows of an annex are
 * told by this alone.
 */
const INITIAL =
  /^[\s\-–—•·*_>:"“”'|#.,;]*(?:[A-Z]{2}|[A-Z] [A-Z] |Me[nm]|Mak|Dit|N[oO]|Ten|Tem|Sal|Pe[tmr]|Ke[pstdelu]|Lam|Sur|Ran|Draf)/;

/** Landmark of segment `at`, or null. */
export const landmark = (segs: readonly Seg[], at: number): Landmark | null => {
  const seg = segs[at] as Seg;
  if (!INITIAL.test(seg.raw)) return null;
  if (seg.key === "" || !/^[A-Z]/.test(seg.bare)) return null;
  const words = seg.key.split(" ", 14);
  const first = words[0] as string;
  const short = seg.text.length <= HEADING_CHARACTERS;
  switch (first.charAt(0)) {
    case "P":
      if (
        short &&
        near(first, "PEMERINTAH", 2) &&
        ["KABUPATEN", "KOTA", "PROVINSI", "PROPINSI", "DAERAH"].some((w) => near(words[1], w)) &&
        isUpper(seg.bare)
      )
        return "letterhead";
      if (ORDINALS.has(first) && isUpper(seg.bare.slice(0, first.length))) return "diktum";
      break;
    case "M":
      if (near(first, "MENIMBANG") && isConsidering(seg, [segs[at + 1], segs[at + 2], segs[at + 3]]))
        return "menimbang";
      if (
        near(first, "MENGINGAT") &&
        (words.length === 1 || /^\S+\s*:|\d\s?[.)]|undang/i.test(seg.bare.slice(0, 40)))
      )
        return "mengingat";
      if (near(first, "MEMUTUSKAN", 2) && words.length <= 3 && isUpper(seg.bare.slice(0, first.length)))
        return "memutuskan";
      if (near(first, "MENETAPKAN") && (words.length === 1 || /^\S+\s*:/.test(seg.bare))) return "menetapkan";
      if (near(first, "MAKLUMAT") && words.length <= 6 && seg.filled === 1 && isHeading(seg.bare))
        return "maklumat";
      break;
    case "K":
      if (ORDINALS.has(first) && (seg.bare.startsWith(first) || /^\S+\s*:/.test(seg.bare))) return "diktum";
      break;
    case "D":
      if (near(first, "DITETAPKAN") && words[1] === "DI") return "ditetapkan";
      break;
    case "L":
      if (short && isAnnex(seg, words, segs[at + 1])) return "annex";
      break;
    case "T":
      if (first === "TENTANG") return "about";
      if (first === "TEMBUSAN" && words.length <= 8) return "copies";
      break;
    case "N":
      if (/^(NOMOR|NOM0R|NOMER)$/.test(first) || (first === "NO" && /^No\s*[.:]+\s*\d/i.test(seg.bare)))
        return "number";
      break;
    case "S":
      // A step of a procedure may hand over copies too: it is an item of a list, or a sentence of its own.
      if (
        /^(SALINAN|PETIKAN)$/.test(first) &&
        /\b(DISAMPAIKAN|DIBERIKAN|YTH)\b|^\w+ (KEPUTUSAN )?(INI )?KEPADA\b/.test(seg.key) &&
        (/:\s*$/.test(seg.text) || /\b(KEPUTUSAN|YTH|INI)\b/.test(seg.key)) &&
        !/^\s*[-•*]/.test(seg.text)
      )
        return "copies";
      break;
  }
  return short && isTitle(seg, words) ? "title" : null;
};
