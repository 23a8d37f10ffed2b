import type { ComponentKey } from "../../reader/components.ts";

/** A text that belongs to another service. */
export interface Copy {
  service: number;
  component: ComponentKey;
  /** Index of the service that the text belongs to; null where only the text tells that it is another's. */
  source: number | null;
  quote: string;
  /** What shows it, where no other service of the standards does: a sentence without capital. */
  reason?: string;
}
