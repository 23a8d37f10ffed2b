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
): Rendering {
  const random = seeded(seed * 47 + 13);
  const style = makeStyle(random, fixed);
  if (style.declared === "annex-table") style.declared = "diktum";
  const page = new Page();
  const head = decreeHead(page, decree, style, same);
  const leaf = new Leaf(page, random, style);
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

/** Counts lines to a page and ends it in the midst of a row. */
class Leaf {
  #left: number;
  #number = 3;
  readonly #page: Page;
  readonly #random: Random;
  readonly #style: Style;

  constructor(page: Page, random: Random, style: Style) {
    this.#page = page;
    this.#random = random;
    this.#style = style;
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
    const lines = Array.from({ length: height }, (_, i) =>
      columns(i === 0 ? row.no : "", label[i] ?? "", text[i] ?? ""),
    );
    const marks = lines.map((_, i): Mark => {
      const said = i < text.length;
      return i < label.length ? (said ? "both" : "label") : "content";
    });
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
