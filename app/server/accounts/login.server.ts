import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { takeTotpStep, userByName } from "#db/queries/accounts.ts";
import { countAttempt, forgetAttempts, uncountAttempt } from "#db/queries/sessions.ts";
import { ANTEROOM } from "#db/schema.ts";
import type { LoginThrottleTable, UserTable } from "#db/schema-accounts.ts";
import { selfOf } from "../scope.server.ts";
import { isPassword } from "./passwords.server.ts";
import { dropToken, openSession } from "./sessions.server.ts";
import { accountKey, addressKey, PER_ACCOUNT, PER_ADDRESS, WINDOW_MS } from "./throttle.ts";
import { stepOfCode } from "./totp.ts";

export interface Attempt {
  username: string;
  password: string;
  /** Of the authenticator; "" where none was typed. */
  code: string;
  /** Network address it comes from. */
  address: string;
  agent: string;
  /** Token that the browser brought along: its session ends, so that nobody's prepared one becomes a real one. */
  token: string | null;
}

export type Login =
  | { kind: "in"; token: string; mustChange: boolean }
  /** Name, password or code is wrong, or nobody is called so, or the account is locked: which, nobody is told. */
  | { kind: "wrong" }
  /** Too many attempts; none is looked at before this instant. */
  | { kind: "wait"; until: string };

/** How a username is typed does not matter. */
export const foldUsername = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** What an account that is not there is called in the audit: the typed name may be a password. */
const UNKNOWN = "tidak dikenal";

/** Lets somebody in by name and password, and by code where the account asks for one. */
export const logIn = async (db: Db, attempt: Attempt): Promise<Login> => {
  const username = foldUsername(attempt.username);
  const keys = { account: accountKey(username), address: addressKey(attempt.address) };
  const until = await tooMany(db, keys);
  const user = await userByName(db.read, username);
  if (until !== null) return { kind: "wait", until };
  const fits = await isPassword(user?.password_hash, attempt.password);
  const may = user !== undefined && fits && user.locked_at === null;
  const step = may ? secondStep(user, attempt.code, db.now()) : null;
  const known = may && step !== "wrong" ? user : undefined;
  const token = known ? await admit(db, known, attempt, keys, step === "wrong" ? null : step) : null;
  if (known && token !== null) return { kind: "in", token, mustChange: known.must_change === 1 };
  const event = { r: ANTEROOM, action: "akun.gagal_masuk", subject: user?.username ?? UNKNOWN } as const;
  await change(db, selfOf(null), event, async () => undefined);
  return { kind: "wrong" };
};

/** The time step of the right code; null where none is asked. */
const secondStep = ({ totp_secret }: UserTable, code: string, now: string): number | null | "wrong" =>
  totp_secret === null ? null : (stepOfCode(totp_secret, code, now) ?? "wrong");

/** Opens the session; null where the code was used meanwhile. */
const admit = async (
  db: Db,
  user: UserTable,
  { agent, token }: Attempt,
  keys: Keys,
  step: number | null,
): Promise<string | null> => {
  const event = { r: ANTEROOM, action: "akun.masuk", subject: user.username } as const;
  try {
    return await change(db, selfOf(user), event, async (trx) => {
      if (step !== null && !(await takeTotpStep(trx, user.id, step))) throw new CodeUsed();
      await forgetAttempts(trx, keys.account);
      await uncountAttempt(trx, keys.address);
      await dropToken(trx, token);
      return openSession(db, trx, { userId: user.id, agent });
    });
  } catch (error) {
    if (error instanceof CodeUsed) return null;
    throw error;
  }
};

class CodeUsed extends Error {}

interface Keys {
  account: string;
  address: string;
}

/**
 * Counts an attempt before its password is looked at, so that many at a time gain nothing. The instant at which the next
 * is looked at; null where this one is.
 */
const tooMany = (db: Db, { account, address }: Keys): Promise<string | null> =>
  db.write.transaction().execute(async (trx) => {
    const count = counter(db, trx);
    const fromAddress = await count(address);
    if (fromAddress.attempts > PER_ADDRESS) return endOf(fromAddress);
    const onAccount = await count(account);
    return onAccount.attempts > PER_ACCOUNT ? endOf(onAccount) : null;
  });

const counter = (db: Db, trx: Writer) => {
  const now = db.now();
  const windowFrom = new Date(Date.parse(now) - WINDOW_MS).toISOString();
  return (key: string) => countAttempt(trx, key, { now, windowFrom });
};

const endOf = ({ since }: LoginThrottleTable): string =>
  new Date(Date.parse(since) + WINDOW_MS).toISOString();

/**
 * Asks somebody who is logged in for the password once more, counted like a login.
 * @returns whether it is the right one; the instant to wait for where there were too many
 */
export const confirmPassword = async (
  db: Db,
  user: UserTable,
  password: string,
): Promise<boolean | { until: string }> => {
  const key = accountKey(user.username);
  const counted = await db.write.transaction().execute((trx) => counter(db, trx)(key));
  if (counted.attempts > PER_ACCOUNT) return { until: endOf(counted) };
  if (!(await isPassword(user.password_hash, password))) return false;
  await db.write.transaction().execute((trx) => forgetAttempts(trx, key));
  return true;
};
