import type { UnsurOrder } from "../editions.ts";
import { clean, words } from "../text.ts";

/**
 * The order of U8 and U9 that a legend above or below the table gives ("U8 = Penanganan pengaduan"); null where none does.
 */
export const legendOrder = (rows: readonly (readonly string[])[]): UnsurOrder | null => {
  for (const cells of rows) {
    const text = cells.map(clean).filter(Boolean).join(" ");
    const [, number, name = ""] =
      /^[-–•\s]*(?:u|unsur)\s*[-.]?\s*([89])\b[\s.:=)–-]+(\p{L}.{2,80})$/iu.exec(text) ?? [];
    if (number === undefined) continue;
    const complaints = /\bpengaduan\b|\bsaran\b/.test(words(name));
    const facilities = /\bsarana\b|\bprasarana\b|\bsarpras\b|\bfasilitas\b/.test(words(name));
    if (complaints !== facilities) return (number === "8") === facilities ? "kuesioner" : "definisi";
  }
  return null;
};
