import type { ModelDecree, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, type LineForm, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows } from "./style.ts";
import { plainLines, units } from "./units.ts";

/** `stacked`: each cell of the table a paragraph of its own; `run-on`: number, label and content set in one line without any sign. */
export type ExtractedShape = "stacked" | "run-on";

const same: LineForm = (line) => line;
/** Characters of the label column: longer labels stand on several lines. */
const LABEL_WIDTH = 24;

/** A label as a narrow column wraps it. */
const wrapped = (label: string): string[] => {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LABEL_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** Tables whose borders are gone, as tools give them that take the words out of a page. */
export function renderExtracted(
  decree: ModelDecree,
  seed: number,
  name: string,
  shape: ExtractedShape,
): Rendering {
  const random = seeded(seed * 53 + 7);
  const style = makeStyle(random, {
    tableHead: null,
    breaks: 0,
    numbers: "arabic",
    serviceForm: "jenis-no",
  });
  if (style.declared === "annex-table") style.declared = "diktum";
  const page = new Page();
  const head = decreeHead(page, decree, style, same);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      for (const row of planRows(service, style)) putRow(page, row, shape);
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, same);
  return {
    layout: name,
    fileName: `${name}-${seed}.txt`,
    text: `${page.lines.join("\n")}\n`,
    truth: {
      decrees: [head],
      services: page.services.map((s) => ({ ...s, no: s.no || null })),
      findings: [],
    },
  };
}

function putRow(page: Page, row: PlannedRow, shape: ExtractedShape): void {
  if (row.kind === "head" || row.kind === "other") return;
  if (row.kind === "divider") {
    page.blank();
    page.put(row.title);
    page.blank();
    return;
  }
  page.at(row.key);
  const lines = plainLines(units(row.part.content));
  const number = row.no.endsWith(".") ? row.no : `${row.no}.`;
  if (shape === "run-on") {
    page.put(`${number} ${[row.label, ...lines.slice(0, 1)].join(" ")}`, lines.length > 0 ? "both" : "label");
    page.putAll(lines.slice(1), "content");
    return;
  }
  page.put(number);
  page.blank();
  page.putAll(wrapped(row.label), "label");
  page.blank();
  page.putAll(lines, "content");
  page.blank();
}
