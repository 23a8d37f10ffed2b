import { slugify } from "#app/format/slugs.ts";
import { change } from "#db/change.ts";
import type { Db, Reader } from "#db/connection.ts";
import { existingRegencyIds, insertRegency, nextRegencyId } from "#db/queries/regencies.ts";
import { SEED_REGENCIES, type SeedRegency } from "#db/regencies.ts";
import type { Flag, RegencyTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { regencyKey, sortKey } from "./keys.ts";
import { zoneOfRegency } from "./regency-zone.ts";

/** "Kota" before a name makes it one; all else is a kabupaten. */
const splitName = (name: string): { kind: RegencyTable["kind"]; name: string } => {
  const match = /^(kabupaten|kota)\s+(.+)$/i.exec(name.trim());
  const kind = match?.[1]?.toLowerCase() === "kota" ? "Kota" : "Kabupaten";
  return { kind, name: titled((match?.[2] ?? name).trim()) };
};

/** Names printed in capitals are written as names are. */
const titled = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
    : name;

const rowOf = (seed: SeedRegency, open: Flag): RegencyTable => {
  const full = `${seed.kind} ${seed.name}`;
  return {
    ...seed,
    name_key: regencyKey(full),
    slug: slugify(seed.kind === "Kota" ? full : seed.name),
    sort_key: sortKey(seed.name),
    official_index: "gabungan",
    public_standar: open,
    public_indeks: open,
  };
};

/**
 * A row for a regency that a decree names and the table does not know yet.
 * @param told zone that a person gave; counts where the name does not tell it
 */
export const newRegencyRow = async (
  trx: Reader,
  name: string,
  told: RegencyTable["zone"] = "WIB",
): Promise<RegencyTable> =>
  rowOf(
    {
      id: await nextRegencyId(trx),
      code: null,
      bps: null,
      ...(zoneOfRegency(name) ?? { province: null, zone: told }),
      sample: 0,
      ...splitName(name),
    },
    0,
  );

/** Writes the shipped regencies that are not there yet. What they hold is published or invented, so it is open. */
export const seedRegencies = async (db: Db, scope: Scope): Promise<void> => {
  const there = await existingRegencyIds(
    db.read,
    SEED_REGENCIES.map((seed) => seed.id),
  );
  for (const seed of SEED_REGENCIES) {
    if (there.has(seed.id)) continue;
    const row = rowOf(seed, 1);
    const event = {
      r: row.id,
      action: "kabupaten.tambah",
      subject: row.slug,
      after: { name: row.name },
    } as const;
    await change(db, scope, event, (trx) => insertRegency(trx, row));
  }
};
