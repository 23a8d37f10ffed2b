import { assembleComponent } from "./assemble.ts";
import { type Features, featuresOf } from "./assign/features.ts";
import { findHeadings, type Heading, type KnownNames, TITLE } from "./assign/headings.ts";
import { type Assignment, assignRows, firstHalf, type Passed } from "./assign/path.ts";
import { type Profile, profilesOf } from "./assign/profile.ts";
import { headingsOverUnnamed } from "./assign/unnamed.ts";
import { mendBoundaries } from "./boundaries.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { isOtherLabel } from "./lexicon.ts";
import { isCatchword, isPageNumber, isWithinHalfTitle } from "./marks.ts";
import { raiseCentred } from "./rows/centred.ts";
import type { Cell, Row } from "./rows/index.ts";
import { partInline } from "./rows/inline.ts";
import { partRunOn } from "./rows/run-on.ts";
import { unfoldWide } from "./rows/wide.ts";
import { foldStutter } from "./stutter.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";
import { letters } from "./text.ts";

const isBlank = (text: string): boolean => !/\S/.test(text);

/** A picture that a converter left as a link. */
const isPicture = (text: string): boolean => /^!\[[^\]]*\]\([^)]*\)$/.test(text);

const beginsAsPicture = ({ row, filled }: Features): boolean =>
  /^\s*!/.test(row.cells[filled[0] as number]?.text ?? "");

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

/** A year or a figure with its full stop in the content column is the wrapped end of a sentence, no page number. */
const endsSentence = ({ row, filled, text }: Features): boolean =>
  row.kind === "table" && (filled[0] as number) > 0 && /^(?:19|20)\d\d\W?$|^\d+[.;]$/.test(text);

const passedRows = (all: readonly Features[], headings: readonly Heading[]): (Passed | null)[] => {
  const passed: (Passed | null)[] = all.map((features, index) => {
    if (features.row.separator || features.filled.length === 0 || features.row.foot) return "skip";
    if (features.tableHead) return "table_head";
    // A numbered title covers the label of its row: the row itself must be read.
    if (features.half) return features.number?.own ? null : "divider";
    // A page number, a title and a catchword are short: the text of a long row is not asked for.
    if (features.long)
      return features.filled.length <= 2 && beginsAsPicture(features) && isPicture(features.text)
        ? "skip"
        : null;
    if (
      features.filled.length === 1 &&
      isPageNumber(features.text) &&
      !endsSentence(features) &&
      !(features.number?.own && features.row.kind === "table" && features.row.cells.length > 1)
    )
      return "skip";
    if (features.row.kind === "prose" && features.text.length < 60 && TITLE.test(features.text))
      return "divider";
    if (features.filled.length > 2) return null;
    if (beginsAsPicture(features) && isPicture(features.text)) return "skip";
    if (/(?:\.\.|…)\s*$/.test(features.text) && isCatchword(features.text, nextText(all, index)))
      return "skip";
    return null;
  });
  markScraps(all, passed);
  markOtherRows(all, passed);
  markSignatures(all, passed);
  markTornTitles(all, passed);
  markNumbersAbove(all, passed);
  markForeignParts(all, passed, headings);
  for (const heading of headings) for (let i = heading.from; i <= heading.to; i++) passed[i] = "heading";
  markRunningHeads(all, passed);
  return passed;
};

const isOfHalfTitle = ({ row, filled, long, text, candidates }: Features): boolean =>
  filled.length === 1 &&
  !row.separator &&
  !long &&
  !candidates.some((one) => one.complete && one.similarity > 0.85) &&
  isWithinHalfTitle(text);

/** A torn title runs over so many rows at most. */
const TORN_ROWS = 12;

/** A word of which every title of a half has one, alone in a row of a table. */
const TITLE_WORD = /service|delivery|manufact|penyampaian|pengelolaan/i;
const MAX_TITLE_WORD = 40;
/** So many rows of such words are a title, if none of them says it by itself. */
const TORN_LEAST = 4;

const holdsTitleWord = ({ row, filled }: Features): boolean => {
  if (row.kind !== "table" || filled.length !== 1) return false;
  const { text } = row.cells[filled[0] as number] as Cell;
  return text.length <= MAX_TITLE_WORD && TITLE_WORD.test(text);
};

/** Rows around a half's title that hold the rest of its words, as a narrow column tears it. */
const markTornTitles = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((title, index) => {
    const whole = passed[index] === "divider" && title.half !== null;
    if (!whole && (passed[index] !== null || !holdsTitleWord(title) || !isOfHalfTitle(title))) return;
    const torn = [index];
    for (const step of [-1, 1]) {
      for (let at = index + step, rows = 1; rows < TORN_ROWS; at += step, rows++) {
        const features = all[at];
        if (!features || !(passed[at] === null || passed[at] === "divider") || !isOfHalfTitle(features))
          break;
        // Set together with the title, in its column.
        const lower = step < 0 ? (all[at + 1] as Features) : features;
        if (lower.gap > 0 || features.filled[0] !== title.filled[0]) break;
        torn.push(at);
      }
    }
    if (whole || torn.length >= TORN_LEAST) for (const at of torn) passed[at] = "divider";
  });
};

/** A number on a line of its own above the label that it numbers. */
const LONE_NUMBER = /^[([]?\d{1,2}\s?[.)]$/;

const markNumbersAbove = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    const { row, filled } = features;
    if (passed[index] !== null || filled.length !== 1 || !(row.kind === "prose" || row.columns)) return;
    const text = row.cells[filled[0] as number]?.text ?? "";
    if (text.length > 8 || !LONE_NUMBER.test(text.trim())) return;
    const next = all[index + 1];
    if (next?.candidates.some((one) => one.complete && one.similarity > 0.85)) passed[index] = "skip";
  });
};

/** "LAMPIRAN II" and the lines that say of which decree it is one. */
const ANNEX = /^(?:\*\*|#+\s)?LAMPIRAN\b[^a-z]{0,200}$/;
const ANNEX_LINE = /^(?:\*\*|#+\s)?(?:KEPUTUSAN|PERATURAN|SURAT KEPUTUSAN|NOMOR|TANGGAL|TENTANG)\b/i;
const ANNEX_LINES = 8;
/** A standing procedure printed behind a service's table: its own title, or the first row of its form. */
const PROCEDURE_TITLE =
  /^(?:#{1,6}\s+|\*\*)?(?:(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)]\s+)?(?:SOP|STANDARD?\s+OPERA(?:S|TION)[A-Z]*\s+PROSEDUR[A-Z]*)\b/i;
const PROCEDURE_FORM = /^\s*(?:nomor|no\.?)\s+sop\b/i;

/** Parts between the tables that belong to none: the head of a further annex, a standing procedure. */
const markForeignParts = (
  all: readonly Features[],
  passed: (Passed | null)[],
  headings: readonly Heading[],
): void => {
  const starts = new Set(headings.map((heading) => heading.from));
  for (let index = 0; index < all.length; index++) {
    const { row, gap, filled } = all[index] as Features;
    if (passed[index] !== null || filled.length === 0) continue;
    const first = row.cells[filled[0] as number]?.text ?? "";
    if (row.kind === "prose" && gap > 0 && first.includes("LAMPIRAN") && ANNEX.test(first.trim()))
      markAnnexHead(all, passed, starts, index);
    else if (isProcedure(all[index] as Features, first)) {
      let at = index;
      while (at < all.length && !(at > index && (starts.has(at) || beginsTable(all[at] as Features)))) {
        passed[at] ??= "other";
        at++;
      }
      index = at - 1;
    }
  }
};

const isProcedure = ({ row, gap, filled, long }: Features, first: string): boolean => {
  if (!/\bsop\b|opera/i.test(first.slice(0, 40))) return false;
  if (row.kind === "table") return filled.length > 1 && PROCEDURE_FORM.test(first);
  return (
    gap > 0 && !long && (row.emphasis || first === first.toUpperCase()) && PROCEDURE_TITLE.test(first.trim())
  );
};

const beginsTable = (features: Features): boolean =>
  features.half !== null ||
  features.candidates.some((one) => one.key === "persyaratan" && one.complete && one.similarity > 0.9);

const markAnnexHead = (
  all: readonly Features[],
  passed: (Passed | null)[],
  starts: ReadonlySet<number>,
  index: number,
): void => {
  const named = all.slice(index + 1, index + 4).some(({ text }) => ANNEX_LINE.test(text));
  if (!named && !/KEPUTUSAN|PERATURAN/.test((all[index] as Features).text)) return;
  for (let at = index; at < all.length && at < index + ANNEX_LINES; at++) {
    const { row, gap, text, candidates, half, tableHead } = all[at] as Features;
    if (row.kind !== "prose" || starts.has(at) || candidates.length > 0 || half || tableHead) break;
    if (at > index && gap > 0 && !ANNEX_LINE.test(text)) break;
    passed[at] = "skip";
  }
};

/** An office or a document in capitals, as the head of a page prints it. */
const PAGE_HEAD =
  /^(?:PEMERINTAH|SEKRETARIAT|DINAS|BADAN|KECAMATAN|BAGIAN|BIRO|KEPUTUSAN|LAMPIRAN|STANDAR (?:PE)?LAYANAN)\b[^:;a-z]*$/;
/** So often a line must stand alone to be the head of every page. */
const PAGE_HEADS = 3;
const MAX_PAGE_HEAD = 90;

/** Heads that every page prints anew, also in the midst of a table. */
const markRunningHeads = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const isHead = (features: Features): boolean =>
    features.row.kind === "prose" &&
    features.candidates.length === 0 &&
    !features.long &&
    features.text.length <= MAX_PAGE_HEAD &&
    PAGE_HEAD.test(features.text);
  const count = new Map<string, number>();
  const headings = new Set<string>();
  all.forEach((features, index) => {
    if (!isHead(features)) return;
    count.set(features.text, (count.get(features.text) ?? 0) + 1);
    if (passed[index] === "heading") headings.add(features.text);
  });
  all.forEach((features, index) => {
    if (passed[index] !== null || !isHead(features)) return;
    if ((count.get(features.text) ?? 0) >= PAGE_HEADS || headings.has(features.text)) passed[index] = "skip";
  });
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
  /^(?:a\.?n\.?\s+|pj\.?\s+|plt\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekretaris daerah|kepala (?:dinas|badan|bagian|biro|kantor|uptd|puskesmas)|camat|lurah|direktur)\b[^:;.]{0,140},?$/i;
/** An office with the name of its region is no longer. */
const MAX_SIGNER = 160;
/** A signature block is this many lines long at most. */
const SIGNATURE_LINES = 8;

/** Signature blocks between tables: the office in capitals or with its closing comma, and the plain lines below it. */
const markSignatures = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    if (features.row.kind !== "prose" || !SIGNER.test(features.text)) return;
    const capitals = features.text === features.text.toUpperCase();
    const comma = /,$/.test(features.text);
    if (features.gap === 0 ? !(capitals && comma) : !(capitals || comma)) return;
    for (let i = index; i < Math.min(all.length, index + SIGNATURE_LINES); i++) {
      const row = all[i] as Features;
      if (
        row.row.kind !== "prose" ||
        row.half ||
        row.candidates.length > 0 ||
        row.text.length > (i === index ? MAX_SIGNER : 70) ||
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
    !features.long &&
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

const isLost = (table: Table, key: ComponentKey | undefined): boolean =>
  key !== undefined && isBlank(table.components[key]?.content.text ?? "");

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
    table.components[assignment.component]?.push({
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
  };
};

/** Rows of an annex in the order and the columns in which they were meant. */
export const straighten = (rows: readonly Row[]) =>
  partRunOn(partInline(foldStutter(unfoldWide(raiseCentred(rows)))));

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
  const resets = new Set(headings.filter(({ kind }) => kind === "service").map((heading) => heading.to));
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

/** The first halves of all services may stand in one place and the second ones in another: both are one table. */
const joinHalves = (tables: Table[]): void => {
  const byName = new Map<string, Table>();
  for (let at = 0; at < tables.length; at++) {
    const table = tables[at] as Table;
    const name = letters(table.heading?.name ?? "");
    if (name === "") continue;
    const first = byName.get(name);
    const keys = COMPONENT_KEYS.filter((key) => table.components[key]);
    if (!first || first.bagian !== table.bagian || !isOtherHalf(first, keys)) {
      byName.set(name, table);
      continue;
    }
    for (const key of keys) first.components[key] = table.components[key] as TableComponent;
    tables.splice(at--, 1);
  }
};

/** All of one half stands in the one table and all of the other in the other. */
const isOtherHalf = (first: Table, keys: readonly ComponentKey[]): boolean => {
  const isInner = (key: ComponentKey): boolean => COMPONENT_KEYS.indexOf(key) >= PUBLIC_COMPONENTS;
  const had = COMPONENT_KEYS.filter((key) => first.components[key]);
  const inner = keys.every(isInner);
  if (had.length < HALF_LEAST || keys.length < HALF_LEAST) return false;
  return (inner || !keys.some(isInner)) && had.every((key) => isInner(key) !== inner);
};

/** The components of the user's half come first. */
const PUBLIC_COMPONENTS = 6;
/** A half has so many of its components at least. */
const HALF_LEAST = 3;

/** Reads the rows of one annex into its printed tables. */
export const readAnnex = (rows: readonly Row[], known: KnownNames): AnnexReading => {
  const features = featuresOf(straighten(rows));
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
    const top = above.find((one) => one.name === heading?.name || !heading?.explicit) ?? heading;
    while ((bagians[bagiansAbove]?.from ?? first) < first) bagiansAbove++;
    const table: Table = {
      heading,
      bagian: bagians[bagiansAbove - 1]?.name ?? null,
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
  return { tables, features, passed, headings, assignments };
};
