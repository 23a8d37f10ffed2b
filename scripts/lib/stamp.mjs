import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** @param {string} file @returns {string} sha256 of the file's bytes, hexadecimal */
export const hashFile = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/**
 * One hash over the names and bytes of files and folders (walked in name order), the same on every machine.
 * @param {string} root
 * @param {string[]} paths relative to root; one that does not exist counts as absent
 */
export function hashTree(root, paths) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path);
    const info = statSync(full, { throwIfNoEntry: false });
    if (info?.isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else if (info?.isFile()) hash.update(`${path}\0${info.size}\0`).update(readFileSync(full));
    else hash.update(`${path}\0absent\0`);
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/** @param {string} file @returns {Record<string, unknown> | null} null where there is no readable JSON object */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} file @param {unknown} value */
export function writeJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
