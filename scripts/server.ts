import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { accountGate } from "#app/server/accounts/gate.server.ts";
import { database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { createApp } from "#app/server/http/app.ts";
import { CLIENT_FOLDER, SERVER_BUILD } from "./lib/build.mjs";
import { serve, stopOnSignal } from "./lib/serve.ts";

/** Serves the built pages. `npm start` runs this after installing and building; alone it expects both to be there. */
const running = await serve(env, async () => {
  const build = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
  return createApp({
    build,
    clientFolder: CLIENT_FOLDER,
    mode: "production",
    log: env.log,
    hosts: env.hosts,
    gate: accountGate(database),
  });
});
stopOnSignal(running);
console.log(`Tolok siap di ${running.url}`);
