import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { LABELS } from "./content/labels.ts";
import type { ModelDecree, Part, Rendering, TruthService } from "./model.ts";
import type { Random } from "./random.ts";

/** The decree with one component of its n-th service replaced. */
export function withComponent(
  decree: ModelDecree,
  index: number,
  key: ComponentKey,
  change: (part: Part) => Part | null,
): ModelDecree {
  let n = -1;
  return {
    ...decree,
    bagian: decree.bagian.map((bagian) => ({
      ...bagian,
      services: bagian.services.map((service) => {
        n += 1;
        const part = service.components[key];
        if (n !== index || !part) return service;
        return { ...service, components: { ...service.components, [key]: change(part) } };
      }),
    })),
  };
}

/** The decree with every label under another of its common names. */
export function relabelled(decree: ModelDecree, random: Random): ModelDecree {
  const names = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, random.pick(LABELS[key])]));
  const rename = (key: ComponentKey, part: Part | null) => part && { ...part, label: names[key] as string };
  return {
    ...decree,
    bagian: decree.bagian.map((bagian) => ({
      ...bagian,
      services: bagian.services.map((service) => ({
        ...service,
        components: Object.fromEntries(
          COMPONENT_KEYS.map((key) => [key, rename(key, service.components[key])]),
        ) as typeof service.components,
      })),
    })),
  };
}

export interface PageCut {
  text: string;
  service: number;
  /** Components whose rows stood on the page that is gone. */
  lost: ComponentKey[];
}

const firstLine = (service: TruthService, key: ComponentKey): number => {
  const part = service.components[key];
  return part ? Math.min(part.lines[0], part.labelLines?.[0] ?? part.lines[0]) : 0;
};
const lastLine = (service: TruthService, key: ComponentKey): number => {
  const part = service.components[key];
  return part ? Math.max(part.lines[1], part.labelLines?.[1] ?? part.lines[1]) : 0;
};

/**
 * Takes three or four whole rows out of the middle of a half, as a lost page does; two blank lines remain.
 * Null where the service's rows do not stand one under the other.
 */
export function withoutPage(rendering: Rendering, index: number, random: Random): PageCut | null {
  const service = rendering.truth.services[index];
  if (!service) return null;
  const half = random.chance(0.5) ? COMPONENT_KEYS.slice(0, 6) : COMPONENT_KEYS.slice(6);
  const count = random.int(3, half.length - 2 < 4 ? 3 : 4);
  const start = random.int(1, half.length - count - 1);
  const lost = half.slice(start, start + count);
  if (half.some((key) => !service.components[key])) return null;
  const from = firstLine(service, lost[0] as ComponentKey);
  const to = lastLine(service, lost.at(-1) as ComponentKey);
  const others = COMPONENT_KEYS.filter((key) => !lost.includes(key) && service.components[key]);
  if (others.some((key) => firstLine(service, key) <= to && lastLine(service, key) >= from)) return null;
  const lines = rendering.text.split("\n");
  lines.splice(from - 1, to - from + 1, "", "");
  return { text: lines.join("\n"), service: index, lost };
}
