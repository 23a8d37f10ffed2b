import type { Request } from "express";

const NAME = "tolok_sesi";

/** Token of the session cookie; null where the browser sent none that could be ours. */
export const tokenIn = (header: string | undefined): string | null =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{43})(?:;|$)`).exec(header ?? "")?.[1] ?? null;

/** Did the browser ask over https? A proxy before us says so; who lies about it only keeps a cookie from themselves. */
export const isSecure = (request: Request): boolean =>
  request.secure || request.get("X-Forwarded-Proto")?.split(",")[0]?.trim() === "https";

const ATTRIBUTES = "Path=/; HttpOnly; SameSite=Lax";

/** Gives the browser a token. It ends with the browser; the session's own ends are the server's. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${NAME}=${token}; ${ATTRIBUTES}${secure ? "; Secure" : ""}`;

/** Takes the token away from the browser. */
export const endedCookie = (secure: boolean): string =>
  `${NAME}=; ${ATTRIBUTES}; Max-Age=0${secure ? "; Secure" : ""}`;
