import type { Layout } from "../columns/layout.ts";
import type { UnsurKey } from "../editions.ts";
import type { Row } from "../files/table.ts";
import { clean } from "../text.ts";
import { RowsToCome } from "./persons.ts";
import { ROWS_A_STEP, type Steps } from "./result.ts";
import { SeenTexts } from "./seen.ts";

/** Which respondent a row belongs to: by submission id or respondent; without one, an unsur that comes back begins the next. */
export class Keeper {
  readonly #columns: readonly number[];
  readonly #byId: boolean;
  #block = 0;
  #seen = new Set<UnsurKey>();
  #last: { key: string; identity: string | null } | null = null;

  constructor({ columns }: Layout, counters: ReadonlySet<number>) {
    const held = columns.filter(({ index }) => !counters.has(index));
    const ids = held.filter((column) => column.field === "submission");
    const persons = held.filter((column) => ["number", "timestamp", "personal"].includes(column.field ?? ""));
    this.#byId = ids.length > 0;
    this.#columns = (this.#byId ? ids : persons).map(({ index }) => index);
  }

  of(cells: readonly string[], unsur: UnsurKey): { key: string; identity: string | null } {
    let text = "";
    for (let at = 0; at < this.#columns.length; at++)
      text += (at === 0 ? "" : "\u001f") + clean(cells[this.#columns[at] as number] ?? "");
    if (text.replaceAll("\u001f", "") !== "") {
      const person = { key: `p${text}`, identity: this.#byId ? `id:${text}` : null };
      if (this.#last?.key !== person.key) this.#seen = new Set();
      this.#seen.add(unsur);
      this.#last = person;
      return person;
    }
    // Named once, at the first of his answers: cells that were merged on the sheet.
    if (this.#last && !this.#seen.has(unsur)) {
      this.#seen.add(unsur);
      return this.#last;
    }
    this.#last = null;
    if (this.#seen.has(unsur)) {
      this.#block++;
      this.#seen = new Set();
    }
    this.#seen.add(unsur);
    return { key: `b${this.#block}`, identity: null };
  }
}

/** After so many cells most numbers are known for what they are. */
const FIRST_LOOK = 400;
/** Fewer cells than this tell nothing. */
const LEAST_CELLS = 4;

/** A running number as programs write it: only then do equal numbers have equal texts. */
const RUNNING = /^[1-9]\d{0,8}$/;

/**
 * Do the cells of a column never come back, or seldom? Then they count answers. Numbers that follow one another, as most
 * such columns have them, are kept as the first and the last: a million of them take no room.
 */
class ComingBack {
  readonly index: number;
  readonly #seen = new SeenTexts();
  #first = 0;
  #last = -1;
  filled = 0;
  #distinct = 0;

  constructor(index: number) {
    this.index = index;
  }

  see(cells: readonly string[]): void {
    const text = clean(cells[this.index] ?? "");
    if (text === "") return;
    this.filled++;
    if (!this.#sawBefore(text)) this.#distinct++;
  }

  #sawBefore(text: string): boolean {
    const number = RUNNING.test(text) ? Number(text) : null;
    if (number === null) return this.#seen.seen(text);
    if (number >= this.#first && number <= this.#last) return true;
    if (this.filled > 1 && number !== this.#last + 1) return this.#seen.seen(text);
    if (this.filled === 1) this.#first = number;
    this.#last = number;
    return this.#seen.has(text);
  }

  get countsAnswers(): boolean {
    return this.filled >= LEAST_CELLS && this.#distinct * 2 > this.filled;
  }
}

/**
 * How many rows each respondent has, and which columns of numbers or ids hold no respondent together because they count
 * answers. Where rows are sorted by question an id comes back only after all respondents: the first rows raise the doubt,
 * all rows decide, and are gone through once more where they decide otherwise.
 */
export function* rowsToCome(
  rows: () => Iterable<Row>,
  layout: Layout,
  unsurOf: (row: Row) => UnsurKey | null,
): Steps<{ toCome: RowsToCome; counters: ReadonlySet<number> }> {
  const looks = layout.columns
    .filter(({ field }) => field === "number" || field === "submission")
    .map(({ index }) => new ComingBack(index));
  for (const { cells } of rows()) {
    if (looks.every(({ filled }) => filled >= FIRST_LOOK)) break;
    for (const one of looks) if (one.filled < FIRST_LOOK) one.see(cells);
  }
  let doubtful = looks.filter((one) => one.countsAnswers).map(({ index }) => new ComingBack(index));
  for (;;) {
    const counters = new Set(doubtful.map(({ index }) => index));
    const toCome = new RowsToCome();
    const keeper = new Keeper(layout, counters);
    for (const row of rows()) {
      for (const one of doubtful) one.see(row.cells);
      const key = unsurOf(row);
      if (key) toCome.add(keeper.of(row.cells, key).key);
      if (row.row % ROWS_A_STEP === 0) yield;
    }
    const sure = doubtful.filter((one) => one.countsAnswers);
    if (sure.length === doubtful.length) return { toCome, counters };
    doubtful = sure.map(({ index }) => new ComingBack(index));
  }
}
