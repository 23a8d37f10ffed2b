import type { ComponentRows } from "./assemble/component.ts";
import type { Features } from "./assign/features.ts";
import type { Heading } from "./assign/headings/index.ts";
import type { Assignment, Passed } from "./assign/path.ts";
import type { ComponentKey } from "./components.ts";
import type { Row } from "./rows/index.ts";

/** One printed table, before names are settled with the decree's list. */
export interface Table {
  heading: Heading | null;
  /** Bagian heading in force above it. */
  bagian: string | null;
  /** Nothing but heads of tables stands between that heading and the table. */
  underBagian: boolean;
  /** First line: of the heading, or of the first row. */
  line: number;
  components: Partial<Record<ComponentKey, TableComponent>>;
}

export interface TableComponent extends ComponentRows {
  /** Smallest margin of its rows over the next best reading. */
  margin: number;
  /** Its label was found (not only guessed from number and content). */
  labelled: boolean;
  /** Likeness of the label to the lexicon, 0-1. */
  similarity: number;
  /** Row indexes, in order. */
  indexes: number[];
  /** Words were moved over its borders. */
  mended: boolean;
  /** A page break, or a component that is missing, lies at its head or its end: there a scan loses words. */
  exposed: boolean;
  /** It is printed once for several tables, under another one. */
  shared: boolean;
}

export interface AnnexReading {
  tables: Table[];
  features: readonly Features[];
  /** Heads and feet that pages print anew, and standing procedures between the services: rows that no component owns. */
  apart: readonly Row[];
  passed: readonly (Passed | null)[];
  headings: readonly Heading[];
  assignments: readonly (Assignment | null)[];
  /** Components that none of two tables or more prints: the decree leaves them out, no page took them. */
  unprinted: ReadonlySet<ComponentKey>;
}
