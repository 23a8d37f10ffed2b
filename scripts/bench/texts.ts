import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../lib/root.mjs";
import { DECREES } from "../lib/samples.mjs";

export interface Text {
  name: string;
  bytes: Uint8Array;
}

/** The five real decrees; on a clone without them the fixtures of the tests, which are the same kinds of text. */
export function benchTexts(): Text[] {
  const folder = existsSync(DECREES) ? DECREES : join(ROOT, "tests/fixtures/reader");
  return readdirSync(folder)
    .filter((name) => /[.](txt|md|html)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** One text printed `copies` times in one file. */
export function joined({ name, bytes }: Text, copies: number): Text {
  const all = new Uint8Array((bytes.length + 1) * copies).fill(10);
  for (let copy = 0; copy < copies; copy++) all.set(bytes, copy * (bytes.length + 1));
  return { name, bytes: all };
}
