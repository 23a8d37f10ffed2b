import type { ComponentKey } from "../components.ts";
import { enumerator, hasLetters } from "../text.ts";
import { matchLabels, mayBeLabel } from "./match.ts";

/** So like a label must the words be. */
const LIKE = 0.9;
/** No label is longer. */
const MAX_LABEL = 100;

/** The component of which a text is the label and nothing else, its number left out; null for any other text. */
export const soleLabel = (text: string): ComponentKey | null => {
  if (text.length > MAX_LABEL || !mayBeLabel(text)) return null;
  const own = text.slice(enumerator(text)?.length ?? 0);
  const match = matchLabels(own)[0];
  return match?.complete && match.similarity >= LIKE && !hasLetters(own.slice(match.end), 1)
    ? match.key
    : null;
};
