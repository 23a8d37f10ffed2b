import { formatShare } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import type { Regulation } from "#app/instruments/regulations.ts";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
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

/** "dicabut pada 3 dari 12 layanan", what is only asked apart. */
function countWords(cited: readonly CitationPlace[], faults: readonly LegalFault[]): string | null {
  const words = faults.flatMap((fault) => {
    const own = cited.filter((one) => one.fault === fault);
    return [true, false].flatMap((certain) => {
      const k = own.filter((one) => one.certain === certain).length;
      return k === 0
        ? []
        : [`${placeWords({ fault, certain })} pada ${formatShare(k, cited.length)} layanan`];
    });
  });
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
export const signedWords = ({ cited, status }: RegulationRow): string =>
  countWords(cited, ["revoked", "miscited"]) ?? (status === null ? "–" : "tidak ada catatan");

/** How it stands today; what was not seen in a source is never told as law. */
export function todayWords({ cited, status, verified }: RegulationRow): string {
  const later = countWords(cited, ["outdated"]);
  if (later) return later;
  if (status === null) return "belum ada dalam register kami";
  if (status === "dicabut" || status === "salah_kutip" || status === "perlu_dicek")
    return verified ? STATUS_WORDS[status] : `perlu konfirmasi: ${STATUS_WORDS[status]}`;
  return verified ? STATUS_WORDS[status] : "tidak tercatat dicabut; belum diperiksa pada naskah resminya";
}

/** Regulations with a fault that is certain, and those with one that may only be asked. */
export const faultCounts = (rows: readonly RegulationRow[]): { certain: number; asked: number } => {
  const certain = rows.filter((row) => row.cited.some((one) => one.fault && one.certain));
  const asked = rows.filter((row) => !certain.includes(row) && row.cited.some((one) => one.fault));
  return { certain: certain.length, asked: asked.length };
};

/** What must be changed first, then what is asked, each as it came. */
export const faultsFirst = (rows: readonly RegulationRow[]): RegulationRow[] => {
  const rank = ({ cited }: RegulationRow): number =>
    cited.some((one) => one.fault && one.certain) ? 0 : cited.some((one) => one.fault) ? 1 : 2;
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
