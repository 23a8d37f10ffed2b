import { Tokenizer } from "htmlparser2";
import { assembleDecree, partFile } from "#app/reader/assembled.ts";
import { decode } from "#app/reader/decode.ts";
import { readDecree } from "#app/reader/index.ts";
import { forget } from "#app/reader/memory.ts";
import { type Measured, median, medians, warmUp } from "./case.ts";
import { benchTexts, joined, type Text } from "./texts.ts";

/**
 * Forked by the cases of reading with what is to be measured: reading is measured in a process like the worker's, which
 * reads the decrees of the program, and of which nothing else has been asked.
 */
const ROUNDS = 20;
const COPIES = 10;

const read = (texts: readonly Text[]) => {
  for (const { name, bytes } of texts) readDecree(bytes, name);
};

/** Reads the texts as far as every component with its text and lines. */
const assemble = (texts: readonly Text[]) => {
  for (const { bytes } of texts) {
    forget();
    const file = partFile(decode(bytes).lines);
    for (const part of file.parts) assembleDecree(file, part);
    forget();
  }
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

const timedReading = (): Measured[] => {
  const texts = benchTexts();
  const works = [() => assemble(texts), () => read(texts), () => tokenize(texts)];
  warmUp(works);
  const [assembled = 0, whole = 0, yardstick = 0] = medians(ROUNDS, works);
  return [
    { name: "and assemble", value: assembled, unit: "ms", ratio: assembled / yardstick, limit: 20 },
    { name: "whole", value: whole, unit: "ms", ratio: whole / yardstick },
    { name: "yardstick (htmlparser2 tokenizing)", value: yardstick, unit: "ms" },
  ];
};

/** The ratio is taken in each round, between neighbours in time, and its median counts. */
const timedCopies = (): Measured[] => {
  const rounds = 7;
  return benchTexts().map((one) => {
    const ten = joined(one, COPIES);
    warmUp([() => read([one])]);
    const pairs = Array.from({ length: rounds }, () => medians(1, [() => read([one]), () => read([ten])]));
    const ratio = median(pairs.map(([single = 1, many = 0]) => many / single)) ?? 0;
    const value = median(pairs.map(([, many = 0]) => many)) ?? 0;
    return { name: one.name, value, unit: "ms", ratio, limit: 11.5 };
  });
};

/** Highest resident size of this process. */
const peak = (): number => (process.resourceUsage().maxRSS / 1000) * 1.024;

const TASKS: Readonly<Record<string, () => Measured[]>> = {
  reading: timedReading,
  copies: timedCopies,
  memory: () => {
    const idle = peak();
    read(benchTexts());
    return [
      { name: "reading all texts", value: peak(), unit: "MB" },
      { name: "of which the idle process", value: idle, unit: "MB" },
    ];
  },
};

const task = TASKS[process.argv[2] ?? ""];
if (!task) throw new Error(`no such task: ${process.argv[2]}`);
process.send?.(task());
process.disconnect?.();
