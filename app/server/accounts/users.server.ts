import { z } from "zod";
import { change, type EventDraft } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import {
  deleteRole,
  insertRoles,
  insertUser,
  listUsers,
  otherInstallationAdmins,
  rolesOf,
  updateUser,
  userById,
  userByName,
} from "#db/queries/accounts.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { listRegencies } from "#db/queries/regencies.ts";
import { deleteLinksOf, deleteSessionsOf, forgetAttempts, insertLink } from "#db/queries/sessions.ts";
import { ANTEROOM } from "#db/schema.ts";
import { ROLES, type Role, type RoleTable, type UserTable } from "#db/schema-accounts.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { Objection, unlessObjected } from "../form-fields.ts";
import { RESERVED_NAMES } from "../scope.server.ts";
import { foldUsername } from "./login.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { type Answer, problem } from "./problems.ts";
import { accountKey } from "./throttle.ts";
import { newPassword, newToken, tokenHash } from "./tokens.ts";

/** What admins do with accounts. An admin of some regencies reaches only accounts that have no role elsewhere. */

/** Of a form: the whole installation instead of a regency. */
export const INSTALLATION = "semua";

export interface RoleView {
  role: Role;
  /** Slug and name of the regency; null: the whole installation. */
  regency: { slug: string; name: string } | null;
  /** Of the role bagian: which; null where none was chosen. */
  bagian: { slug: string; name: string } | null;
}

export interface UserView {
  id: string;
  username: string;
  name: string;
  locked: boolean;
  mustChange: boolean;
  totp: boolean;
  roles: RoleView[];
}

/** May this scope do everything with an account that has these roles? */
const reaches = (scope: Scope, roles: readonly RoleTable[]): boolean =>
  scope.regencies === "all" || (roles.length > 0 && roles.every(({ r }) => scope.includesWhole(r)));

interface Places {
  regencies: Map<number, { slug: string; name: string }>;
  bagian: Map<string, { slug: string; name: string }>;
}

const placesOf = async (db: Db, scope: Scope): Promise<Places> => {
  const [regencies, bagian] = await Promise.all([listRegencies(db.read, scope), listBagian(db.read, scope)]);
  return {
    regencies: new Map(regencies.map((row) => [row.id, { slug: row.slug, name: `${row.kind} ${row.name}` }])),
    bagian: new Map(bagian.map((row) => [`${row.r} ${row.id}`, { slug: row.slug, name: row.name }])),
  };
};

const viewOf = (user: UserTable, roles: readonly RoleTable[], places: Places): UserView => ({
  id: user.id,
  username: user.username,
  name: user.name,
  locked: user.locked_at !== null,
  mustChange: user.must_change === 1,
  totp: user.totp_secret !== null,
  roles: roles.map(({ r, role, bagian_id }) => ({
    role,
    regency: places.regencies.get(r) ?? null,
    bagian: places.bagian.get(`${r} ${bagian_id}`) ?? null,
  })),
});

/** Accounts that this admin reaches, by username. */
export const getUsers = async (db: Db, scope: Scope): Promise<UserView[]> => {
  const [users, roles, places] = await Promise.all([
    listUsers(db.read),
    rolesOf(db.read),
    placesOf(db, scope),
  ]);
  return users
    .map((user) => ({ user, own: roles.filter(({ user_id }) => user_id === user.id) }))
    .filter(({ own }) => reaches(scope, own))
    .map(({ user, own }) => viewOf(user, own, places));
};

/** One account. @throws AppError (404) where this admin does not reach it */
export const getUser = async (db: Db, scope: Scope, id: string): Promise<UserView> => {
  const { user, roles } = await reached(db, scope, id);
  return viewOf(user, roles, await placesOf(db, scope));
};

const reached = async (
  db: Pick<Db, "read">,
  scope: Scope,
  id: string,
): Promise<{ user: UserTable; roles: RoleTable[] }> => {
  const user = await userById(db.read, id);
  const roles = await rolesOf(db.read, id);
  if (!user || !reaches(scope, roles)) throw notFound();
  return { user, roles };
};

export interface RoleChoices {
  /** May give roles of the whole installation. */
  installation: boolean;
  regencies: { slug: string; name: string; bagian: { slug: string; name: string }[] }[];
}

/** What a form that gives a role offers. */
export const getRoleChoices = async (db: Db, scope: Scope): Promise<RoleChoices> => {
  const [regencies, bagian] = await Promise.all([listRegencies(db.read, scope), listBagian(db.read, scope)]);
  return {
    installation: scope.regencies === "all",
    regencies: regencies.map((row) => ({
      slug: row.slug,
      name: `${row.kind} ${row.name}`,
      bagian: bagian.filter(({ r }) => r === row.id).map(({ slug, name }) => ({ slug, name })),
    })),
  };
};

/** What a form that gives a role sends. */
const RoleForm = z.object({
  peran: z.enum(ROLES),
  /** Slug of a regency, or INSTALLATION. */
  kabupaten: z.string(),
  /** `KAB/BAGIAN` by their slugs; "" for every role but bagian. */
  bagian: z.string().default(""),
});

const AccountForm = z.object({
  nama: z.string().trim().min(1).max(100),
  pengguna: z.string(),
});

type RolePlace = Pick<RoleTable, "r" | "role" | "bagian_id">;

/** The role that a form describes, inside the scope. */
const roleOf = async (db: Db, scope: Scope, input: unknown): Promise<Answer<RolePlace>> => {
  const form = RoleForm.safeParse(input);
  if (!form.success) return problem("peran", "Pilih peran dan daerahnya.");
  const { peran: role, kabupaten, bagian } = form.data;
  if (kabupaten === INSTALLATION) {
    if (scope.regencies !== "all" || role === "bagian") {
      return problem("kabupaten", "Peran ini diberikan per daerah. Pilih kabupaten atau kotanya.");
    }
    return { done: { r: ANTEROOM, role, bagian_id: "" } };
  }
  const regency = (await listRegencies(db.read, scope)).find(({ slug }) => slug === kabupaten);
  if (!regency) return problem("kabupaten", "Pilih kabupaten atau kotanya.");
  if (role !== "bagian") return { done: { r: regency.id, role, bagian_id: "" } };
  const own = (await listBagian(db.read, scope)).find(
    (one) => one.r === regency.id && `${regency.slug}/${one.slug}` === bagian,
  );
  if (!own) return problem("bagian", `Pilih bagian dari ${regency.kind} ${regency.name}.`);
  return { done: { r: regency.id, role, bagian_id: own.id } };
};

const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/;

const NAME_TAKEN = "Nama pengguna ini sudah dipakai. Pilih yang lain.";
const ROLE_HELD = "Akun ini sudah mempunyai peran itu.";

/** Adds an account with its first role. Its first password is shown this once and must be changed at login. */
export const addUser = async (
  db: Db,
  scope: Scope,
  input: Record<string, unknown>,
): Promise<Answer<{ id: string; username: string; password: string }>> => {
  const form = AccountForm.safeParse(input);
  if (!form.success) return problem("nama", "Isi nama orangnya, paling banyak 100 huruf.");
  const username = foldUsername(form.data.pengguna);
  if (!USERNAME.test(username) || RESERVED_NAMES.includes(username)) {
    return problem(
      "pengguna",
      "Nama pengguna terdiri atas 3–40 huruf kecil, angka, titik, atau tanda hubung, dan berawal huruf.",
    );
  }
  const role = await roleOf(db, scope, input);
  if ("problems" in role) return role;
  if (await userByName(db.read, username)) return problem("pengguna", NAME_TAKEN);
  const password = newPassword();
  const id = db.newId();
  const row = await newUser(db, { id, username, name: form.data.nama, password, by: scope.actor });
  const given: RoleTable = { ...role.done, user_id: id, at: row.at, by: scope.actor };
  const event = {
    r: ANTEROOM,
    action: "akun.tambah",
    subject: username,
    after: { nama: row.name, peran: role.done },
  } as const;
  return unlessObjected(
    change(db, scope, event, async (trx) => {
      if (await userByName(trx, username)) throw new Objection("pengguna", NAME_TAKEN);
      await insertUser(trx, row);
      await insertRoles(trx, [given]);
      return { done: { id, username, password } };
    }),
  );
};

/** An account whose password somebody else has set. */
export const newUser = async (
  db: Db,
  {
    id,
    username,
    name,
    password,
    by,
  }: Pick<UserTable, "id" | "username" | "name" | "by"> & { password: string },
): Promise<UserTable> => ({
  id,
  username,
  name,
  password_hash: await hashPassword(password),
  must_change: 1,
  locked_at: null,
  totp_secret: null,
  totp_step: null,
  at: db.now(),
  by,
});

/** An event about an account. */
const about = (user: UserTable, event: Omit<EventDraft, "r" | "subject">): EventDraft => ({
  r: ANTEROOM,
  subject: user.username,
  ...event,
});

/** Gives a role more. Every session of the account ends, so that none goes on under the old rights. */
export const giveRole = async (db: Db, scope: Scope, id: string, input: unknown): Promise<Answer<true>> => {
  const { user, roles } = await reached(db, scope, id);
  const role = await roleOf(db, scope, input);
  if ("problems" in role) return role;
  const { done } = role;
  const same = (one: RolePlace) =>
    one.r === done.r && one.role === done.role && one.bagian_id === done.bagian_id;
  if (roles.some(same)) return problem("peran", ROLE_HELD);
  const event = about(user, { action: "akun.peran", field: "beri", after: done });
  return unlessObjected(
    change(db, scope, { ...event, r: done.r }, async (trx) => {
      if ((await rolesOf(trx, id)).some(same)) throw new Objection("peran", ROLE_HELD);
      await insertRoles(trx, [{ ...done, user_id: id, at: db.now(), by: scope.actor }]);
      await deleteSessionsOf(trx, id);
      return { done: true as const };
    }),
  );
};

const lastAdmin = (): AppError =>
  new AppError({
    code: "last_admin",
    status: 409,
    message:
      "Ini admin terakhir dari seluruh pemasangan. Tidak ada yang diubah. Beri peran itu kepada akun lain dahulu.",
  });

/** Takes a role away. Every session of the account ends. */
export const takeRole = async (db: Db, scope: Scope, id: string, input: unknown): Promise<Answer<true>> => {
  const { user, roles } = await reached(db, scope, id);
  const role = await roleOf(db, scope, input);
  if ("problems" in role) return role;
  const { done } = role;
  const event = about(user, { action: "akun.peran", field: "cabut", before: done });
  return change(db, scope, { ...event, r: done.r }, async (trx) => {
    if (done.r === ANTEROOM && done.role === "admin" && isAdmin(roles)) {
      if ((await otherInstallationAdmins(trx, id)) === 0) throw lastAdmin();
    }
    await deleteRole(trx, { ...done, user_id: id });
    await deleteSessionsOf(trx, id);
    return { done: true };
  });
};

const isAdmin = (roles: readonly RoleTable[]): boolean =>
  roles.some(({ r, role }) => r === ANTEROOM && role === "admin");

/** Locks an account, which ends its sessions, or opens it again. */
export const setLocked = async (db: Db, scope: Scope, id: string, locked: boolean): Promise<Answer<true>> => {
  const { user, roles } = await reached(db, scope, id);
  if (locked && user.username === scope.actor) {
    return problem("kunci", "Akun Anda sendiri tidak dapat Anda kunci.");
  }
  const event = about(user, { action: "akun.kunci", after: locked ? "dikunci" : "dibuka" });
  return change(db, scope, event, async (trx) => {
    if (locked && isAdmin(roles) && (await otherInstallationAdmins(trx, id)) === 0) {
      throw lastAdmin();
    }
    await updateUser(trx, id, { locked_at: locked ? db.now() : null });
    if (locked) {
      await deleteSessionsOf(trx, id);
      await deleteLinksOf(trx, id);
    } else await forgetAttempts(trx, accountKey(user.username));
    return { done: true };
  });
};

/** Makes the link by which somebody sets a new password, once and within a day; an older one no longer works. */
export const makeResetLink = async (db: Db, scope: Scope, id: string): Promise<Answer<{ token: string }>> => {
  const { user } = await reached(db, scope, id);
  if (user.locked_at !== null) return problem("tautan", "Akun ini terkunci. Buka kuncinya dahulu.");
  const token = newToken();
  return change(db, scope, about(user, { action: "akun.tautan" }), async (trx) => {
    await deleteLinksOf(trx, id);
    await insertLink(trx, { id: tokenHash(token), user_id: id, at: db.now(), by: scope.actor });
    return { done: { token } };
  });
};

/** Takes the second step away from who has lost the authenticator. */
export const dropTotp = async (db: Db, scope: Scope, id: string): Promise<Answer<true>> => {
  const { user } = await reached(db, scope, id);
  const event = about(user, { action: "akun.dua_langkah", after: "mati", reason: "oleh admin" });
  return change(db, scope, event, async (trx) => {
    await updateUser(trx, id, { totp_secret: null, totp_step: null });
    await deleteSessionsOf(trx, id);
    return { done: true };
  });
};

/** Sets a new first password, for who has no admin to ask. Its sessions end; the lock is opened. */
export const resetPassword = async (
  db: Db,
  scope: Scope,
  username: string,
  also: (trx: Writer, user: UserTable) => Promise<void> = async () => {},
): Promise<string> => {
  const named = await userByName(db.read, foldUsername(username));
  if (!named) throw notFound();
  const { user } = await reached(db, scope, named.id);
  const password = newPassword();
  const hash = await hashPassword(password);
  const event = about(user, { action: "akun.sandi", reason: "diatur ulang dari mesin" });
  await change(db, scope, event, async (trx) => {
    await updateUser(trx, user.id, { password_hash: hash, must_change: 1, locked_at: null });
    await deleteLinksOf(trx, user.id);
    await deleteSessionsOf(trx, user.id);
    await forgetAttempts(trx, accountKey(user.username));
    await also(trx, user);
  });
  return password;
};
