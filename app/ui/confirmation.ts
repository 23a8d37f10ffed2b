import { z } from "zod";
import type { Confirmation, DecreeField, PreviewDecree, UploadView } from "#app/server/views.ts";
import type { FieldError } from "./ErrorSummary.tsx";

/** Name of a field of one decree in the form of the preview, also its id. */
export const fieldName = (index: number, field: DecreeField): string => `keputusan-${index}-${field}`;

/** Name of the field for the time zone of a decree's regency, also its id. */
export const zoneName = (index: number): string => `keputusan-${index}-zona`;

/** What a person may choose, the most frequent first. */
export const ZONES = [
  { zone: "WIB", name: "WIB (Waktu Indonesia Barat)" },
  { zone: "WITA", name: "WITA (Waktu Indonesia Tengah)" },
  { zone: "WIT", name: "WIT (Waktu Indonesia Timur)" },
] as const;

export const FIELD_LABELS: Record<DecreeField, string> = {
  regency: "Kabupaten atau kota",
  issuer: "Pejabat yang menetapkan",
  number: "Nomor keputusan",
  year: "Tahun keputusan",
};

const text = (missing: string) => z.string().trim().min(1, missing).max(200, "Isian ini terlalu panjang.");
const FIELDS = {
  regency: text("Isi nama kabupaten atau kota, misalnya Kabupaten Temanggung."),
  issuer: text("Isi pejabat yang menetapkan, misalnya Bupati atau Sekretaris Daerah."),
  number: text("Isi nomor keputusan seperti tercetak pada naskah."),
  year: z
    .string()
    .trim()
    .regex(/^(19|20)\d\d$/, "Isi tahun keputusan dengan empat angka, misalnya 2025.")
    .transform(Number),
} as const;

/** What stands in a decree's reading for a field, as text; null where it could not be read. */
export function readValue(decree: PreviewDecree, field: DecreeField): string | null {
  if (field === "regency") return decree.regencyName;
  if (field === "year") return decree.year === null ? null : String(decree.year);
  return decree[field];
}

interface Read {
  /** Undefined where something is wrong. */
  confirmation?: Confirmation;
  errors: FieldError[];
  /** What was typed, by field name: it stays. */
  typed: Record<string, string>;
}

/** The zone that was chosen, where one was asked for. */
const zoneIn = (form: FormData, { index, asksZone }: PreviewDecree) => {
  const chosen = asksZone && ZONES.find(({ zone }) => zone === form.get(zoneName(index)));
  return chosen ? { zone: chosen.zone } : {};
};

/** Reads the preview's form: what was read stands unless the person was asked for it; each error names its field. */
export function readConfirmation(form: FormData, upload: UploadView): Read {
  const errors: FieldError[] = [];
  const typed: Record<string, string> = {};
  const take = <Field extends DecreeField>(
    decree: PreviewDecree,
    field: Field,
  ): z.infer<(typeof FIELDS)[Field]> => {
    const name = fieldName(decree.index, field);
    const sent = form.get(name);
    const value = typeof sent === "string" ? sent : (readValue(decree, field) ?? "");
    if (typeof sent === "string") typed[name] = sent;
    const parsed = FIELDS[field].safeParse(value);
    if (!parsed.success)
      errors.push({ field: name, message: parsed.error.issues[0]?.message ?? "Isian ini keliru." });
    return parsed.data as z.infer<(typeof FIELDS)[Field]>;
  };
  for (const { index } of upload.decrees) {
    const zone = form.get(zoneName(index));
    if (typeof zone === "string") typed[zoneName(index)] = zone;
  }
  const decrees = upload.decrees.map((decree) => ({
    index: decree.index,
    regency: take(decree, "regency"),
    issuer: take(decree, "issuer"),
    number: take(decree, "number"),
    year: take(decree, "year"),
    ...zoneIn(form, decree),
  }));
  const asNew = form
    .getAll("layanan-baru")
    .map((value) => z.coerce.number().int().min(0).safeParse(value))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  return errors.length > 0 ? { errors, typed } : { confirmation: { decrees, asNew }, errors, typed };
}
