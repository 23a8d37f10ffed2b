import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { makeFolder } from "#db/folder.ts";
import { anyUser, insertRoles, insertUser } from "#db/queries/accounts.ts";
import { firstBagianOf } from "#db/queries/bagian.ts";
import { everyRegency } from "#db/queries/regencies.ts";
import { ANTEROOM } from "#db/schema.ts";
import { ROLES, type Role, type RoleTable, type UserTable } from "#db/schema-accounts.ts";
import { system } from "../scope.server.ts";
import { newPassword } from "./tokens.ts";
import { newUser } from "./users.server.ts";

/** In the data folder; only its owner can read it. */
export const FIRST_ACCOUNTS_FILE = "akun-pertama.txt";

export interface FirstAccount {
  username: string;
  password: string;
}

const NAMES: Record<Role, string> = {
  admin: "Admin",
  penilai: "Penilai",
  pereviu: "Pereviu",
  pimpinan: "Pimpinan",
  bagian: "Petugas bagian",
};

/**
 * Gives a database without accounts one for each role, named like it: the admin of the whole installation, the others in
 * every regency that is known, the last in the first bagian of each. Their passwords are random, must be changed at
 * login, and stand in a file that only its owner can read.
 * @returns the accounts with their passwords; none where there are accounts already
 */
export const makeFirstAccounts = async (db: Db, dataDir: string): Promise<FirstAccount[]> => {
  if (await anyUser(db.read)) return [];
  const scope = system();
  const regencies = await everyRegency(db.read);
  const bagian = await firstBagianOf(db.read);
  const places: Record<Role, Pick<RoleTable, "r" | "bagian_id">[]> = {
    admin: [{ r: ANTEROOM, bagian_id: "" }],
    penilai: regencies.map(({ id }) => ({ r: id, bagian_id: "" })),
    pereviu: regencies.map(({ id }) => ({ r: id, bagian_id: "" })),
    pimpinan: regencies.map(({ id }) => ({ r: id, bagian_id: "" })),
    bagian: bagian.map(({ r, id }) => ({ r, bagian_id: id })),
  };
  const accounts: FirstAccount[] = [];
  const users: UserTable[] = [];
  const roles: RoleTable[] = [];
  for (const role of ROLES) {
    const password = newPassword();
    const id = db.newId();
    const user = await newUser(db, { id, username: role, name: NAMES[role], password, by: scope.actor });
    accounts.push({ username: role, password });
    users.push(user);
    roles.push(
      ...places[role].map((place) => ({ ...place, user_id: id, role, at: user.at, by: scope.actor })),
    );
  }
  const event = { r: ANTEROOM, action: "akun.tambah", subject: "akun pertama", after: [...ROLES] } as const;
  return change(db, scope, event, async (trx) => {
    if (await anyUser(trx)) return [];
    for (const user of users) await insertUser(trx, user);
    await insertRoles(trx, roles);
    // Inside the transaction: accounts whose passwords nobody was told must not stay.
    writeOwnerOnly(join(dataDir, FIRST_ACCOUNTS_FILE), dataDir, firstAccountsText(accounts));
    return accounts;
  });
};

const writeOwnerOnly = (file: string, folder: string, text: string): void => {
  makeFolder(folder);
  // An old file would keep its old rights.
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600, flag: "wx" });
};

/** The accounts as they are printed and written down. */
export const firstAccountsText = (accounts: readonly FirstAccount[]): string =>
  [
    "Akun pertama Tolok; kata sandinya harus diganti saat pertama masuk:",
    ...accounts.map(({ username, password }) => `  ${username.padEnd(10)} ${password}`),
    "",
  ].join("\n");
