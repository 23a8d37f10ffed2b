import { createHash, randomBytes, randomInt } from "node:crypto";

/** A secret that only its bearer has: 256 bits as it fits into a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What of a token is stored. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Letters and figures that nobody mistakes for one another when reading them from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A first password: four groups of five, about 99 bits. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");
