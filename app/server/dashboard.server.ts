import type { Db } from "#db/connection.ts";
import { decreeTexts } from "#db/queries/decrees.ts";
import { countFindings, type FindingCounts } from "#db/queries/findings.ts";
import {
  bagianInForce,
  filterValues,
  type GroupTotals,
  groupAbsences,
  groupTotals,
} from "#db/queries/groups.ts";
import { type GroupLevels, groupLevels } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { FAMILIES } from "./families.ts";
import { summarise } from "./group-summary.ts";
import { regencyRefs } from "./lookup.server.ts";
import { decreeRef } from "./refs.ts";
import { optionsOf, selectionOf } from "./selection.ts";
import { summariseSubstance } from "./substance.ts";
import type { DashboardRegency, DashboardView, FamilyRow, ServiceFilter } from "./views.ts";

/** Every regency of the scope with what its standards come to; those without naskah stand there with noughts. */
export const getDashboard = async (db: Db, scope: Scope, filter: ServiceFilter): Promise<DashboardView> => {
  const selection = selectionOf(db, filter);
  const [regencies, texts, totals, absences, findings, values, levels, bagian] = await Promise.all([
    regencyRefs(db, scope),
    decreeTexts(db.read, scope, { years: selection.years ?? [], inForce: true }),
    groupTotals(db.read, scope, selection),
    groupAbsences(db.read, scope, selection),
    countFindings(db.read, scope, selection),
    filterValues(db.read, scope),
    groupLevels(db.read, scope, selection),
    bagianInForce(db.read, scope),
  ]);
  const of = <Row extends { r: number }>(rows: readonly Row[], r: number) =>
    rows.filter((row) => row.r === r);
  const rows = [...regencies.values()].map((regency): DashboardRegency => {
    const own = of(texts, regency.r);
    const years = new Set(own.flatMap(({ year }) => (year === null ? [] : [year])));
    return {
      regency,
      ...summarise(
        of(totals, regency.r),
        of(absences, regency.r),
        of(levels, regency.r),
        of(findings, regency.r),
      ),
      decrees: own.map(decreeRef),
      years: [...years].sort((a, b) => a - b),
      coverage: {
        annexLines: own.reduce((sum, text) => sum + text.annex_lines, 0),
        unassignedLines: own.reduce((sum, text) => sum + text.annex_unassigned, 0),
      },
    };
  });
  const real = <Row extends { r: number }>(all: readonly Row[]) =>
    all.filter((row) => regencies.get(row.r)?.sample === false);
  return {
    regencies: rows,
    total: summarise(real(totals), real(absences), real(levels), real(findings)),
    families: familyRows(bagian, { totals: real(totals), levels: real(levels), findings: real(findings) }),
    options: optionsOf(values),
  };
};

interface Counted {
  totals: GroupTotals[];
  levels: GroupLevels[];
  findings: FindingCounts[];
}

/** What the services of each family come to; those of bagian without family, or under none, last. */
const familyRows = (
  bagian: Awaited<ReturnType<typeof bagianInForce>>,
  { totals, levels, findings }: Counted,
): FamilyRow[] => {
  const families = new Map(bagian.map(({ r, bagian_id, family }) => [`${r} ${bagian_id}`, family]));
  const familyOf = ({ r, bagian_id }: { r: number; bagian_id: string | null }) =>
    families.get(`${r} ${bagian_id}`) ?? null;
  return [...FAMILIES, { slug: null, name: null }].flatMap(({ slug, name }): FamilyRow[] => {
    const of = <Row extends { r: number; bagian_id: string | null }>(rows: readonly Row[]) =>
      rows.filter((row) => familyOf(row) === slug);
    const own = of(totals);
    const services = own.reduce((sum, row) => sum + Number(row.services), 0);
    if (services === 0) return [];
    const onServices = of(findings).filter(
      ({ on_decree, origin }) => origin === "penilai" && Number(on_decree) === 0,
    );
    return [{ slug, name, services, substance: summariseSubstance(own, of(levels), onServices) }];
  });
};
