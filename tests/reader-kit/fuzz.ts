import { realDecrees } from "./corpus.ts";
import { loadFixtures } from "./fixtures.ts";
import { makeDecree } from "./generate.ts";
import { MUTATIONS, type Mutation, mutate } from "./mutate.ts";
import { type Random, seeded } from "./random.ts";
import { LAYOUTS } from "./render/index.ts";

export interface FuzzBase {
  name: string;
  bytes: Uint8Array;
}

export interface FuzzInput {
  /** Which input of the run: with the run's seed it gives the same bytes again. */
  index: number;
  base: string;
  mutations: Mutation[];
  bytes: Uint8Array;
}

/** One rendering of each layout, every fixture, and the real decrees where they are at hand. */
export const fuzzBases = (seed: number): FuzzBase[] => [
  ...LAYOUTS.map((layout) => ({
    name: layout.name,
    bytes: new TextEncoder().encode(layout.render(makeDecree(seed, { services: 2 }), seed).text),
  })),
  ...loadFixtures().map(({ name, bytes }) => ({ name, bytes })),
  ...realDecrees().map(({ fileName, bytes }) => ({ name: fileName, bytes })),
];

/** Long files are mostly spoilt in part: a window of lines, so that a run has time for many. */
const LONG = 60_000;
const WINDOW = 20_000;

function part(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length < LONG || random.chance(0.01)) return bytes;
  const from = random.int(0, bytes.length - WINDOW);
  return bytes.slice(from, from + WINDOW);
}

/** The index-th input of a run. */
export function fuzzInput(bases: readonly FuzzBase[], seed: number, index: number): FuzzInput {
  const random = seeded(seed * 1_000_003 + index);
  const base = random.pick(bases);
  const mutations = Array.from({ length: random.int(1, 3) }, () => random.pick(MUTATIONS));
  const bytes = mutations.reduce(
    (spoilt, mutation) => mutate(spoilt, mutation, random),
    part(base.bytes, random),
  );
  return { index, base: base.name, mutations, bytes };
}
