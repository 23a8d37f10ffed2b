import type { Layout } from "../../columns/layout.ts";
import type { SkmOptions, SkmRejected } from "../../schema.ts";
import { Blocks } from "../blocks.ts";
import { type Context, Placer } from "../place.ts";
import type { ReadLimits } from "../result.ts";
import { Units } from "./units.ts";

/** What the rows of a table of figures tell together, whatever its form. */
export class AggregateTable {
  readonly counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  readonly rejected: SkmRejected[] = [];
  readonly units = new Units();
  readonly blocks: Blocks;
  placer: Placer;
  /** The index that the table prints of itself. */
  printed: string | null = null;
  /** Respondents that titles or foot tell of the whole table. */
  stated: number | null = null;
  readonly #layout: Layout;
  readonly #options: SkmOptions;
  readonly #limits: ReadLimits;

  constructor(layout: Layout, context: Context, options: SkmOptions, limits: ReadLimits) {
    this.#layout = layout;
    this.#options = options;
    this.#limits = limits;
    this.blocks = new Blocks(layout, context, options);
    this.placer = new Placer(layout, context, options);
  }

  /** Before a row of figures: what titles above it have said counts from here. True where they said something. */
  begin(): boolean {
    if (!this.blocks.begins()) return false;
    this.placer = new Placer(this.#layout, this.blocks.context, this.#options);
    return true;
  }

  reject(one: SkmRejected): void {
    this.counts.rejected++;
    if (this.rejected.length < this.#limits.rejected) this.rejected.push(one);
    this.#limits.sink.rejected?.(one);
  }
}
