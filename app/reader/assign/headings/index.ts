import type { Features } from "../features.ts";
import { namesUnit } from "../heading-names.ts";
import { findAboveTables } from "./above-tables.ts";
import { climb, findLoneBagian } from "./bagian.ts";
import { findBetweenForms } from "./between-forms.ts";
import { findExplicit } from "./explicit.ts";
import { Found, type Heading, isEmptyRow, type KnownNames } from "./heading.ts";
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
  return unitsOverServices(
    all,
    found.headings.sort((a, b) => a.from - b.from),
  );
};

/** "STANDAR PELAYANAN BIDANG SOSIAL" right above a service's heading is of the unit whose services follow, and no service. */
const unitsOverServices = (all: readonly Features[], headings: readonly Heading[]): Heading[] =>
  headings.map((heading, at) => {
    const next = headings[at + 1];
    if (heading.kind !== "service" || heading.no !== null || !heading.explicit || next?.kind !== "service")
      return heading;
    if (next.name === heading.name || heading.name === null || !namesUnit(heading.name)) return heading;
    const above = all.slice(heading.to + 1, next.from).every(isEmptyRow);
    return above ? { ...heading, kind: "bagian" } : heading;
  });
