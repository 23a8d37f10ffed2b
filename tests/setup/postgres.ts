import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { expand, findProgram, pathFolders, REQUIRE_REAL } from "./find.ts";

/** Which PostgreSQL the database tests run on: a server, the one inside npm, or none (then they fail with the reason). */
export type PostgresChoice =
  | { kind: "server"; url: string }
  | { kind: "pglite" }
  | { kind: "none"; reason: string };

declare module "vitest" {
  interface ProvidedContext {
    postgres: PostgresChoice;
  }
}

const WAY_OUT = "Install PostgreSQL (Debian/Ubuntu: apt-get install postgresql) or set TEST_DATABASE_URL.";

/** Global set-up of the integration tests: TEST_DATABASE_URL, else a server found on the machine, else PGlite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? undefined : await startServer();
  const choice: PostgresChoice = process.env.TEST_DATABASE_URL
    ? { kind: "server", url: process.env.TEST_DATABASE_URL }
    : typeof server === "object"
      ? { kind: "server", url: server.url }
      : REQUIRE_REAL
        ? { kind: "none", reason: `REQUIRE_REAL=1, but ${server}. ${WAY_OUT}` }
        : { kind: "pglite" };
  if (choice.kind === "pglite") console.error(`PostgreSQL tests run on PGlite: ${server}.`);
  project.provide("postgres", choice);
  return async () => {
    if (typeof server === "object") await server.stop();
  };
}

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** A throw-away cluster in a temporary folder, or the reason in words why there is none. */
export async function startServer(): Promise<Server | string> {
  const folders = [
    ...pathFolders(),
    ...expand("/usr/lib/postgresql", "bin"),
    ...expand("/Library/PostgreSQL", "bin"),
    ...expand("/opt/homebrew/opt", "bin").filter((folder) => folder.includes("postgresql")),
  ];
  const initdb = findProgram(["initdb"], folders);
  const postgres = findProgram(["postgres"], folders);
  if (!initdb || !postgres) return "no PostgreSQL server was found on this machine";
  const user = unprivilegedUser();
  if (user === null) return "PostgreSQL does not run as root, and there is no user postgres";

  const folder = mkdtempSync(join(tmpdir(), "tolok-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  const made = spawnSync(initdb, init, { ...user, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return `initdb failed (${made.stderr?.trim() || made.error?.message})`;
  }
  const port = await freePort();
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const child = spawn(
    postgres,
    ["-D", data, "-k", folder, "-h", "127.0.0.1", "-p", String(port), ...fast.flatMap((o) => ["-c", o])],
    { ...user, cwd: folder, stdio: "ignore" },
  );
  const stop = () => stopServer(child, folder);
  process.once("exit", () => child.kill("SIGQUIT"));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  if (await answers(url, child)) return { url, stop };
  await stop();
  return "the PostgreSQL server found does not start";
}

/** PostgreSQL refuses to run as root: {} for another user, the user postgres for root, null where there is none. */
function unprivilegedUser(): { uid: number; gid: number } | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, "postgres"]).stdout?.toString() ?? "", 10);
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isNaN(uid) || Number.isNaN(gid) ? null : { uid, gid };
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return true;
    } catch {
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
