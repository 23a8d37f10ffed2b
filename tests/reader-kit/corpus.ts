import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SpecTruth } from "./spec-truth.ts";

const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** The real decrees and their hand-read truth lie beside the project, not in it; both may be absent. */
export const DECREES_DIR = join(SHARED, "decrees");
export const TRUTH_DIR = join(SHARED, "truth");

export interface RealDecree {
  fileName: string;
  bytes: Uint8Array;
}

/** The real decrees, sorted by name; none where the folder is absent. */
export const realDecrees = (): RealDecree[] =>
  existsSync(DECREES_DIR)
    ? readdirSync(DECREES_DIR)
        .filter((name) => name.endsWith(".txt"))
        .sort()
        .map((fileName) => ({ fileName, bytes: readFileSync(join(DECREES_DIR, fileName)) }))
    : [];

export interface TruthDocument {
  name: string;
  truth: SpecTruth;
  decree: RealDecree;
}

/** Each hand-read truth with its decree; none where a folder is absent. */
export function truthDocuments(): TruthDocument[] {
  if (!existsSync(TRUTH_DIR)) return [];
  const decrees = realDecrees();
  return readdirSync(TRUTH_DIR)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const name = file.replace(".json", "");
      const decree = decrees.find((d) => d.fileName.startsWith(name));
      if (!decree) return [];
      return [{ name, truth: JSON.parse(readFileSync(join(TRUTH_DIR, file), "utf8")) as SpecTruth, decree }];
    });
}

interface KnownLabels {
  komponen: { varian: { label: string; per_kabupaten: Record<string, number> }[] }[];
}

/** Labels of components as each real decree prints them, by regency; empty where the list is not at hand. */
export function variantsByRegency(): Map<string, string[]> {
  const file = join(SHARED, "domain/komponen.json");
  const out = new Map<string, string[]>();
  if (!existsSync(file)) return out;
  const known = JSON.parse(readFileSync(file, "utf8")) as KnownLabels;
  for (const { label, per_kabupaten } of known.komponen.flatMap((k) => k.varian)) {
    for (const regency of Object.keys(per_kabupaten)) out.set(regency, [...(out.get(regency) ?? []), label]);
  }
  return out;
}
