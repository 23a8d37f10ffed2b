import { createHmac, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "#db/folder.ts";

const FILE = "rahasia-survei.key";
const BYTES = 32;

/**
 * The installation's secret, made at first use and readable by its owner alone. It lies beside the database, never in
 * it: a copy of the database does not tell who answered.
 */
export const surveySecret = (dataDir: string): Uint8Array => {
  const path = join(dataDir, FILE);
  try {
    return readFileSync(path);
  } catch {
    makeFolder(dataDir);
    try {
      writeFileSync(path, randomBytes(BYTES), { mode: 0o600, flag: "wx" });
    } catch {
      // Another process made it in the meantime; reading it below says whether that is so.
    }
    return readFileSync(path);
  }
};

const hmacOf = (secret: Uint8Array, r: number, text: string): Buffer =>
  createHmac("sha256", secret).update(`${r}\u0000${text}`).digest();

/** Keyed hash of a text: the same text gives the same tag on this installation, and tells nobody what it was. */
export const keyedTag = (secret: Uint8Array, r: number, text: string): string =>
  hmacOf(secret, r, text).toString("base64url").slice(0, 32);

/** A letter for each half byte; without vowels they make no word. */
const CONSONANTS = "bcdfghjkmpqstvwx";

/** Such a hash in 16 small consonants (64 bits), for what stands in place of a personal cell. */
export const lettersTag = (secret: Uint8Array, r: number, text: string): string =>
  hmacOf(secret, r, text)
    .toString("hex")
    .slice(0, 16)
    .replace(/./g, (digit) => CONSONANTS[Number.parseInt(digit, 16)] as string);
