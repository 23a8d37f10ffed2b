import { z } from "zod";
import { checkEdition } from "./edition-rules.ts";
import { ProofRule } from "./proofs.ts";

/*
 * The format of an edition of an instrument: a JSON file that an admin may write. docs/instruments.md shows one.
 *
 * Standing rules:
 * - A number without a source is not written: it is `null` and pages say "belum ada sumber".
 * - What was seen is marked with where it was seen (a key of `sources`). "Seen" never means "is law".
 * - An edition that was stored is never changed; a correction takes the next number of its family.
 */

export const EDITION_FORMAT = "tolok-instrumen/1";

/**
 * `verified`: seen in the named source. `secondary`: seen, but only in somebody else's rendering of the instrument.
 * `unverified`: from memory, or seen in a way that leaves doubt. `own`: our own working test.
 */
export const CONFIDENCES = ["verified", "secondary", "unverified", "own"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * What it takes to answer an indicator; all of those named. `sk`: the decree itself. `dokumen`: another paper.
 * `observasi`: seen on the spot or on a photo. `wawancara`: asked of people. `data`: a figure from another system or agency.
 */
export const NEEDS = ["sk", "dokumen", "observasi", "wawancara", "data"] as const;
export type Need = (typeof NEEDS)[number];

export const EDITION_KINDS = ["standar", "ombudsman", "pekppp"] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const words = z.string().trim().min(3).max(600);
const year = z.int().min(1945).max(2200);

/** How surely something is known, and from where: a key of the edition's `sources`. */
const Known = { confidence: z.enum(CONFIDENCES), source: slug.nullable() };

/** A number with where it was seen. There is none without a source. */
export const Figure = z.strictObject({
  value: z.number().nonnegative().max(1000),
  confidence: z.enum(["verified", "secondary", "unverified"]),
  source: slug,
  note: words.nullable().default(null),
});
export type Figure = z.infer<typeof Figure>;

export const Claim = z.strictObject({ text: words, ...Known });
export type Claim = z.infer<typeof Claim>;

const Step = z.strictObject({
  value: z.int().nonnegative().max(100),
  name: words,
  /** Null where a decree cannot prove this step. */
  proof: ProofRule.nullable().default(null),
});

/** Steps from the lowest to the highest; each asks for everything below it as well. */
export const Scale = z.strictObject({ ...Known, steps: z.array(Step).min(2).max(20) });
export type Scale = z.infer<typeof Scale>;

export const Indicator = z.strictObject({
  /** Unique in the edition. */
  id: slug,
  name: words,
  ...Known,
  /** What the indicator is asked of: each service, or the unit that provides them. */
  of: z.enum(["layanan", "unit"]),
  needs: z.array(z.enum(NEEDS)).min(1),
  /** What a decree proves of it; null where it proves nothing, or where the steps of the scale say so. */
  proof: ProofRule.nullable().default(null),
  /** Percent inside its dimension; null: no source. */
  weight: Figure.nullable().default(null),
  /** Null: the edition's own scale. */
  scale: Scale.nullable().default(null),
  /** Papers that are asked for, besides the decree. */
  ask: z.array(words).default([]),
  note: words.nullable().default(null),
});
export type Indicator = z.infer<typeof Indicator>;

export const Dimension = z.strictObject({
  id: slug,
  name: words,
  ...Known,
  /** Percent of the whole; null: no source. */
  weight: Figure.nullable().default(null),
  /** How many indicators the source says there are; null: no source. More than are listed: the others were not seen. */
  announced: Figure.nullable().default(null),
  /** How the assessor takes the evidence. */
  method: Claim.nullable().default(null),
  indicators: z.array(Indicator).max(200),
});
export type Dimension = z.infer<typeof Dimension>;

/** A band of results. Bounds are included; null: no source. A result is rounded to two decimals before it is banded. */
export const Category = z.strictObject({
  code: z.string().trim().min(1).max(40),
  name: words,
  ...Known,
  min: Figure.nullable().default(null),
  max: Figure.nullable().default(null),
  zone: z.enum(["hijau", "kuning", "merah"]).nullable().default(null),
});
export type Category = z.infer<typeof Category>;

export const Edition = z
  .strictObject({
    format: z.literal(EDITION_FORMAT),
    /** Family and number: "ombudsman-2026/1". A change of content takes the next number. */
    edition: z
      .string()
      .max(90)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[1-9]\d{0,3}$/),
    name: words,
    kind: z.enum(EDITION_KINDS),
    /** Who assesses by it. */
    owner: words,
    /** Years for which it was used; `to` null: still in use. */
    validity: z.strictObject({ from: year, to: year.nullable(), ...Known }),
    /** Where things were seen, by key. */
    sources: z.record(slug, z.strictObject({ name: words, where: words })),
    /** Regulations it rests on. */
    basis: z.array(Claim).max(20),
    /** False: the instrument knows no weights, so that none is missing. */
    weighted: z.boolean(),
    /** How an indicator without a scale of its own is answered; null: not seen. */
    scale: z.strictObject({ kind: z.literal("ya_tidak"), ...Known }).nullable(),
    dimensions: z.array(Dimension).min(1).max(40),
    categories: z.array(Category).max(20),
    notes: z.array(Claim).max(30),
    /** What was looked for and not found yet, in words. */
    gaps: z.array(words).max(30),
  })
  .superRefine(checkEdition);
export type Edition = z.infer<typeof Edition>;

/** All indicators of an edition, in its order. */
export const indicatorsOf = (edition: Pick<Edition, "dimensions">): Indicator[] =>
  edition.dimensions.flatMap(({ indicators }) => indicators);

/** Family and number of "ombudsman-2026/1". */
export const partsOf = (edition: string): { family: string; number: number } => {
  const [family = "", number = "0"] = edition.split("/");
  return { family, number: Number(number) };
};

/** How an address names an edition. */
export const editionSlug = (edition: string): string => edition.replace("/", "-edisi-");
