import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { accountGate } from "#app/server/accounts/gate.server.ts";
import { database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { createApp } from "#app/server/http/app.ts";
import { commandArguments } from "./lib/arguments.ts";
import { ROOT } from "./lib/root.mjs";
import { serve, stopOnSignal } from "./lib/serve.ts";

/**
 * `npm run dev`: the same server, but pages and use cases come fresh from their sources at each request. Pages carry no
 * script, so the browser is reloaded by hand; a change under app/server/http or scripts needs a restart.
 */
commandArguments("npm run dev", {});
const vite = await createServer({
  root: ROOT,
  configFile: "remix.config.js",
  server: { middlewareMode: true },
});
const running = await serve(env, async () =>
  createApp({
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    serveFiles: vite.middlewares,
    mode: "development",
    log: "requests",
    hosts: env.hosts,
    gate: accountGate(database),
  }),
);
stopOnSignal({
  ...running,
  async stop() {
    await running.stop();
    await vite.close();
  },
});
console.log(`Tolok (pengembangan) siap di ${running.url}`);
