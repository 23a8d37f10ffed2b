import { proofsOf } from "#app/evidence/prove.ts";
import {
  type Confidence,
  type Edition,
  type EditionKind,
  editionSlug,
  type Figure,
  indicatorsOf,
} from "#app/instruments/edition.ts";
import { editionFromStored } from "#app/instruments/shipped.ts";
import type { Db } from "#db/connection.ts";
import { allInstruments, instrumentUses } from "#db/queries/instruments.ts";
import type { InstrumentTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";

/** One edition in the list. */
export interface EditionRow {
  /** Id of the stored row. */
  id: string;
  edition: string;
  slug: string;
  hash: string;
  name: string;
  kind: EditionKind;
  owner: string;
  validity: Edition["validity"];
  /** Edition that took its place; null: in force. */
  supersededBy: { edition: string; slug: string } | null;
  at: string | null;
  by: string | null;
  /** Indicators that are listed, and of those the ones of which a decree proves something. */
  indicators: number;
  provable: number;
  /** Figures that were seen, by how surely, and places of figures without a source. */
  figures: Record<Confidence, number>;
  unsourced: number;
  /** Readings that were scored by it and official results recorded under it. */
  uses: { readings: number; results: number };
}

export interface EditionView extends EditionRow {
  content: Edition;
}

/** Every place of an edition where a figure stands, or where one is missing. */
export const figuresOf = (edition: Edition): (Figure | null)[] => [
  ...(edition.weighted
    ? [
        ...edition.dimensions.map(({ weight }) => weight),
        ...indicatorsOf(edition).map(({ weight }) => weight),
      ]
    : []),
  ...edition.dimensions.flatMap(({ announced }) =>
    announced ? [announced] : edition.weighted ? [null] : [],
  ),
  ...edition.categories.flatMap(({ min, max }) => [min, max]),
];

type Uses = Awaited<ReturnType<typeof instrumentUses>>;

const countOf = (rows: Uses["readings"] | Uses["results"], id: string): number =>
  Number(rows.find((row) => row.id === id)?.n ?? 0);

const viewOf = (row: InstrumentTable, rows: readonly InstrumentTable[], uses: Uses): EditionView | null => {
  const content = editionFromStored(row.json);
  if (!content) return null;
  const figures = figuresOf(content);
  const counted = { verified: 0, secondary: 0, unverified: 0, own: 0 };
  for (const figure of figures) if (figure) counted[figure.confidence] += 1;
  const next = rows.find(({ id }) => id === row.superseded_by);
  const { edition, name, kind, owner, validity } = content;
  return {
    id: row.id,
    edition,
    slug: editionSlug(edition),
    hash: row.hash,
    name,
    kind,
    owner,
    validity,
    supersededBy: next ? { edition: next.edition, slug: editionSlug(next.edition) } : null,
    at: row.at,
    by: row.by,
    indicators: indicatorsOf(content).length,
    provable: indicatorsOf(content).filter((one) => proofsOf(one).length > 0).length,
    figures: counted,
    unsourced: figures.filter((one) => one === null).length,
    uses: { readings: countOf(uses.readings, row.id), results: countOf(uses.results, row.id) },
    content,
  };
};

const KINDS: readonly EditionKind[] = ["standar", "ombudsman", "pekppp"];

/** Newest period first within a kind; those in force before those that gave way. */
const inOrder = (a: EditionView, b: EditionView): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  Number(a.supersededBy !== null) - Number(b.supersededBy !== null) ||
  b.validity.from - a.validity.from ||
  (a.edition < b.edition ? 1 : -1);

/** All editions that can be read, in the order of the list. */
export const editionViews = async (db: Db, scope: Scope): Promise<EditionView[]> => {
  const [rows, uses] = await Promise.all([allInstruments(db.read), instrumentUses(db.read, scope)]);
  return rows.flatMap((row) => viewOf(row, rows, uses) ?? []).sort(inOrder);
};

export const getEditions = async (db: Db, scope: Scope): Promise<EditionRow[]> =>
  (await editionViews(db, scope)).map(({ content: _content, ...row }) => row);

/**
 * One edition with all that stands in it.
 * @throws AppError (404) where there is none at this address
 */
export const getEdition = async (db: Db, scope: Scope, slug: string): Promise<EditionView> => {
  const found = (await editionViews(db, scope)).filter((one) => one.slug === slug);
  const edition = found.find(({ supersededBy }) => supersededBy === null) ?? found[0];
  if (!edition) throw notFound();
  return edition;
};
