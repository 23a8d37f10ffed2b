import { assembleComponent } from "./assemble/component.ts";
import { type Features, featuresOf } from "./assign/features.ts";
import { continuedHeadings } from "./assign/headings/continued.ts";
import { findHeadings, type Heading, type KnownNames } from "./assign/headings/index.ts";
import { passedRows } from "./assign/passed/index.ts";
import { type Assignment, assignRows, firstHalf } from "./assign/path.ts";
import { type Profile, profilesOf } from "./assign/profile.ts";
import { headingsOverUnnamed } from "./assign/unnamed.ts";
import { mendBoundaries } from "./boundaries/index.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { joinHalves, shareInnerHalves } from "./halves.ts";
import { withOneMore } from "./lists.ts";
import { setBelow } from "./rows/abreast.ts";
import { withoutTextBeside } from "./rows/beside.ts";
import { raiseCentred } from "./rows/centred/index.ts";
import { labelsAbove } from "./rows/contents-before-labels.ts";
import { withoutContinuedLabels } from "./rows/continued-labels.ts";
import type { Row } from "./rows/index.ts";
import { partInline } from "./rows/inline.ts";
import { joinLabelLines } from "./rows/label-lines.ts";
import { withLabelsFirst } from "./rows/labels-last.ts";
import { gatherMarks } from "./rows/loose-marks.ts";
import { withNumbersFirst } from "./rows/numbers-behind.ts";
import { partRunOn } from "./rows/run-on.ts";
import { joinSecondLanguage } from "./rows/second-language.ts";
import { standingProcedures } from "./rows/standing-procedures.ts";
import { plainItems } from "./rows/tabbed-items.ts";
import { joinTornLabels } from "./rows/torn-labels.ts";
import { setUpright } from "./rows/turned.ts";
import { unfoldWide } from "./rows/wide.ts";
import { foldStutter } from "./stutter.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";
import { isBlankText } from "./text.ts";

const isLost = (table: Table, key: ComponentKey | undefined): boolean =>
  key !== undefined && isBlankText(table.components[key]?.content.text ?? "");

/** Marks components whose borders lie at a page break or beside a component that is missing. */
const markExposed = (table: Table): void => {
  const order = (Object.entries(table.components) as [ComponentKey, TableComponent][]).sort(
    (a, b) => (a[1].indexes[0] as number) - (b[1].indexes[0] as number),
  );
  order.forEach(([key, part], at) => {
    const opening = part.rows[0]?.features;
    const before = order[at - 1];
    const number = COMPONENT_KEYS.indexOf(key);
    if (before && opening && opening.gap > 0 && opening.row.kind === "table") {
      part.exposed = true;
      before[1].exposed = true;
    }
    if (isLost(table, COMPONENT_KEYS[number - 1]) || isLost(table, COMPONENT_KEYS[number + 1]))
      part.exposed = true;
  });
};

/** A row that a component owns. */
interface OwnedRow {
  index: number;
  assignment: Assignment;
  profile: Profile | null;
  features: Features;
}

/** The rows of one table, for each of the 14 components in order; `first` and `last` are row indexes. */
interface TableRows {
  first: number;
  last: number;
  components: OwnedRow[][];
}

const tableRows = (
  all: readonly Features[],
  profiles: readonly (Profile | null)[],
  assignments: readonly (Assignment | null)[],
): Iterable<TableRows> => {
  const tables = new Map<number, TableRows>();
  for (let index = 0; index < assignments.length; index++) {
    const assignment = assignments[index];
    if (!assignment || assignment.service === null || assignment.component === null) continue;
    let table = tables.get(assignment.service);
    if (!table) {
      table = { first: index, last: index, components: COMPONENT_KEYS.map(() => []) };
      tables.set(assignment.service, table);
    }
    table.last = index;
    const { component } = assignment;
    table.components[component] = withOneMore(table.components[component] as OwnedRow[], {
      index,
      assignment,
      profile: profiles[index] ?? null,
      features: all[index] as Features,
    });
  }
  return tables.values();
};

const componentOf = (rows: readonly OwnedRow[], key: ComponentKey): TableComponent => {
  const { rows: parts, label, content, echoTo } = assembleComponent(rows, key);
  let margin = 10;
  let labelled = false;
  let similarity = 0;
  for (const { assignment } of rows) {
    margin = Math.min(margin, assignment.margin);
    if (assignment.candidate === null) continue;
    similarity = Math.max(similarity, assignment.candidate.similarity);
    if (assignment.opens) labelled = true;
  }
  const indexes = rows.map((row) => row.index);
  return {
    rows: parts,
    label,
    content,
    echoTo,
    margin,
    labelled,
    similarity,
    indexes,
    mended: false,
    exposed: false,
    shared: false,
  };
};

/** What sets the rows of an annex in order, one after the other. */
const STEPS: readonly ((rows: readonly Row[]) => readonly Row[])[] = [
  withLabelsFirst,
  withNumbersFirst,
  joinSecondLanguage,
  withoutContinuedLabels,
  plainItems,
  gatherMarks,
  raiseCentred,
  joinLabelLines,
  unfoldWide,
  setBelow,
  withoutTextBeside,
  foldStutter,
  setUpright,
  labelsAbove,
  joinTornLabels,
  partInline,
  partRunOn,
];

/** Rows of an annex in the order and the columns in which they were meant. */
export const straighten = (rows: readonly Row[]): readonly Row[] =>
  STEPS.reduce((straight, step) => step(straight), rows);

/** Which rows belong to what under these headings; where a table has none, the one that stands above it is found first. */
const settle = (
  features: readonly Features[],
  profiles: readonly (Profile | null)[],
  known: KnownNames,
  headings: readonly Heading[],
  last = false,
): Pick<AnnexReading, "headings" | "passed" | "assignments"> => {
  const passed = passedRows(features, headings);
  const ends = headings.map((heading) => heading.to);
  const continued = continuedHeadings(features, headings);
  const resets = new Set(
    headings.filter((one) => one.kind === "service" && !continued.has(one)).map((heading) => heading.to),
  );
  const assignments = assignRows(features, profiles, passed, resets, firstHalf(features, ends));
  const more = last ? [] : headingsOverUnnamed(features, passed, headings, assignments, known);
  if (more.length === 0) return { headings, passed, assignments };
  return settle(
    features,
    profiles,
    known,
    [...headings, ...more].sort((a, b) => a.from - b.from),
    true,
  );
};

const unprintedIn = (tables: readonly Table[]): ReadonlySet<ComponentKey> =>
  new Set(
    tables.length < 2
      ? []
      : COMPONENT_KEYS.filter((key) => tables.every((table) => table.components[key] === undefined)),
  );

/** Nothing from row `from` up to `to` (excluded) is read. */
const isPassedOver = (passed: AnnexReading["passed"], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (passed[at] === null || passed[at] === "heading") return false;
  return true;
};

/** Reads the rows of one annex into its printed tables. */
export const readAnnex = (rows: readonly Row[], known: KnownNames): AnnexReading => {
  const procedures = standingProcedures(rows);
  const isApart = (row: Row): boolean => row.foot || procedures.has(row);
  const apart = rows.filter(isApart);
  const features = featuresOf(straighten(apart.length === 0 ? rows : rows.filter((row) => !isApart(row))));
  const profiles = profilesOf(features);
  const { headings, passed, assignments } = settle(features, profiles, known, findHeadings(features, known));
  const services = headings.filter((heading) => heading.kind === "service");

  const tables: Table[] = [];
  const bagians = headings.filter((heading) => heading.kind === "bagian");
  let lastRow = -1;
  let nextService = 0;
  let bagiansAbove = 0;
  for (const { first, last, components } of tableRows(features, profiles, assignments)) {
    while ((services[nextService]?.from ?? first) <= lastRow) nextService++;
    const above: Heading[] = [];
    for (; (services[nextService]?.from ?? first) < first; nextService++) {
      const heading = services[nextService] as Heading;
      if (heading.to < first) above.push(heading);
    }
    const heading = above.at(-1) ?? null;
    // A name printed twice, as a title and in the table's first row, begins at the title.
    const top =
      above.find((one) => one.name === heading?.name || !(heading?.explicit || one.explicit)) ?? heading;
    while ((bagians[bagiansAbove]?.from ?? first) < first) bagiansAbove++;
    const bagian = bagians[bagiansAbove - 1];
    const table: Table = {
      heading,
      bagian: bagian?.name ?? null,
      underBagian: bagian !== undefined && bagian.to > lastRow && isPassedOver(passed, bagian.to + 1, first),
      line: (features[top ? top.from : first] as Features).row.line,
      components: {},
    };
    components.forEach((rows, component) => {
      const key = COMPONENT_KEYS[component] as ComponentKey;
      if (rows.length > 0) table.components[key] = componentOf(rows, key);
    });
    tables.push(table);
    lastRow = last;
  }
  joinHalves(tables);
  mendBoundaries(tables);
  for (const table of tables) markExposed(table);
  shareInnerHalves(tables, features);
  return { tables, features, apart, passed, headings, assignments, unprinted: unprintedIn(tables) };
};
