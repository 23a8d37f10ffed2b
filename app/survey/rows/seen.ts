/** Two 32-bit hashes of a text (FNV-1a with different seeds): 64 bits, so that a million rows do not meet by chance. */
export const textHashes = (text: string): [number, number] => {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [a | 0, b | 0 || 1];
};

/** A set of texts that keeps two to four places of eight bytes each: a million identities fit into 32 MB. */
export class SeenTexts {
  #low = new Int32Array(1 << 12);
  #high = new Int32Array(1 << 12);
  #size = 0;

  /** Was this text added? */
  has(text: string): boolean {
    if (this.#size === 0) return false;
    const [low, high] = textHashes(text);
    const mask = this.#low.length - 1;
    for (let at = (low ^ (high >>> 7)) & mask; this.#high[at] !== 0; at = (at + 1) & mask)
      if (this.#low[at] === low && this.#high[at] === high) return true;
    return false;
  }

  /** Adds a text; true where it was there before. */
  seen(text: string): boolean {
    const [low, high] = textHashes(text);
    if (this.#put(low, high)) return true;
    if (++this.#size * 2 > this.#low.length) this.#grow();
    return false;
  }

  #put(low: number, high: number): boolean {
    const mask = this.#low.length - 1;
    for (let at = (low ^ (high >>> 7)) & mask; ; at = (at + 1) & mask) {
      // The high half is never nought: nought marks a free place.
      if (this.#high[at] === 0) {
        this.#low[at] = low;
        this.#high[at] = high;
        return false;
      }
      if (this.#low[at] === low && this.#high[at] === high) return true;
    }
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    this.#low = new Int32Array(low.length * 2);
    this.#high = new Int32Array(high.length * 2);
    high.forEach((one, at) => {
      if (one !== 0) this.#put(low[at] as number, one);
    });
  }
}
