import type { ComponentKey } from "../../components.ts";
import { letters } from "../../text.ts";
import { type Features, sureLabel } from "../features.ts";
import type { Heading } from "./heading.ts";

/** The components whose labels stand on the rows of a stretch. */
const labelsIn = (all: readonly Features[], from: number, to: number): ReadonlySet<ComponentKey> => {
  const found = new Set<ComponentKey>();
  for (let at = from; at < to; at++) {
    const label = sureLabel(all[at] as Features);
    if (label) found.add(label.key);
  }
  return found;
};

/**
 * Headings that name the service above once more, as pages do that hold a part of its components each: below such a one
 * stand components of which none was printed above. A table printed twice has the same ones.
 */
export const continuedHeadings = (
  all: readonly Features[],
  headings: readonly Heading[],
): ReadonlySet<Heading> => {
  const continued = new Set<Heading>();
  let name = "";
  let printed = new Set<ComponentKey>();
  headings.forEach((heading, at) => {
    const own = heading.kind === "service" ? letters(heading.name ?? "") : "";
    const below = labelsIn(all, heading.to + 1, headings[at + 1]?.from ?? all.length);
    const goesOn = own !== "" && own === name && printed.size > 0;
    if (goesOn && [...below].every((key) => !printed.has(key))) continued.add(heading);
    else printed = new Set();
    for (const key of below) printed.add(key);
    name = own;
  });
  return continued;
};
