import { z } from "zod";
import { COMPONENT_KEYS, type ComponentKey } from "../reader/components.ts";
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

/** One criterion held against one service. */
export const Verdict = z.strictObject({
  service: z.int().nonnegative(),
  component: z.enum(COMPONENT_KEYS),
  criterion: z.string(),
  /** Null where the question does not arise. */
  met: z.boolean().nullable(),
  reason: z.string(),
  quote: z.string().nullable(),
  lines: LineRange,
});
export type Verdict = z.infer<typeof Verdict>;

const codes = [...FINDING_CODES, ...SUBSTANCE_CODES] as [
  FindingCode | SubstanceCode,
  ...(FindingCode | SubstanceCode)[],
];

/** A finding of the reader or of the scorer. */
export const ScoredFinding = Finding.extend({ code: z.enum(codes) });
export type ScoredFinding = z.infer<typeof ScoredFinding>;

/** A reading with the levels of each service and the findings of substance: what `read-decree --json` prints. */
export const ScoredJson = ReadingJson.extend({
  services: z.array(ReadService.extend({ levels: Levels })),
  findings: z.array(ScoredFinding),
});
export type ScoredJson = z.infer<typeof ScoredJson>;
