import { PROVINCES } from "#app/scoring/comparison/region-names.ts";
import type { RegencyTable } from "#db/schema.ts";

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\s*(?:kabupaten|kota)\s+/, "")
    .replace(/[^a-z]/g, "");

/**
 * Where a regency lies, by its name with or without "Kabupaten" or "Kota". Null where the name is not known, or stands in
 * provinces of different zones; the province is null where it stands in two of one zone.
 */
export const zoneOfRegency = (name: string): Pick<RegencyTable, "zone" | "province"> | null => {
  const key = folded(name);
  const [first, ...others] = PROVINCES.filter(({ regencies }) =>
    regencies.some((one) => folded(one) === key),
  );
  if (!first || others.some(({ zone }) => zone !== first.zone)) return null;
  return { zone: first.zone, province: others.length === 0 ? first.name : null };
};
