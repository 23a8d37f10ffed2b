import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { WORDS } from "#app/reader/labels/variants.ts";
import { Word, wordLikeness } from "#app/reader/labels/word-likeness.ts";

const known = [...WORDS.values()];

/** Letters at both ends that stand where they should. */
const sharedEnds = (a: string, b: string): number =>
  [a.at(0) === b.at(0), a.at(1) === b.at(1), a.at(-1) === b.at(-1), a.at(-2) === b.at(-2)].filter(Boolean)
    .length;

/** The likeness of two spellings by nothing but their lengths, their ends and their distance. */
const spelling = (a: string, b: string): number => {
  if (b.length < 4 || Math.abs(a.length - b.length) > 2 || sharedEnds(a, b) === 0) return 0;
  const likeness = 1 - distance(a, b) / Math.max(a.length, b.length);
  return likeness >= 0.7 ? likeness : 0;
};

const plainly = (printed: Word, word: Word): number => {
  if (printed.text === word.text) return 1;
  if (word.text.length < 4) return 0;
  const [a, b] = [printed.shape.text, word.shape.text];
  const spelt = spelling(printed.text, word.text);
  return spelt >= 0.95 ? spelt : Math.max(spelt, a === b ? 0.95 : 0.95 * spelling(a, b));
};

const OWN_WORDS = ["fasilitasi", "lapangan", "pengadaan"];
const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
/** A word of the lexicon with up to three letters lost, changed or added. */
const damaged = fc
  .tuple(
    fc.constantFrom(...known),
    fc.array(fc.tuple(fc.nat(30), fc.nat(2), letter), { minLength: 0, maxLength: 3 }),
  )
  .map(([{ text }, edits]) =>
    edits.reduce((word, [place, kind, sign]) => {
      const at = place % (word.length + 1);
      return word.slice(0, at) + (kind === 0 ? "" : sign) + word.slice(kind === 2 ? at : at + 1);
    }, text),
  )
  .filter((word) => word !== "" && !OWN_WORDS.includes(word));

describe("the likeness of a printed word to one of the lexicon", () => {
  it("is what lengths, ends and distance say: looks that spare the distance change nothing", () => {
    fc.assert(
      fc.property(damaged, fc.constantFrom(...known), fc.boolean(), (text, other, near) => {
        const printed = new Word(text);
        const words = near ? known : [other];
        for (const word of words) expect(wordLikeness(printed, word)).toBe(plainly(printed, word));
      }),
      { numRuns: 400 },
    );
  });

  it("is told by one letter that stands where it should, and by none is nothing", () => {
    const word = new Word("pertanggungjawaban");
    expect(wordLikeness(new Word("bortanggungjawabem"), word)).toBe(0);
    for (const one of [
      "portanggungjawabem",
      "bertanggungjawabem",
      "bortanggungjawabam",
      "bortanggungjawaben",
    ])
      expect(wordLikeness(new Word(one), word)).toBeCloseTo(1 - 3 / 18);
  });

  it("takes letters that scans write for one another as the same", () => {
    expect(wordLikeness(new Word("bjaya"), new Word("biaya"))).toBe(0.8);
    expect(wordLikeness(new Word("lnformasi"), new Word("informasi"))).toBe(0.95);
  });
});
