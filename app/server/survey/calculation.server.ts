import { type EditionId, edition, type UnsurKey } from "#app/survey/editions.ts";
import { roundHalfUp } from "#app/survey/figures/exact.ts";
import { figuresOf, ikmWithWeight } from "#app/survey/figures/figures.ts";
import { monthsOf, periodsOf } from "#app/survey/months.ts";
import type { SkmPrinted } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { batchesIn } from "#db/queries/survey/batches.ts";
import { surveyedSpans } from "#db/queries/survey/figures.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { Scope } from "#db/scope.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import type { RegencyRef } from "../views.ts";
import { type Cell, mainEdition, pooledOf } from "./histograms.ts";
import { type IndexView, indexView } from "./index-view.ts";
import { type Register, registerOf } from "./register.ts";
import { askedUnit, meanOfCells, type SurveyRequest, surveyCells } from "./results.server.ts";
import type { UnitRef } from "./views.ts";

/** From which answers a figure is made, step by step. */
export interface CalculationView {
  regency: RegencyRef;
  unit: UnitRef | null;
  period: string | null;
  /** Null where this period has no single answers. */
  index: IndexView | null;
  basis: string;
  /** The unsur that is opened; null for the index. */
  unsur: UnsurKey | null;
  /** What printed weights give instead of the exact 1/n. */
  weights: { printed: string; ikm: number }[];
  /** Plain mean of the indices of the units, with what it is the mean of; null for one unit. */
  mean: {
    ikm: number;
    mutu: string;
    of: { unit: UnitRef; n: number; ikm: number; mutu: string | null }[];
  } | null;
  /** Imports that the figure rests on, with the index their files print. */
  files: { id: string; name: string; publishedAt: string | null; printed: SkmPrinted | null }[];
}

export const getCalculation = async (
  db: Db,
  scope: Scope,
  request: Pick<SurveyRequest, "kab" | "serviceNo" | "bagian" | "period"> & { unsur?: string | null },
): Promise<CalculationView> => {
  const row = await regencyAt(db, scope, request.kab);
  const [{ services, bagian }, spans] = await Promise.all([
    surveyUnits(db.read, scope, row.id),
    surveyedSpans(db.read, scope),
  ]);
  const register = registerOf(services, bagian);
  const unit = askedUnit(register, request);
  const own = spans
    .filter(({ r }) => r === row.id)
    .map(({ from_month, to_month }) => ({ from: from_month, to: to_month }));
  const period = request.period && monthsOf(request.period) ? request.period : (periodsOf(own)[0] ?? null);
  const months = period ? monthsOf(period) : null;
  const base = { regency: regencyRef(row), unit, period };
  const cells = months ? await surveyCells(db, scope, row.id, register, unit, { months, apart: "unit" }) : [];
  const { main } = mainEdition(cells);
  const all = main && pooledOf(cells, main);
  const files = months ? await batchesIn(db.read, scope, row.id, months) : [];
  const figures = all && figuresOf(all);
  return {
    ...base,
    index: all ? indexView(all) : null,
    basis: edition(main ?? "14/2017").basis,
    unsur: all ? (edition(all.edition).unsur.find(({ key }) => key === request.unsur)?.key ?? null) : null,
    mean: unit?.kind === "layanan" || !main ? null : meanStep(register, cells, main),
    weights: figures
      ? edition(figures.edition).printedWeights.flatMap(({ printed, millionths }) => {
          const ikm = ikmWithWeight(figures, millionths);
          return ikm ? [{ printed, ikm: roundHalfUp(ikm, 2) }] : [];
        })
      : [],
    files: files.map((file) => ({
      id: file.id,
      name: file.file_name,
      publishedAt: file.published_at,
      printed: file.printed ? (JSON.parse(file.printed) as SkmPrinted) : null,
    })),
  };
};

/** Units in the order of the register, each with its own index, and their plain mean. */
const meanStep = (register: Register, cells: readonly Cell[], main: EditionId): CalculationView["mean"] => {
  const own = cells.filter(({ histograms }) => histograms.edition === main);
  const mean = meanOfCells(own);
  if (!mean) return null;
  const of = own.flatMap(({ unitKind, unitId, histograms }) => {
    const unit = register.unitOf(unitKind, unitId);
    const { n, ikm, mutu } = indexView(histograms);
    return unit && ikm !== null ? [{ unit, n, ikm, mutu }] : [];
  });
  return { ikm: mean.ikm, mutu: mean.mutu, of };
};
