/**
 * Chapters of a report in the order of the ministry's outline, annexes last. The only list: the form, the stored choice and
 * the outline of every format are made from it. `always` cannot be switched off: a figure never stands without its ground.
 */
export const CHAPTERS = [
  { id: "pendahuluan", name: "Pendahuluan", annex: false },
  { id: "pengumpulan", name: "Pengumpulan data", annex: false },
  { id: "hasil", name: "Hasil pengolahan", annex: false },
  { id: "analisis", name: "Analisis", annex: false },
  { id: "kesimpulan", name: "Kesimpulan", annex: false },
  { id: "layanan", name: "IKM tiap layanan", annex: true },
  { id: "sebaran", name: "Sebaran jawaban tiap unsur", annex: true },
  { id: "rencana", name: "Rencana tindak lanjut", annex: true },
  { id: "realisasi", name: "Realisasi tindak lanjut periode sebelumnya", annex: true },
  { id: "prioritas", name: "Prioritas perbaikan", annex: true },
  { id: "kelengkapan", name: "Kelengkapan standar pelayanan", annex: true },
  { id: "dasar-hukum", name: "Dasar hukum dalam standar pelayanan", annex: true },
  { id: "belum-disurvei", name: "Layanan yang belum disurvei", annex: true },
  { id: "dasar-angka", name: "Dasar angka", annex: true, always: true },
] as const satisfies readonly { id: string; name: string; annex: boolean; always?: true }[];

export type ChapterId = (typeof CHAPTERS)[number]["id"];
export const CHAPTER_IDS = CHAPTERS.map(({ id }) => id) as [ChapterId, ...ChapterId[]];

const ROMAN = ["I", "II", "III", "IV", "V"];
const LETTERS = "ABCDEFGHIJ";

/** Titles of the chapters that are on, numbered as they stand: "I. Pendahuluan", "Lampiran A. IKM tiap layanan". */
export function chapterTitles(on: readonly ChapterId[]): Map<ChapterId, string> {
  const titles = new Map<ChapterId, string>();
  let [chapter, annex] = [0, 0];
  for (const one of CHAPTERS) {
    if (!on.includes(one.id)) continue;
    titles.set(
      one.id,
      one.annex ? `Lampiran ${LETTERS[annex++]}. ${one.name}` : `${ROMAN[chapter++]}. ${one.name}`,
    );
  }
  return titles;
}
