/**
 * `npm run fuzz -- [--seed N] [--count N] [--only INDEX]`: reads spoilt files. None may throw, none may take over two
 * seconds. Prints one JSON summary; exit 1 where one did. The same seed gives the same files: `--only` reads one again.
 */
import { performance } from "node:perf_hooks";
import { readDecree } from "#app/reader/index.ts";
import { fuzzBases, fuzzInput } from "#tests/reader-kit/fuzz.ts";
import { commandArguments, isWholeNumber } from "./lib/arguments.ts";

const { values } = commandArguments(
  "npm run fuzz [-- --seed N] [--count N] [--only URUTAN]",
  {
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "20000" },
      only: { type: "string" },
    },
  },
  (called) => Object.values(called.values).every(isWholeNumber),
);

const LIMIT_MS = 2000;
const seed = Number(values.seed);
const bases = fuzzBases(seed);
const indices =
  values.only === undefined
    ? Array.from({ length: Number(values.count) }, (_, i) => i)
    : [Number(values.only)];

interface Fault {
  index: number;
  base: string;
  mutations: string[];
  bytes: number;
  what: string;
}
const faults: Fault[] = [];
const slowest = { ms: 0, index: -1, base: "", mutations: [] as string[], bytes: 0 };
let total = 0;
let services = 0;
for (const index of indices) {
  const input = fuzzInput(bases, seed, index);
  const fault = (what: string) => faults.push({ ...input, bytes: input.bytes.length, what });
  const start = performance.now();
  try {
    services += readDecree(input.bytes, `${input.base}.txt`).services.length;
  } catch (error) {
    fault(error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : String(error));
  }
  const ms = performance.now() - start;
  total += ms;
  if (ms > LIMIT_MS) fault(`${Math.round(ms)} ms`);
  if (ms > slowest.ms) {
    Object.assign(slowest, {
      ms: Math.round(ms),
      index,
      base: input.base,
      mutations: input.mutations,
      bytes: input.bytes.length,
    });
  }
}
const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
const summary = {
  seed,
  count: indices.length,
  faults: faults.length,
  first: faults.slice(0, 10),
  slowest,
  mean_ms: Number((total / Math.max(1, indices.length)).toFixed(2)),
  services,
  memory_mb: memory,
};
console.log(JSON.stringify(summary, null, 2));
process.exitCode = faults.length ? 1 : 0;
