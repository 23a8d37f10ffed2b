import { readDecree } from "#app/reader/index.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { type BenchCase, medians } from "./case.ts";
import { benchTexts } from "./texts.ts";

const WARM_UP = 3;
const ROUNDS = 15;

/** Scoring all texts, comparison of their services included, against reading them in the same run. */
export const scoring: BenchCase = {
  name: "score",
  async run() {
    const texts = benchTexts();
    const read = () => texts.map(({ name, bytes }) => readDecree(bytes, name));
    const readings = read();
    const score = () => {
      for (const reading of readings) scoreStandards(reading);
    };
    medians(WARM_UP, [score, read]);
    const [own = 0, yardstick = 0] = medians(ROUNDS, [score, read]);
    return [
      { value: own, unit: "ms", ratio: own / yardstick, limit: 1 },
      { name: "yardstick (reading)", value: yardstick, unit: "ms" },
    ];
  },
};
