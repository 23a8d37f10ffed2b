import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Tokenizer } from "htmlparser2";
import { readDecree } from "#app/reader/index.ts";
import { type BenchCase, median, medians, warmUp } from "./case.ts";
import { benchTexts, joined, type Text } from "./texts.ts";

const ROUNDS = 20;
const COPIES = 10;

const read = (texts: readonly Text[]) => {
  for (const { name, bytes } of texts) readDecree(bytes, name);
};

/** Only finds where tags, attributes and texts begin and end; every callback does nothing. */
const tokenize = (texts: readonly Text[]) => {
  const decoder = new TextDecoder();
  for (const { bytes } of texts) {
    const tokenizer = new Tokenizer({}, DEAF);
    tokenizer.write(decoder.decode(bytes));
    tokenizer.end();
  }
};

const nothing = () => {};
const DEAF: ConstructorParameters<typeof Tokenizer>[1] = {
  onattribdata: nothing,
  onattribend: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

/** Reading and assembling all texts, against htmlparser2 merely tokenizing the same bytes in the same run. */
export const reading: BenchCase = {
  name: "read",
  async run() {
    const texts = benchTexts();
    warmUp([() => read(texts), () => tokenize(texts)]);
    const [own = 0, yardstick = 0] = medians(ROUNDS, [() => read(texts), () => tokenize(texts)]);
    return [
      { value: own, unit: "ms", ratio: own / yardstick, limit: 20 },
      { name: "yardstick (htmlparser2 tokenizing)", value: yardstick, unit: "ms" },
    ];
  },
};

/**
 * Linear time: ten copies in one file against one. The ratio is taken in each round, between neighbours in time, and
 * its median counts.
 */
export const tenCopies: BenchCase = {
  name: "ten copies",
  async run() {
    const rounds = 7;
    return benchTexts().map((one) => {
      const ten = joined(one, COPIES);
      warmUp([() => read([one])]);
      const pairs = Array.from({ length: rounds }, () => medians(1, [() => read([one]), () => read([ten])]));
      const ratio = median(pairs.map(([single = 1, many = 0]) => many / single)) ?? 0;
      const value = median(pairs.map(([, many = 0]) => many)) ?? 0;
      return { name: one.name, value, unit: "ms", ratio, limit: 11.5 };
    });
  },
};

/** Highest memory of a process that does nothing but read all texts once; another that reads none, for comparison. */
export const memory: BenchCase = {
  name: "peak memory",
  async run() {
    const [reading = 0, idle = 0] = [await peakOf("read"), await peakOf("idle")];
    return [
      { name: "reading all texts", value: reading, unit: "MB" },
      { name: "of which the idle process", value: idle, unit: "MB" },
    ];
  },
};

const peakOf = (task: "read" | "idle"): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./memory-child.ts", import.meta.url)), [task], {
      execArgv: ["--import", "tsx"],
    });
    child.once("message", (bytes) => resolve(Number(bytes) / 1_000_000));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
