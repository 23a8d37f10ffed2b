import { enumerator } from "../text.ts";
import { isOffice, type Landmark } from "./landmarks.ts";
import { isUpper, near, type Seg } from "./seg.ts";

/** Ranks of civil servants below a signature. */
const RANK = /^(?:PEMBINA|PENATA|PENGATUR|JURU)(?: (?:UTAMA|TINGKAT|TK|MUDA|MADYA|I|1|IV|III)\b|$)/;
const SIGNED = /^(?:TTD|T T D|DTO|CAP|DITANDATANGANI|PARAF|TANDA TANGAN)\b/;
/** Words of headings, which signatures do not have. */
const HEADING =
  /\b(?:STANDAR|PELAYANAN|LAYANAN|KEPUTUSAN|LAMPIRAN|MAKLUMAT|JENIS|TENTANG|KOMPONEN|BAGIAN|NOMOR|DAFTAR|URAIAN|PERSYARATAN|PROSEDUR|FLOWCHART)\b/;
const MAX_OFFICE_WORDS = 12;

/** "SEKRETARIS DAERAH KABUPATEN X," alone on a line. */
export const isOfficeLine = (seg: Seg): boolean => {
  if (seg.filled > 2) return false;
  const words = seg.key.split(" ", MAX_OFFICE_WORDS + 1);
  if (
    words.length > MAX_OFFICE_WORDS ||
    !isUpper(seg.bare.replace(/^a\.?\s?n\.?/i, "")) ||
    seg.bare.includes(":")
  )
    return false;
  const at = words[0] === "A" && words[1] === "N" ? 2 : words[0] === "AN" ? 1 : 0;
  return (
    isOffice(words[at]) && !HEADING.test(seg.key.replace(/\bKEPALA BAGIAN\b/, "")) && !enumerator(seg.text)
  );
};

/** NIP, rank, "ttd", place and date: what stands in a signature and nowhere else. */
const isSignatureWord = (seg: Seg, mark: Landmark | null): boolean =>
  mark === "ditetapkan" ||
  /^NIP\b/.test(seg.key) ||
  (RANK.test(seg.key) && seg.text.length < 50) ||
  (SIGNED.test(seg.key) && seg.text.length < 40) ||
  (/^(?:PADA )?TANGGAL\b/.test(seg.key) && seg.text.length < 60 && !/\bDITETAPKAN\b/.test(seg.key)) ||
  /^(?:DIUNDANGKAN DI|SALINAN SESUAI|UNTUK SALINAN)\b/.test(seg.key);

/** A person's name or a line of the office below "SEKRETARIS DAERAH". */
const isNameLine = (seg: Seg): boolean => {
  if (
    seg.filled > 2 ||
    seg.text.length > 70 ||
    /[:?!]/.test(seg.text) ||
    enumerator(seg.text) ||
    HEADING.test(seg.key)
  )
    return false;
  const words = seg.key.split(" ");
  if (words.length > 9 || /\d{3}/.test(seg.text)) return false;
  if (isUpper(seg.bare)) return true;
  // Titles and degrees: "Drs. …, M.Si".
  return /\b(?:Drs?|Ir|H|Hj|Prof)\.\s|,\s*(?:S|M|A)\.?[A-Z]/.test(seg.text);
};

/** Words of a government's name, with which a torn signature line begins ("DAERAH KABUPATEN"). */
const isRegionLine = (seg: Seg): boolean =>
  isUpper(seg.bare) &&
  seg.filled <= 1 &&
  seg.key
    .split(" ")
    .every((word) => ["DAERAH", "KABUPATEN", "KOTA", "PEMERINTAH", "SEKRETARIAT"].some((w) => near(word, w)));

/** Beginnings without which no line opens a signature: capitals, or the words of rank, place and date. */
const OPENS =
  /^[\s\-–—*_>"“'(]*(?:\p{Lu}{2}|Nip|Pembina|Penata|Pengatur|Juru|Di(?:tetap|undang)kan|[Pp]ada [Tt]anggal|Tanggal|ttd|dto|[aA]\s?\.\s?[nN]|Salinan|Untuk|Paraf|[Tt]anda [Tt]angan|[Tt]\.\s?[Tt]\.\s?[Dd]|Cap)/u;

/** One flag a segment from `from` to `to` (excluded): it belongs to a signature. A signature begins with an office, a date or "Ditetapkan di". */
export const signatureFlags = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  to: number,
): Set<number> => {
  const flags = new Set<number>();
  let since = Number.POSITIVE_INFINITY;
  // The name is printed: behind the next blank line stands other text, though it be in capitals too.
  let named = false;
  for (let i = from; i < to; i++) {
    const seg = segs[i] as Seg;
    const mark = marks[i] as Landmark | null;
    const apart = i > from && seg.line - (segs[i - 1] as Seg).lineTo > 1;
    if (seg.filled <= 2 && OPENS.test(seg.raw) && (isSignatureWord(seg, mark) || isOfficeLine(seg))) {
      flags.add(i);
      if (i > from && isRegionLine(segs[i - 1] as Seg)) flags.add(i - 1);
      since = 0;
      named = /^NIP\b/.test(seg.key);
    } else if (mark === null && since < 6 && !(named && apart) && isNameLine(seg)) {
      flags.add(i);
      since++;
      named ||= apart && !/,\s*$/.test(seg.text) && !isRegionLine(seg);
    } else since = Number.POSITIVE_INFINITY;
  }
  for (const at of [...flags]) {
    const seg = segs[at] as Seg;
    if (/^NIP\b/.test(seg.key) || RANK.test(seg.key)) flagAbove(segs, marks, from, at, flags);
  }
  return flags;
};

/** Lines of a signature above its rank and number: the name, the place left for the hand, the office. */
const ABOVE_NAME = 6;

/** An office in small letters: "Kepala Dinas Lingkungan Hidup". */
const isOfficeTitle = (seg: Seg): boolean => {
  const words = seg.key.split(" ", MAX_OFFICE_WORDS + 1);
  const at = words[0] === "A" && words[1] === "N" ? 2 : words[0] === "AN" ? 1 : 0;
  return words.length <= MAX_OFFICE_WORDS && isOffice(words[at]) && /^\p{Lu}|^a/u.test(seg.bare);
};

/** Flags the name right above a rank or number, and the lines up to the office in small letters above that. */
const flagAbove = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  rank: number,
  flags: Set<number>,
): void => {
  const lines: number[] = [];
  for (let at = rank - 1; at >= Math.max(from, rank - ABOVE_NAME); at--) {
    const seg = segs[at] as Seg;
    if (flags.has(at)) continue;
    if (
      seg.row.kind !== "prose" ||
      marks[at] !== null ||
      seg.text.length > 90 ||
      /[;:.]\s*$/.test(seg.text.replace(/\.[A-Z][a-z]*\.?\s*$/, "")) ||
      enumerator(seg.text)
    )
      break;
    lines.push(at);
    if (!isOfficeTitle(seg)) continue;
    for (const line of lines) flags.add(line);
    return;
  }
  const name = lines[0];
  if (name === rank - 1 && isNameLine(segs[name] as Seg)) flags.add(name);
};

/** Rows of "Salinan disampaikan kepada" / "Tembusan" and its list. */
export const copiesEnd = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  at: number,
  to: number,
): number => {
  let end = at + 1;
  while (end < to && marks[end] === null) {
    const seg = segs[end] as Seg;
    const item = enumerator(seg.text) ?? /^[-–•]/.test(seg.text);
    if (!(item && seg.filled <= 2 && seg.text.length < 160 && !isUpper(seg.bare)) && !/^YTH\b/.test(seg.key))
      break;
    end++;
  }
  return end;
};
