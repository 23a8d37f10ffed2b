import type { Features } from "./features.ts";

/** What an office prints of itself between its standards, and a list of them all behind the last one. */
const OWN_PAGE =
  /^(?:[#*_]{1,6}\s?)?\s*(?:(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)]\s+)?(?:VISI(?:\s*(?:DAN|&|,|\/)\s*MISI)?|MISI|MOT+O(?:\s+(?:PE)?LAYANAN)?|JANJI\s+(?:PE)?LAYANAN|TATA\s+NILAI|STRUKTUR\s+ORGANISASI|DAFTAR\s+(?:JENIS\s+|NAMA\s+)?(?:STANDAR\s+)?(?:PE)?LAYANAN|KATA\s+PENGANTAR|DAFTAR\s+ISI)\W*$/;
/** No such title is longer. */
const MAX_TITLE = 60;

/** "VISI", "MOTTO", "DAFTAR LAYANAN" alone on a line, in capitals and apart from what stands above. */
export const isOwnPage = (all: readonly Features[], index: number): boolean => {
  const { row, gap, filled } = all[index] as Features;
  if (row.kind !== "prose" || filled.length !== 1) return false;
  if (gap === 0 && !row.emphasis && all[index - 1]?.row.kind === "prose") return false;
  const text = row.cells[filled[0] as number]?.text ?? "";
  return text.length <= MAX_TITLE && OWN_PAGE.test(text);
};
