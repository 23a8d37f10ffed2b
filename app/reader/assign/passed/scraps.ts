import type { Features } from "../features.ts";
import type { Passed } from "../path.ts";

/** So many scraps in a row are what is left of a destroyed page. */
const SCRAPS = 4;
const SCRAP_LENGTH = 14;

/** So many of the lines below a label must be words to be its list. */
const WORDS = 0.75;

const NONE: readonly Features[] = [];

/** Short items right below a label that has no other content: "Sarana", then "Meja", "Kursi", "Papan tulis". */
const isShortList = (above: Features | undefined, run: readonly Features[]): boolean =>
  above?.candidates.some((one) => one.complete && one.similarity > 0.9 && one.restLetters === 0) === true &&
  run.filter(({ text }) => /^[A-Z][a-z]{2,}/.test(text)).length >= run.length * WORDS;

/** Runs of plain lines too short to be content, as a destroyed page leaves them. */
export const markScraps = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const isScrap = (features: Features | undefined): boolean =>
    features !== undefined &&
    features.row.kind === "prose" &&
    !features.row.separator &&
    !features.tableHead &&
    !features.long &&
    features.text.length <= SCRAP_LENGTH &&
    features.candidates.length === 0 &&
    !/^\s*(?:\d{1,2}|[a-z])\s?[.)]\s*\S/.test(features.text);
  for (let from = 0; from < all.length; from++) {
    let to = from;
    while (isScrap(all[to])) to++;
    const run = to - from < SCRAPS ? NONE : all.slice(from, to).filter(({ text }) => text !== "");
    if (run.length >= SCRAPS && !isShortList(all[from - 1], run))
      for (let i = from; i < to; i++) passed[i] = "scrap";
    from = Math.max(from, to);
  }
};
