import type { ProofState } from "#app/evidence/subject.ts";
import { formatCount, formatDecimal, NO_FIGURE } from "#app/format/numbers.ts";
import { joinList } from "#app/format/words.ts";
import type { Confidence, Edition, EditionKind, Figure, Need } from "#app/instruments/edition.ts";

/** How editions, their figures and what a decree proves read on a page. */

/** What stands where nobody saw a figure. */
export const NO_SOURCE = "belum ada sumber";

export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  verified: "terlihat pada sumber",
  secondary: "sumber sekunder",
  unverified: "belum dipastikan",
  own: "uji kerja kami, bukan ketentuan peraturan",
};

export const KIND_WORDS: Record<EditionKind, string> = {
  standar: "standar pelayanan",
  ombudsman: "Ombudsman",
  pekppp: "PEKPPP",
};

export const NEED_WORDS: Record<Need, string> = {
  sk: "keputusan",
  dokumen: "dokumen lain",
  observasi: "observasi atau foto",
  wawancara: "wawancara",
  data: "data sistem atau instansi lain",
};

export const STATE_WORDS: Record<ProofState, string> = {
  terbukti: "terbukti",
  belum_terbukti: "belum terbukti",
  tidak_terbaca: "tidak terbaca",
  belum_pasti: "belum dapat dipastikan",
  bukan_dari_sk: "menunggu penilai",
};

/** How the figures of a self-check were made. */
export const SELF_CHECK_METHOD =
  "Penilaian mandiri, bukan nilai Ombudsman. Terbukti: komponennya ada dan kriteria intinya terpenuhi (tingkat 2 atau 3); skala itu alat kerja kami. Keputusan membuktikan isinya saja: pajangan, praktik, dan data menunggu penilai. Yang tidak terbaca atau belum dapat dipastikan berada di luar hitungan.";

/** What "seen" means of a figure of an edition. */
export const FIGURES_METHOD =
  "Terlihat pada sumber berarti tercetak pada sumber yang disebut, bukan bahwa teks peraturannya sudah dilihat. Sumber sekunder: terlihat pada olahan pihak lain. Belum dipastikan: dari ingatan, atau kaitannya meragukan. Angka tanpa sumber tidak ditulis.";

export const SELF_CHECK_NOTE = "Penilaian mandiri, bukan nilai Ombudsman.";

export const needsWords = (needs: readonly Need[]): string => joinList(needs.map((one) => NEED_WORDS[one]));

/** What a person still has to bring: everything but the decree. */
export const waitingWords = (needs: readonly Need[]): string =>
  needsWords(needs.filter((one) => one !== "sk")) || NO_FIGURE;

/** Two decimals at most, and none where there are none. */
export const figureWords = (value: number): string => {
  const digits = Number.isInteger(value) ? 0 : 2;
  return formatDecimal(value, digits);
};

/** "21,85", or that nobody saw it. */
export const figureOr = (figure: Figure | null): string => (figure ? figureWords(figure.value) : NO_SOURCE);

/** "terlihat pada sumber: Salindia penilaian 2023 (id.scribd.com/…)". */
export const knownWords = (
  { confidence, source }: { confidence: Confidence; source: string | null },
  sources: Edition["sources"],
): string => {
  const named = source === null ? undefined : sources[source];
  return `${CONFIDENCE_WORDS[confidence]}${named ? `: ${named.name} (${named.where})` : ""}`;
};

export const validityWords = ({ from, to }: Edition["validity"]): string =>
  to === null ? `sejak ${from}` : from === to ? String(from) : `${from}–${to}`;

/** How many figures were seen and how surely: "12 terlihat, 3 sekunder, 2 belum dipastikan". */
export const figuresWords = (figures: Record<Confidence, number>): string => {
  const parts = [
    [figures.verified, "terlihat pada sumber"],
    [figures.secondary, "dari sumber sekunder"],
    [figures.unverified, "belum dipastikan"],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, word]) => `${formatCount(n)} ${word}`);
  return told.length > 0 ? joinList(told) : "tanpa angka";
};
