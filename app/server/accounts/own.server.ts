import { randomBytes } from "node:crypto";
import { formatInstant } from "#app/format/dates.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { updateUser, userById } from "#db/queries/accounts.ts";
import {
  deleteLinksOf,
  deleteSessionsOf,
  forgetAttempts,
  linkById,
  sessionById,
  takeLink,
} from "#db/queries/sessions.ts";
import { ANTEROOM } from "#db/schema.ts";
import type { UserTable } from "#db/schema-accounts.ts";
import { AppError, notFound } from "../errors.ts";
import { selfOf } from "../scope.server.ts";
import { LINK_MS } from "./links.ts";
import { confirmPassword } from "./login.server.ts";
import { passwordProblem } from "./password-rules.ts";
import { hashPassword } from "./passwords.server.ts";
import { type Answer, problem } from "./problems.ts";
import { openSession } from "./sessions.server.ts";
import { accountKey } from "./throttle.ts";
import { tokenHash } from "./tokens.ts";
import { stepOfCode, toBase32, totpUri } from "./totp.ts";
import type { Viewer } from "./viewer.ts";

/** What people settle about their own account. */

const accountOf = async (db: Db, { id }: Viewer): Promise<UserTable> => {
  const user = await userById(db.read, id);
  if (!user) throw notFound();
  return user;
};

/** Is the current password right? The problem for its field where it is not. */
const currentProblem = async (db: Db, user: UserTable, typed: string, field: string) => {
  const right = await confirmPassword(db, user, typed);
  if (right === true) return null;
  return right === false
    ? problem(field, "Kata sandi saat ini tidak cocok. Ketik ulang.")
    : problem(field, `Terlalu banyak percobaan. Coba lagi setelah ${formatInstant(right.until, "WIB")}.`);
};

const differ = (next: string, again: string, field: string) =>
  next === again ? null : problem(field, "Kedua kata sandi baru tidak sama. Ketik ulang keduanya.");

/**
 * Changes the viewer's own password. Every other session ends; this one goes on under a new token.
 * @returns the new token
 */
export const changePassword = async (
  db: Db,
  viewer: Viewer,
  { current, next, again, agent }: { current: string; next: string; again: string; agent: string },
): Promise<Answer<{ token: string }>> => {
  const user = await accountOf(db, viewer);
  const wrong = await currentProblem(db, user, current, "sandi");
  if (wrong) return wrong;
  const bad = passwordProblem(next, user, current);
  if (bad) return problem("baru", bad);
  const unlike = differ(next, again, "ulang");
  if (unlike) return unlike;
  const hash = await hashPassword(next);
  const event = {
    r: ANTEROOM,
    action: "akun.sandi",
    subject: user.username,
    reason: "diganti sendiri",
  } as const;
  return change(db, selfOf(viewer), event, async (trx) => {
    const session = await sessionById(trx, viewer.sessionId);
    await updateUser(trx, user.id, { password_hash: hash, must_change: 0 });
    await deleteLinksOf(trx, user.id);
    await deleteSessionsOf(trx, user.id);
    const began = session?.at;
    const token = await openSession(db, trx, { userId: user.id, agent, ...(began && { began }) });
    return { done: { token } };
  });
};

const deadLink = (): AppError =>
  new AppError({
    code: "dead_link",
    status: 404,
    message:
      "Tautan ini tidak berlaku: sudah dipakai, sudah lewat 24 jam, atau sudah diganti. Mintalah tautan baru kepada admin.",
  });

/** Whose new password a one-time link is for. @throws AppError (404) where it cannot be used (any more) */
export const ownerOfLink = async (
  db: Db,
  token: string,
): Promise<Pick<UserTable, "id" | "username" | "name">> => {
  const link = await linkById(db.read, tokenHash(token));
  const oldest = new Date(Date.parse(db.now()) - LINK_MS).toISOString();
  const user = link && link.at > oldest ? await userById(db.read, link.user_id) : undefined;
  if (!user || user.locked_at !== null) throw deadLink();
  return user;
};

/** Sets a new password by a one-time link, which is used up; every session of the account ends. */
export const setPasswordByLink = async (
  db: Db,
  token: string,
  { next, again }: { next: string; again: string },
): Promise<Answer<{ username: string }>> => {
  const user = await ownerOfLink(db, token);
  const bad = passwordProblem(next, user);
  if (bad) return problem("baru", bad);
  const unlike = differ(next, again, "ulang");
  if (unlike) return unlike;
  const hash = await hashPassword(next);
  const event = {
    r: ANTEROOM,
    action: "akun.sandi",
    subject: user.username,
    reason: "dengan tautan sekali pakai",
  } as const;
  return change(db, selfOf(user), event, async (trx) => {
    if (!(await takeLink(trx, tokenHash(token)))) throw deadLink();
    await deleteLinksOf(trx, user.id);
    await updateUser(trx, user.id, { password_hash: hash, must_change: 0 });
    await deleteSessionsOf(trx, user.id);
    await forgetAttempts(trx, accountKey(user.username));
    return { done: { username: user.username } };
  });
};

/** Is a code asked for at login? */
export const hasTotp = async (db: Db, viewer: Viewer): Promise<boolean> =>
  (await accountOf(db, viewer)).totp_secret !== null;

/** 160 bits, as RFC 4226 (4, R6) recommends. */
const SECRET_BYTES = 20;

export interface TotpOffer {
  /** Base32, in groups of four to be typed. */
  groups: string;
  secret: string;
  uri: string;
}

const offerOf = (username: string, secret: string): TotpOffer => ({
  secret,
  groups: (secret.match(/.{1,4}/g) ?? []).join(" "),
  uri: totpUri(username, secret),
});

/** A new secret to type into an authenticator. Nothing is stored before a code of it comes back. */
export const offerTotp = (viewer: Viewer, known?: string): TotpOffer =>
  offerOf(viewer.username, known && isSecret(known) ? known : toBase32(randomBytes(SECRET_BYTES)));

const isSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text);

/** Turns the second step on: the password once more, and a code that proves the authenticator knows the secret. */
export const turnTotpOn = async (
  db: Db,
  viewer: Viewer,
  { secret, code, current }: { secret: string; code: string; current: string },
): Promise<Answer<true>> => {
  const user = await accountOf(db, viewer);
  const wrong = await currentProblem(db, user, current, "sandi-kode");
  if (wrong) return wrong;
  const step = isSecret(secret) ? stepOfCode(secret, code, db.now()) : null;
  if (step === null) {
    return problem("kode", "Kode tidak cocok. Periksa jam pada telepon Anda, lalu ketik kode yang terbaru.");
  }
  const event = { r: ANTEROOM, action: "akun.dua_langkah", subject: user.username, after: "aktif" } as const;
  return change(db, selfOf(viewer), event, async (trx) => {
    await updateUser(trx, user.id, { totp_secret: secret, totp_step: step });
    await deleteSessionsOf(trx, user.id, viewer.sessionId);
    return { done: true };
  });
};

/** Turns the second step off, after the password was asked once more. */
export const turnTotpOff = async (db: Db, viewer: Viewer, current: string): Promise<Answer<true>> => {
  const user = await accountOf(db, viewer);
  const wrong = await currentProblem(db, user, current, "sandi-kode");
  if (wrong) return wrong;
  const event = { r: ANTEROOM, action: "akun.dua_langkah", subject: user.username, after: "mati" } as const;
  return change(db, selfOf(viewer), event, async (trx) => {
    await updateUser(trx, user.id, { totp_secret: null, totp_step: null });
    return { done: true };
  });
};
