import type { RegencyTable } from "./schema.ts";

/** A row of the shipped table. `id` is the Kemendagri code without its dot; invented ones stand above every code. */
export type SeedRegency = Pick<
  RegencyTable,
  "id" | "code" | "bps" | "province" | "kind" | "name" | "zone" | "sample"
>;

const kabupaten = (
  code: string,
  name: string,
  province: string,
  zone: RegencyTable["zone"],
): SeedRegency => ({
  id: Number(code.replace(".", "")),
  code,
  bps: code.replace(".", ""),
  province,
  kind: "Kabupaten",
  name,
  zone,
  sample: 0,
});

/**
 * Regencies known from the start. Kemendagri codes and provinces: npm idn-area-data 4.0.1; BPS codes 3323 and 6311 seen
 * in public tables, the other three from memory. A regency that a decree names and this table does not know is added
 * with an id from FIRST_ADDED_ID on.
 */
export const SEED_REGENCIES: readonly SeedRegency[] = [
  kabupaten("33.23", "Temanggung", "Jawa Tengah", "WIB"),
  kabupaten("35.04", "Tulungagung", "Jawa Timur", "WIB"),
  kabupaten("35.17", "Jombang", "Jawa Timur", "WIB"),
  kabupaten("61.10", "Melawi", "Kalimantan Barat", "WIB"),
  kabupaten("63.11", "Balangan", "Kalimantan Selatan", "WITA"),
  {
    id: 9999,
    code: null,
    bps: null,
    province: null,
    kind: "Kabupaten",
    name: "Lembayung",
    zone: "WIB",
    sample: 1,
  },
];

export const FIRST_ADDED_ID = 10_000;
