import { formatShare } from "../../format/numbers.ts";
import type { Regulation } from "../../instruments/regulations.ts";
import type { LegalFault } from "./judge.ts";
import { type Standing, UNJUDGED } from "./register.ts";

/** How the standing of a citation is written, on pages and in reports alike. */

/** A regulation as its page counts it. */
interface Cited {
  /** Services whose citation stands alike. */
  standings: readonly { fault: LegalFault | null; certain: boolean; services: number }[];
  services: number;
  status: Regulation["status"] | null;
  standing: Standing | null;
  verified: boolean;
}

const FAULT_WORDS: Record<LegalFault, string> = {
  revoked: "sudah dicabut",
  outdated: "dicabut sesudahnya",
  miscited: "salah kutip",
};

/** What is said of one citation. */
export const placeWords = ({ fault, certain }: { fault: LegalFault | null; certain: boolean }): string =>
  fault === null
    ? "tidak ada catatan"
    : certain
      ? FAULT_WORDS[fault]
      : `perlu konfirmasi: mungkin ${FAULT_WORDS[fault]}`;

type Counted = Pick<Cited, "standings" | "services">;

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
export const signedWords = (row: Cited): string =>
  countWords(row, ["revoked", "miscited"]) ?? (row.status === null ? "–" : "tidak ada catatan");

/** How it stands today; what was not seen in a source is never told as law. */
export function todayWords(row: Cited): string {
  const { standing, status, verified } = row;
  const later = countWords(row, ["outdated"]);
  if (later) return later;
  if (status === null)
    return (standing && UNJUDGED[standing]) ?? "Jenis, nomor, atau tahunnya tidak terbaca; belum dinilai.";
  if (status === "dicabut" || status === "salah_kutip" || status === "perlu_dicek")
    return verified ? STATUS_WORDS[status] : `perlu konfirmasi: ${STATUS_WORDS[status]}`;
  return verified ? STATUS_WORDS[status] : "tidak tercatat dicabut; belum diperiksa pada naskah resminya";
}
