import { decreeAge } from "#app/scoring/decree-age.ts";
import type { Db } from "#db/connection.ts";
import { componentsOfTables } from "#db/queries/components.ts";
import { decreeTexts } from "#db/queries/decrees.ts";
import { countFindings, listFindings } from "#db/queries/findings.ts";
import { bagianInForce, filterValues, groupAbsences, groupTotals } from "#db/queries/groups.ts";
import { servicesInForce } from "#db/queries/in-force.ts";
import { decreeVerdictsInForce, groupLevels, unitVerdictsInForce } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { criterionView } from "./criteria-views.ts";
import { notFound } from "./errors.ts";
import { findingRow } from "./findings.server.ts";
import { groupBy } from "./group-by.ts";
import { summarise } from "./group-summary.ts";
import { decreeSummary, regencyAt } from "./lookup.server.ts";
import { bagianRef, cellsOf, completenessOf, decreeRef, regencyRef, serviceRef, userOf } from "./refs.ts";
import { optionsOf, selectionOf } from "./selection.ts";
import { addSubstance, levelsOf, NO_LEVELS, reviewOf, substanceOf } from "./substance.ts";
import { todayIn } from "./today.ts";
import type { BagianRow, MatrixGroup, MatrixView, RegencyView, ServiceFilter } from "./views.ts";

/** One regency: what it comes to, per bagian, and the decrees it rests on. */
export const getRegency = async (
  db: Db,
  scope: Scope,
  kab: string,
  filter: ServiceFilter,
): Promise<RegencyView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const own = [regency.r];
  const selection = selectionOf(db, filter, own);
  const [totals, absences, findings, bagian, texts, onDecree, values, levels, verdicts] = await Promise.all([
    groupTotals(db.read, scope, selection),
    groupAbsences(db.read, scope, selection),
    countFindings(db.read, scope, selection),
    bagianInForce(db.read, scope, own),
    decreeTexts(db.read, scope, { r: own, years: selection.years ?? [], inForce: true }),
    listFindings(db.read, scope, { r: own, years: selection.years ?? [], onDecree: true }),
    filterValues(db.read, scope, own),
    groupLevels(db.read, scope, selection),
    decreeVerdictsInForce(db.read, scope, selectionOf(db, {}, own)),
  ]);
  const ofBagian = <Row extends { bagian_id: string | null }>(rows: readonly Row[], id: string | null) =>
    rows.filter((row) => row.bagian_id === id);
  const rows = bagian
    .map((row): BagianRow => {
      const onServices = ofBagian(findings, row.bagian_id).filter((count) => Number(count.on_decree) === 0);
      const summary = summarise(
        ofBagian(totals, row.bagian_id),
        ofBagian(absences, row.bagian_id),
        ofBagian(levels, row.bagian_id),
        onServices,
      );
      return { bagian: bagianRef(row), ...summary };
    })
    .filter((row) => row.services > 0);
  return {
    regency,
    summary: summarise(totals, absences, levels, findings),
    bagian: rows,
    decrees: texts.map((row) => ({
      ...decreeSummary(row),
      age: decreeAge(row.signed, todayIn(db, regency)),
    })),
    decreeFindings: onDecree.map((row) => findingRow(db, row, regency)),
    decreeVerdicts: verdicts.map((row) => ({ decree: row.slug, of: row.of, ...criterionView(row) })),
    options: optionsOf(values),
  };
};

export interface MatrixRequest {
  kab: string;
  /** Slug of the one bagian that is asked for. */
  bagian?: string;
  filter: ServiceFilter;
}

/** Services × 14 of a regency or of one bagian, in the order of the decree. */
export const getMatrix = async (
  db: Db,
  scope: Scope,
  { kab, bagian, filter }: MatrixRequest,
): Promise<MatrixView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const own = [regency.r];
  const selection = selectionOf(db, bagian === undefined ? filter : { ...filter, bagian: [bagian] }, own);
  const [services, totals, absences, findings, all, values, levels, units] = await Promise.all([
    servicesInForce(db.read, scope, selection),
    groupTotals(db.read, scope, selection),
    groupAbsences(db.read, scope, selection),
    countFindings(db.read, scope, selection),
    bagianInForce(db.read, scope, own),
    filterValues(db.read, scope, own),
    groupLevels(db.read, scope, selection),
    bagian === undefined
      ? []
      : unitVerdictsInForce(db.read, scope, selectionOf(db, { bagian: [bagian] }, own)),
  ]);
  const siblings = all.map(bagianRef);
  const asked = siblings.find(({ slug }) => slug === bagian) ?? null;
  if (bagian !== undefined && !asked) throw notFound();
  const tables = services.map((row) => row.text_id);
  const cells = groupBy(
    await componentsOfTables(db.read, scope, regency.r, tables),
    (row) => row.service_text_id,
  );
  const groups = new Map<string, MatrixGroup>();
  for (const row of services) {
    const ref = bagianRef(row);
    const group = groups.get(ref.slug) ?? {
      bagian: ref,
      services: [],
      absent: 0,
      unreadable: 0,
      substance: substanceOf(NO_LEVELS, 0),
    };
    groups.set(ref.slug, group);
    group.absent += row.absent_n;
    group.unreadable += row.unreadable_n;
    group.substance = addSubstance(group.substance, substanceOf(row));
    group.services.push({
      service: serviceRef(row),
      user: userOf(row),
      printedNo: row.printed_no,
      line: row.line,
      decree: decreeRef({ ...row, slug: row.decree_slug }),
      cells: cellsOf(cells.get(row.text_id) ?? []),
      completeness: completenessOf(row),
      levels: levelsOf(cells.get(row.text_id) ?? []),
      overruled: (cells.get(row.text_id) ?? []).flatMap(({ key, overruled_level }) =>
        overruled_level === null ? [] : [key],
      ),
      substance: substanceOf(row),
      review: reviewOf([row]),
    });
  }
  return {
    regency,
    bagian: asked,
    groups: [...groups.values()],
    summary: summarise(totals, absences, levels, findings),
    siblings,
    units: [...groupBy(units, ({ slug, version }) => `${slug} ${version}`).values()].map((rows) => ({
      decree: decreeRef(rows[0] as (typeof rows)[number]),
      verdicts: rows.map((row) => ({ of: row.of, ...criterionView(row) })),
    })),
    options: optionsOf(values),
  };
};
