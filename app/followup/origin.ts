import { z } from "zod";
import { periodNames } from "../format/periods.ts";
import { lowerFirst } from "../format/words.ts";
import { COMPONENT_KEYS, component } from "../reader/components.ts";
import { ALL_FINDING_CODES, type AnyFindingCode, pairWords } from "../scoring/all-findings.ts";
import { EDITIONS, UNSUR_KEYS, type UnsurKey } from "../survey/editions.ts";
import { monthsOf } from "../survey/months.ts";

/**
 * Why an action was planned, as it is stored with it. `place`: the bagian that the cause is about, by its name then; of a
 * cause on one service the action holds the service itself.
 */
export const Origin = z.discriminatedUnion("kind", [
  /** A weak unsur of the survey in a period, of a service, a bagian or the whole regency. */
  z.strictObject({
    kind: z.literal("unsur"),
    unsur: z.enum(UNSUR_KEYS),
    period: z.string().refine((text) => monthsOf(text) !== null),
    place: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("komponen"),
    component: z.enum(COMPONENT_KEYS),
    place: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("temuan"),
    code: z.enum(ALL_FINDING_CODES as [AnyFindingCode, ...AnyFindingCode[]]),
    component: z.enum(COMPONENT_KEYS).nullable(),
    place: z.string().nullable(),
  }),
  /** An indicator of an edition of the Ombudsman's, or of another instrument. */
  z.strictObject({
    kind: z.literal("ombudsman"),
    edition: z.string(),
    indicator: z.string(),
    /** As the edition names it. */
    name: z.string(),
    place: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("bebas"), place: z.string().nullable() }),
]);
export type Origin = z.infer<typeof Origin>;

export const ORIGIN_KINDS = ["unsur", "temuan", "komponen", "ombudsman", "bebas"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

const unsurName = (key: UnsurKey): string =>
  EDITIONS.flatMap((one) => one.unsur).find((one) => one.key === key)?.name ?? key;

/** What stands where no cause is named. */
export const NO_CAUSE = "tanpa sebab khusus";

/** Why it was planned, the place left out ("Survei Triwulan I 2026, unsur waktu penyelesaian"); null where no cause is named. */
export const causeWords = (origin: Origin): string | null => {
  switch (origin.kind) {
    case "unsur":
      return `Survei ${periodNames(origin.period).name}, unsur ${lowerFirst(unsurName(origin.unsur))}`;
    case "temuan":
      return `Temuan ${lowerFirst(pairWords(origin))}`;
    case "komponen":
      return `Komponen ${lowerFirst(component(origin.component).short)}`;
    case "ombudsman":
      return `Indikator ${origin.name}`;
    case "bebas":
      return null;
  }
};
