import { Buffer } from "node:buffer";

/** Texts that were asked for lately are kept ready: most cells of a survey repeat few of them. */
const LATELY = 1024;
/** What a text costs besides its characters, bytes. */
const OVERHEAD = 8;

/**
 * Texts by number, in one run of bytes: a table of a million costs its characters and four bytes each, and nothing of the
 * text that it was cut from is kept with it.
 */
export class PackedTexts {
  readonly #most: number;
  #bytes = Buffer.alloc(1 << 12);
  /** Where each text ends. */
  #ends = new Uint32Array(1 << 8);
  #size = 0;
  readonly #lately: (readonly [number, string])[] = [];

  /** @param most bytes that all texts together may take */
  constructor(most: number) {
    this.#most = most;
  }

  /** Adds a text behind the others; false where there is no room for it. */
  add(text: string): boolean {
    const from = this.#startOf(this.#size);
    const to = from + Buffer.byteLength(text);
    if (to + (this.#size + 1) * OVERHEAD > this.#most) return false;
    if (to > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(to, Math.min(this.#most, this.#bytes.length * 2)));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    if (this.#size === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#bytes.write(text, from);
    this.#ends[this.#size++] = to;
    return true;
  }

  /** The text that was added after so many others; undefined where there is none. */
  at(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#size) return undefined;
    const known = this.#lately[index % LATELY];
    if (known?.[0] === index) return known[1];
    const text = this.#bytes.toString("utf8", this.#startOf(index), this.#ends[index]);
    this.#lately[index % LATELY] = [index, text];
    return text;
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] as number);
  }
}
