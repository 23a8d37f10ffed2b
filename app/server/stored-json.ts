import { z } from "zod";
import { CHANNELS, DasarHukum, LineRange, Tarif, Waktu } from "#app/reader/schema.ts";

/** Shapes of the JSON that the database holds, parsed where it is read. */

/** Facts of one component; `text`, `per` and `title` are left out where only facts are kept. */
export const StoredFacts = z.strictObject({
  waktu: z.array(Waktu.partial({ text: true })).optional(),
  gratis: z.boolean().nullable().optional(),
  tarif: z.array(Tarif.partial({ per: true, text: true })).optional(),
  jumlah_pelaksana: z.int().nullable().optional(),
  channels: z.array(z.enum(CHANNELS)).optional(),
  dasar_hukum: z.array(DasarHukum.partial({ title: true })).optional(),
  dasar_hukum_count: z.int().nullable().optional(),
});
export type StoredFacts = z.infer<typeof StoredFacts>;

/** Coverage of one decree's lines. */
export const CutCoverage = z.strictObject({
  /** Lines of the cut, blank ones included. */
  lines: z.int().nonnegative(),
  by_role: z.record(z.string(), z.int().nonnegative()),
  unassigned: z.array(LineRange),
  /** Lines from the first service to the end, blank ones left out. */
  annex_lines: z.int().nonnegative(),
  annex_unassigned: z.int().nonnegative(),
});
export type CutCoverage = z.infer<typeof CutCoverage>;

/** What the head of a decree says (see HeadFacts); null where it is lost. */
export const StoredHead = z
  .strictObject({ consultation: LineRange.nullable(), revokes: LineRange.nullable() })
  .nullable();

export const JobProgress = z.strictObject({ label: z.string(), done: z.int(), total: z.int() });
export type JobProgress = z.infer<typeof JobProgress>;

/** What a person confirms, by place of the decree in the file. */
export const Confirmation = z.strictObject({
  decrees: z.array(
    z.strictObject({
      index: z.int().nonnegative(),
      /** "Kabupaten …" or "Kota …"; a bare name is a kabupaten. */
      regency: z.string().trim().max(100),
      issuer: z.string().trim().max(200),
      number: z.string().trim().max(100),
      year: z.int(),
      /** Of a regency that is new and whose name does not tell it. */
      zone: z.enum(["WIB", "WITA", "WIT"]).optional(),
    }),
  ),
  /** Ordinals of the services whose proposed link is not taken: they become new services. */
  asNew: z.array(z.int().nonnegative()).optional(),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** JSON text of the database → its typed value. */
export const parseStored = <T>(schema: z.ZodType<T>, json: string): T => schema.parse(JSON.parse(json));
