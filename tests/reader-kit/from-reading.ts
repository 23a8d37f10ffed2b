import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { ReadingJson, ReadService } from "#app/reader/schema.ts";
import { LABELS } from "./content/labels.ts";
import { bagianKey, letters, wordLetters } from "./likeness.ts";
import type { ModelBagian, ModelDecree, Part } from "./model.ts";

/** A model of the first decree of a reading: each line of a component's text becomes a paragraph. */
export function modelFromReading(reading: ReadingJson, like: ModelDecree): ModelDecree {
  const bagian: ModelBagian[] = [];
  for (const service of reading.services) {
    let last = bagian.at(-1);
    if (!last || last.name !== service.bagian) {
      last = { name: service.bagian, services: [] };
      bagian.push(last);
    }
    const components = Object.fromEntries(
      COMPONENT_KEYS.map((key) => [key, partFrom(service.components[key], key)]),
    ) as Record<ComponentKey, Part | null>;
    last.services.push({ no: String(last.services.length + 1), name: service.name, components });
  }
  const head = reading.decrees[0];
  return {
    ...like,
    regency: head?.regency ?? like.regency,
    year: head?.year ?? like.year,
    signed: head?.signed ?? like.signed,
    bagian,
  };
}

const partFrom = (part: ReadService["components"][ComponentKey], key: ComponentKey): Part | null =>
  part && {
    label: LABELS[key][0] as string,
    content: part.text
      .split("\n")
      .filter((line) => line.trim())
      .map((text) => ({ kind: "paragraph", text: text.trim() })),
  };

/** Where two readings of the same content differ: services, bagian, or the letters of a component. Empty where nowhere. */
export function readingDifferences(a: ReadingJson, b: ReadingJson): string[] {
  const differences: string[] = [];
  if (a.services.length !== b.services.length)
    differences.push(`${a.services.length} services, then ${b.services.length}`);
  a.services.forEach((service, i) => {
    const other = b.services[i];
    if (!other) return;
    const at = service.name.slice(0, 40);
    if (letters(service.name) !== letters(other.name))
      differences.push(`${at}: then called ${other.name.slice(0, 60)}`);
    if (bagianKey(service.bagian) !== bagianKey(other.bagian))
      differences.push(`${at}: ${service.bagian}, then ${other.bagian}`);
    for (const key of COMPONENT_KEYS) {
      const one = service.components[key]?.text ?? "";
      const two = other.components[key]?.text ?? "";
      if (wordLetters(one) === wordLetters(two)) continue;
      differences.push(
        `${at} / ${key}: "${one.slice(0, 60)}…${one.slice(-40)}", then "${two.slice(0, 60)}…${two.slice(-40)}"`,
      );
    }
  });
  return differences;
}
