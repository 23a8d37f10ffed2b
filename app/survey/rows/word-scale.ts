import type { UnsurKey } from "../editions.ts";
import { words } from "../text.ts";
import { type AnswerRules, isOwnAnswer, type Strength, strengthOf, type WordScale } from "./answers.ts";

const MAX_TEXTS = 2000;

/** Gathers how strongly the words of each column speak: from that follows which scale of words a file has. */
export class WordScales {
  readonly #texts = new Map<number, Set<string>>();
  readonly #strengths = new Map<number, Set<Strength>>();
  /** Was there any text longer than a mark? */
  any = false;

  /** @param unsur of the column; null in long tables, where one column answers all of them. */
  see(column: number, unsur: UnsurKey | null, cell: string): void {
    if (cell.length < 3) return;
    const texts = this.#texts.get(column) ?? new Set();
    if (texts.has(cell) || texts.size > MAX_TEXTS) return;
    this.#texts.set(column, texts.add(cell));
    this.any = true;
    const text = cell.replace(/^\W*\w\W+(?=\w{3})/, "");
    // "Cukup" and "Buruk" have their own place among the answers to sarana.
    if (isOwnAnswer(text, unsur ?? "sarana")) return;
    const strength = strengthOf(text);
    if (strength) this.#strengths.set(column, (this.#strengths.get(column) ?? new Set()).add(strength));
  }

  #some(wanted: readonly Strength[]): boolean {
    return [...this.#strengths.values()].some((one) => wanted.every((strength) => one.has(strength)));
  }

  #anywhere(wanted: Strength): boolean {
    return this.#some([wanted]);
  }

  get scale(): WordScale {
    return this.#anywhere("very not") && this.#anywhere("not") && !this.#anywhere("less")
      ? "likert"
      : "official";
  }

  /** A middle beside "sangat tidak" and "tidak", or beside "tidak" and "kurang": five steps. */
  get fiveSteps(): boolean {
    const veryNot = this.#anywhere("very not") && this.#anywhere("not") && this.#anywhere("middle");
    return veryNot || this.#some(["not", "less", "middle"]);
  }

  /** How the words of one column are read: what else stands in it decides. */
  of(column: number): Pick<AnswerRules, "words" | "enoughIsTwo" | "dearIsOne"> {
    const one = this.#strengths.get(column) ?? new Set();
    const texts = [...(this.#texts.get(column) ?? [])].map(words);
    const steps = one.has("very not") && one.has("not") && !one.has("less");
    return {
      words: steps ? "likert" : this.scale,
      enoughIsTwo: one.has("middle") && one.has("not") && !one.has("less") && !one.has("very not"),
      dearIsOne: texts.includes("mahal") && texts.some((text) => /^(?:cukup|agak|kurang) mahal$/.test(text)),
    };
  }
}
