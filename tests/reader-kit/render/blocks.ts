import type { ModelDecree, Rendering } from "../model.ts";
import { type Frame, renderFrame } from "./frame.ts";
import type { Page } from "./page.ts";
import { type PlannedRow, planRows } from "./style.ts";
import { plainLines, units, wrap } from "./units.ts";

type PartRow = Extract<PlannedRow, { kind: "part" }>;

/** How one component is printed without a table. `inline`: all of them in one paragraph. */
export type BlockShape =
  | "md-headings"
  | "md-bullets"
  | "key-value"
  | "lettered-plain"
  | "inline"
  | "upper-lines";

const FIXED: Record<BlockShape, Omit<Frame, "name">> = {
  "md-headings": { ext: "md", fixed: { serviceForm: "md", bagianForm: "md" } },
  "md-bullets": { ext: "md", fixed: { serviceForm: "md", bagianForm: "md" } },
  "key-value": { ext: "txt", fixed: { serviceForm: "jenis-upper" } },
  "lettered-plain": {
    ext: "txt",
    fixed: { serviceForm: "no-jenis", numbers: "letter", restart: false, dot: "." },
  },
  inline: { ext: "txt", fixed: { serviceForm: "jenis-no", restart: false, dot: "." } },
  "upper-lines": { ext: "txt", fixed: { serviceForm: "no-jenis", upper: true } },
};

/** Column at which the values of `key-value` begin. */
const VALUE_AT = 44;

const putPart = (page: Page, row: PartRow, shape: BlockShape): void => {
  page.at(row.key);
  const lines = plainLines(units(row.part.content));
  const number = row.no.endsWith(".") ? row.no : `${row.no}.`;
  switch (shape) {
    case "md-headings":
      page.put(`### ${number} ${row.label}`, "label");
      page.blank();
      for (const line of lines) page.put(line, "content");
      page.blank();
      return;
    case "md-bullets":
      if (lines.length < 2) {
        page.put(`- **${row.label}:** ${lines[0] ?? ""}`.trimEnd(), lines.length ? "both" : "label");
        return;
      }
      page.put(`- **${row.label}:**`, "label");
      for (const line of lines) page.put(`  ${/^[-•]/.test(line) ? line : `- ${line}`}`, "content");
      return;
    case "key-value": {
      const wrapped = lines.flatMap((line) => wrap(line, 60));
      page.put(
        `${row.label.padEnd(VALUE_AT)}: ${wrapped[0] ?? ""}`.trimEnd(),
        wrapped.length ? "both" : "label",
      );
      for (const line of wrapped.slice(1)) page.put(`${" ".repeat(VALUE_AT + 2)}${line}`, "content");
      return;
    }
    case "lettered-plain":
    case "upper-lines":
      page.put(shape === "upper-lines" ? row.label : `${number} ${row.label}`, "label");
      for (const line of lines) page.put(line, "content");
      if (shape === "upper-lines") page.blank();
      return;
    case "inline":
      return;
  }
};

/** All components of a service in one paragraph, each announced by number and label. */
const putInline = (page: Page, rows: readonly PartRow[]): void => {
  const at = page.next;
  page.put(
    rows
      .map((row) => `${row.no} ${row.label}: ${plainLines(units(row.part.content)).join(" ")}`.trimEnd())
      .join(" "),
  );
  for (const row of rows) page.mark(row.key, at, units(row.part.content).length > 0 ? "both" : "label");
};

export const renderBlocks = (decree: ModelDecree, seed: number, name: string, shape: BlockShape): Rendering =>
  renderFrame(decree, seed, { name, ...FIXED[shape] }, (page, service, style) => {
    const rows = planRows(service, style).filter((row) => row.kind === "part");
    if (shape === "inline") putInline(page, rows);
    else for (const row of rows) putPart(page, row, shape);
  });
