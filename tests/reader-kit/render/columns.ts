import type { ModelDecree, Rendering } from "../model.ts";
import { type Random, seeded } from "../random.ts";
import { decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { type Mark, Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows, type Style } from "./style.ts";
import { plainLines, units, wrap } from "./units.ts";

const same = (line: string) => line;
/** Widths of number, label and content in characters. */
const WIDTHS = [5, 24, 56] as const;

const columns = (no: string, label: string, text: string): string =>
  `${no.padEnd(WIDTHS[0])}${label.padEnd(WIDTHS[1])}${text}`.trimEnd();

/** Columns made of spaces: cells wrap line by line, pages end with a number and begin with a catchword. */
export function renderColumns(
  decree: ModelDecree,
  seed: number,
  name: string,
  fixed: Partial<Style> = {},
  /** Cells are centred vertically, with a blank line between rows or without. */
  centred: "close" | "apart" | null = null,
): Rendering {
  const random = seeded(seed * 47 + 13);
  const style = makeStyle(random, fixed);
  if (style.declared === "annex-table") style.declared = "diktum";
  const page = new Page();
  const head = decreeHead(page, decree, style, same);
  const leaf = new Leaf(page, random, style, centred);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      for (const row of planRows(service, style)) leaf.row(row);
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, same);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  return {
    layout: name,
    fileName: `${name}-${seed}.txt`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}

const SIGN = /^[-•]\s/;

/** Counts lines to a page and ends it in the midst of a row. */
class Leaf {
  #left: number;
  #number = 3;
  readonly #page: Page;
  readonly #random: Random;
  readonly #style: Style;
  readonly #centred: "close" | "apart" | null;
  /** 1 where half a line above a centred cell is rounded up, all through the document. */
  readonly #rounded: 0 | 1;
  /** The row before is a list without numbers. */
  #sign = false;

  constructor(page: Page, random: Random, style: Style, centred: "close" | "apart" | null) {
    this.#page = page;
    this.#random = random;
    this.#style = style;
    this.#centred = centred;
    this.#rounded = centred && random.chance(0.5) ? 1 : 0;
    this.#left = random.int(15, 45);
  }

  row(row: PlannedRow): void {
    if (row.kind === "divider") {
      this.#put([row.title]);
      return;
    }
    if (row.kind === "head") {
      this.#put([columns(row.cells[0], row.cells[1], row.cells[2])]);
      return;
    }
    if (row.kind === "other") {
      this.#put([columns(row.no, row.label, row.text)]);
      return;
    }
    this.#page.at(row.key);
    const label = wrap(row.label, WIDTHS[1] - 2);
    const text = plainLines(units(row.part.content)).flatMap((line) => wrap(line, WIDTHS[2]));
    const height = Math.max(label.length, text.length, 1);
    const above = (own: number): number =>
      this.#centred ? Math.floor((height - own + this.#rounded) / 2) : 0;
    const noAt = above(1);
    const labelAt = above(label.length);
    const textAt = above(text.length);
    const lines = Array.from({ length: height }, (_, i) =>
      columns(i === noAt ? row.no : "", label[i - labelAt] ?? "", text[i - textAt] ?? ""),
    );
    const marks = lines.map((_, i): Mark => {
      const said = text[i - textAt] !== undefined;
      return label[i - labelAt] !== undefined ? (said ? "both" : "label") : "content";
    });
    // Where two lists without numbers touch, nobody could tell whose the items between are.
    const touch = SIGN.test(text[0] ?? "") && this.#sign;
    if (this.#centred === "apart" || (this.#centred === "close" && touch)) this.#page.blank();
    this.#sign = text.some((line) => SIGN.test(line));
    this.#put(lines, marks);
  }

  #put(lines: readonly string[], marks: readonly Mark[] = []): void {
    lines.forEach((line, i) => {
      if (this.#left === 0) this.#turn(line);
      this.#page.put(line, marks[i]);
      this.#left -= 1;
    });
  }

  #turn(next: string): void {
    const catchword = next.trim().split(/\s+/).slice(0, 2).join(" ");
    if (this.#random.chance(0.5)) this.#page.put(`${" ".repeat(60)}${catchword} ...`);
    this.#page.blank(2);
    this.#page.put(`${" ".repeat(35)}- ${this.#number} -`);
    this.#page.blank();
    if (this.#style.tableHead && this.#random.chance(0.5)) this.#page.put(columns(...this.#style.tableHead));
    this.#number += 1;
    this.#left = this.#random.int(25, 45);
  }
}
