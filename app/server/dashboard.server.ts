import type { Db } from "#db/connection.ts";
import { decreeTexts } from "#db/queries/decrees.ts";
import { countFindings } from "#db/queries/findings.ts";
import { filterValues, groupAbsences, groupTotals } from "#db/queries/groups.ts";
import type { Scope } from "#db/scope.ts";
import { summarise } from "./group-summary.ts";
import { regencyRefs } from "./lookup.server.ts";
import { decreeRef } from "./refs.ts";
import { optionsOf, selectionOf } from "./selection.ts";
import type { DashboardRegency, DashboardView, ServiceFilter } from "./views.ts";

/** Every regency of the scope with what its standards come to; those without naskah stand there with noughts. */
export const getDashboard = async (db: Db, scope: Scope, filter: ServiceFilter): Promise<DashboardView> => {
  const selection = selectionOf(filter);
  const [regencies, texts, totals, absences, findings, values] = await Promise.all([
    regencyRefs(db, scope),
    decreeTexts(db.read, scope, { years: selection.years ?? [], inForce: true }),
    groupTotals(db.read, scope, selection),
    groupAbsences(db.read, scope, selection),
    countFindings(db.read, scope, { ...selection, origin: "pembaca" }),
    filterValues(db.read, scope),
  ]);
  const of = <Row extends { r: number }>(rows: readonly Row[], r: number) =>
    rows.filter((row) => row.r === r);
  const rows = [...regencies.values()].map((regency): DashboardRegency => {
    const own = of(texts, regency.r);
    const years = new Set(own.flatMap(({ year }) => (year === null ? [] : [year])));
    return {
      regency,
      ...summarise(of(totals, regency.r), of(absences, regency.r), of(findings, regency.r)),
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
    total: summarise(real(totals), real(absences), real(findings)),
    options: optionsOf(values),
  };
};
