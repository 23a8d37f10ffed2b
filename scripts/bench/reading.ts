import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Tokenizer as SharedTokenizer } from "htmlparser2";
import { assembleDecree, partFile } from "#app/reader/assembled.ts";
import { decode } from "#app/reader/decode.ts";
import { readDecree } from "#app/reader/index.ts";
import { forget } from "#app/reader/memory.ts";
import { type BenchCase, median, medians, warmUp } from "./case.ts";
import { benchTexts, joined, type Text } from "./texts.ts";

/**
 * The tokenizer in a copy of its own: the reader walks HTML with the same library, and how it uses it decides how quickly
 * the code that both share runs.
 */
const { default: Tokenizer } = (await import(
  `${new URL("./Tokenizer.js", import.meta.resolve("htmlparser2")).href}?yardstick`
)) as { default: typeof SharedTokenizer };

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
const DEAF: ConstructorParameters<typeof SharedTokenizer>[1] = {
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

/**
 * Reading and assembling all texts (from bytes to every component with its text and lines), against htmlparser2 merely
 * tokenizing the same bytes in the same run. The whole reading, with facts, confidence, findings and the account of
 * every line, stands beside it; it has no limit of its own (docs/decisions/0034).
 */
export const reading: BenchCase = {
  name: "read",
  async run() {
    const texts = benchTexts();
    const works = [() => assemble(texts), () => read(texts), () => tokenize(texts)];
    warmUp(works);
    const [assembled = 0, whole = 0, yardstick = 0] = medians(ROUNDS, works);
    return [
      { name: "and assemble", value: assembled, unit: "ms", ratio: assembled / yardstick, limit: 20 },
      { name: "whole", value: whole, unit: "ms", ratio: whole / yardstick },
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
