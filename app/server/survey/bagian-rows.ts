import { costSignal } from "#app/survey/figures/gratis.ts";
import { groupBy } from "../group-by.ts";
import type { FeeSignal } from "./fees.ts";
import { type Cell, pooled, pooledOf } from "./histograms.ts";
import { type IndexView, indexView } from "./index-view.ts";
import type { Register } from "./register.ts";
import type { BagianSurvey } from "./views.ts";

/** Services under their bagian, in the order of the register; a bagian's answers are those of its services and its own. */
export const bagianRows = (
  register: Register,
  cells: readonly Cell[],
  before: readonly Cell[],
  free: ReadonlyMap<string, boolean | null>,
): BagianSurvey[] => {
  const placed = groupBy(
    cells.filter(({ unitKind }) => unitKind !== "setda"),
    (cell) => register.bagianIdOf(cell),
  );
  const earlier = groupBy(
    before.filter(({ unitKind }) => unitKind !== "setda"),
    (cell) => register.bagianIdOf(cell),
  );
  const sameUnit = (cell: Cell) =>
    before.filter((one) => one.unitId === cell.unitId && one.unitKind === cell.unitKind);
  return register.bagianOrder([...placed.keys()]).flatMap((id) => {
    const own = placed.get(id) ?? [];
    const all = pooled(own.map(({ histograms }) => histograms));
    if (!all) return [];
    return [
      {
        bagian: register.bagianRef(id),
        index: indexView(all, { before: pooledOf(earlier.get(id) ?? [], all.edition) }),
        services: register.inOrder(own.filter(({ unitKind }) => unitKind === "layanan")).flatMap((cell) => {
          const unit = register.unitOf(cell.unitKind, cell.unitId);
          const index = indexView(cell.histograms, {
            before: pooledOf(sameUnit(cell), cell.histograms.edition),
          });
          return unit ? [{ unit, index, fee: feeSignal(cell, free.get(cell.unitId) ?? null) }] : [];
        }),
      },
    ];
  });
};

const feeSignal = ({ histograms }: Cell, free: boolean | null): FeeSignal | null => {
  const signal = costSignal(histograms, free);
  return signal && free !== null && signal.weight !== "none" ? { ...signal, free } : null;
};

/** Answers that hang on the whole secretariat, beside the period before. */
export const wholeOf = (cells: readonly Cell[], before: readonly Cell[]): IndexView | null => {
  const whole = (all: readonly Cell[]) => all.filter(({ unitKind }) => unitKind === "setda");
  const own = pooled(whole(cells).map(({ histograms }) => histograms));
  return own ? indexView(own, { before: pooledOf(whole(before), own.edition) }) : null;
};
