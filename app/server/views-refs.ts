import type { AnyFindingCode } from "#app/scoring/all-findings.ts";

/** What names things on pages: a regency, a bagian, a service, a decree. */

export interface RegencyRef {
  r: number;
  slug: string;
  /** "Kabupaten Temanggung". */
  name: string;
  /** "Temanggung". */
  shortName: string;
  zone: "WIB" | "WITA" | "WIT";
  /** Kemendagri code; null where none is known. */
  code: string | null;
  /** Invented for demonstration: the page says "data contoh". */
  sample: boolean;
}

export interface BagianRef {
  /** `tanpa-bagian` where the decree names none. */
  slug: string;
  /** Null where the decree names none. */
  name: string | null;
  /** Slug of the family (rumpun), see app/server/families.ts. */
  family: string | null;
}

export interface ServiceRef {
  /** Leading number of its address. */
  no: number;
  slug: string;
  name: string;
}

export interface DecreeRef {
  slug: string;
  version: number;
  issuer: string | null;
  number: string | null;
  year: number | null;
  /** `YYYY-MM-DD`. */
  signed: string | null;
  /** Only the reading's facts are stored, not its sentences. */
  factsOnly: boolean;
}

export interface FindingCount {
  code: AnyFindingCode;
  count: number;
}

/** What occurs in the data, as choices of a filter. */
export interface FilterOptions {
  years: number[];
  families: { slug: string; name: string }[];
}
