import { clean, words } from "../text.ts";

const INDEX = /\b(?:ikm|skm|indeks(?: kepuasan(?: masyarakat)?)?|nilai indeks)\b/;
const PER_UNSUR = /\bper unsur\b|\bsetiap unsur\b/;
const IN_CELL =
  /(?:ikm|skm|indeks)[^\d:=]{0,60}(?:([:=])\s*)?(\d{2,4}(?:[.,]\d{1,15})?)(?![\d/])(?!\s*(?:responden|orang|layanan|lembar|unit))/gi;

const inScale = (text: string): boolean => {
  const value = Number(text.replace(",", "."));
  // Above 100 only a foot row among the respondents leads; a whole number there is a count or a year.
  return /^\d{2,4}(?:[.,]\d{1,15})?$/.test(text) && value >= 25 && (value <= 100 || /[.,]/.test(text));
};

/**
 * The index that a title or foot row prints about the whole file, as printed; null where the row prints none. A row of one
 * figure an unsur is not the index.
 */
export const printedIndex = (cells: readonly string[]): string | null => {
  for (const [at, cell] of cells.entries()) {
    const text = clean(cell);
    const folded = words(text);
    if (!INDEX.test(folded) || PER_UNSUR.test(folded)) continue;
    for (const [, sign, figure = ""] of text.matchAll(IN_CELL))
      if (inScale(figure) && (sign || /[.,]/.test(figure))) return figure;
    const after = cells
      .slice(at + 1)
      .map((one) => clean(one).replace(/^(?:[:=]|\*+\))\s*/, ""))
      .filter((one) => /^\d+(?:[.,]\d+)?$/.test(one));
    if (new Set(after).size === 1 && inScale(after[0] as string)) return after[0] as string;
  }
  return null;
};
