import type { ErrorRequestHandler } from "express";
import { isAppError, notFound, unexpected } from "../errors.ts";
import { storageError } from "../storage-errors.ts";
import { referenceOf, whereOf, writeLog } from "./log.ts";
import { localsOf } from "./security.ts";

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The page for what fails before or outside the pages: needs no file, no script, no database. */
export const errorDocument = (status: number, message: string, nonce: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kesalahan ${status} – Tolok</title>
<style nonce="${nonce}">body{font:1.0625rem/1.5 "Source Sans 3",system-ui,sans-serif;color:#1A2126;margin:3rem auto;max-width:40rem;padding:0 1rem}h1{font-size:1.5rem;line-height:1.25}a{color:#0A4FA0}</style>
</head>
<body>
<main>
<h1>Permintaan ini tidak dapat diselesaikan</h1>
<p>${escapeHtml(message)}</p>
<p><a href="/">Kembali ke Dasbor</a></p>
</main>
</body>
</html>
`;

/** An address that can't be decoded (`/%ff`) is no fault of ours: Express marks it with the status 400. */
const unreadable = (thrown: unknown) =>
  thrown instanceof Error && "status" in thrown && thrown.status === 400 ? notFound(thrown) : null;

/** Last stop of the server: whatever gets here is logged with its cause and shown with a short code. */
export const showError: ErrorRequestHandler = (thrown, request, response, next) => {
  const { requestId, nonce } = localsOf(response);
  const reference = referenceOf(requestId);
  const error = isAppError(thrown)
    ? thrown
    : (unreadable(thrown) ?? storageError(thrown) ?? unexpected(reference, thrown));
  const where = whereOf({ method: request.method, url: request.originalUrl });
  if (error.status >= 500) {
    writeLog({ level: "error", reference, where, message: error.code, cause: error.cause });
  }
  if (response.headersSent) return next(error);
  response.status(error.status).type("html").setHeader("Cache-Control", "no-store");
  response.send(errorDocument(error.status, error.message, nonce));
};
