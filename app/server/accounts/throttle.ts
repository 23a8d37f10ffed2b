import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";

/** Attempts are counted over this long, from the first one on. */
export const WINDOW_MS = 15 * 60_000;
/** So many on one account in a window … */
export const PER_ACCOUNT = 5;
/** … and so many from one address: an office may share one. */
export const PER_ADDRESS = 20;

/** The name may be anything that somebody typed, a password too: only its hash is kept. */
export const accountKey = (username: string): string =>
  `akun:${createHash("sha256").update(username).digest("hex")}`;

/** An address, or the network of 64 bits that one customer of the longer kind has to himself. */
export const addressKey = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(plain)) return `alamat:${plain}`;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: gap }, () => "0"), ...right];
  return `alamat:${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}`;
};
