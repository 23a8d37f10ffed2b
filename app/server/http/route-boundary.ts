import type { ServerBuild } from "@remix-run/node";
import { isAppError, unexpected } from "../errors.ts";
import { storageError } from "../storage-errors.ts";
import { referenceOf, whereOf, writeLog } from "./log.ts";

/** What the error boundary of the pages gets as `error.data`. */
export interface ErrorNotice {
  code: string;
  message: string;
}

type RouteModule = ServerBuild["routes"][string]["module"];
type Work = NonNullable<RouteModule["loader"]>;
type WorkArgs = Parameters<Work>[0];

/**
 * The one place where what a loader or an action throws becomes an answer. Remix hides the text of thrown errors in
 * production; as a response the message for the user arrives at the boundary and the cause stays in the log.
 */
export function withErrorBoundary(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action, default: page } = route.module;
    const module: RouteModule = { ...route.module };
    if (loader) module.loader = guarded(loader, page !== undefined);
    if (action) module.action = guarded(action, page !== undefined);
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

const guarded =
  (work: Work, hasPage: boolean): Work =>
  async (args) => {
    try {
      return await work(args);
    } catch (thrown) {
      throw thrown instanceof Error ? answerTo(thrown, args, hasPage) : thrown;
    }
  };

/** JSON for the boundary of a page; plain text where the route is a file (CSV) and the answer goes straight out. */
function answerTo(thrown: Error, { request, context }: WorkArgs, hasPage: boolean): Response {
  const reference = referenceOf(context.requestId);
  const error = isAppError(thrown) ? thrown : (storageError(thrown) ?? unexpected(reference, thrown));
  if (error.status >= 500) {
    writeLog({ level: "error", reference, where: whereOf(request), message: error.code, cause: error.cause });
  }
  const notice: ErrorNotice = { code: error.code, message: error.message };
  const type = hasPage ? "application/json" : "text/plain";
  return new Response(hasPage ? JSON.stringify(notice) : `${notice.message}\n`, {
    status: error.status,
    headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" },
  });
}
