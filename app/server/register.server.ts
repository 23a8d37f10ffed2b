import { nameCase } from "#app/format/name-case.ts";
import { slugify } from "#app/format/slugs.ts";
import { insertMany } from "#db/bulk.ts";
import type { Db, Writer } from "#db/connection.ts";
import {
  linkTable,
  type RegisterRows,
  refreshTableStates,
  registerOf,
  type TextInForce,
  tablesByRank,
  updateService,
} from "#db/queries/register.ts";
import type {
  BagianAliasTable,
  BagianTable,
  ServiceAliasTable,
  ServiceTable,
  ServiceTextTable,
} from "#db/schema.ts";
import { familyOf } from "./families.ts";
import { bagianKey, nameKey, sortKey } from "./keys.ts";
import { findBagian, type Link, linkTables } from "./linking.ts";

type Table = Pick<ServiceTextTable, "id" | "ordinal" | "bagian" | "name" | "same_as">;

/** Links the tables of one reading to the services that a regency knows. */
export const linksFor = (register: RegisterRows, tables: readonly Table[]): Link[] => {
  const bagianKeys = new Map(register.bagian.map((bagian) => [bagian.id, bagian.name_key]));
  const ordinals = new Map(tables.map((table) => [table.id, table.ordinal]));
  return linkTables(
    tables.map((table) => ({
      ordinal: table.ordinal,
      bagian: table.bagian,
      name: table.name,
      sameAs: table.same_as === null ? null : (ordinals.get(table.same_as) ?? -1),
    })),
    register.services.map((service) => ({
      id: service.id,
      nameKey: service.name_key,
      bagianKey: service.bagian_id ? (bagianKeys.get(service.bagian_id) ?? "") : "",
    })),
    register.serviceAliases.map((alias) => ({
      bagianKey: alias.bagian_key,
      nameKey: alias.name_key,
      nth: alias.nth,
      serviceId: alias.service_id,
    })),
  );
};

const without = (register: RegisterRows, taken: ReadonlySet<string>): RegisterRows => ({
  ...register,
  services: register.services.filter(({ id }) => !taken.has(id)),
  serviceAliases: register.serviceAliases.filter(({ service_id }) => !taken.has(service_id)),
});

export interface LinkCounts {
  linked: number;
  proposed: number;
  added: number;
}

/** Where and when a register grows, and by whom. */
export interface Growth {
  r: number;
  at: string;
  by: string;
}

/**
 * Links the admitted tables of one reading: known services are taken, proposals too unless they are in `asNew`, the
 * rest becomes new services with the next numbers of the regency. Every printed name is kept as an alias. The rows of
 * `register` are those of the database before and after. Services in `taken` are other tables' of the same reading.
 */
export const linkReading = async (
  db: Db,
  trx: Writer,
  register: RegisterRows,
  tables: readonly Table[],
  asNew: ReadonlySet<number>,
  growth: Growth,
  taken: ReadonlySet<string> = new Set(),
): Promise<LinkCounts> => {
  const { r } = growth;
  const bagianIds = await settleBagian(db, trx, register, tables, growth);
  const counts: LinkCounts = { linked: 0, proposed: 0, added: 0 };
  const aliases: ServiceAliasTable[] = [];
  const services: ServiceTable[] = [];
  const known = new Set(register.serviceAliases.map((a) => `${a.bagian_key}|${a.name_key}|${a.nth}`));
  let no = register.services.reduce((highest, service) => Math.max(highest, service.no), 0);
  const assigned: { table: Table; serviceId: string }[] = [];
  for (const [index, link] of linksFor(without(register, taken), tables).entries()) {
    const table = tables[index] as Table;
    if (link.kind === "ganda") continue;
    let serviceId = link.kind === "usul" && asNew.has(link.ordinal) ? null : link.serviceId;
    if (serviceId === null) {
      serviceId = db.newId();
      no += 1;
      counts.added += 1;
      services.push({
        r,
        id: serviceId,
        no,
        bagian_id: bagianIds.get(link.alias.bagianKey) ?? null,
        name: table.name,
        name_key: link.alias.nameKey,
        slug: slugify(table.name),
        text_id: null,
        pengguna: null,
        pengguna_confirmed: 0,
        volume: null,
        person_in_charge: null,
        person_position: null,
        person_nip: null,
        person_phone: null,
        bagian_set_at: null,
        stopped_at: null,
      });
    } else if (link.kind === "usul") counts.proposed += 1;
    else counts.linked += 1;
    assigned.push({ table, serviceId });
    const { bagianKey: bagian_key, nameKey: name_key, nth } = link.alias;
    if (known.has(`${bagian_key}|${name_key}|${nth}`)) continue;
    aliases.push({ bagian_key, name_key, nth, service_id: serviceId, ...growth });
  }
  await insertMany(db, trx, "service", services);
  await insertMany(db, trx, "service_alias", aliases);
  register.services.push(...services);
  register.serviceAliases.push(...aliases);
  for (const { table, serviceId } of assigned) await linkTable(trx, r, table.id, serviceId);
  return counts;
};

/** Finds or adds the bagian that the tables stand under. Ids by key of the printed name. */
export const settleBagian = async (
  db: Db,
  trx: Writer,
  register: RegisterRows,
  tables: readonly Pick<Table, "bagian">[],
  growth: Growth,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  const slugs = new Set(register.bagian.map((bagian) => bagian.slug));
  const added: BagianTable[] = [];
  const aliases: BagianAliasTable[] = [];
  for (const { bagian } of tables) {
    const key = bagianKey(bagian);
    if (bagian === null || key === "" || ids.has(key)) continue;
    let id = findBagian(key, register.bagian, register.bagianAliases);
    if (!id) {
      id = db.newId();
      const row = {
        r: growth.r,
        id,
        name: displayName(bagian),
        name_key: key,
        slug: freeSlug(slugify(key), slugs),
        family: familyOf(bagian)?.slug ?? null,
        sort_key: sortKey(key),
      };
      register.bagian.push(row);
      added.push(row);
    }
    ids.set(key, id);
    const aliased = register.bagianAliases.some((alias) => alias.name_key === key);
    if (!aliased) aliases.push({ name_key: key, bagian_id: id, ...growth });
  }
  await insertMany(db, trx, "bagian", added);
  await insertMany(db, trx, "bagian_alias", aliases);
  register.bagianAliases.push(...aliases);
  return ids;
};

/** A heading in capitals as a name is written: "BAGIAN HUKUM DAN HAM" → "Bagian Hukum dan HAM". */
const displayName = (name: string): string => (name === name.toUpperCase() ? nameCase(name) : name);

const freeSlug = (wanted: string, taken: Set<string>): string => {
  let slug = wanted;
  for (let nth = 2; taken.has(slug); nth++) slug = `${wanted}-${nth}`;
  taken.add(slug);
  return slug;
};

/**
 * Points every service of a regency to the table in force and takes its name and bagian from there. Runs after every
 * change of texts; sets the state of all tables.
 * @param touched tables that say something else than before
 */
export const refreshRegister = async (
  trx: Writer,
  r: number,
  touched: ReadonlySet<string> = new Set(),
): Promise<void> => {
  const register = await registerOf(trx, r);
  const bagianIds = new Map(register.bagianAliases.map((alias) => [alias.name_key, alias.bagian_id]));
  const best = new Map<string, TextInForce>();
  for (const table of await tablesByRank(trx, r)) {
    if (!best.has(table.service_id)) best.set(table.service_id, table);
  }
  for (const service of register.services) {
    const table = best.get(service.id);
    const corrected = table !== undefined && touched.has(table.id);
    if ((table?.id ?? null) === service.text_id && !corrected) continue;
    // A text that names no bagian says nothing; a person who takes the name away does.
    const bagianId = bagianIds.get(bagianKey(table?.bagian ?? null)) ?? (corrected ? null : undefined);
    await updateService(trx, r, service.id, {
      text_id: table?.id ?? null,
      ...(table && { name: table.name, name_key: nameKey(table.name), slug: slugify(table.name) }),
      ...(bagianId !== undefined && service.bagian_set_at === null && { bagian_id: bagianId }),
      // What a person has said stands, whatever a later text proposes.
      ...(table && service.pengguna_confirmed === 0 && { pengguna: table.pengguna }),
    });
  }
  await refreshTableStates(trx, r);
};
