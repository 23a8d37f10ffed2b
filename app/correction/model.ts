import { z } from "zod";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { LINE_ROLES, type Span } from "#app/reader/schema.ts";

/** What a person may say of a reading, and how it finds its place again in another reading of the same text. */

/** A stretch of the text, found again by what stands there. `from` and `to` are columns of its only line; null: whole lines. */
export const Anchor = z.strictObject({
  line: z.int().positive(),
  /** Lines, blank ones included. */
  count: z.int().positive(),
  from: z.int().nonnegative().nullable(),
  to: z.int().positive().nullable(),
  /** Of the words of the stretch. */
  hash: z.string(),
  /** Of the nearest lines with words before and behind it: equal sentences stand in many tables. */
  before: z.string(),
  after: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

/** A service by the line of its heading and its name there, or by the correction that added it. */
export const ServiceRef = z.union([
  z.strictObject({ at: Anchor, name: z.string() }),
  z.strictObject({ added: z.int().positive() }),
]);
export type ServiceRef = z.infer<typeof ServiceRef>;

/** Whose a stretch becomes: a component of a service, or nobody's. */
export const Target = z.union([
  z.strictObject({ service: ServiceRef, component: z.enum(COMPONENT_KEYS) }),
  /** `unassigned`: its owner is not known; `page_noise`: no part of the standard. */
  z.strictObject({ service: z.null(), role: z.enum(["unassigned", "page_noise"]) }),
]);
export type Target = z.infer<typeof Target>;

/** A part of an added service, as it was read when it was added. */
export const Part = z.strictObject({
  at: Anchor,
  role: z.enum(LINE_ROLES),
  component: z.enum(COMPONENT_KEYS).nullable(),
});
export type Part = z.infer<typeof Part>;

const name = z.string().trim().min(1).max(500);
const bagian = z.string().trim().min(1).max(200).nullable();

export const Operation = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("pindah"), spans: z.array(Anchor).min(1), to: Target }),
  /** `at`: the line that becomes its heading. */
  z.strictObject({ op: z.literal("tambah"), at: Anchor, parts: z.array(Part), name, bagian }),
  /** What the service has from the line `at` on becomes a service of its own. */
  z.strictObject({ op: z.literal("pisah"), service: ServiceRef, at: Anchor, name, bagian }),
  z.strictObject({ op: z.literal("gabung"), service: ServiceRef, into: ServiceRef }),
  z.strictObject({ op: z.literal("nama"), service: ServiceRef, name }),
  z.strictObject({ op: z.literal("bagian"), service: ServiceRef, bagian }),
  z.strictObject({ op: z.literal("hapus"), service: ServiceRef }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation["op"];
export const OPERATION_KINDS = Operation.options.map((option) => option.shape.op.value) as OperationKind[];

/** Why an operation is set aside. */
export const CONFLICTS = [
  "teks_hilang",
  "teks_ganda",
  "layanan_hilang",
  "layanan_ganda",
  "sandaran_batal",
  "tanpa_akibat",
] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** One correction in force, in the order in which it was made. */
export interface Correction {
  seq: number;
  operation: Operation;
}

/** A printed table by name and place. */
export interface PrintedTable {
  ordinal: number;
  name: string;
  bagian: string | null;
  no: string | null;
  /** First line. */
  line: number;
}

/** What the reader made of one text. */
export interface MachineReading {
  /** Number of the first line. */
  first: number;
  lines: readonly string[];
  /** In order, without overlap, one for each part of each line with words; `service` is an ordinal. */
  spans: readonly Span[];
  tables: readonly PrintedTable[];
}

/** Ordinals of added tables: this and the number of the correction. A file has fewer tables than this. */
export const ADDED = 100_000;
