import { countWord } from "#app/format/words.ts";
import type { RegulationRow } from "#app/server/views.ts";

export { placeWords, signedWords, todayWords } from "#app/scoring/legal/words.ts";

const isCertain = ({ standings }: RegulationRow): boolean =>
  standings.some(({ fault, certain }) => fault !== null && certain);
const isAsked = ({ standings }: RegulationRow): boolean => standings.some(({ fault }) => fault !== null);

/** Regulations with a fault that is certain, and those with one that may only be asked. */
export const faultCounts = (rows: readonly RegulationRow[]): { certain: number; asked: number } => {
  const certain = rows.filter((row) => isCertain(row));
  const asked = rows.filter((row) => !certain.includes(row) && isAsked(row));
  return { certain: certain.length, asked: asked.length };
};

/** What must be changed first, then what is asked, each as it came. */
export const faultsFirst = (rows: readonly RegulationRow[]): RegulationRow[] => {
  const rank = (row: RegulationRow): number => (isCertain(row) ? 0 : isAsked(row) ? 1 : 2);
  return [...rows].sort((a, b) => rank(a) - rank(b));
};

/** "Standar di lima kabupaten mengutip 312 peraturan; 12 di antaranya perlu diganti, 5 perlu dikonfirmasi". */
export function regulationsSentence(place: string, rows: readonly RegulationRow[]): string {
  const named = rows.filter((row) => row.key !== null);
  if (named.length === 0) return `Belum ada peraturan yang terbaca sebagai dasar hukum di ${place}`;
  const { certain, asked } = faultCounts(named);
  const start = `Standar di ${place} mengutip ${countWord(named.length)} peraturan`;
  const faults = [
    ...(certain > 0 ? [`${countWord(certain)} perlu diganti atau dibetulkan`] : []),
    ...(asked > 0 ? [`${countWord(asked)} perlu dikonfirmasi`] : []),
  ];
  return faults.length === 0
    ? `${start}; tidak ada yang tercatat dicabut atau salah kutip`
    : `${start}; ${faults.join(", ")}`;
}
