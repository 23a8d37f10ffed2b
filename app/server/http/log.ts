import { behindHost } from "./host.ts";

/** One line an event on standard error: time, level, reference, what, then the cause with its stack. */
export interface LogEntry {
  level: "info" | "error";
  /** Ties the line to what the user was shown. */
  reference: string;
  /** Method and path, without the query: it may hold what a person searched for. */
  where: string;
  message: string;
  cause?: unknown;
}

export function writeLog({ level, reference, where, message, cause }: LogEntry): void {
  console.error(`${new Date().toISOString()} ${level} ${reference} ${where} ${message}`);
  if (cause !== undefined) console.error(describe(cause));
}

const describe = (cause: unknown): string => {
  if (!(cause instanceof Error)) return `  ${String(cause)}`;
  const deeper = cause.cause === undefined ? "" : `\n  caused by:\n${describe(cause.cause)}`;
  return `  ${cause.stack ?? cause.message}${deeper}`;
};

/** Short code of a request, as a user can read it over the telephone: `7F3A`. */
export const referenceOf = (requestId: string): string => requestId.slice(0, 4).toUpperCase();

/** Addresses whose last part is a secret until it is used; routes are found in capitals too. */
const SECRET_PATH = /^(\/akun\/sandi-baru\/).+$/i;

/** `GET /kabupaten/7`. The path stands as it was asked for: of some (`//`) no URL can be made, and the log must not fail. */
export const whereOf = ({ method, url }: { method: string; url: string }): string => {
  const path = behindHost(url).split(/[?#]/, 1)[0] || "/";
  return `${method} ${path.replace(SECRET_PATH, "$1(rahasia)")}`;
};
