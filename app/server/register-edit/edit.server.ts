import { change, type EventDraft } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import {
  aliasesOfBagian,
  aliasesOfService,
  aliasOwner,
  deleteAlias,
  deleteBagianAlias,
  insertAlias,
  insertBagianAlias,
  type RegisterService,
  registerBagian,
  registerServices,
  setFamily,
  setOfRegister,
} from "#db/queries/register-edit.ts";
import type { Scope } from "#db/scope.ts";
import { refreshReviews } from "../assessment/refresh.server.ts";
import { notFound } from "../errors.ts";
import { FAMILIES } from "../families.ts";
import { type FieldProblem, Objection, unlessObjected } from "../form-fields.ts";
import { bagianKey, nameKey } from "../keys.ts";
import { regencyAt } from "../lookup.server.ts";
import { refreshRegister } from "../register.server.ts";
import { covered, PersonForm } from "./person.ts";

/** Field of the form and what is wrong with it; none: it is done. */
export type Problems = FieldProblem[];

/** What a form of the register says. */
export type Said = Record<string, string>;

interface Place {
  r: number;
  service: RegisterService;
}

const serviceAt = async (db: Db, scope: Scope, kab: string, no: number): Promise<Place> => {
  const { id: r } = await regencyAt(db, scope, kab);
  const service = (await registerServices(db.read, scope, r)).find((one) => one.no === no);
  if (!service) throw notFound();
  return { r, service };
};

const record = (
  db: Db,
  scope: Scope,
  { r, service }: Place,
  event: Omit<EventDraft, "r" | "subject">,
  work: (trx: Writer) => Promise<void>,
): Promise<void> => change(db, scope, { r, subject: service.id, ...event }, work);

const problemsOf = async (work: Promise<void>): Promise<Problems> =>
  (await unlessObjected(work))?.problems ?? [];

/** Records who answers for a service. A number left empty stays as it is, unless it is to be removed. */
export const setPerson = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  said: Said,
): Promise<Problems> => {
  const place = await serviceAt(db, scope, kab, no);
  const parsed = PersonForm.safeParse(said);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  const { service } = place;
  const { nama, jabatan, nip, telepon, hapus_nip, hapus_telepon } = parsed.data;
  const set = {
    person_in_charge: nama === "" ? null : nama,
    person_position: jabatan === "" ? null : jabatan,
    person_nip: nip !== "" ? nip : hapus_nip ? null : service.person_nip,
    person_phone: telepon !== "" ? telepon : hapus_telepon ? null : service.person_phone,
  };
  const told = (one: typeof set) => ({
    nama: one.person_in_charge,
    jabatan: one.person_position,
    nip: covered(one.person_nip),
    telepon: covered(one.person_phone),
  });
  await record(
    db,
    scope,
    place,
    { action: "layanan.penanggung_jawab", before: told(service), after: told(set) },
    (trx) => setOfRegister(trx, place.r, service.id, set),
  );
  return [];
};

/** Value of a form that lets the texts decide again. */
export const BY_TEXT = "menurut-naskah";

/** Moves a service to another bagian: no later text moves it back, until texts are to decide again. */
export const moveService = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  said: Said,
): Promise<Problems> => {
  const place = await serviceAt(db, scope, kab, no);
  const { r, service } = place;
  const byText = said.bagian === BY_TEXT;
  const bagian = (await registerBagian(db.read, scope, r)).find(({ slug }) => slug === said.bagian);
  if (!byText && !bagian) return [{ field: "bagian", message: "Pilih salah satu bagian dalam daftar." }];
  await record(
    db,
    scope,
    place,
    {
      action: "layanan.bagian",
      before: service.bagian_name,
      after: byText ? "menurut naskah" : bagian?.name,
      ...(said.alasan && { reason: said.alasan }),
    },
    async (trx) => {
      await setOfRegister(trx, r, service.id, {
        bagian_set_at: byText ? null : db.now(),
        ...(bagian && { bagian_id: bagian.id }),
      });
      if (byText && service.text_id) await refreshRegister(trx, r, new Set([service.text_id]));
      // What is judged of a unit stands on the services of its bagian.
      await refreshReviews(db, trx, r);
    },
  );
  return [];
};

/** Says that a service no longer runs, or that it runs again. Its standard stays in force as long as its decree prints it. */
export const setStopped = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  said: Said,
): Promise<Problems> => {
  const place = await serviceAt(db, scope, kab, no);
  const { r, service } = place;
  const stops = said.henti === "ya";
  if (stops === (service.stopped_at !== null)) return [];
  if (!said.alasan) return [{ field: "alasan", message: "Tulis alasan atau dasarnya." }];
  await record(
    db,
    scope,
    place,
    {
      action: "layanan.henti",
      before: service.stopped_at === null ? "berjalan" : "tidak berjalan lagi",
      after: stops ? "tidak berjalan lagi" : "berjalan",
      reason: said.alasan,
    },
    (trx) => setOfRegister(trx, r, service.id, { stopped_at: stops ? db.now() : null }),
  );
  return [];
};

/** Adds a printed name by which the service is known: what comes under it is linked without asking. */
export const addServiceAlias = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  said: Said,
): Promise<Problems> => {
  const place = await serviceAt(db, scope, kab, no);
  const { r, service } = place;
  const name = said.nama_lain ?? "";
  const name_key = nameKey(name);
  if (name_key === "" || name.length > 500) return [{ field: "nama_lain", message: "Tulis nama lainnya." }];
  const key = { r, bagian_key: bagianKey(service.bagian_name), name_key, nth: 0 };
  return problemsOf(
    record(db, scope, place, { action: "layanan.nama_lain", after: name }, async (trx) => {
      const owner = await aliasOwner(trx, key);
      if (owner)
        throw new Objection(
          "nama_lain",
          owner.service_id === service.id
            ? "Nama itu sudah dikenal sebagai nama layanan ini."
            : "Nama itu sudah menjadi nama layanan lain di bagian yang sama.",
        );
      await insertAlias(trx, { ...key, service_id: service.id, at: db.now(), by: scope.actor });
    }),
  );
};

/** Forgets a printed name. The last one stays: without any, the next text would add the service once more. */
export const removeServiceAlias = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  said: Said,
): Promise<Problems> => {
  const place = await serviceAt(db, scope, kab, no);
  const { r, service } = place;
  const aliases = await aliasesOfService(db.read, r, service.id);
  const alias = aliases.find((one) => aliasId(one) === said.nama);
  if (!alias) return [];
  return problemsOf(
    record(db, scope, place, { action: "layanan.nama_lain", before: alias.name_key }, async (trx) => {
      if ((await aliasesOfService(trx, r, service.id)).length === 1)
        throw new Objection("nama_lain", "Nama terakhir tidak dapat dihapus. Tambahkan nama lain dahulu.");
      await deleteAlias(trx, alias);
    }),
  );
};

export const aliasId = (alias: { bagian_key: string; name_key: string; nth: number }): string =>
  [alias.bagian_key, alias.name_key, alias.nth].join("|");

const bagianAt = async (db: Db, scope: Scope, kab: string, slug: string) => {
  const { id: r } = await regencyAt(db, scope, kab);
  if (!scope.includesWhole(r)) throw notFound();
  const bagian = (await registerBagian(db.read, scope, r)).find((one) => one.slug === slug);
  if (!bagian) throw notFound();
  return { r, bagian };
};

/** Puts a bagian under a family, by which regencies compare; "" for none. */
export const setBagianFamily = async (
  db: Db,
  scope: Scope,
  kab: string,
  slug: string,
  said: Said,
): Promise<Problems> => {
  const { r, bagian } = await bagianAt(db, scope, kab, slug);
  const family = FAMILIES.find((one) => one.slug === said.rumpun) ?? null;
  if (said.rumpun !== "" && !family)
    return [{ field: "rumpun", message: "Pilih salah satu rumpun dalam daftar." }];
  const after = family?.slug ?? null;
  if (after === bagian.family) return [];
  const event = { r, action: "bagian.rumpun", subject: bagian.slug, before: bagian.family, after } as const;
  await change(db, scope, event, (trx) => setFamily(trx, r, bagian.id, after));
  return [];
};

export const addBagianAlias = async (
  db: Db,
  scope: Scope,
  kab: string,
  slug: string,
  said: Said,
): Promise<Problems> => {
  const { r, bagian } = await bagianAt(db, scope, kab, slug);
  const name = said.nama_lain ?? "";
  const name_key = bagianKey(name);
  if (name_key === "" || name.length > 200) return [{ field: "nama_lain", message: "Tulis nama lainnya." }];
  const event = { r, action: "bagian.nama_lain", subject: bagian.slug, after: name } as const;
  return problemsOf(
    change(db, scope, event, async (trx) => {
      const known = (await aliasesOfBagian(trx, r)).find((alias) => alias.name_key === name_key);
      if (known)
        throw new Objection(
          "nama_lain",
          known.bagian_id === bagian.id
            ? "Nama itu sudah dikenal sebagai nama bagian ini."
            : "Nama itu sudah menjadi nama bagian lain.",
        );
      await insertBagianAlias(trx, { r, name_key, bagian_id: bagian.id, at: db.now(), by: scope.actor });
    }),
  );
};

/** Forgets another name of a bagian; its own stays. */
export const removeBagianAlias = async (
  db: Db,
  scope: Scope,
  kab: string,
  slug: string,
  said: Said,
): Promise<Problems> => {
  const { r, bagian } = await bagianAt(db, scope, kab, slug);
  const own = (await aliasesOfBagian(db.read, r)).filter(({ bagian_id }) => bagian_id === bagian.id);
  const alias = own.find(({ name_key }) => name_key === said.nama);
  if (!alias || alias.name_key === bagian.name_key) return [];
  const event = { r, action: "bagian.nama_lain", subject: bagian.slug, before: alias.name_key } as const;
  await change(db, scope, event, (trx) => deleteBagianAlias(trx, r, alias.name_key));
  return [];
};
