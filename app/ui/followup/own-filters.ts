import type { IgnoredValue } from "../filters.ts";

/** The values of a list's own filter that mean something, and those that do not: the page says so aloud. */
export const knownValues = <Value extends string>(
  query: URLSearchParams,
  key: string,
  known: readonly Value[],
): { values: Value[]; ignored: IgnoredValue[] } => {
  const given = query
    .getAll(key)
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter(Boolean);
  const isKnown = (value: string): value is Value => (known as readonly string[]).includes(value);
  return {
    values: [...new Set(given.filter(isKnown))],
    ignored: given.filter((value) => !isKnown(value)).map((value) => ({ key, value })),
  };
};
