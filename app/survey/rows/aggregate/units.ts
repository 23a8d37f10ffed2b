import type { Layout } from "../../columns/layout.ts";
import { edition, type UnsurKey } from "../../editions.ts";
import { add, type Fraction, fraction, times } from "../../figures/exact.ts";
import { aggregateUnsur, assemble, type Figures, type UnsurFigures } from "../../figures/figures.ts";
import type { Place } from "../../model.ts";
import { type Cell, settled } from "../counted.ts";
import type { Group } from "../groups.ts";

/** One place with the figures that the table prints of it. */
export interface Unit {
  place: Place;
  cells: Map<UnsurKey, Cell>;
  /** Respondents; null where the table does not say. */
  n: number | null;
}

const keyOf = (place: Place): string => JSON.stringify(place);

export const unitOf = (place: Place): Unit => ({ place, cells: new Map(), n: null });

/** The units of a table, in the order of the file. */
export class Units {
  readonly #units = new Map<string, Unit>();

  get size(): number {
    return this.#units.size;
  }

  all(): Unit[] {
    return [...this.#units.values()];
  }

  /** The unit of a place, made when it is new. */
  at(place: Place): Unit {
    const known = this.#units.get(keyOf(place)) ?? unitOf(place);
    this.#units.set(keyOf(place), known);
    return known;
  }

  /** A unit of a row of its own; a second row of the same place stands beside the first. */
  add(unit: Unit, row: number): void {
    const key = keyOf(unit.place);
    this.#units.set(this.#units.has(key) ? `${key}#${row}` : key, unit);
  }

  /**
   * The figures of each unit, and the decimals of the means that no sum supports.
   *
   * @param stated respondents that titles or foot tell of the whole table, which are a sole unit's
   */
  figures(layout: Layout, stated: number | null): { groups: Group[]; digits: number[] } {
    const digits: number[] = [];
    const groups = this.all().map(({ place, cells, n }): Group => {
      const own = n ?? (this.size === 1 ? stated : null);
      const unsur: UnsurFigures[] = [...cells].map(([key, cell]) => {
        const { n: count, sum } = settled(cell, own);
        if (!(sum && count) && cell.digits !== null) digits.push(cell.digits);
        return aggregateUnsur(layout.edition, key, { nrr: cell.nrr, sum, n: count });
      });
      const counted = unsur.map((one) => one.n).filter((one) => one !== null);
      const total = own ?? (counted.length === unsur.length ? Math.max(0, ...counted) : null);
      return { place, figures: assemble(layout.edition, total, unsur), histograms: noHistograms(layout) };
    });
    return { groups, digits };
  }
}

/** A table of figures tells nothing of single answers. */
export const noHistograms = (layout: Layout): Group["histograms"] => ({
  edition: layout.edition,
  hist: [],
  hist_total: [],
});

/** Units together, weighed by their n; nothing where a unit does not say how many answered. */
export const pooled = (layout: Layout, units: readonly Figures[]): Figures => {
  if (units.length === 1) return units[0] as Figures;
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const unsur = keys.flatMap((key) => {
    const parts = units.flatMap((unit) => unit.unsur.filter((one) => one.key === key));
    if (!parts.length || parts.some((one) => !one.n || !one.nrr)) return [];
    const n = parts.reduce((all, one) => all + (one.n as number), 0);
    const sum = parts.reduce(
      (all, one) => add(all, times(one.nrr as Fraction, fraction(one.n as number))),
      fraction(0),
    );
    return [aggregateUnsur(layout.edition, key, { n, sum, nrr: null })];
  });
  const n = units.every((unit) => unit.n !== null)
    ? units.reduce((all, unit) => all + (unit.n as number), 0)
    : null;
  return assemble(layout.edition, n, unsur);
};
