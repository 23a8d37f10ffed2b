import { textHashes } from "./seen.ts";

/**
 * How many rows of each respondent are still to come, by respondent: two to four places of twelve bytes each, so that
 * rows of one respondent need not stand together and a million rows still fit.
 */
export class RowsToCome {
  #low = new Int32Array(1 << 12);
  #high = new Int32Array(1 << 12);
  #rows = new Int32Array(1 << 12);
  #size = 0;

  /** One more row of this respondent. */
  add(key: string): void {
    const [low, high] = textHashes(key);
    const at = this.#find(low, high);
    if (this.#high[at] === 0) {
      this.#low[at] = low;
      this.#high[at] = high;
      this.#size++;
    }
    this.#rows[at]!++;
    if (this.#size * 2 > this.#low.length) this.#grow();
  }

  /** One row fewer; true where it was the respondent's last. */
  take(key: string): boolean {
    const [low, high] = textHashes(key);
    const at = this.#find(low, high);
    return --this.#rows[at]! === 0;
  }

  /** The respondent's place, or the free place where he would stand. The high half of a hash is never nought. */
  #find(low: number, high: number): number {
    const mask = this.#low.length - 1;
    let at = (low ^ (high >>> 7)) & mask;
    while (this.#high[at] !== 0 && !(this.#low[at] === low && this.#high[at] === high)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high, rows] = [this.#low, this.#high, this.#rows];
    this.#low = new Int32Array(low.length * 2);
    this.#high = new Int32Array(high.length * 2);
    this.#rows = new Int32Array(rows.length * 2);
    for (let old = 0; old < high.length; old++) {
      if (high[old] === 0) continue;
      const at = this.#find(low[old] as number, high[old] as number);
      this.#low[at] = low[old] as number;
      this.#high[at] = high[old] as number;
      this.#rows[at] = rows[old] as number;
    }
  }
}
