import type { ModelDecree, Rendering } from "../model.ts";
import { type Random, seeded } from "../random.ts";
import { decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, type LineForm, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows, type Style } from "./style.ts";
import { plainLines, units } from "./units.ts";

/** `colon`: "1. Persyaratan : …"; `own-line`: the label alone, the content under it; `word`: Markdown with bold labels. */
export type PlainShape = "colon" | "own-line" | "word";

const same: LineForm = (line) => line;
const bold: LineForm = (line) => (line.startsWith("#") || /^\d|^[a-z]\./.test(line) ? line : `**${line}**`);

/** Paragraphs without any table. */
export function renderPlain(
  decree: ModelDecree,
  seed: number,
  name: string,
  shape: PlainShape,
  fixed: Partial<Style> = {},
): Rendering {
  const random = seeded(seed * 43 + 11);
  const word = shape === "word";
  const style = makeStyle(random, {
    ...(word ? { serviceForm: "md" as const, bagianForm: "md" as const } : {}),
    tableHead: null,
    breaks: 0,
    ...fixed,
  });
  if (style.declared === "annex-table") style.declared = "diktum";
  const page = new Page();
  const head = decreeHead(
    page,
    decree,
    style,
    word ? (line) => (/^(KEPUTUSAN|LAMPIRAN|STANDAR)/.test(line) ? bold(line) : line) : same,
  );
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      for (const row of planRows(service, style)) putRow(page, row, shape, random);
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, word ? bold : same);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  const ext = word ? "md" : "txt";
  return {
    layout: name,
    fileName: `${name}-${seed}.${ext}`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}

function putRow(page: Page, row: PlannedRow, shape: PlainShape, random: Random): void {
  if (row.kind === "head") return;
  if (row.kind === "divider") {
    page.blank();
    page.put(shape === "word" ? `### ${row.title}` : row.title);
    page.blank();
    return;
  }
  if (row.kind === "other") {
    page.put(`${row.no} ${row.label} : ${row.text}`);
    return;
  }
  page.at(row.key);
  const lines = plainLines(units(row.part.content));
  const number = row.no.endsWith(".") ? row.no : `${row.no}.`;
  const single = lines.length === 1;
  if (shape === "own-line") {
    page.put(`${number} ${row.label}`, "label");
    page.putAll(
      lines.map((line) => `   ${line}`),
      "content",
    );
    return;
  }
  if (shape === "word") {
    const label = `**${number} ${row.label}**`;
    if (single && random.chance(0.4)) {
      page.put(`${label}: ${lines[0]}`, "both");
      return;
    }
    page.put(label, "label");
    page.blank();
    page.putAll(lines, "content");
    page.blank();
    return;
  }
  if (lines.length === 0) {
    page.put(`${number} ${row.label} :`, "label");
    return;
  }
  page.put(`${number} ${row.label} : ${lines[0]}`, "both");
  page.putAll(
    lines.slice(1).map((line) => `   ${line}`),
    "content",
  );
}
