import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { accessOf } from "#app/server/access.ts";
import {
  FIRST_ACCOUNTS_FILE,
  type FirstAccount,
  makeFirstAccounts,
} from "#app/server/accounts/first.server.ts";
import { logIn } from "#app/server/accounts/login.server.ts";
import {
  changePassword,
  offerTotp,
  ownerOfLink,
  setPasswordByLink,
  turnTotpOff,
  turnTotpOn,
} from "#app/server/accounts/own.server.ts";
import {
  endSession,
  listSessions,
  logOut,
  logOutEverywhere,
  viewerOf,
} from "#app/server/accounts/sessions.server.ts";
import { tokenHash } from "#app/server/accounts/tokens.ts";
import { codeAt, fromBase32, stepOf } from "#app/server/accounts/totp.ts";
import {
  addUser,
  getRoleChoices,
  getUsers,
  giveRole,
  makeResetLink,
  resetPassword,
  setLocked,
  takeRole,
} from "#app/server/accounts/users.server.ts";
import type { Viewer } from "#app/server/accounts/viewer.ts";
import { seedRegencies } from "#app/server/regency-register.server.ts";
import { localOperator, onBehalfOf, scopeFor, system } from "#app/server/scope.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { describeEachEngine, type OpenTestDb } from "#tests/setup/engines.ts";

const TEMANGGUNG = 3323;
const BALANGAN = 6311;
const GOOD = "payung biru di dermaga";
const OTHER = "sepeda tua di gudang";

/** A database with its first accounts, and a clock that stands still until it is moved. */
const begin = async (openTestDb: OpenTestDb) => {
  let now = Date.parse("2026-03-02T01:00:00.000Z");
  const db = await openTestDb({ clock: () => new Date(now) });
  const folder = mkdtempSync(join(tmpdir(), "tolok-akun-"));
  await seedRegencies(db, system());
  const accounts = await makeFirstAccounts(db, folder);
  const file = join(folder, FIRST_ACCOUNTS_FILE);
  const written = { text: readFileSync(file, "utf8"), mode: statSync(file).mode & 0o777 };
  const again = await makeFirstAccounts(db, folder);
  rmSync(folder, { recursive: true });
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { db, accounts, written, again, pass };
};

const passwordOf = (accounts: readonly FirstAccount[], username: string): string =>
  accounts.find((one) => one.username === username)?.password ?? "";

const attempt = (
  db: Db,
  username: string,
  password: string,
  more: Partial<Parameters<typeof logIn>[1]> = {},
) => logIn(db, { username, password, code: "", address: "10.0.0.1", agent: "Uji", token: null, ...more });

const enter = async (...args: Parameters<typeof attempt>): Promise<{ token: string; viewer: Viewer }> => {
  const login = await attempt(...args);
  if (login.kind !== "in") throw new Error(`not let in: ${login.kind}`);
  const viewer = await viewerOf(args[0], login.token);
  if (!viewer) throw new Error("no session");
  return { token: login.token, viewer };
};

const actions = async (db: Db): Promise<string[]> =>
  (
    await db.read
      .selectFrom("event")
      .select(["action", "subject"])
      .where("r", "=", 0)
      .orderBy("seq")
      .execute()
  ).map(({ action, subject }) => `${action} ${subject}`);

/** Everything that the system tables and the audit hold, as text. */
const everything = async (db: Db): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      (["user", "session", "reset_link", "login_throttle", "event"] as const).map((table) =>
        db.read.selectFrom(table).selectAll().execute(),
      ),
    ),
  );

describeEachEngine("accounts", (openTestDb) => {
  it("begin with one for each role, whose passwords only the owner of the file can read, once", async () => {
    const { db, accounts, written, again } = await begin(openTestDb);
    expect(accounts.map(({ username }) => username)).toEqual([
      "admin",
      "penilai",
      "pereviu",
      "pimpinan",
      "bagian",
    ]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(5);
    expect(written.mode).toBe(0o600);
    for (const { username, password } of accounts)
      expect(written.text).toMatch(new RegExp(`${username} +${password}`));
    expect(again).toEqual([]);
    const stored = await everything(db);
    for (const { password } of accounts) expect(stored).not.toContain(password);
    const rows = await db.read.selectFrom("user").select(["password_hash", "must_change"]).execute();
    for (const row of rows) {
      expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(row.must_change).toBe(1);
    }
  });

  it("let in by name and password, and tell nobody why they do not", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const { token, viewer } = await enter(db, " Penilai ", right);
    expect(viewer).toMatchObject({ username: "penilai", mustChange: true });
    expect(await attempt(db, "penilai", "salah")).toEqual({ kind: "wrong" });
    expect(await attempt(db, "tidak.ada", "rahasia-yang-salah-tempat")).toEqual({ kind: "wrong" });
    expect(await attempt(db, "rahasia-di-nama", "x")).toEqual({ kind: "wrong" });
    expect(await actions(db)).toEqual([
      "akun.tambah akun pertama",
      "akun.masuk penilai",
      "akun.gagal_masuk penilai",
      "akun.gagal_masuk tidak dikenal",
      "akun.gagal_masuk tidak dikenal",
    ]);
    const stored = await everything(db);
    for (const secret of [token, right, "rahasia-yang-salah-tempat", "rahasia-di-nama"]) {
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain(tokenHash(token));
    expect(await verifyChain(db.read, 0)).toEqual({ ok: true, events: 5 });
  });

  it("look at no sixth password on one account within a quarter of an hour, also with the right one", async () => {
    const { db, accounts, pass } = await begin(openTestDb);
    const right = passwordOf(accounts, "pereviu");
    const wrong = await Promise.all(
      [1, 2, 3, 4, 5].map((at) => attempt(db, "pereviu", `salah ${at}`, { address: `10.0.1.${at}` })),
    );
    expect(wrong.map(({ kind }) => kind)).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong"]);
    expect(await attempt(db, "PEREVIU", right)).toEqual({ kind: "wait", until: "2026-03-02T01:15:00.000Z" });
    // Another account is not held up, and nobody learns that one is unknown.
    expect((await attempt(db, "penilai", passwordOf(accounts, "penilai"))).kind).toBe("in");
    for (let at = 0; at < 5; at += 1) await attempt(db, "tidak.ada", "x", { address: `10.0.2.${at}` });
    expect((await attempt(db, "tidak.ada", "x", { address: "10.0.2.9" })).kind).toBe("wait");
    pass(15);
    expect((await attempt(db, "pereviu", right)).kind).toBe("in");
    // A login forgets the attempts before it.
    for (let at = 0; at < 5; at += 1) expect((await attempt(db, "pereviu", "x")).kind).toBe("wrong");
  });

  it("look at no twenty-first attempt from one address, whatever names it tries; logins do not count", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    for (let at = 0; at < 4; at += 1) await enter(db, "penilai", right);
    for (let at = 0; at < 20; at += 1) expect((await attempt(db, `orang${at}`, "x")).kind).toBe("wrong");
    expect((await attempt(db, "penilai", right)).kind).toBe("wait");
    expect((await attempt(db, "penilai", right, { address: "10.0.0.2" })).kind).toBe("in");
  });

  it("never go on with a session that a browser brought to its login", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const first = await enter(db, "penilai", right);
    const second = await enter(db, "penilai", right, { token: first.token });
    expect(second.token).not.toBe(first.token);
    expect(await viewerOf(db, first.token)).toBeNull();
    // A token that somebody made up opens nothing, and nothing is stored under it.
    const third = await enter(db, "penilai", right, { token: "A".repeat(43) });
    expect(await viewerOf(db, "A".repeat(43))).toBeNull();
    expect((await listSessions(db, third.viewer)).map(({ own }) => own)).toEqual(
      expect.arrayContaining([true, false]),
    );
  });

  it("end a session two hours after its last request, and twelve after its login", async () => {
    const { db, accounts, pass } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const idle = await enter(db, "penilai", right);
    pass(119);
    expect(await viewerOf(db, idle.token)).not.toBeNull();
    pass(120);
    expect(await viewerOf(db, idle.token)).toBeNull();
    const busy = await enter(db, "penilai", right);
    for (let minutes = 0; minutes < 12 * 60 - 60; minutes += 60) {
      pass(60);
      expect(await viewerOf(db, busy.token)).not.toBeNull();
    }
    pass(60);
    expect(await viewerOf(db, busy.token)).toBeNull();
  });

  it("log out here, elsewhere and everywhere, and only themselves", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const [a, b, c] = [
      await enter(db, "penilai", right),
      await enter(db, "penilai", right),
      await enter(db, "penilai", right),
    ];
    const stranger = await enter(db, "pereviu", passwordOf(accounts, "pereviu"));
    await expect(endSession(db, stranger.viewer, a.viewer.sessionId)).rejects.toMatchObject({ status: 404 });
    await logOut(db, a.viewer);
    expect(await viewerOf(db, a.token)).toBeNull();
    await endSession(db, c.viewer, b.viewer.sessionId);
    expect(await viewerOf(db, b.token)).toBeNull();
    const d = await enter(db, "penilai", right);
    await logOutEverywhere(db, c.viewer, { except: true });
    expect([await viewerOf(db, d.token), (await viewerOf(db, c.token))?.username]).toEqual([null, "penilai"]);
    await logOutEverywhere(db, c.viewer);
    expect(await viewerOf(db, c.token)).toBeNull();
    expect(await viewerOf(db, stranger.token)).not.toBeNull();
  });

  it("change their password only with the current one, under a new token, and end every other session", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const [here, there] = [await enter(db, "penilai", right), await enter(db, "penilai", right)];
    const change = (current: string, next: string, again = next) =>
      changePassword(db, here.viewer, { current, next, again, agent: "Uji" });
    expect(await change("salah", GOOD)).toMatchObject({ problems: [{ field: "sandi" }] });
    expect(await change(right, "pendek")).toMatchObject({ problems: [{ field: "baru" }] });
    expect(await change(right, right)).toMatchObject({ problems: [{ field: "baru" }] });
    expect(await change(right, GOOD, OTHER)).toMatchObject({ problems: [{ field: "ulang" }] });
    const changed = await change(right, GOOD);
    if (!("done" in changed)) throw new Error("not changed");
    expect([await viewerOf(db, here.token), await viewerOf(db, there.token)]).toEqual([null, null]);
    expect(await viewerOf(db, changed.done.token)).toMatchObject({ username: "penilai", mustChange: false });
    expect((await attempt(db, "penilai", right)).kind).toBe("wrong");
    expect((await attempt(db, "penilai", GOOD)).kind).toBe("in");
  });

  it("get a new password by a link of an admin, once, within a day, and only by the newest", async () => {
    const { db, accounts, pass } = await begin(openTestDb);
    const admin = localOperator();
    const id = (await getUsers(db, admin)).find(({ username }) => username === "penilai")?.id ?? "";
    const open = await enter(db, "penilai", passwordOf(accounts, "penilai"));
    const link = async () => {
      const made = await makeResetLink(db, admin, id);
      if (!("done" in made)) throw new Error("no link");
      return made.done.token;
    };
    const [old, token] = [await link(), await link()];
    await expect(ownerOfLink(db, old)).rejects.toMatchObject({ code: "dead_link" });
    expect(await ownerOfLink(db, token)).toMatchObject({ username: "penilai" });
    expect(await setPasswordByLink(db, token, { next: "pendek", again: "pendek" })).toMatchObject({
      problems: [{ field: "baru" }],
    });
    const both = await Promise.allSettled(
      [1, 2].map(() => setPasswordByLink(db, token, { next: GOOD, again: GOOD })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await viewerOf(db, open.token)).toBeNull();
    expect(await enter(db, "penilai", GOOD)).toMatchObject({ viewer: { mustChange: false } });
    const late = await link();
    expect(await everything(db)).not.toContain(late);
    pass(24 * 60);
    await expect(setPasswordByLink(db, late, { next: OTHER, again: OTHER })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("ask for a code where its person wants that, and take each code once", async () => {
    const { db, accounts, pass } = await begin(openTestDb);
    const right = passwordOf(accounts, "penilai");
    const { viewer } = await enter(db, "penilai", right);
    const { secret } = offerTotp(viewer);
    const code = () => codeAt(fromBase32(secret), stepOf(db.now()));
    expect(await turnTotpOn(db, viewer, { secret, code: "000000", current: right })).toMatchObject({
      problems: [{ field: "kode" }],
    });
    expect(await turnTotpOn(db, viewer, { secret, code: code(), current: "x" })).toMatchObject({
      problems: [{ field: "sandi-kode" }],
    });
    expect(await turnTotpOn(db, viewer, { secret, code: code(), current: right })).toEqual({ done: true });
    // The code that turned it on is used.
    expect((await attempt(db, "penilai", right, { code: code() })).kind).toBe("wrong");
    pass(1);
    expect((await attempt(db, "penilai", right)).kind).toBe("wrong");
    const now = code();
    const twice = await Promise.all([1, 2].map(() => attempt(db, "penilai", right, { code: now })));
    expect(twice.map(({ kind }) => kind).sort()).toEqual(["in", "wrong"]);
    expect(await turnTotpOff(db, viewer, right)).toEqual({ done: true });
    expect((await attempt(db, "penilai", right)).kind).toBe("in");
  });

  it("end all sessions when a role is given or taken, and work at once with the roles there are", async () => {
    const { db, accounts } = await begin(openTestDb);
    const admin = localOperator();
    const right = passwordOf(accounts, "penilai");
    const before = await enter(db, "penilai", right);
    const [user] = (await getUsers(db, admin)).filter(({ username }) => username === "penilai");
    const role = { peran: "penilai", kabupaten: "balangan" };
    expect(await takeRole(db, admin, user?.id ?? "", role)).toEqual({ done: true });
    expect(await viewerOf(db, before.token)).toBeNull();
    const after = await enter(db, "penilai", right);
    expect(after.viewer.grants.map(({ r }) => r)).not.toContain(BALANGAN);
    expect((await onBehalfOf(db, "penilai")).includes(BALANGAN)).toBe(false);
    expect((await onBehalfOf(db, "penilai")).includes(TEMANGGUNG)).toBe(true);
    expect(await giveRole(db, admin, user?.id ?? "", role)).toEqual({ done: true });
    expect(await viewerOf(db, after.token)).toBeNull();
    expect(await giveRole(db, admin, user?.id ?? "", role)).toMatchObject({ problems: [{ field: "peran" }] });
    expect(await verifyChain(db.read, BALANGAN)).toMatchObject({ ok: true });
  });

  it("are added once, and a role is given once, where a form is sent twice at once", async () => {
    const { db } = await begin(openTestDb);
    const form = { nama: "Sri", pengguna: "sri", peran: "penilai", kabupaten: "balangan" };
    const added = await Promise.all([addUser(db, localOperator(), form), addUser(db, localOperator(), form)]);
    const [made] = added.flatMap((answer) => ("done" in answer ? [answer.done] : []));
    expect(added.flatMap((answer) => ("problems" in answer ? answer.problems : []))).toEqual([
      { field: "pengguna", message: "Nama pengguna ini sudah dipakai. Pilih yang lain." },
    ]);
    const role = { peran: "pereviu", kabupaten: "balangan" };
    const id = made?.id ?? "";
    const given = await Promise.all([
      giveRole(db, localOperator(), id, role),
      giveRole(db, localOperator(), id, role),
    ]);
    expect(given.flatMap((answer) => ("problems" in answer ? answer.problems : []))).toMatchObject([
      { field: "peran" },
    ]);
    const { n } = await db.read
      .selectFrom("event")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("subject", "=", "sri")
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(2);
  });

  it("are reached by an admin of a regency only where they have no role elsewhere", async () => {
    const { db } = await begin(openTestDb);
    const made = await addUser(db, localOperator(), {
      nama: "Sri",
      pengguna: "sri",
      peran: "admin",
      kabupaten: "balangan",
    });
    if (!("done" in made)) throw new Error(JSON.stringify(made));
    const sri = scopeOf("sri", [BALANGAN]);
    expect((await getUsers(db, sri)).map(({ username }) => username)).toEqual(["sri"]);
    const everybody = await getUsers(db, localOperator());
    expect(everybody).toHaveLength(6);
    for (const { id, username } of everybody) {
      if (username === "sri") continue;
      await expect(makeResetLink(db, sri, id)).rejects.toMatchObject({ status: 404 });
      await expect(setLocked(db, sri, id, true)).rejects.toMatchObject({ status: 404 });
    }
    const own = (peran: string, kabupaten: string, pengguna = "wayan") =>
      addUser(db, sri, { nama: "Wayan", pengguna, peran, kabupaten });
    expect(await own("admin", "semua")).toMatchObject({ problems: [{ field: "kabupaten" }] });
    expect(await own("penilai", "temanggung")).toMatchObject({ problems: [{ field: "kabupaten" }] });
    expect(await own("penilai", "balangan", "sistem")).toMatchObject({ problems: [{ field: "pengguna" }] });
    expect(await own("penilai", "balangan", "operator lokal")).toMatchObject({
      problems: [{ field: "pengguna" }],
    });
    expect(await own("penilai", "balangan", "ADMIN")).toMatchObject({ problems: [{ field: "pengguna" }] });
    expect(await own("penilai", "balangan")).toMatchObject({ done: { username: "wayan" } });
    expect((await getUsers(db, sri)).map(({ username }) => username)).toEqual(["sri", "wayan"]);
    expect((await getRoleChoices(db, sri)).regencies.map(({ slug }) => slug)).toEqual(["balangan"]);
    expect(await setLocked(db, sri, made.done.id, true)).toMatchObject({ problems: [{ field: "kunci" }] });
  });

  it("keep one admin of the whole installation, whatever happens", async () => {
    const { db, accounts } = await begin(openTestDb);
    const [admin] = (await getUsers(db, localOperator())).filter(({ username }) => username === "admin");
    const id = admin?.id ?? "";
    const role = { peran: "admin", kabupaten: "semua" };
    await expect(takeRole(db, localOperator(), id, role)).rejects.toMatchObject({ code: "last_admin" });
    await expect(setLocked(db, localOperator(), id, true)).rejects.toMatchObject({ code: "last_admin" });
    expect((await attempt(db, "admin", passwordOf(accounts, "admin"))).kind).toBe("in");
    expect((await actions(db)).filter((one) => /peran|kunci/.test(one))).toEqual([]);
    const fresh = await resetPassword(db, localOperator(), "Admin");
    expect((await attempt(db, "admin", passwordOf(accounts, "admin"))).kind).toBe("wrong");
    expect(await enter(db, "admin", fresh)).toMatchObject({ viewer: { mustChange: true } });
  });

  it("lock out at once, and tell the locked one nothing", async () => {
    const { db, accounts } = await begin(openTestDb);
    const right = passwordOf(accounts, "pimpinan");
    const { token } = await enter(db, "pimpinan", right);
    const id =
      (await getUsers(db, localOperator())).find(({ username }) => username === "pimpinan")?.id ?? "";
    await setLocked(db, localOperator(), id, true);
    expect([await viewerOf(db, token), await attempt(db, "pimpinan", right)]).toEqual([
      null,
      { kind: "wrong" },
    ]);
    expect((await onBehalfOf(db, "pimpinan")).regencies).toEqual([]);
    await setLocked(db, localOperator(), id, false);
    expect((await attempt(db, "pimpinan", right)).kind).toBe("in");
  });

  it("read what regencies open to everybody, and change only where they work", async () => {
    const { db } = await begin(openTestDb);
    await db.write.updateTable("regency").set({ public_standar: 0 }).where("id", "<>", TEMANGGUNG).execute();
    await db.write.updateTable("regency").set({ public_indeks: 0 }).where("id", "<>", BALANGAN).execute();
    const of = async (path: string, viewer: Viewer | null, doing: "read" | "write" = "read") =>
      (await scopeFor(db, viewer, accessOf(path) ?? { read: [] }, doing)).regencies;
    const viewer = (role: "penilai" | "bagian"): Viewer => ({
      id: "x",
      username: "x",
      name: "x",
      grants: [{ r: 3517, role, bagianId: role === "bagian" ? "b" : "" }],
      mustChange: false,
      sessionId: "x",
    });
    expect(await of("/kabupaten/:kab", null)).toEqual([TEMANGGUNG]);
    expect(await of("/kabupaten/:kab/skm", null)).toEqual([BALANGAN]);
    expect(await of("/kabupaten/:kab/janji", null)).toEqual([]);
    expect(await of("/temuan", null)).toEqual([]);
    expect(await of("/kabupaten/:kab/skm", null, "write")).toEqual([]);
    expect(await of("/kabupaten/:kab", viewer("penilai"))).toEqual([TEMANGGUNG, 3517]);
    expect(await of("/temuan", viewer("penilai"))).toEqual([3517]);
    expect(await of("/kabupaten/:kab/skm", viewer("penilai"), "write")).toEqual([3517]);
    expect(await of("/naskah/:sk/:versi", viewer("bagian"))).toEqual([TEMANGGUNG]);
    expect(await of("/unggah", viewer("bagian"))).toEqual([]);
    expect(await of("/pengguna", viewer("penilai"))).toEqual([]);
  });
});
