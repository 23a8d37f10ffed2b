import { z } from "zod";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { FINDING_CODES, type FindingCode } from "./findings-registry.ts";

/** First and last line, 1-based, both included. */
export const LineRange = z.tuple([z.int().positive(), z.int().positive()]);
export type LineRange = z.infer<typeof LineRange>;

/** What a line of the file is. `unassigned` is shown to people, never tucked away. */
export const LINE_ROLES = [
  "component",
  "label",
  "service_heading",
  "bagian_heading",
  "divider",
  "table_head",
  "declared_list",
  "decree_head",
  "signature",
  "maklumat",
  "page_noise",
  "separator",
  "unassigned",
] as const;
export type LineRole = (typeof LINE_ROLES)[number];

export const CHANNELS = [
  "tatap_muka",
  "surat",
  "telepon",
  "whatsapp",
  "email",
  "instagram",
  "facebook",
  "website",
  "sp4n_lapor",
  "kotak_saran",
  "fax",
  "sms",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const ReadComponent = z.strictObject({
  /** As printed; null where the label was lost. */
  label: z.string().nullable(),
  text: z.string().min(1),
  lines: LineRange,
  /** Probability (0-1) that head, tail and component are right. */
  confidence: z.number().min(0).max(1),
});
export type ReadComponent = z.infer<typeof ReadComponent>;

export const Waktu = z.strictObject({
  min: z.number(),
  max: z.number(),
  unit: z.enum(["menit", "jam", "hari", "minggu", "bulan", "tahun"]),
  basis: z.enum(["kerja", "kalender"]).nullable(),
  of: z.enum(["total", "step"]).nullable(),
  text: z.string(),
  lines: LineRange,
});
export type Waktu = z.infer<typeof Waktu>;

export const Tarif = z.strictObject({
  /** Whole rupiah. */
  rupiah: z.int().nonnegative(),
  per: z.string().nullable(),
  text: z.string(),
  lines: LineRange,
});
export type Tarif = z.infer<typeof Tarif>;

export const DasarHukum = z.strictObject({
  type: z.string().nullable(),
  number: z.string().nullable(),
  year: z.int().nullable(),
  title: z.string().nullable(),
});
export type DasarHukum = z.infer<typeof DasarHukum>;

export const Facts = z.strictObject({
  waktu: z.array(Waktu),
  gratis: z.boolean().nullable(),
  tarif: z.array(Tarif),
  jumlah_pelaksana: z.int().nullable(),
  channels: z.array(z.enum(CHANNELS)),
  dasar_hukum: z.array(DasarHukum),
  dasar_hukum_count: z.int().nullable(),
});
export type Facts = z.infer<typeof Facts>;

export const ReadService = z.strictObject({
  decree: z.int().nonnegative(),
  bagian: z.string().nullable(),
  no: z.string().nullable(),
  name: z.string(),
  line: z.int().positive(),
  /** Index of the first printing of the same table; null where this is the first. */
  same_as: z.int().nonnegative().nullable(),
  components: z.strictObject(
    Object.fromEntries(COMPONENT_KEYS.map((key) => [key, ReadComponent.nullable()])) as Record<
      ComponentKey,
      z.ZodNullable<typeof ReadComponent>
    >,
  ),
  facts: Facts,
});
export type ReadService = z.infer<typeof ReadService>;

export const Declared = z.strictObject({ bagian: z.string().nullable(), services: z.array(z.string()) });
export type Declared = z.infer<typeof Declared>;

export const ReadDecree = z.strictObject({
  regency: z.string().nullable(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  number_annex: z.string().nullable(),
  year: z.int().nullable(),
  /** `YYYY-MM-DD`. */
  signed: z.string().nullable(),
  line: z.int().positive(),
  declared: z.array(Declared),
  maklumat: z.boolean(),
});
export type ReadDecree = z.infer<typeof ReadDecree>;

export const Finding = z.strictObject({
  code: z.enum(FINDING_CODES as [FindingCode, ...FindingCode[]]),
  severity: z.enum(["error", "warning", "note"]),
  decree: z.int().nonnegative().nullable(),
  service: z.int().nonnegative().nullable(),
  component: z.enum(COMPONENT_KEYS).nullable(),
  message: z.string(),
  lines: LineRange.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const Coverage = z.strictObject({
  lines: z.int().nonnegative(),
  by_role: z.record(z.string(), z.int().nonnegative()),
  unassigned: z.array(LineRange),
});
export type Coverage = z.infer<typeof Coverage>;

/** What `read-decree --json` prints, to the letter. */
export const ReadingJson = z.strictObject({
  reader: z.string(),
  file: z.strictObject({ name: z.string(), sha256: z.string(), lines: z.int().nonnegative() }),
  decrees: z.array(ReadDecree),
  services: z.array(ReadService),
  coverage: Coverage,
  findings: z.array(Finding),
});
export type ReadingJson = z.infer<typeof ReadingJson>;

/**
 * Part of a line that belongs to something: character columns `from` (included) to `to` (excluded) of the decoded line.
 * `service` indexes `services`; null outside a service.
 */
export interface Span {
  line: number;
  from: number;
  to: number;
  role: LineRole;
  service: number | null;
  component: ComponentKey | null;
}

/** A name of the decree's list, and the table that the reader has set against it; null where it found none. */
export interface ListedName {
  decree: number;
  bagian: string | null;
  name: string;
  /** Index of the table in `services`. */
  service: number | null;
}

/** A reading with what the contract does not print but the database keeps: the lines and who owns each part of them. */
export interface Reading extends ReadingJson {
  /** The decree's own list against its tables, in the order of the list. */
  listed: ListedName[];
  /** Decoded lines, index 0 is line 1. */
  text: string[];
  spans: Span[];
}
