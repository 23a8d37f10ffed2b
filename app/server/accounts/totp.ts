import { createHmac, timingSafeEqual } from "node:crypto";

/** Codes by time after RFC 6238 (HMAC-SHA-1, steps of 30 s, six digits): what every authenticator program makes. */

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after now whose code is taken: clocks differ (RFC 6238, 5.2). */
const DRIFT = 1;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const toBase32 = (bytes: Uint8Array): string => {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
};

export const fromBase32 = (text: string): Uint8Array => {
  let bits = "";
  for (const letter of text) bits += BASE32.indexOf(letter).toString(2).padStart(5, "0");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
};

/** Code of a counter (RFC 4226, 5.3). */
export const codeAt = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
};

export const stepOf = (at: string): number => Math.floor(Date.parse(at) / 1000 / STEP_SECONDS);

/**
 * The step whose code this is, near an instant (UTC ISO); null where it is none. Blanks inside the code are left out.
 * @param secret Base32
 */
export const stepOfCode = (secret: string, code: string, at: string): number | null => {
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return null;
  const bytes = fromBase32(secret);
  const now = stepOf(at);
  for (let step = now - DRIFT; step <= now + DRIFT; step += 1) {
    if (timingSafeEqual(Buffer.from(codeAt(bytes, step)), Buffer.from(typed))) return step;
  }
  return null;
};

/** What an authenticator program takes in: issuer, account and secret (key URI format). */
export const totpUri = (username: string, secret: string): string =>
  `otpauth://totp/Tolok:${encodeURIComponent(username)}?secret=${secret}&issuer=Tolok&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
