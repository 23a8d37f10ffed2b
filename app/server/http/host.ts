import { isIP } from "node:net";
import type { RequestHandler } from "express";
import { foreignHost } from "../errors.ts";

/** Name or address out of a Host header, without its port and in lower case; null where it is none. */
const hostName = (header: string | undefined): string | null => {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return null;
  const address = `http://${header}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, "") : null;
};

/**
 * Is this the Host of a page of ours? A page elsewhere can let its own name resolve to this machine and then read what
 * our pages answer (DNS rebinding): its requests carry that name. An address in figures and `localhost` cannot be taken
 * over so; every other name must be known.
 */
export const isOwnHost = (header: string | undefined, names: readonly string[]): boolean => {
  const name = hostName(header);
  if (name === null) return false;
  return isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || names.includes(name);
};

/** Refuses what was not sent to an address of ours. `names`: those besides `localhost` and addresses in figures. */
export const ownHostOnly = (names: readonly string[]): RequestHandler => {
  const known = names.map((name) => name.toLowerCase());
  return (request, _response, next) =>
    next(isOwnHost(request.headers.host, known) ? undefined : foreignHost());
};

/** What an address asks for, without whose it is: one may be named in full, as some proxies do. */
export const behindHost = (url: string): string => url.replace(/^https?:\/\/[^/?#]*/i, "");

/**
 * A request may name its address in full, or no path at all (`*`): whatever follows is given a path.
 * Whose address it is says the header Host alone.
 */
export const pathOnly: RequestHandler = (request, _response, next) => {
  const path = behindHost(request.url);
  request.url = path.startsWith("/") ? path : `/${path}`;
  request.originalUrl = request.url;
  next();
};
