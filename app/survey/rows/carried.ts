import type { Layout } from "../columns/layout.ts";
import { PLACE_FIELDS } from "./place.ts";

/** Names of units that stand at their first row alone: cells that were merged on the sheet. */
export class CarriedDown {
  readonly #columns: readonly number[];
  #last: string[] = [];

  constructor({ columns }: Layout) {
    this.#columns = PLACE_FIELDS.flatMap((field) => columns.findIndex((one) => one.field === field)).filter(
      (at) => at >= 0,
    );
  }

  forget(): void {
    this.#last = [];
  }

  filled(cells: readonly string[]): readonly string[] {
    const all = [...cells];
    for (const [depth, at] of this.#columns.entries()) {
      const cell = cells[at] ?? "";
      // What stands below a new unit begins anew.
      if (cell !== "" && cell !== this.#last[depth]) this.#last.length = depth;
      if (cell !== "") this.#last[depth] = cell;
      else all[at] = this.#last[depth] ?? "";
    }
    return all;
  }
}
