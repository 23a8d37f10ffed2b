import type { Db } from "#db/connection.ts";
import {
  aliasesOfBagian,
  aliasesOfService,
  type RegisterService,
  registerBagian,
  registerServices,
} from "#db/queries/register-edit.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { FAMILIES } from "../families.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef, serviceRef, userOf } from "../refs.ts";
import type { RegencyRef, ServiceRef, ServiceUser } from "../views.ts";
import { aliasId } from "./edit.server.ts";
import { covered } from "./person.ts";

/** A service as the register has it. Numbers of a person are covered. */
export interface RegisterRow {
  service: ServiceRef;
  bagian: { slug: string; name: string } | null;
  /** A person said so; else the texts do. */
  bagianSet: boolean;
  /** A decree in force prints it. */
  inForce: boolean;
  /** UTC instant since when it no longer runs. */
  stoppedAt: string | null;
  user: ServiceUser;
  volume: number | null;
  person: { name: string | null; position: string | null; nip: string | null; phone: string | null };
}

export interface BagianEntry {
  slug: string;
  name: string;
  family: string | null;
  services: number;
  /** Folded names by which it is known; `own` is its first. */
  aliases: { key: string; own: boolean }[];
}

export interface RegisterView {
  regency: RegencyRef;
  services: RegisterRow[];
  bagian: BagianEntry[];
  families: { slug: string; name: string }[];
}

const rowOf = (row: RegisterService): RegisterRow => ({
  service: serviceRef(row),
  bagian:
    row.bagian_slug !== null && row.bagian_name !== null
      ? { slug: row.bagian_slug, name: row.bagian_name }
      : null,
  bagianSet: row.bagian_set_at !== null,
  inForce: row.text_id !== null,
  stoppedAt: row.stopped_at,
  user: userOf(row),
  volume: row.volume,
  person: {
    name: row.person_in_charge,
    position: row.person_position,
    nip: covered(row.person_nip),
    phone: covered(row.person_phone),
  },
});

/** The register of a regency: its bagian and all its services, those that no decree in force prints among them. */
export const getRegister = async (db: Db, scope: Scope, kab: string): Promise<RegisterView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const { r } = regency;
  if (!scope.includesWhole(r)) throw notFound();
  const [services, bagian, aliases] = await Promise.all([
    registerServices(db.read, scope, r),
    registerBagian(db.read, scope, r),
    aliasesOfBagian(db.read, r),
  ]);
  return {
    regency,
    services: services.map(rowOf),
    bagian: bagian.map(({ id, slug, name, name_key, family }) => ({
      slug,
      name,
      family,
      services: services.filter(({ bagian_id }) => bagian_id === id).length,
      aliases: aliases
        .filter(({ bagian_id }) => bagian_id === id)
        .map((alias) => ({ key: alias.name_key, own: alias.name_key === name_key })),
    })),
    families: FAMILIES.map(({ slug, name }) => ({ slug, name })),
  };
};

export interface RegisterServiceView extends Omit<RegisterView, "services"> {
  row: RegisterRow;
  aliases: { id: string; name: string; bagian: string }[];
}

/** One service of the register with the names by which it is known. */
export const getRegisterService = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
): Promise<RegisterServiceView> => {
  const { services, ...view } = await getRegister(db, scope, kab);
  const row = services.find(({ service }) => service.no === no);
  const stored = (await registerServices(db.read, scope, view.regency.r)).find((one) => one.no === no);
  if (!row || !stored) throw notFound();
  const aliases = await aliasesOfService(db.read, view.regency.r, stored.id);
  return {
    ...view,
    row,
    aliases: aliases.map((alias) => ({ id: aliasId(alias), name: alias.name_key, bagian: alias.bagian_key })),
  };
};
