import type { Layout } from "../columns/layout.ts";
import type { Row } from "../files/table.ts";
import { clean, isEmptyAnswer, words } from "../text.ts";
import { strengthOf } from "./answers.ts";
import { repeatsHeader } from "./blocks.ts";
import { readMoment } from "./dates.ts";
import { FOOT, FOOT_FIRST, NOTE } from "./labels.ts";
import { namesPlace } from "./place.ts";

/** Rows below the header that are nobody's answers. */
export type RowKind = "data" | "blank" | "number_only" | "foot" | "header" | "note";

const SCALE_NOTE =
  /^[([]?\s*(?:(?:skala|skor|nilai|angka|jawaban)[\s:]*)?(?:1\s*(?:[-–—]|s\.?\s?\/?d\.?|sampai)\s*\d{1,3})?\s*[)\]]?$/i;
const SEX = /^(?:[lp]|laki(?:[- ]laki)?|perempuan|pria|wanita)$/i;
const ORDINAL = /^\(?\d{1,9}[.)]?$/;

/** Tells respondents from the other rows of a sheet; remembers what it has seen, so rows come in their order. */
export class Classifier {
  readonly #layout: Layout;
  readonly #unsur: readonly number[];
  readonly #numbers: readonly number[];
  readonly #stamps: readonly number[];
  readonly #sexes: readonly number[];
  readonly #named: readonly number[];
  readonly #firstUnsur: number;
  /** Headers that are figures themselves: a row of answers may look like them. */
  readonly #figuresHead: boolean;
  readonly #all: Sums;
  /** Since a header or title stood among the rows. */
  #block: Sums;
  #footSeen = false;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#unsur = layout.columns.filter((column) => column.unsur).map((column) => column.index);
    this.#numbers = layout.columns
      .filter((column) => column.field === "number" && column.header !== "")
      .map((c) => c.index);
    this.#stamps = layout.columns
      .filter((column) => column.field === "timestamp" || column.field === "date")
      .map((column) => column.index);
    this.#sexes = layout.columns.filter((column) => column.field === "sex").map((column) => column.index);
    this.#named = layout.columns
      .filter(({ field }) => field === "personal" || field === "service" || field === "bagian")
      .map((column) => column.index);
    this.#firstUnsur = Math.min(...this.#unsur);
    this.#figuresHead = this.#unsur.some((at) => ORDINAL.test(layout.header.texts[at] ?? ""));
    this.#all = noSums(this.#unsur.length);
    this.#block = noSums(this.#unsur.length);
  }

  /**
   * Tells the classifier of an accepted row, so that a foot row without a label is known by its sums.
   * @param places where the scores of the unsur columns stand in `scores`, in the order of the columns
   */
  accepted(scores: readonly (number | null)[], places: readonly number[]): void {
    this.#all.n++;
    this.#block.n++;
    for (let at = 0; at < places.length; at++) {
      const score = (scores[places[at] as number] ?? 0) / 100;
      this.#all.sums[at] = (this.#all.sums[at] ?? 0) + score;
      this.#block.sums[at] = (this.#block.sums[at] ?? 0) + score;
    }
  }

  /** A header or title stands among the rows: foot rows below may speak of the rows since then alone. */
  block(): void {
    this.#block = noSums(this.#unsur.length);
    this.#footSeen = false;
  }

  /** A numbered or dated row with a plain figure 1-4 under every unsur, below the first: the common case, told at once. */
  #isPlain(cells: readonly string[]): boolean {
    if (this.#all.n === 0 || this.#figuresHead) return false;
    for (const at of this.#unsur) {
      const cell = cells[at];
      if (cell === undefined || cell.length !== 1 || cell < "1" || cell > "4") return false;
    }
    return this.#isPerson(cells);
  }

  kind({ cells }: Row): RowKind {
    if (this.#isPlain(cells)) return "data";
    const filled: number[] = [];
    for (let at = 0; at < cells.length; at++)
      if (cells[at] !== "" && !isBlank(cells[at] as string)) filled.push(at);
    if (filled.length === 0) return "blank";
    const first = filled[0] as number;
    const label = clean(cells[first] as string);
    if (filled.length === 1 && ORDINAL.test(label) && !this.#unsur.includes(first)) return "number_only";
    if (filled.length <= 2 && this.#isTitle(cells, first)) return "note";
    const hasUnsur = this.#unsur.some((at) => !isEmptyAnswer(clean(cells[at] ?? "")));
    if (this.#isLabel(label, first) && !this.#isPerson(cells) && !this.#isNamed(cells, first, label))
      return this.#foot();
    if (this.#all.n === 0 && this.#isScaleNote(cells)) return "header";
    if (this.#all.n === 0 && isNumbering(filled.map((at) => clean(cells[at] as string)))) return "header";
    if (repeatsHeader(this.#layout.header.texts, cells) && !this.#isPerson(cells)) return "header";
    if (!hasUnsur) {
      if (filled.every((at) => isEmptyAnswer(clean(cells[at] as string)))) return "blank";
      const person = this.#isPerson(cells);
      if (!person && (this.#footSeen || NOTE.test(words(label)))) return "note";
      const lettersInNumber = this.#numbers.includes(first) && !ORDINAL.test(label);
      return !person &&
        this.#numbers.length > 0 &&
        filled.length <= 2 &&
        (lettersInNumber || first !== this.#numbers[0])
        ? "note"
        : "data";
    }
    // Who is a person is asked last: it is the dearest question.
    const note =
      this.#isSignature(cells, filled) ||
      this.#isLegend(cells, first, label) ||
      isRemark(cells, filled, label);
    if (!note && !this.#isUnlabelledFoot(cells)) return "data";
    if (this.#isPerson(cells)) return "data";
    return note ? "note" : this.#foot();
  }

  #foot(): RowKind {
    this.#footSeen = true;
    return "foot";
  }

  /** A number, a moment or a sex in its own column: a respondent, whatever words stand beside it. */
  #isPerson(cells: readonly string[]): boolean {
    for (const at of this.#numbers) if (ORDINAL.test(clean(cells[at] ?? ""))) return true;
    for (const at of this.#stamps) if (cells[at] && readMoment(cells[at] as string, "dmy")) return true;
    for (const at of this.#sexes) if (SEX.test(clean(cells[at] ?? ""))) return true;
    return false;
  }

  /** A person or service whose name begins like a foot row ("Mutu Beton", "Konversi Akta") and who answered 1 to 4. */
  #isNamed(cells: readonly string[], first: number, label: string): boolean {
    return (
      this.#named.includes(first) &&
      !FOOT_FIRST.test(words(label)) &&
      this.#unsur.every((at) => /^[1-4]?$/.test(clean(cells[at] ?? "")))
    );
  }

  #isLabel(label: string, column: number): boolean {
    if (column > this.#firstUnsur && this.#unsur.includes(column)) return false;
    if (/^\d/.test(label)) return false;
    return /^[Σ∑]/.test(label) || (FOOT.test(words(label)) && label.length < 80);
  }

  /** "(1-4)", "Skor 1-4" below the header, under most unsur: what to fill in, not an answer. */
  #isScaleNote(cells: readonly string[]): boolean {
    const filled = this.#unsur.map((at) => clean(cells[at] ?? "")).filter((text) => text !== "");
    return filled.length * 2 > this.#unsur.length && filled.every((text) => SCALE_NOTE.test(text));
  }

  /** A title among the rows, where no column of its own holds such words. */
  #isTitle(cells: readonly string[], first: number): boolean {
    const field = this.#layout.columns[first]?.field ?? null;
    return (
      (field === null || field === "number" || field === "personal") &&
      !this.#isPerson(cells) &&
      namesPlace(cells)
    );
  }

  /** "- NRR | = nilai rata-rata", "Halaman | 2", "Sangat baik | 4": words where numbers or sums stand, and hardly an answer. */
  #isLegend(cells: readonly string[], first: number, label: string): boolean {
    const lettered = this.#numbers.includes(first) && !ORDINAL.test(label);
    if (!(lettered || this.#footSeen) || this.#unsur.includes(first) || !/\p{L}|^\W+$/u.test(label))
      return false;
    const said = this.#unsur.map((at) => clean(cells[at] ?? "")).filter((text) => !isEmptyAnswer(text));
    return said.length <= 1 && this.#unsur.length >= 5;
  }

  /** Place, date and name of who signed, typed under some unsur below the table. */
  #isSignature(cells: readonly string[], filled: readonly number[]): boolean {
    const below = this.#footSeen || (this.#numbers.length > 0 && this.#all.n > 0);
    return (
      below &&
      filled.length <= 2 &&
      filled.every((at) => {
        const text = clean(cells[at] as string);
        return (
          text.length > 4 &&
          /[a-z]{3}/i.test(text) &&
          strengthOf(text) === null &&
          !/^\(?[1-9a-d]\b/i.test(text)
        );
      })
    );
  }

  /** Sums or means of the rows above, under every unsur. */
  #isUnlabelledFoot(cells: readonly string[]): boolean {
    if (this.#all.n < 2) return false;
    const values = this.#unsur.map((at) => Number(clean(cells[at] ?? "").replace(",", ".") || Number.NaN));
    if (values.some(Number.isNaN)) return false;
    return [this.#all, this.#block].some(({ n, sums }) => n > 1 && this.#sumsUp(values, n, sums));
  }

  #sumsUp(values: readonly number[], n: number, sums: readonly number[]): boolean {
    const like = (expected: (sum: number) => number, slack: number) =>
      values.every((value, at) => Math.abs(value - expected(sums[at] as number)) <= slack);
    const fraction = values.some((value) => !Number.isInteger(value));
    return (
      (like((sum) => sum, 1e-9) && values.some((value) => value > 4)) ||
      (fraction && like((sum) => sum / n, 0.0051)) ||
      (fraction && like((sum) => (sum / n) * 0.11, 0.0061)) ||
      (this.#footSeen && like((sum) => (sum / n) * 25, 0.0051))
    );
  }
}

/** "Keterangan", "U8 | = Penanganan pengaduan": words of a note, and no answer. */
const isRemark = (cells: readonly string[], filled: readonly number[], label: string): boolean =>
  filled.length <= 3 &&
  NOTE.test(words(label)) &&
  filled
    .slice(1)
    .every(
      (at) => /\p{L}{3}|^\W+$/u.test(cells[at] as string) && strengthOf(clean(cells[at] as string)) === null,
    );

/** How many rows were accepted, and their scores added up per unsur. */
interface Sums {
  n: number;
  sums: number[];
}

const noSums = (unsur: number): Sums => ({ n: 0, sums: Array.from({ length: unsur }, () => 0) });

const isBlank = (cell: string): boolean => clean(cell) === "";

/** The row (1) (2) (3) … under a header. */
const isNumbering = (texts: readonly string[]): boolean =>
  texts.length >= 5 &&
  texts.every((text, at) => {
    const number = /^[([]?(\d{1,3})[)\].]?$/.exec(text)?.[1];
    const before = /\d+/.exec(texts[at - 1] ?? "")?.[0];
    return number !== undefined && (at === 0 || Number(number) === Number(before) + 1);
  });
