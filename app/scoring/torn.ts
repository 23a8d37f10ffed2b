import type { ComponentKey } from "../reader/components.ts";
import { plain, squeezed } from "./words.ts";

/** A word that cannot end a text. */
const DANGLING =
  /\b(?:dan|atau|di|dengan|pada|untuk|yang|bidang|kepada|dari|ke|jl\.?|jalan|no\.?|nomor|dalam|oleh|melalui|sesuai|serta|terhadap)$/;
/** The caption of a chart without its chart. */
const CAPTION = /^keterangan (?:bagan|gambar|flow ?chart|diagram)\W*$/;
const SHORTEST = 8;

/** `lost`: nothing of what is asked can be read. `cut`: a beginning or an end of it is left. */
export type Torn = "lost" | "cut" | null;

/**
 * Did a page end cut the text before it said what it is asked? It stops at a word that cannot end a text, is the caption
 * of a lost chart, begins in the middle of another service's sentence, or, for contacts, is how a longer contact of
 * another service begins.
 *
 * @param sisters texts of the same component in the other services of the file.
 */
export const tornBy = (key: ComponentKey, text: string, sisters: readonly string[]): Torn => {
  const words = plain(text);
  if (CAPTION.test(words)) return "lost";
  if (DANGLING.test(words)) return key === "pengaduan" ? "lost" : "cut";
  const own = squeezed(text);
  if (own.length < SHORTEST) return null;
  const longer = sisters.filter((sister) => sister.length > text.length * 1.2).map(squeezed);
  if (/^[a-z]/.test(text) && longer.some((sister) => sister.endsWith(own))) return "cut";
  return key === "pengaduan" && longer.some((sister) => sister.startsWith(own)) ? "lost" : null;
};
