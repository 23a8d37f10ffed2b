import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { getFace } from "./server/accounts/face.server.ts";
import { database } from "./server/database.server.ts";
import { referenceOf, whereOf, writeLog } from "./server/http/log.ts";
import { AnswerContext, NOBODY } from "./ui/answer.ts";

/** Pages are documents: one is sent when all of it is rendered, so that a failure is still an error page with its status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, viewer }: AppLoadContext,
): Promise<Response> {
  const reference = referenceOf(requestId);
  // An address that no page has leaves the frame without data; its head names the person all the same.
  const face = await getFace(database(), viewer).catch(() => NOBODY);
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    let shellReady = false;
    const { pipe } = renderToPipeableStream(
      <AnswerContext.Provider
        value={{ nonce, reference, status, address: request.url, at: new Date().toISOString(), face }}
      >
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </AnswerContext.Provider>,
      {
        nonce,
        onShellReady() {
          shellReady = true;
        },
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(cause) {
          finalStatus = 500;
          // Before the shell stands, Remix renders the error page instead and handleError logs the cause.
          if (shellReady)
            writeLog({ level: "error", reference, where: whereOf(request), message: "render", cause });
        },
      },
    );
  });
}

/**
 * What loaders and actions throw is logged where it is caught; here arrives what Remix itself could not do. A page that
 * does not exist is an answer, not an error.
 */
export const handleError: HandleErrorFunction = (cause, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(cause) && cause.status < 500)) return;
  const reference = referenceOf(context.requestId);
  writeLog({ level: "error", reference, where: whereOf(request), message: "remix", cause });
};
