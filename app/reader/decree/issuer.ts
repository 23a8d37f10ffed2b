import { nameCase } from "#app/format/name-case.ts";
import { isOffice } from "./landmarks.ts";
import { near, type Seg } from "./seg.ts";

/** Words after which the name of an office is over. */
const ENDS = new Set(
  "NOMOR NOM0R NO TENTANG KABUPATEN KAB KOTA PROVINSI PROPINSI TAHUN SELAKU STANDAR MENIMBANG DENGAN SETDA".split(
    " ",
  ),
);
const MAX_WORDS = 12;

/**
 * Office named at the head of these words: "Bupati", "Sekretaris Daerah", "Kepala Dinas Kesehatan", "Camat Bandar". Null
 * where no office stands there.
 */
const officeOf = (words: readonly string[]): string | null => {
  let at = 0;
  while (at < words.length && at < 3 && /^(A|N|AN|PLT|PLH|PJ|PENJABAT)$/.test(words[at] as string)) at++;
  const first = words[at];
  const second = words[at + 1];
  if (near(first, "BUPATI")) return "Bupati";
  if (near(first, "WALIKOTA") || (first === "WALI" && second === "KOTA")) return "Wali Kota";
  if (near(first, "GUBERNUR")) return "Gubernur";
  if (near(first, "SEKRETARIS")) {
    if (near(second, "DAERAH") || second === undefined) return "Sekretaris Daerah";
  } else if (!isOffice(first)) return null;
  const office: string[] = [];
  for (const word of words.slice(at, at + MAX_WORDS)) {
    if (ENDS.has(word)) break;
    office.push(word);
  }
  return office.length > 1 || near(first, "INSPEKTUR") ? nameCase(office.join(" ")) : null;
};

/** Words of the title from its noun on, the following rows included as long as they go on with it. */
const titleWords = (segs: readonly Seg[], title: number): string[] => {
  const words: string[] = [];
  for (let i = title; i < Math.min(segs.length, title + 4); i++) {
    const key = (segs[i] as Seg).key;
    if (i > title && /^(NOMOR|TENTANG|NO|MENIMBANG)\b/.test(key)) break;
    words.push(...key.split(" "));
  }
  return words.slice(words.findIndex((word) => near(word, "KEPUTUSAN", 2) || near(word, "PERATURAN")) + 1);
};

/** Who issues the decree: from its title, else from the first line in capitals that names an office. */
export const issuerOf = (
  segs: readonly Seg[],
  title: number | null,
  others: readonly number[],
): string | null => {
  const named = title === null ? null : officeOf(titleWords(segs, title));
  if (named !== null) return named;
  for (const at of others) {
    const words = (segs[at] as Seg).key.split(" ");
    const noun = words.findIndex((word) => near(word, "KEPUTUSAN"));
    const office = officeOf(words.slice(noun + 1));
    if (office !== null) return office;
  }
  return null;
};

/** Offices that a letterhead names below the government's line. */
const UNIT =
  /\b(SEKRETARIAT|DINAS|BADAN|KECAMATAN|KELURAHAN|INSPEKTORAT|RUMAH SAKIT|SATUAN|KANTOR|PUSKESMAS|UPTD?)\b/;

/**
 * Is the letterhead the issuer's own? A decree of a head of region that is written on the paper of one of his offices
 * begins at its title: the letterhead is the sender's.
 */
export const ownsLetterhead = (issuer: string | null, letterhead: readonly Seg[]): boolean =>
  issuer === null ||
  !/^(Bupati|Wali Kota|Gubernur)$/.test(issuer) ||
  !letterhead.some(({ key }) => UNIT.test(key));
