import { z } from "zod";
import { REFUSAL_CODES, REJECT_CODES, WARNING_CODES } from "./codes.ts";
import { EDITION_IDS, MUTU, UNSUR_KEYS } from "./editions.ts";

/** What `npm run skm -- FILE --json` prints, and what its --options file may say. Pages and storage use the same types. */

/** What a column holds besides an unsur. `personal` columns are never stored and never printed. */
export const FIELD_KEYS = [
  "number",
  "submission",
  "timestamp",
  "date",
  "time",
  "period",
  "regency",
  "bagian",
  "service",
  "sex",
  "age",
  "education",
  "occupation",
  "saran",
  "personal",
] as const;
export const FieldKey = z.enum(FIELD_KEYS);
export type FieldKey = z.infer<typeof FieldKey>;

/** `scale` maps answers as printed to scores of 1 to 4 (fractions allowed); answers it does not name are outside it. */
export const SkmOptions = z.strictObject({
  /** Header as printed → unsur key, or a field of FIELD_KEYS, or null to leave the column out. */
  columns: z.record(z.string(), z.union([z.enum(UNSUR_KEYS), FieldKey, z.null()])).optional(),
  scale: z.record(z.string(), z.number().min(1).max(4)).optional(),
  order: z.enum(["kuesioner", "definisi"]).optional(),
  period: z.string().trim().min(1).max(60).optional(),
  population: z.number().int().positive().max(1_000_000_000).optional(),
  sheet: z.string().optional(),
  edition: z.enum(EDITION_IDS).optional(),
});
export type SkmOptions = z.infer<typeof SkmOptions>;

export const SHAPES = ["respondents", "long", "aggregate"] as const;
export type Shape = (typeof SHAPES)[number];

export const SkmColumn = z.strictObject({
  /** 0-based. */
  index: z.number().int().nonnegative(),
  header: z.string(),
  unsur: z.enum(UNSUR_KEYS).nullable(),
  confidence: z.number().min(0).max(1),
});
export type SkmColumn = z.infer<typeof SkmColumn>;

const Count = z.number().int().nonnegative();

/** Figures of one unsur. `sum` in points, `nrr` to 4 decimals, `nilai` = NRR × 25 to 2 decimals. */
export const SkmUnsur = z.strictObject({
  /** Respondents who answered it; null where an aggregate gives none. */
  n: Count.nullable(),
  sum: z.number().nullable(),
  /** Answers 1, 2, 3, 4; null for aggregates and for maps with fractions. */
  counts: z.tuple([Count, Count, Count, Count]).nullable(),
  nrr: z.number().nullable(),
  nilai: z.number().nullable(),
  mutu: z.enum(MUTU).nullable(),
});
export type SkmUnsur = z.infer<typeof SkmUnsur>;

export const SkmGroup = z.strictObject({
  regency: z.string().nullable(),
  bagian: z.string().nullable(),
  service: z.string().nullable(),
  /** `2025-TW2`, `2025-S1`, `2025-06`, `2025`, `2025-sd-TW3`, or free text from the options. */
  period: z.string().nullable(),
  n: Count.nullable(),
  unsur: z.partialRecord(z.enum(UNSUR_KEYS), SkmUnsur),
  ikm: z.number().nullable(),
  mutu: z.enum(MUTU).nullable(),
  kinerja: z.string().nullable(),
});
export type SkmGroup = z.infer<typeof SkmGroup>;

export const EXPLANATIONS = ["0.11", "0.111", "0.071", "rounded_parts", "foot_rows"] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

export const SkmRejected = z.strictObject({
  /** 1-based row of the sheet or table; title and blank rows counted. */
  row: z.number().int().positive(),
  code: z.enum(REJECT_CODES),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
});
export type SkmRejected = z.infer<typeof SkmRejected>;

export const SkmWarning = z.strictObject({ code: z.enum(WARNING_CODES), message: z.string() });
export type SkmWarning = z.infer<typeof SkmWarning>;

export const SkmPrinted = z.strictObject({
  ikm: z.number(),
  agrees: z.boolean(),
  explained_by: z.enum(EXPLANATIONS).nullable(),
});
export type SkmPrinted = z.infer<typeof SkmPrinted>;

export const SkmJson = z.strictObject({
  file: z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  shape: z.enum(SHAPES),
  edition: z.enum(EDITION_IDS),
  columns: z.array(SkmColumn),
  rows: z.strictObject({ read: Count, accepted: Count, rejected: Count, duplicate: Count, ignored: Count }),
  rejected: z.array(SkmRejected),
  groups: z.array(SkmGroup),
  total: SkmGroup,
  printed: SkmPrinted.nullable(),
  warnings: z.array(SkmWarning),
});
export type SkmJson = z.infer<typeof SkmJson>;

export const SkmRefusal = z.strictObject({
  error: z.strictObject({ code: z.enum(REFUSAL_CODES), message: z.string() }),
});
export type SkmRefusal = z.infer<typeof SkmRefusal>;
