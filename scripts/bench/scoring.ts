import { readDecree } from "#app/reader/index.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { standardsOf } from "#app/scoring/join.ts";
import { type BenchCase, medians, warmUp } from "./case.ts";
import { benchTexts } from "./texts.ts";

const ROUNDS = 15;

/** Scoring all texts, comparison of their services included, against reading them in the same run. */
export const scoring: BenchCase = {
  name: "score",
  async run() {
    const texts = benchTexts();
    const read = () => texts.map(({ name, bytes }) => readDecree(bytes, name));
    const standards = read().map(standardsOf);
    const score = () => {
      for (const one of standards) scoreStandards(one, { today: "2026-01-01" });
    };
    warmUp([score, read]);
    const [own = 0, yardstick = 0] = medians(ROUNDS, [score, read]);
    return [
      { value: own, unit: "ms", ratio: own / yardstick, limit: 1 },
      { name: "yardstick (reading)", value: yardstick, unit: "ms" },
    ];
  },
};
