import { ascending } from "d3-array";
import { edition } from "#app/survey/editions.ts";
import { fraction } from "#app/survey/figures/exact.ts";
import { aggregateUnsur, assemble, toSkmGroup } from "#app/survey/figures/figures.ts";
import type { SkmGroup, SkmJson, SkmPrinted, SkmWarning } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { aggregatesIn, publishedIn } from "#db/queries/survey/batches.ts";
import { sourceBySignature } from "#db/queries/survey/rows.ts";
import type { Scope } from "#db/scope.ts";
import type { PrintedPlace } from "../places.ts";
import { monthsOfGroup, type UnitOf } from "../ready.ts";
import { readyDraft } from "../ready-draft.server.ts";
import { type RejectedView, rejectedPage } from "../rejected.server.ts";
import type { UnitRef } from "../views.ts";
import { type DraftHead, draftAt, headOf, registerFor } from "./head.server.ts";

export interface GroupView {
  unit: UnitRef | null;
  place: PrintedPlace;
  /** Under whose name it stands, where that is another regency. */
  regency: string | null;
  period: string | null;
  n: number | null;
  ikm: number | null;
  mutu: SkmGroup["mutu"];
}

export interface OverlapView {
  batchId: string;
  fileName: string;
  publishedAt: string | null;
  /** Respondents of it for the same units and months; null where an aggregate prints none. */
  inside: number | null;
  /** All its respondents. */
  whole: number;
}

export interface CheckStep {
  draft: DraftHead;
  json: Pick<SkmJson, "rows" | "shape" | "edition" | "total"> & {
    printed: SkmPrinted | null;
    warnings: SkmWarning[];
  };
  sheet: string | null;
  /** Rejected rows of one page. */
  rejected: RejectedView[];
  rejectedAll: number;
  /** Rejected rows on one page. */
  pageSize: number;
  groups: GroupView[];
  /** Respondents of places that are not counted. */
  leftOut: number;
  /** Respondents under the names of other regencies, which are not counted. */
  elsewhere: { name: string; n: number | null }[];
  /** Rows that a published import holds already, of those to be counted. */
  known: number;
  /** Respondents that storing would add. */
  storable: number;
  /** Index of what would be stored, where the file holds more than that; null where it holds none, or all is stored. */
  counted: { n: number; ikm: number | null; mutu: SkmGroup["mutu"]; kinerja: string | null } | null;
  overlaps: OverlapView[];
  /** Accepted rows that cannot be known again when they are sent a second time. */
  withoutIdentity: number;
  /** What the source was called before. */
  source: string | null;
}

const REJECTED_A_PAGE = 20;

/** Step 4: what storing would do. Null while something is missing before it. */
export const getCheckStep = async (
  db: Db,
  scope: Scope,
  id: string,
  page: number,
): Promise<CheckStep | { missing: "kolom" | "layanan" }> => {
  const draft = await draftAt(db, scope, id);
  const ready = await readyDraft(db.read, scope, draft);
  const { counted, problem, unitOf } = ready;
  if (!counted) return { missing: "kolom" };
  const { json, withoutIdentity } = counted;
  // Where every row was rejected there is nothing to place yet, but all to mend.
  if (problem && (problem !== "kosong" || json.groups.length > 0))
    return { missing: problem === "belum dihitung" && draft.state === "kolom" ? "kolom" : "layanan" };
  const { register } = await registerFor(db, scope, draft.r);
  const source = await sourceBySignature(db.read, draft.r, counted.signature);
  const own = json.groups.filter((group) => unitOf(group));
  return {
    draft: await headOf(db, scope, draft),
    json,
    sheet: counted.sheet,
    rejected: await rejectedPage(db, draft, counted, { page, size: REJECTED_A_PAGE }),
    rejectedAll: json.rows.rejected,
    pageSize: REJECTED_A_PAGE,
    groups: json.groups.map((group) => {
      const unit = unitOf(group);
      return {
        unit: unit ? register.unitOf(unit.kind, unit.id) : null,
        place: { bagian: group.bagian, service: group.service },
        regency: ready.elsewhere.some(({ name }) => name === group.regency) ? group.regency : null,
        period: group.period,
        n: group.n,
        ikm: group.ikm,
        mutu: group.mutu,
      };
    }),
    leftOut: ready.leftOut,
    elsewhere: ready.elsewhere,
    known: ready.known([]),
    storable: ready.storable([]),
    counted:
      json.shape === "aggregate" || own.length === json.groups.length ? null : totalOfGroups(json, own),
    overlaps: await overlapsOf(db, draft.r, json, unitOf),
    withoutIdentity,
    source: source?.name ?? null,
  };
};

/** Index over some groups of a reading: gabungan responden. */
const totalOfGroups = (json: SkmJson, groups: readonly SkmGroup[]): NonNullable<CheckStep["counted"]> => {
  const keys = edition(json.edition).unsur.map(({ key }) => key);
  const unsur = keys.flatMap((key) => {
    const parts = groups.flatMap((group) => group.unsur[key] ?? []);
    const n = parts.reduce((all, one) => all + (one.n ?? 0), 0);
    const hundredths = parts.reduce((all, one) => all + Math.round((one.sum ?? 0) * 100), 0);
    return n === 0
      ? []
      : [aggregateUnsur(json.edition, key, { n, sum: fraction(hundredths, 100), nrr: null })];
  });
  const n = groups.reduce((all, group) => all + (group.n ?? 0), 0);
  const { ikm, mutu, kinerja } = toSkmGroup(NOWHERE, assemble(json.edition, n, unsur));
  return { n, ikm, mutu, kinerja };
};

const NOWHERE = { regency: null, bagian: null, service: null, period: null };

/** What is published for the same units in months that touch those of the file. */
const overlapsOf = async (db: Db, r: number, json: SkmJson, unitOf: UnitOf): Promise<OverlapView[]> => {
  const own = json.groups.flatMap((group) => {
    const unit = unitOf(group);
    const months = monthsOfGroup(group);
    return unit && months ? [{ unit, months }] : [];
  });
  if (own.length === 0) return [];
  const from = own.map(({ months }) => months.from).sort(ascending)[0] as string;
  const to = own
    .map(({ months }) => months.to)
    .sort(ascending)
    .at(-1) as string;
  const published =
    json.shape === "aggregate"
      ? await aggregatesIn(db.read, r, from, to)
      : await publishedIn(db.read, r, from, to);
  const found = new Map<string, OverlapView>();
  for (const one of published) {
    const same = own.some(
      ({ unit, months }) =>
        unit.kind === one.unit_kind &&
        unit.id === one.unit_id &&
        months.from <= one.to_month &&
        months.to >= one.from_month,
    );
    const n = one.n === null ? null : Number(one.n);
    const view = found.get(one.batch_id) ?? {
      batchId: one.batch_id,
      fileName: one.file_name,
      publishedAt: one.published_at,
      inside: 0,
      whole: 0,
    };
    view.whole += n ?? 0;
    if (same) {
      view.inside = view.inside === null || n === null ? null : view.inside + n;
      found.set(one.batch_id, view);
    }
  }
  return [...found.values()];
};
