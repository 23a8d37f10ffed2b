import type { Features } from "../features.ts";
import { findAboveTables } from "./above-tables.ts";
import { climb, findLoneBagian } from "./bagian.ts";
import { findBetweenForms } from "./between-forms.ts";
import { findExplicit } from "./explicit.ts";
import { Found, type Heading, type KnownNames } from "./heading.ts";
import { findPrintedAgain } from "./printed-again.ts";
import { findWithoutFirstRow } from "./without-first-row.ts";

export type { Heading, KnownNames } from "./heading.ts";

/** All headings of an annex, in order: the surest kind first, since a row of one heading belongs to no other. */
export const findHeadings = (all: readonly Features[], names: KnownNames): Heading[] => {
  const found = new Found(all, names);
  findExplicit(found);
  findAboveTables(found);
  findPrintedAgain(found);
  findBetweenForms(found);
  findWithoutFirstRow(found);
  findLoneBagian(found);
  for (const heading of [...found.headings]) if (heading.kind === "service") climb(found, heading);
  return found.headings.sort((a, b) => a.from - b.from);
};
