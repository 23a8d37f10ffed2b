import { capitalise, countWord, joinList } from "#app/format/words.ts";
import type { DecreeRef, RegencyRef, ReviewCount } from "#app/server/views.ts";
import { reviewSentence } from "./substance-sentences.ts";

/** Of pages that count no verdicts: what they show was read by the machine alone. */
const MACHINE_ONLY = "Angka sementara (hasil mesin): bacaan ini belum diperiksa orang.";

/**
 * Status of the figures on a page: whose they are, whether invented, whether the text itself is there.
 * @param review of the verdicts that the page counts; left out where it counts none
 */
export function statusBand(
  regencies: readonly RegencyRef[],
  decrees: readonly Pick<DecreeRef, "factsOnly">[],
  review?: ReviewCount,
): string[] {
  const samples = regencies.filter((one) => one.sample).map((one) => one.name);
  const withoutText = decrees.filter((one) => one.factsOnly).length;
  const band = [review ? reviewSentence(review) : MACHINE_ONLY];
  if (samples.length > 0) band.push(sampleWords(samples));
  if (withoutText > 0) {
    const which =
      withoutText === decrees.length
        ? "Teks naskah"
        : `${capitalise(countWord(withoutText))} dari ${countWord(decrees.length)} teks naskah`;
    band.push(
      `${/^\d/.test(which) ? `Sebanyak ${which}` : which} belum diunggah; yang tersedia baru hasil bacanya.`,
    );
  }
  return band;
}

const sampleWords = (samples: readonly string[]): string =>
  `Data contoh: ${joinList(samples)} bukan daerah yang sebenarnya.`;

/** Of pages that show what people did and no figure of the machine's: only that a regency is invented. */
export const sampleBand = ({ sample, name }: Pick<RegencyRef, "sample" | "name">): string[] =>
  sample ? [sampleWords([name])] : [];
