import type { RequestListener } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  FIRST_ACCOUNTS_FILE,
  type FirstAccount,
  firstAccountsText,
  makeFirstAccounts,
} from "#app/server/accounts/first.server.ts";
import { closeDatabase, database } from "#app/server/database.server.ts";
import type { Env } from "#app/server/env.server.ts";
import { webServer } from "#app/server/http/web-server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { startError, takeDataFolder } from "./data-folder.ts";
import { listen } from "./listen.ts";
import { SAMPLES } from "./samples.mjs";
import { startWorker, type WorkerHost } from "./worker-host.ts";

/** How long a running answer may take after the wish to stop. */
const GRACE_MS = 5000;

export interface Running {
  /** Address to open: `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no new request, lets the running ones end, gives the data folder back. */
  stop(): Promise<void>;
}

/**
 * Starts the server: takes the port first (a taken one must not touch the data), then the data folder, then brings the
 * data up to date and starts the one worker. Requests that arrive meanwhile wait.
 * @param makeApp called when the data is ready
 * @throws AppError with one sentence for the person who starts it; everything taken is given back
 */
export async function serve(env: Env, makeApp: () => Promise<RequestListener>): Promise<Running> {
  let open: (app: RequestListener) => void = () => {};
  const ready = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  const server = webServer(async (request, response) => (await ready)(request, response));
  const port = await listen(server, env.host, env.port);
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await Promise.race([closed, sleep(GRACE_MS, undefined, { ref: false })]);
    server.closeAllConnections();
  };
  try {
    const giveBack = takeDataFolder(env.dataDir);
    let worker: WorkerHost | undefined;
    const release = async () => {
      await worker?.stop();
      await closeDatabase();
      giveBack();
    };
    try {
      await prepareDatabase(database(), { samples: SAMPLES });
      const accounts = await makeFirstAccounts(database(), env.dataDir);
      if (accounts.length > 0) tellFirstAccounts(accounts, env.dataDir);
      open(await makeApp());
      worker = startWorker();
    } catch (error) {
      await release();
      throw startError(error, env.dataDir);
    }
    return {
      url: `http://${reachable(env.host)}:${port}`,
      async stop() {
        await close();
        await release();
      },
    };
  } catch (error) {
    server.closeAllConnections();
    server.close();
    throw error;
  }
}

/** Told once: the database keeps no password. */
const tellFirstAccounts = (accounts: readonly FirstAccount[], dataDir: string): void => {
  console.log(
    `${firstAccountsText(accounts)}Tersimpan juga di ${join(dataDir, FIRST_ACCOUNTS_FILE)}; hapus setelah dibagikan.`,
  );
};

/** A host that a browser on this machine can open: "every interface" is no address. */
const reachable = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
};

/** Stops on Ctrl-C and on the signal of a service manager; a second one stops at once. */
export function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
