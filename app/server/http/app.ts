import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler, type Response } from "express";
import { notFound } from "../errors.ts";
import { selfOf } from "../scope.server.ts";
import { MAX_SURVEY_BYTES } from "../survey/spool.server.ts";
import { MAX_UPLOAD_BYTES } from "../upload.server.ts";
import { type Gate, recognise, withAccess } from "./access-guard.ts";
import { bodyLimit, discardUnread } from "./body-limit.ts";
import { drawingFiles } from "./drawings.ts";
import { showError } from "./error-page.ts";
import { ownHostOnly, pathOnly } from "./host.ts";
import { referenceOf, whereOf, writeLog } from "./log.ts";
import { paced } from "./paced.ts";
import { withErrorBoundary } from "./route-boundary.ts";
import { identify, localsOf, sameOriginOnly, securityHeaders, servedMethodsOnly } from "./security.ts";

/** Forms that may carry a file, and the largest one; every other body is held to 1 MB. */
const UPLOADS = new Map([
  ["/unggah", MAX_UPLOAD_BYTES],
  ["/skm/impor", MAX_SURVEY_BYTES],
  ["/penilaian/bukti", MAX_UPLOAD_BYTES],
  ["/penugasan/:id", MAX_UPLOAD_BYTES],
  ["/kabupaten/:kab/tindak-lanjut/:no", MAX_UPLOAD_BYTES],
]);

export interface AppOptions {
  /** The built pages, or a way to get the newest ones (dev server). */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built client files; undefined where `serveFiles` does it. */
  clientFolder?: string;
  /** Serves files before the pages: Vite's middleware in development. */
  serveFiles?: RequestHandler;
  mode: "production" | "development";
  log: "errors" | "requests";
  /** Names under which this server is reached, besides localhost and addresses in figures. */
  hosts?: readonly string[];
  /** Who asks, and what they may. */
  gate: Gate;
}

/** The HTTP application: who asks, how much, from where; then files, then the pages, then the error page. */
export function createApp({
  build,
  clientFolder,
  serveFiles,
  mode,
  log,
  hosts = [],
  gate,
}: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // A proxy on this very machine may say for whom it asks; anybody else could say anything.
  app.set("trust proxy", "loopback");
  app.use(identify);
  app.use(pathOnly);
  if (log === "requests") app.use(logRequests);
  app.use(securityHeaders({ development: mode === "development" }));
  app.use(ownHostOnly(hosts));
  app.use(servedMethodsOnly);
  app.use(sameOriginOnly);
  app.use(discardUnread);
  app.use(bodyLimit({ uploads: UPLOADS }));
  // Nothing that is secret for longer than one answer may stand in a page beside what the address repeats: its length
  // would tell of it. The nonce lives for one answer.
  app.use(compression());
  app.use(paced);
  if (serveFiles) app.use(serveFiles);
  if (clientFolder) {
    app.use("/assets", express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y" }));
    app.use("/assets", (_request, _response, next) => next(notFound()));
    app.use(express.static(clientFolder, { maxAge: "1h", index: false, redirect: false }));
  }
  app.use(recognise(gate));
  const guarded = (built: ServerBuild) => withErrorBoundary(withAccess(built, gate));
  const pages = typeof build === "function" ? async () => guarded(await build()) : guarded(build);
  // Scopes are made for each loader and action: before, there is none.
  const contextOf = (response: Response) => ({
    ...localsOf(response),
    scope: selfOf(null),
    own: selfOf(null),
    writes: selfOf(null),
  });
  app.use(drawingFiles(async () => (typeof pages === "function" ? pages() : pages), mode, contextOf));
  app.all(
    "*",
    createRequestHandler({
      build: pages,
      mode,
      getLoadContext: (_request, response) => contextOf(response),
    }),
  );
  app.use(showError);
  return app;
}

const logRequests: RequestHandler = (request, response, next) => {
  const began = performance.now();
  response.once("finish", () =>
    writeLog({
      level: "info",
      reference: referenceOf(localsOf(response).requestId),
      where: whereOf({ method: request.method, url: request.originalUrl }),
      message: `${response.statusCode} ${Math.round(performance.now() - began)} ms`,
    }),
  );
  next();
};
