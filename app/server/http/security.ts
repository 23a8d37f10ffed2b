import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Viewer } from "../accounts/viewer.ts";
import { foreignOrigin, methodNotAllowed } from "../errors.ts";

/** What every answer carries along: who it is in the log, the nonce of its scripts and styles, and who asks. */
export interface AnswerLocals {
  requestId: string;
  nonce: string;
  viewer: Viewer | null;
  token: string | null;
  secure: boolean;
  address: string;
  flowing: () => Promise<void>;
}

export const localsOf = (response: Response): AnswerLocals => response.locals as AnswerLocals;

/** Gives each request an id (header `X-Request-Id`) and a nonce. */
export const identify: RequestHandler = (_request, response, next) => {
  const locals: AnswerLocals = {
    requestId: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    viewer: null,
    token: null,
    secure: false,
    address: "",
    flowing: async () => {},
  };
  Object.assign(response.locals, locals);
  response.setHeader("X-Request-Id", locals.requestId);
  next();
};

/**
 * Only our own files and the scripts of this answer; no page of ours inside a frame. Style attributes are allowed: the
 * widths of bars are figures. The dev server needs its own inline scripts and its socket.
 */
export const contentSecurityPolicy = (nonce: string, development: boolean): string =>
  [
    "default-src 'none'",
    development ? "script-src 'self' 'unsafe-inline'" : `script-src 'self' 'nonce-${nonce}'`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Headers of every answer. The referrer policy must let a form of ours send its Origin: `no-referrer` would turn it into "null". */
export const FIXED_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;

export const securityHeaders =
  ({ development }: { development: boolean }): RequestHandler =>
  (_request, response, next) => {
    response.setHeader(
      "Content-Security-Policy",
      contentSecurityPolicy(localsOf(response).nonce, development),
    );
    for (const [name, value] of Object.entries(FIXED_HEADERS)) response.setHeader(name, value);
    next();
  };

/** What pages and forms use; Remix itself fails on others, such as TRACE. */
const METHODS = new Set(["GET", "HEAD", "POST"]);

export const servedMethodsOnly: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  response.setHeader("Allow", [...METHODS].join(", "));
  next(methodNotAllowed());
};

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * A request that may change something must come from a page of ours: browsers say so in Sec-Fetch-Site, older ones in
 * Origin. One that says neither is refused, for a page elsewhere could have left it out.
 */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (SAFE_METHODS.has(request.method)) return next();
  const site = request.get("Sec-Fetch-Site");
  const origin = request.get("Origin");
  const fromHere = origin !== undefined && hostOf(origin) === request.get("Host");
  const accepted =
    site === undefined ? fromHere : site === "same-origin" && (origin === undefined || fromHere);
  next(accepted ? undefined : foreignOrigin());
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
