import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the project folder, wherever the command was called from. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
