import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "./password-rules.ts";

/** Memory in KiB, rounds and lanes of argon2id: the smallest set of the OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password as it is stored: argon2id (the library's own default), salted, as a PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(normalPassword(password), COST);

let nobody: Promise<string> | undefined;

/**
 * Is this the password behind the hash? Without a hash (nobody is called so) it takes as long and says no, so that the
 * time of an answer does not tell which accounts there are.
 */
export const isPassword = async (stored: string | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword("");
  const fits = await verify(stored ?? (await nobody), normalPassword(password));
  return stored !== undefined && fits;
};
