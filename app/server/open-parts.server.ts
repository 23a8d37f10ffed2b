import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { everyRegency, listRegencies, setOpenParts } from "#db/queries/regencies.ts";
import type { Scope } from "#db/scope.ts";
import { regencyAt } from "./lookup.server.ts";

export interface OpenSetting {
  slug: string;
  name: string;
  /** Standards with their reading and levels; survey results. */
  standar: boolean;
  indeks: boolean;
}

/** What regencies of the scope open to everybody, by name. */
export const getOpenSettings = async (db: Db, scope: Scope): Promise<OpenSetting[]> =>
  (await listRegencies(db.read, scope)).map((row) => ({
    slug: row.slug,
    name: `${row.kind} ${row.name}`,
    standar: row.public_standar === 1,
    indeks: row.public_indeks === 1,
  }));

/** Opens or closes parts of a regency to everybody. Saying what stands already changes nothing. */
export const setOpen = async (
  db: Db,
  scope: Scope,
  kab: string,
  open: Pick<OpenSetting, "standar" | "indeks">,
): Promise<void> => {
  const now = await regencyAt(db, scope, kab);
  const { id: r } = now;
  const before = { standar: now.public_standar === 1, indeks: now.public_indeks === 1 };
  if (before.standar === open.standar && before.indeks === open.indeks) return;
  const event = { r, action: "kabupaten.terbuka", subject: now.slug, before, after: open } as const;
  await change(db, scope, event, (trx) =>
    setOpenParts(trx, r, { public_standar: open.standar ? 1 : 0, public_indeks: open.indeks ? 1 : 0 }),
  );
};

/** Names of the regencies that a scope does not show: the names are public, what they hold is not. */
export const namesBeyond = async (db: Db, scope: Scope): Promise<string[]> =>
  (await everyRegency(db.read))
    .filter(({ id }) => !scope.includes(id))
    .map(({ kind, name }) => `${kind} ${name}`);
