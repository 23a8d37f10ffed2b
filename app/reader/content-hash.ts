import { createHash } from "node:crypto";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { fold } from "./text.ts";

export interface HashedContent {
  name: string;
  bagian: string | null;
  /** Text of each component; null or left out where it is absent. */
  texts: Partial<Record<ComponentKey, string | null>>;
}

/** A text as fingerprints see it: NFC, white space folded. */
export const foldedContent = (text: string | null | undefined): string | null =>
  text == null ? null : fold(text.normalize("NFC"));

/**
 * Fingerprint of what one service promises: sha256 (hex) of the canonical JSON of its name, its bagian and the texts of
 * its 14 components. Text is NFC with white space folded; line numbers do not count, so a service that only moved in
 * its file keeps its fingerprint. What people decide about a service is bound to it.
 */
export const contentHash = ({ name, bagian, texts }: HashedContent): string => {
  const content: Record<string, string | null> = { bagian: foldedContent(bagian), name: foldedContent(name) };
  for (const key of COMPONENT_KEYS) content[key] = foldedContent(texts[key]);
  const canonical = JSON.stringify(
    Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return createHash("sha256").update(canonical).digest("hex");
};
