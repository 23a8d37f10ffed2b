import { formatInstantDate } from "#app/format/dates.ts";
import { formatCount } from "#app/format/numbers.ts";
import { joinList } from "#app/format/words.ts";
import type { UploadOutcome } from "./views.ts";

/** What the program says about uploads, on the page and on the command line. */

export const alreadyStored = (at: string, zone: "WIB" | "WITA" | "WIT"): string =>
  `Naskah ini sudah tersimpan sejak ${formatInstantDate(at, zone)}. Tidak ada yang diubah.`;

/** One sentence for what storing did. */
export const outcomeMessage = (stored: UploadOutcome["stored"]): string => {
  const fresh = stored.filter((decree) => decree.kind !== "sama");
  if (fresh.length === 0) return "Naskah ini sudah tersimpan. Tidak ada yang diubah.";
  const services = fresh.reduce((sum, decree) => sum + decree.services, 0);
  const versions = fresh.filter((decree) => decree.kind === "versi").length;
  const kept = stored.length - fresh.length;
  const asVersion =
    versions === 0
      ? ""
      : versions === fresh.length
        ? " sebagai versi baru"
        : `, ${formatCount(versions)} di antaranya sebagai versi baru`;
  const parts = [
    `${formatCount(services)} layanan dalam ${formatCount(fresh.length)} keputusan tersimpan${asVersion}`,
    ...(kept > 0 ? [`${formatCount(kept)} keputusan sudah tersimpan dan tidak diubah`] : []),
  ];
  return `${joinList(parts)}.`;
};
