import { readAnswer } from "../rows/answers.ts";
import { words } from "../text.ts";

/** The answer that a column counts, 1-4: by its figure or by the words of the scale; null where it counts none. */
const scoreOf = (header: string): number | null => {
  const figure = /^(?:nilai|skor|jawaban|jumlah jawaban|jumlah nilai|responden menjawab)? ?([1-4])$/.exec(
    words(header),
  );
  if (figure) return Number(figure[1]);
  if (!/[a-z]{3}/i.test(header)) return null;
  const answer = readAnswer(header, "persyaratan", { words: "official", map: null });
  return answer.kind === "score" ? answer.score / 100 : null;
};

/**
 * Columns of a table that count the answers 1, 2, 3 and 4 of each unsur ("1", "Skor 1", "Tidak baik (1)"), by score; null
 * where it has not just one of each.
 */
export const countColumns = (headers: readonly string[]): readonly number[] | null => {
  const scores = headers.map(scoreOf);
  const at = [1, 2, 3, 4].map((score) => scores.indexOf(score));
  const single = scores.filter((score) => score !== null).length === 4;
  return single && at.every((column) => column >= 0) ? at : null;
};
