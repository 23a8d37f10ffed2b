import type { Level } from "../scoring/schema.ts";

/** What a standard promises: weak at level 0 or 1; null where it cannot be read or was not judged. */
export type Promised = "lemah" | "cukup";
/** What people experienced; `sedikit`: fewer than five answers, no grade. */
export type Experienced = "rendah" | "baik" | "belum pasti" | "sedikit";
/** What to do about it. */
export type Deed = "benahi" | "tepati" | "tuliskan" | "pertahankan";

export const DEED_NAMES: Record<Deed, string> = {
  benahi: "Benahi keduanya",
  tepati: "Tepati janji",
  tuliskan: "Tuliskan praktik baik",
  pertahankan: "Pertahankan",
};

/** Fewer answers than this are shown without a grade (batas kerja). */
export const LEAST_ANSWERS = 5;

export const promisedBy = (level: Level | null): Promised | null =>
  level === null || level === "T" ? null : level <= 1 ? "lemah" : "cukup";

export interface Experience {
  /** Answers to the unsur. */
  n: number;
  /** NRR × 25, or the index. */
  nilai: number;
  /** 95 %, same scale; null where the answers tell nothing of their spread. */
  interval: readonly [number, number] | null;
}

/**
 * Low when the whole 95 % interval lies below the bound of mutu B, good when it lies wholly at or above, else uncertain.
 * Without an interval nothing is certain: that is so of few answers that are all equal.
 *
 * @param bound lower bound of mutu B in the survey's edition (76.61 in Permenpan RB 14/2017)
 */
export function experiencedAs({ n, interval }: Experience, bound: number): Experienced {
  if (n < LEAST_ANSWERS) return "sedikit";
  if (!interval) return "belum pasti";
  const [low, high] = interval;
  if (high < bound) return "rendah";
  return low >= bound ? "baik" : "belum pasti";
}

/** The deed that a promise and a certain experience ask for; null while either is open. */
export function deedOf(promised: Promised | null, experienced: Experienced | null): Deed | null {
  if (promised === null || (experienced !== "rendah" && experienced !== "baik")) return null;
  if (experienced === "rendah") return promised === "lemah" ? "benahi" : "tepati";
  return promised === "lemah" ? "tuliskan" : "pertahankan";
}
