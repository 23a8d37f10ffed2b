/** Columns that several queries show of the same thing; a query names its tables by the letters used here. */

/** A bagian (`b`), as lists and links name it. */
export const BAGIAN_COLUMNS = ["b.slug as bagian_slug", "b.name as bagian_name", "b.family"] as const;

/** A decree (`d`) as it is cited, and which text of it (`dt`) was read. */
export const DECREE_COLUMNS = [
  "d.issuer",
  "d.number",
  "d.year",
  "d.signed",
  "dt.version",
  "dt.facts_only",
] as const;
