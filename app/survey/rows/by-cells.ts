type Branch<Value> = Map<string, Branch<Value> | Value>;

/**
 * Remembers what was made of several cells together, and of one text besides. Cells are looked up one after the other:
 * joining them into one text for every row is dear. Holds at most `most` values.
 */
export class ByCells<Value extends object> {
  readonly #most: number;
  readonly #root: Branch<Value> = new Map();
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string, cells: readonly string[], columns: readonly number[]): Value | undefined {
    let found = this.#root.get(text);
    for (let at = 0; at < columns.length && found !== undefined; at++)
      found = (found as Branch<Value>).get(cells[columns[at] as number] ?? "");
    return found as Value | undefined;
  }

  /** Keeps a value that `get` did not find, while there is room. `columns`: the same for all values. */
  set(text: string, cells: readonly string[], columns: readonly number[], value: Value): void {
    if (this.#size >= this.#most) return;
    this.#size++;
    let branch = this.#root;
    let key = text;
    for (const column of columns) {
      let next = branch.get(key) as Branch<Value> | undefined;
      if (!next) {
        next = new Map();
        branch.set(key, next);
      }
      branch = next;
      key = cells[column] ?? "";
    }
    branch.set(key, value);
  }
}
