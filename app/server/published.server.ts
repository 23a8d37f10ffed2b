import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { bagianInForce, filterValues } from "#db/queries/groups.ts";
import { servicesInForce } from "#db/queries/in-force.ts";
import { piecesOfRole } from "#db/queries/naskah.ts";
import { textsOfTables } from "#db/queries/revision.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "./group-by.ts";
import { regencyAt } from "./lookup.server.ts";
import { bagianRef, cellOf, decreeRef, decreesOf, regencyRef, serviceRef } from "./refs.ts";
import { optionsOf, selectionOf } from "./selection.ts";
import type {
  BagianRef,
  Cell,
  DecreeRef,
  FilterOptions,
  RegencyRef,
  ServiceFilter,
  ServiceRef,
} from "./views.ts";

/** What a standard says of one component; `text` is null where nothing readable stands, or where only facts are kept. */
export interface PublishedPart {
  state: Cell["state"];
  text: string | null;
}

export interface PublishedService {
  service: ServiceRef;
  bagian: BagianRef;
  decree: DecreeRef;
  parts: Record<ComponentKey, PublishedPart>;
}

export interface PublishedView {
  regency: RegencyRef;
  /** Everybody may read the standards of this regency. */
  open: boolean;
  /** In the order of their decrees. */
  services: PublishedService[];
  decrees: DecreeRef[];
  /** The pledge of the first of these decrees that carries one, as far as its text is kept. */
  maklumat: string | null;
  options: FilterOptions;
  siblings: BagianRef[];
  /** UTC ISO. */
  at: string;
}

const ABSENT: PublishedPart = { state: "tidak_ada", text: null };

/** A new item of a list begins a new line; everything else goes on. */
const ITEM = /^\s*(?:\d{1,2}|[a-z])\s*[.)]/;

const joined = (pieces: readonly { text: string; col_from: number; col_to: number }[]): string | null => {
  let words = "";
  for (const { text, col_from, col_to } of pieces) {
    const piece = text.slice(col_from, col_to).replace(/\s+/g, " ").trim();
    if (piece === "") continue;
    words += words === "" ? piece : `${ITEM.test(piece) ? "\n" : " "}${piece}`;
  }
  return words === "" ? null : words;
};

/**
 * The standards in force as they are put before the public: their texts, and the pledge of their decree.
 * @param no only this service of the register
 * @throws AppError (404) where the regency is not there
 */
export const getPublished = async (
  db: Db,
  scope: Scope,
  kab: string,
  { filter = {}, no }: { filter?: ServiceFilter; no?: number } = {},
): Promise<PublishedView> => {
  const row = await regencyAt(db, scope, kab);
  const regency = regencyRef(row);
  const { r } = regency;
  const [all, values, bagian] = await Promise.all([
    servicesInForce(db.read, scope, selectionOf(db, filter, [r])),
    filterValues(db.read, scope, [r]),
    bagianInForce(db.read, scope, [r]),
  ]);
  const rows = no === undefined ? all : all.filter((service) => service.no === no);
  const readingIds = [...new Set(rows.map(({ reading_id }) => reading_id))];
  const [texts, pieces] = await Promise.all([
    rows.length === 0
      ? []
      : textsOfTables(
          db.read,
          scope,
          r,
          rows.map(({ text_id }) => text_id),
        ),
    piecesOfRole(db.read, scope, { r, readingIds, role: "maklumat" }),
  ]);
  const byTable = groupBy(texts, ({ service_text_id }) => service_text_id);
  const byReading = groupBy(pieces, ({ reading_id }) => reading_id);
  const services = rows.map((service): PublishedService => {
    const own = new Map((byTable.get(service.text_id) ?? []).map((one) => [one.key, one]));
    const part = (key: ComponentKey): PublishedPart => {
      const found = own.get(key);
      if (!found) return ABSENT;
      const { state } = cellOf(found);
      return { state, text: state === "ada" ? found.text : null };
    };
    return {
      service: serviceRef(service),
      bagian: bagianRef(service),
      decree: decreeRef({ ...service, slug: service.decree_slug }),
      parts: Object.fromEntries(COMPONENT_KEYS.map((key) => [key, part(key)])) as PublishedService["parts"],
    };
  });
  return {
    regency,
    open: row.public_standar === 1,
    services,
    decrees: decreesOf(rows),
    maklumat: readingIds.map((id) => joined(byReading.get(id) ?? [])).find((one) => one !== null) ?? null,
    options: optionsOf(values),
    siblings: bagian.map(bagianRef),
    at: db.now(),
  };
};
