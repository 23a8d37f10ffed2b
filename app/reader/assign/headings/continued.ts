import type { ComponentKey } from "../../components.ts";
import { letters } from "../../text.ts";
import { type Features, sureLabel } from "../features.ts";
import type { Heading } from "./heading.ts";

/** The components whose labels stand on the rows of a stretch, from top to bottom. */
const labelsIn = (all: readonly Features[], from: number, to: number): ReadonlySet<ComponentKey> => {
  const found = new Set<ComponentKey>();
  for (let at = from; at < to; at++) {
    const label = sureLabel(all[at] as Features);
    if (label) found.add(label.key);
  }
  return found;
};

const isNew = (below: ReadonlySet<ComponentKey>, printed: ReadonlySet<ComponentKey>): boolean => {
  const [first, ...others] = below;
  if (first === undefined) return true;
  return !printed.has(first) && others.filter((key) => printed.has(key)).length * 2 <= below.size;
};

/**
 * Headings that name the service above once more, as pages do that hold a part of its components each: the first component
 * below such a one was not printed above, and hardly another; the words of a label may begin a line of a sentence as well. A
 * table printed twice has the same components. A page may name the bagian once more, too.
 */
export const continuedHeadings = (
  all: readonly Features[],
  headings: readonly Heading[],
): ReadonlySet<Heading> => {
  const continued = new Set<Heading>();
  let name = "";
  let bagian = "";
  let printed = new Set<ComponentKey>();
  headings.forEach((heading, at) => {
    const own = letters(heading.name ?? "");
    if (heading.kind === "bagian") {
      if (own !== bagian) name = "";
      bagian = own;
      return;
    }
    const below = labelsIn(all, heading.to + 1, headings[at + 1]?.from ?? all.length);
    const goesOn = own !== "" && own === name && printed.size > 0;
    if (goesOn && isNew(below, printed)) continued.add(heading);
    else printed = new Set();
    for (const key of below) printed.add(key);
    name = own;
  });
  return continued;
};
