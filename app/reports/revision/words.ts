import { formatShare } from "../../format/numbers.ts";
import { countWord, joinList, lowerFirst } from "../../format/words.ts";
import { type ComponentKey, component } from "../../reader/components.ts";
import type { Revision, RevisionRow, RevisionService } from "./model.ts";

/** What page and paper say alike. */

export const NO_TEXT = "Teks belum diunggah; yang tersedia baru hasil bacanya.";
export const COMPARE = "Cocokkan dengan naskah asli";

const LEVEL_WORDS = {
  0: "tingkat 0, tidak ada",
  1: "tingkat 1, isi belum tepat",
  2: "tingkat 2, inti terpenuhi",
  3: "tingkat 3, lengkap dan terukur",
} as const;

export const rowLevelWords = ({ level }: RevisionRow): string =>
  typeof level === "number" ? LEVEL_WORDS[level] : "belum dinilai";

/** What stands in the decree, or why nothing is shown. */
export const currentWords = ({ text, factsOnly }: RevisionRow): string | null =>
  text ?? (factsOnly ? NO_TEXT : null);

export const namesOf = (keys: readonly ComponentKey[]): string =>
  joinList(keys.map((key) => lowerFirst(component(key).short)));

/** "Tidak perlu diubah: persyaratan dan biaya." Null where nothing stays. */
export const unchangedSentence = ({ unchanged, rows }: RevisionService): string | null => {
  if (unchanged.length === 0) return null;
  const rest = rows.length === 0 ? "Tidak ada yang perlu diubah" : "Tidak perlu diubah";
  return `${rest}: ${namesOf(unchanged)}.`;
};

export const unjudgedSentence = ({ unjudged }: RevisionService): string | null =>
  unjudged.length === 0 ? null : `Belum dinilai: ${namesOf(unjudged)}.`;

export const bagianWords = ({ bagian }: Revision): string =>
  bagian.name ?? "Bagian tidak disebut dalam naskah";

/** The finding of the page; the bagian leads, for no sentence begins with a figure. */
export function revisionSentence(revision: Revision): string {
  const { rows, judged, services } = revision.counts;
  const name = bagianWords(revision);
  if (services === 0) return `${name}: tidak ada layanan dalam keputusan yang berlaku`;
  if (judged === 0) return `${name}: belum ada komponen yang dinilai`;
  if (rows === 0) return `${name}: tidak ada komponen yang perlu ditulis ulang`;
  return rows === 1
    ? `${name}: satu komponen perlu ditulis ulang`
    : `${name}: ${formatShare(rows, judged)} komponen perlu ditulis ulang`;
}

/** n, and what is left out of it. */
export function revisionScope({ counts }: Revision): string {
  const { services, affected, unreadable, unjudged } = counts;
  const parts = [
    `Seluruhnya ${countWord(services)} layanan; ${countWord(affected)} di antaranya memuat komponen yang perlu ditulis ulang.`,
  ];
  if (unreadable > 0) parts.push(`Di luar hitungan karena tidak terbaca: ${countWord(unreadable)} komponen.`);
  if (unjudged > 0) parts.push(`Belum dinilai: ${countWord(unjudged)} komponen.`);
  return parts.join(" ");
}
