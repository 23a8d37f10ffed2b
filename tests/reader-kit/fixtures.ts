import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { FindingCode } from "#app/reader/findings-registry.ts";
import type { Truth, TruthDecree, TruthPart } from "./model.ts";

export const FIXTURE_DIR = fileURLToPath(new URL("../fixtures/reader/", import.meta.url));

/** A component as the expected file writes it: lines and whole text, or the finding that says why there is none. */
type ExpectedPart = { lines: [number, number]; label?: [number, number]; text: string } | FindingCode;

interface Expected {
  hazard: string;
  decrees: TruthDecree[];
  services: {
    no: string | null;
    name: string;
    bagian: string | null;
    line: number;
    components: Record<ComponentKey, ExpectedPart>;
  }[];
  findings: string[];
}

export interface Fixture {
  name: string;
  fileName: string;
  hazard: string;
  bytes: Uint8Array;
  truth: Truth;
}

/** Every hand-written decree with what a careful reader finds in it. */
export function loadFixtures(): Fixture[] {
  const files = readdirSync(FIXTURE_DIR).sort();
  return files
    .filter((f) => f.endsWith(".expected.json"))
    .map((file) => {
      const name = file.replace(".expected.json", "");
      const fileName = files.find((f) => f.startsWith(`${name}.`) && f !== file);
      if (!fileName) throw new Error(`${file} has no text beside it`);
      const expected = JSON.parse(readFileSync(join(FIXTURE_DIR, file), "utf8")) as Expected;
      return {
        name,
        fileName,
        hazard: expected.hazard,
        bytes: readFileSync(join(FIXTURE_DIR, fileName)),
        truth: toTruth(expected),
      };
    });
}

function toTruth(expected: Expected): Truth {
  const services = expected.services.map((service) => {
    const parts = COMPONENT_KEYS.map((key) => [key, service.components[key]] as const);
    const components = Object.fromEntries(
      parts.map(([key, part]): [string, TruthPart | null] => [
        key,
        typeof part === "string"
          ? null
          : { label: null, labelLines: part.label ?? null, lines: part.lines, text: part.text },
      ]),
    ) as Truth["services"][number]["components"];
    const nulls = Object.fromEntries(parts.filter(([, part]) => typeof part === "string"));
    return { ...service, components, nulls };
  });
  return { decrees: expected.decrees, services, findings: expected.findings };
}
