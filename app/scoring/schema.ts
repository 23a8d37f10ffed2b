import { z } from "zod";
import { COMPONENT_KEYS, type ComponentKey } from "../reader/components.ts";
import type { HeadFacts } from "../reader/decree/head-facts.ts";
import { FINDING_CODES, type FindingCode } from "../reader/findings-registry.ts";
import { Finding, LineRange, ReadingJson, ReadService } from "../reader/schema.ts";
import { SUBSTANCE_CODES, type SubstanceCode } from "./findings-registry.ts";

/** 0 absent, 1 empty of meaning or wrong, 2 core met, 3 measurable too; T cannot be read (page lost). */
export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal("T")]);
export type Level = z.infer<typeof Level>;

export const Levels = z.strictObject(
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, Level])) as Record<ComponentKey, typeof Level>,
);
export type Levels = z.infer<typeof Levels>;

/** What scoring takes: the standards of one regency, of one reading or of several joined by `joinStandards`. */
export interface Standards extends Pick<ReadingJson, "decrees" | "services" | "findings"> {
  /** By index of the decree, from `headFacts`; null or left out where a head was not read: nothing is asked of it. */
  heads?: readonly (HeadFacts | null)[];
}

const Answered = {
  criterion: z.string(),
  /** Null where the question does not arise. */
  met: z.boolean().nullable(),
  /** Our own sentence: of the decree's text it holds figures at most. */
  reason: z.string(),
  /** The decree's words that decided; null where something is lacking. */
  quote: z.string().nullable(),
};

/** One criterion held against one component of one service; `lines` are those of the component in its own text. */
export const Verdict = z.strictObject({
  service: z.int().nonnegative(),
  component: z.enum(COMPONENT_KEYS),
  ...Answered,
  lines: LineRange,
});
export type Verdict = z.infer<typeof Verdict>;

/** One criterion of the unit, held once against all services of one bagian in one decree. */
export const UnitVerdict = z.strictObject({
  decree: z.int().nonnegative(),
  bagian: z.string().nullable(),
  ...Answered,
  /** Where the quoted words stand; null where they stand in no service. */
  service: z.int().nonnegative().nullable(),
  lines: LineRange.nullable(),
});
export type UnitVerdict = z.infer<typeof UnitVerdict>;

/** One criterion of the decree itself. */
export const DecreeVerdict = z.strictObject({
  decree: z.int().nonnegative(),
  ...Answered,
  lines: LineRange.nullable(),
});
export type DecreeVerdict = z.infer<typeof DecreeVerdict>;

const codes = [...FINDING_CODES, ...SUBSTANCE_CODES] as [
  FindingCode | SubstanceCode,
  ...(FindingCode | SubstanceCode)[],
];

/** A finding of the reader or of the scorer. */
export const ScoredFinding = Finding.extend({ code: z.enum(codes) });
export type ScoredFinding = z.infer<typeof ScoredFinding>;

/** A finding of the scorer, with what the printed contract does not say. */
export interface SubstanceFinding extends ScoredFinding {
  /** The unit that a finding on a whole bagian is about; null for those on a service or a decree. */
  bagian: string | null;
  /** Id of the unmet criterion; null where comparison or the register found it. */
  criterion: string | null;
  /** What is wrong, in our own words: of the decree's text it holds names of services and figures at most. */
  reason: string;
  /** The decree's words at fault. */
  quote: string | null;
  /** Where the words came from or what they clash with: another service of the same standards. */
  source: { service: number } | null;
}

/** A reading with the levels of each service and the findings of substance: what `read-decree --json` prints. */
export const ScoredJson = ReadingJson.extend({
  services: z.array(ReadService.extend({ levels: Levels })),
  findings: z.array(ScoredFinding),
});
export type ScoredJson = z.infer<typeof ScoredJson>;
