import { COMPONENT_KEYS, type ComponentKey } from "../reader/components.ts";
import type { Standards } from "./schema.ts";
import { Sisters } from "./torn.ts";
import { Text } from "./words.ts";

/** The texts of all services, equal ones kept once, so that each is folded and cut once for all criteria. */
export class Shelf {
  readonly #texts = new Map<string, Text>();
  readonly #sisters: Record<ComponentKey, Sisters>;

  constructor({ services }: Pick<Standards, "services">) {
    this.#sisters = Object.fromEntries(
      COMPONENT_KEYS.map((key) => {
        const own = services.flatMap((one) => {
          const text = one.components[key]?.text;
          return text === undefined ? [] : [this.textOf(text)];
        });
        return [key, new Sisters(new Set(own))];
      }),
    ) as Record<ComponentKey, Sisters>;
  }

  /** A text with its forms. */
  textOf(raw: string): Text {
    const known = this.#texts.get(raw);
    if (known) return known;
    const made = new Text(raw);
    this.#texts.set(raw, made);
    return made;
  }

  /** Texts of one component in all services. */
  sisters(key: ComponentKey): Sisters {
    return this.#sisters[key];
  }
}
