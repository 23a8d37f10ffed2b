import { formatShare } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import type { Regulation } from "#app/instruments/regulations.ts";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
import { UNJUDGED } from "#app/scoring/legal/register.ts";
import type { CitationPlace, RegulationRow } from "#app/server/views.ts";

const FAULT_WORDS: Record<LegalFault, string> = {
  revoked: "sudah dicabut",
  outdated: "dicabut sesudahnya",
  miscited: "salah kutip",
};

/** What is said of one citation. */
export const placeWords = ({ fault, certain }: Pick<CitationPlace, "fault" | "certain">): string =>
  fault === null
    ? "tidak ada catatan"
    : certain
      ? FAULT_WORDS[fault]
      : `perlu konfirmasi: mungkin ${FAULT_WORDS[fault]}`;

type Counted = Pick<RegulationRow, "standings" | "services">;

/** "dicabut pada 3 dari 12 layanan", what is only asked apart. */
function countWords({ standings, services }: Counted, faults: readonly LegalFault[]): string | null {
  const words = faults.flatMap((fault) =>
    [true, false].flatMap((certain) => {
      const k = standings
        .filter((one) => one.fault === fault && one.certain === certain)
        .reduce((sum, one) => sum + one.services, 0);
      return k === 0 ? [] : [`${placeWords({ fault, certain })} pada ${formatShare(k, services)} layanan`];
    }),
  );
  return words.length === 0 ? null : words.join("; ");
}

const STATUS_WORDS: Record<Regulation["status"], string> = {
  berlaku: "berlaku",
  diubah: "berlaku, sudah diubah",
  dicabut: "dicabut",
  perlu_dicek: "perlu dicek",
  salah_kutip: "nomor ini milik peraturan lain",
};

/** How it stood on the day each decree was signed. */
export const signedWords = (row: RegulationRow): string =>
  countWords(row, ["revoked", "miscited"]) ?? (row.status === null ? "–" : "tidak ada catatan");

/** How it stands today; what was not seen in a source is never told as law. */
export function todayWords(row: RegulationRow): string {
  const { standing, status, verified } = row;
  const later = countWords(row, ["outdated"]);
  if (later) return later;
  if (status === null)
    return (standing && UNJUDGED[standing]) ?? "Jenis, nomor, atau tahunnya tidak terbaca; belum dinilai.";
  if (status === "dicabut" || status === "salah_kutip" || status === "perlu_dicek")
    return verified ? STATUS_WORDS[status] : `perlu konfirmasi: ${STATUS_WORDS[status]}`;
  return verified ? STATUS_WORDS[status] : "tidak tercatat dicabut; belum diperiksa pada naskah resminya";
}

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
