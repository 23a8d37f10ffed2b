import type { RequestHandler } from "express";
import { fileTooLarge, formTooLarge, lengthRequired } from "../errors.ts";

/** Any form without a file. */
const FORM_LIMIT = 1_000_000;
/** Names and boundaries around a file in a multipart body. */
const MULTIPART_ROOM = 65_536;
/** A body up to this size is read to its end and thrown away, so that the browser gets to see the answer. */
const DRAIN_LIMIT = 512_000_000;

/** The bound of an address; `:` before a part of its pattern stands for any one part. */
const limitOf = (uploads: ReadonlyMap<string, number>, path: string): number | undefined => {
  const parts = path.split("/");
  const found = [...uploads].find(([pattern]) => {
    const names = pattern.split("/");
    return (
      names.length === parts.length && names.every((name, at) => name.startsWith(":") || name === parts[at])
    );
  });
  return found?.[1];
};

/**
 * Bounds what a request may send (`uploads`: the largest file by pattern of its path), before anything reads it: Node holds a body to its Content-Length, so the header
 * decides; a body without one is refused.
 */
export const bodyLimit =
  ({ uploads }: { uploads: ReadonlyMap<string, number> }): RequestHandler =>
  (request, response, next) => {
    if (request.headers["transfer-encoding"] !== undefined) return next(lengthRequired());
    const length = Number(request.get("Content-Length") ?? 0);
    // Remix asks its own client's forms under the same path with the ending .data.
    const file = limitOf(uploads, request.path.replace(/[.]data$/, ""));
    if (length <= (file === undefined ? FORM_LIMIT : file + MULTIPART_ROOM)) return next();
    const refusal = file === undefined ? formTooLarge(FORM_LIMIT) : fileTooLarge(length, file);
    if (length > DRAIN_LIMIT) {
      response.setHeader("Connection", "close");
      return next(refusal);
    }
    request.once("end", () => next(refusal));
    request.resume();
  };

/**
 * A form that nobody read to its end (an unknown page, an early refusal) would block the next request on its connection:
 * Remix listens to it and then stops, so Node itself no longer throws the rest away.
 */
export const discardUnread: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (request.readableEnded) return;
    request.removeAllListeners("data");
    request.resume();
  });
  next();
};
