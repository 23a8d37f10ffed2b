import { z } from "zod";
import data from "./regulations.json" with { type: "json" };

/** A regulation as a citation names it: kind, number and year are its key. */
export interface RegulationKey {
  /** Short type as the reader gives it: "UU", "PP", "Permendagri", "PermenPANRB", "PerLKPP". */
  type: string;
  number: string;
  year: number;
}

export const Regulation = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/),
    type: z.string(),
    number: z.string(),
    year: z.int(),
    /** Null where it was not seen, or where no such regulation is meant (`salah_kutip`). */
    title: z.string().nullable().default(null),
    /** `salah_kutip`: the key is known to be printed for another regulation on `subject`. */
    status: z.enum(["berlaku", "diubah", "dicabut", "perlu_dicek", "salah_kutip"]),
    /** `verified`: seen in a source; `memory`: not seen. */
    certainty: z.enum(["verified", "memory"]),
    /** A verified; B from memory but generally certain; C uncertain. */
    grade: z.enum(["A", "B", "C"]),
    /** What amended or revoked it. */
    by: z.array(z.string()).default([]),
    /** First day on which it is no longer in force, or the cautious end of the known month or year; null: not known. */
    since: z.iso.date().nullable().default(null),
    replaced_by: z.array(z.string()).default([]),
    /** What a page may say about it. */
    show: z.enum(["temuan", "perlu_konfirmasi", "jangan_tampilkan"]).nullable().default(null),
    /** What a wrong citation is taken to mean: "UU 23/2014". */
    meant: z.string().nullable().default(null),
    /** Words of the title beside which the key is a wrong citation. */
    subject: z.string().nullable().default(null),
  })
  .refine(({ status, show }) => (status === "dicabut" || status === "salah_kutip") === (show !== null), {
    message: "exactly what may become a finding says how it may be shown",
  })
  .refine(({ show, certainty }) => show !== "temuan" || certainty === "verified", {
    message: "only what was seen may be shown as a finding",
  });
export type Regulation = z.infer<typeof Regulation>;

/** The register of regulations: national ones that decrees cite, with what is known of their force. */
export const REGULATIONS: readonly Regulation[] = z.array(Regulation).parse(data.regulations);

/** Edition of the register: findings of the legal basis change with it. */
export const REGULATIONS_EDITION: string = data.edition;

const keyOf = ({ type, number, year }: RegulationKey): string =>
  `${type.toLowerCase()} ${number.toLowerCase()} ${year}`;

const BY_KEY = new Map(REGULATIONS.map((one) => [keyOf(one), one]));

/** The entry of a regulation; undefined where the register does not know it (regional ones are not in it). */
export const lookUp = (citation: RegulationKey): Regulation | undefined => BY_KEY.get(keyOf(citation));

const NUMBERS = new Map<string, Regulation[]>();
for (const one of REGULATIONS) {
  for (const key of [`${one.type} no ${one.number}`, `${one.type} th ${one.year}`]) {
    NUMBERS.set(key, [...(NUMBERS.get(key) ?? []), one]);
  }
}

/** Entries of the same type that share number or year with a citation: what a slip of the pen may have meant. */
export const nearKeys = ({ type, number, year }: RegulationKey): readonly Regulation[] => [
  ...(NUMBERS.get(`${type} no ${number}`) ?? []),
  ...(NUMBERS.get(`${type} th ${year}`) ?? []),
];

/** "UU Nomor 23 Tahun 2014". */
export const nameOf = ({ type, number, year }: RegulationKey): string =>
  `${type} Nomor ${number} Tahun ${year}`;
