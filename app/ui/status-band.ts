import { capitalise, countWord, joinList } from "#app/format/words.ts";
import type { DecreeRef, RegencyRef } from "#app/server/views.ts";

/** What every page with figures says first, until a person has judged and the substance is scored. */
const MACHINE_ONLY =
  "Angka sementara (hasil mesin): yang ditunjukkan baru kelengkapan. Penilaian substansi belum tersedia dan belum ada putusan yang direviu.";

/** Status of the figures on a page: whose they are, whether invented, whether the text itself is there. */
export function statusBand(
  regencies: readonly RegencyRef[],
  decrees: readonly Pick<DecreeRef, "factsOnly">[],
): string[] {
  const samples = regencies.filter((one) => one.sample).map((one) => one.name);
  const withoutText = decrees.filter((one) => one.factsOnly).length;
  const band = [MACHINE_ONLY];
  if (samples.length > 0) band.push(`Data contoh: ${joinList(samples)} bukan daerah yang sebenarnya.`);
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
