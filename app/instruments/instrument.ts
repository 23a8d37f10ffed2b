import { createHash } from "node:crypto";
import { z } from "zod";
import { COMPONENT_KEYS } from "../reader/components.ts";

/**
 * One test that a component's text must pass. `norma`: a regulation's sentence that was seen, with its article in
 * `source`; `praktik`: our own operational test.
 */
export const InstrumentCriterion = z
  .strictObject({
    id: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
    /** Indonesian, as a statement that is true of a good standard. */
    sentence: z.string().min(10),
    kind: z.enum(["norma", "praktik"]),
    /** Regulation and article whose sentence was seen; null for `praktik`. */
    source: z.string().nullable(),
    /** 2: part of the core (unmet leaves level 1). 3: measurable, asked of level 3 only. */
    level: z.union([z.literal(2), z.literal(3)]),
  })
  .refine((one) => (one.kind === "norma") === (one.source !== null), {
    message: "norma names the article that was seen; praktik names none",
  });
export type InstrumentCriterion = z.infer<typeof InstrumentCriterion>;

/** A test of a whole unit or of the decree itself; it belongs to no component and gives no level. */
export const UnitCriterion = z
  .strictObject({
    id: z.string().regex(/^(?:unit|keputusan)\.[a-z_]+$/),
    sentence: z.string().min(10),
    kind: z.enum(["norma", "praktik"]),
    source: z.string().nullable(),
  })
  .refine((one) => (one.kind === "norma") === (one.source !== null), {
    message: "norma names the article that was seen; praktik names none",
  });
export type UnitCriterion = z.infer<typeof UnitCriterion>;

export const InstrumentComponent = z.strictObject({
  key: z.enum(COMPONENT_KEYS),
  group: z.enum(["penyampaian", "pengelolaan"]),
  criteria: z.array(InstrumentCriterion).min(2),
});
export type InstrumentComponent = z.infer<typeof InstrumentComponent>;

export const Instrument = z.strictObject({
  id: z.string(),
  edition: z.string(),
  /** What the levels are, as pages say it. */
  scale: z.string(),
  components: z.array(InstrumentComponent).length(COMPONENT_KEYS.length),
  /** Judged once for each bagian of a decree, not in each table. */
  unit: z.array(UnitCriterion),
  /** Judged once for each decree. */
  decree: z.array(UnitCriterion),
});
export type Instrument = z.infer<typeof Instrument>;

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

/** sha256 (hex) of a value's canonical JSON: keys sorted, no blanks. The order of lists counts. */
export const canonicalHash = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(value)))
    .digest("hex");

/** Hash of an instrument: what a verdict names beside the edition. */
export const instrumentHash = (instrument: Instrument): string => canonicalHash(instrument);
