import { assembleComponent } from "./assemble.ts";
import { type Features, featuresOf } from "./assign/features.ts";
import { findHeadings, type Heading, type KnownNames, TITLE } from "./assign/headings.ts";
import { type Assignment, assignRows, firstHalf, type Passed } from "./assign/path.ts";
import { type Profile, profilesOf } from "./assign/profile.ts";
import { mendBoundaries } from "./boundaries.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { isOtherLabel } from "./lexicon.ts";
import { isCatchword, isPageNumber } from "./marks.ts";
import type { Row } from "./rows/index.ts";
import { foldStutter } from "./stutter.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";

/** A picture that a converter left as a link. */
const isPicture = (text: string): boolean => /^!\[[^\]]*\]\([^)]*\)$/.test(text);

/** Text of the next row that is neither page number, picture nor separator. */
const nextText = (all: readonly Features[], index: number): string | undefined => {
  for (let i = index + 1; i < Math.min(all.length, index + 6); i++) {
    const features = all[i] as Features;
    if (
      features.row.separator ||
      features.tableHead ||
      isPageNumber(features.text) ||
      isPicture(features.text)
    )
      continue;
    return features.text;
  }
  return undefined;
};

const passedRows = (all: readonly Features[], headings: readonly Heading[]): (Passed | null)[] => {
  const passed: (Passed | null)[] = all.map((features, index) => {
    if (features.row.separator || features.filled.length === 0) return "skip";
    if (features.tableHead) return "table_head";
    // A numbered title covers the label of its row: the row itself must be read.
    if (features.half) return features.number?.own ? null : "divider";
    if (
      features.filled.length === 1 &&
      isPageNumber(features.text) &&
      !(features.number?.own && features.row.kind === "table" && features.row.cells.length > 1)
    )
      return "skip";
    if (features.row.kind === "prose" && features.text.length < 60 && TITLE.test(features.text))
      return "divider";
    if (features.filled.length > 2) return null;
    if (isPicture(features.text)) return "skip";
    if (/(?:\.\.|…)\s*$/.test(features.text) && isCatchword(features.text, nextText(all, index)))
      return "skip";
    return null;
  });
  markScraps(all, passed);
  markOtherRows(all, passed);
  markSignatures(all, passed);
  for (const heading of headings) for (let i = heading.from; i <= heading.to; i++) passed[i] = "heading";
  return passed;
};

/** Rows with a label that is none of the 14, and what goes on below them without number or label. */
const markOtherRows = (all: readonly Features[], passed: (Passed | null)[]): void => {
  for (let index = 0; index < all.length; index++) {
    const features = all[index] as Features;
    if (features.row.kind !== "table" || features.candidates.length > 0 || features.filled.length < 2)
      continue;
    const at = features.number?.own ? features.filled[1] : features.filled[0];
    const text = features.row.cells[at as number]?.text ?? "";
    const own = features.number?.own ? text : text.replace(/^\s*\d{1,2}\s*[.)]\s*/, "");
    if (!features.number || at === features.filled.at(-1) || !isOtherLabel(own)) continue;
    let to = index + 1;
    while (to < all.length && isBare(all[to] as Features)) to++;
    for (let i = index; i < to; i++) passed[i] ??= "other";
  }
};

/** A row that only goes on: no number, no label, text in its last column. */
const isBare = (features: Features): boolean =>
  features.row.kind === "table" &&
  !features.number &&
  features.candidates.length === 0 &&
  !features.half &&
  features.filled.length === 1 &&
  (features.filled[0] as number) > 0;

/** The office that signs, on a line of its own. */
const SIGNER =
  /^(?:a\.?n\.?\s+|pj\.?\s+|plt\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekretaris daerah|kepala (?:dinas|badan|bagian|biro|kantor)|camat|lurah|direktur)\b[^:;.]{0,70},?$/i;
/** A signature block is this many lines long at most. */
const SIGNATURE_LINES = 8;

/** Signature blocks between tables: the office in capitals or with its closing comma, and the plain lines below it. */
const markSignatures = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    if (features.row.kind !== "prose" || features.gap === 0 || !SIGNER.test(features.text)) return;
    if (!/,$/.test(features.text) && features.text !== features.text.toUpperCase()) return;
    for (let i = index; i < Math.min(all.length, index + SIGNATURE_LINES); i++) {
      const row = all[i] as Features;
      if (
        row.row.kind !== "prose" ||
        row.half ||
        row.candidates.length > 0 ||
        row.text.length > 70 ||
        (i > index && enumeratorLed(row.text))
      )
        break;
      passed[i] = "signature";
    }
  });
};

const enumeratorLed = (text: string): boolean => /^\s*(?:\d{1,2}|[a-z])\s?[.)]\s/i.test(text);

/** So many scraps in a row are what is left of a destroyed page. */
const SCRAPS = 4;
const SCRAP_LENGTH = 14;

/** Runs of plain lines too short to be content, as a destroyed page leaves them. */
const markScraps = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const isScrap = (features: Features | undefined): boolean =>
    features !== undefined &&
    features.row.kind === "prose" &&
    !features.row.separator &&
    features.text.length <= SCRAP_LENGTH &&
    features.candidates.length === 0 &&
    !/^\s*(?:\d{1,2}|[a-z])\s?[.)]\s*\S/.test(features.text);
  for (let from = 0; from < all.length; from++) {
    let to = from;
    while (isScrap(all[to])) to++;
    if (to - from >= SCRAPS) for (let i = from; i < to; i++) passed[i] = "scrap";
    from = Math.max(from, to);
  }
};

/** Marks components whose borders lie at a page break or beside a component that is missing. */
const markExposed = (table: Table): void => {
  const order = (Object.entries(table.components) as [ComponentKey, TableComponent][]).sort(
    (a, b) => (a[1].indexes[0] as number) - (b[1].indexes[0] as number),
  );
  order.forEach(([key, part], at) => {
    const opening = part.rows[0]?.features;
    const before = order[at - 1];
    const number = COMPONENT_KEYS.indexOf(key);
    const lost = (neighbour: ComponentKey | undefined): boolean =>
      neighbour !== undefined && (table.components[neighbour]?.content.text ?? "").trim() === "";
    if (before && opening && opening.gap > 0 && opening.row.kind === "table") {
      part.exposed = true;
      before[1].exposed = true;
    }
    if (lost(COMPONENT_KEYS[number - 1]) || lost(COMPONENT_KEYS[number + 1])) part.exposed = true;
  });
};

/** Reads the rows of one annex into its printed tables. */
export const readAnnex = (rows: readonly Row[], known: KnownNames): AnnexReading => {
  const features = featuresOf(foldStutter(rows));
  const profiles = profilesOf(features);
  const headings = findHeadings(features, known);
  const passed = passedRows(features, headings);
  const services = headings.filter((heading) => heading.kind === "service");
  const assignments = assignRows(
    features,
    profiles,
    passed,
    new Set(services.map((heading) => heading.to)),
    firstHalf(
      features,
      headings.map((heading) => heading.to),
    ),
  );

  const groups = new Map<
    number,
    { index: number; assignment: Assignment; profile: Profile | null; features: Features }[]
  >();
  assignments.forEach((assignment, index) => {
    if (!assignment || assignment.service === null || assignment.component === null) return;
    const group = groups.get(assignment.service) ?? [];
    group.push({
      index,
      assignment,
      profile: profiles[index] ?? null,
      features: features[index] as Features,
    });
    groups.set(assignment.service, group);
  });

  const tables: Table[] = [];
  let lastRow = -1;
  for (const group of groups.values()) {
    const first = group[0] as { index: number };
    const above = services.filter((one) => one.from > lastRow && one.to < first.index);
    const heading = above.at(-1) ?? null;
    // A name printed twice, as a title and in the table's first row, begins at the title.
    const top = above.find((one) => one.name === heading?.name || !heading?.explicit) ?? heading;
    const bagian =
      headings.filter((one) => one.kind === "bagian" && one.from < first.index).at(-1)?.name ?? null;
    const table: Table = {
      heading,
      bagian,
      line: (features[top ? top.from : first.index] as Features).row.line,
      components: {},
    };
    for (const [component, key] of COMPONENT_KEYS.entries()) {
      const own = group.filter((entry) => entry.assignment.component === component);
      if (own.length === 0) continue;
      table.components[key] = {
        ...assembleComponent(own, key),
        margin: own.reduce((least, entry) => Math.min(least, entry.assignment.margin), 10),
        labelled: own.some((entry) => entry.assignment.opens && entry.assignment.candidate !== null),
        similarity: own.reduce(
          (best, entry) => Math.max(best, entry.assignment.candidate?.similarity ?? 0),
          0,
        ),
        indexes: own.map((entry) => entry.index),
        mended: false,
        exposed: false,
      };
    }
    tables.push(table);
    lastRow = (group.at(-1) as { index: number }).index;
  }
  mendBoundaries(tables);
  for (const table of tables) markExposed(table);
  return { tables, features, passed, headings, assignments };
};
