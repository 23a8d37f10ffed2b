import type { ModelDecree, Rendering } from "../model.ts";
import { type Random, seeded } from "../random.ts";
import { annexList, decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { misreadLabel, pollutedNumber } from "./noise.ts";
import { type Mark, Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows, type Style } from "./style.ts";
import { type CellDialect, cell, pageCut, type Unit, units } from "./units.ts";

/** How number, label and content share the cells of a row. */
export type TabShape = "three" | "colon" | "joint" | "own-row" | "one-cell" | "no-number";

export interface TabLayout {
  name: string;
  shape: TabShape;
  fixed?: Partial<Style>;
  dialects?: readonly CellDialect[];
}

const same = (line: string) => line;

interface Cells {
  shape: TabShape;
  /** The document's usual dialect, at times another. */
  dialect(): CellDialect;
  page: Page;
  random: Random;
  style: Style;
}

/** Rows of cells with tabs between them, cut by page ends. */
export function renderTab(decree: ModelDecree, seed: number, layout: TabLayout): Rendering {
  const random = seeded(seed * 31 + layout.name.length);
  const style = makeStyle(random, {
    ...(layout.shape === "own-row" ? { tableHead: null } : {}),
    ...layout.fixed,
  });
  const page = new Page();
  const dialects = layout.dialects ?? ["ol", "p", "div", "run"];
  const usual = random.pick(dialects);
  const cells: Cells = {
    shape: layout.shape,
    dialect: () => (random.chance(0.85) ? usual : random.pick(dialects)),
    page,
    random,
    style,
  };
  const head = decreeHead(page, decree, style, same);
  annexList(page, decree, style, (row) => page.put(row.join("\t")), same);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      if (style.serviceForm === "caption-row")
        page.put(`Jenis Pelayanan : ${service.no}. ${service.name}\t\t`);
      if (style.serviceForm === "name-row") page.put(`Nama Layanan\t${service.name}\t`);
      for (const row of planRows(service, style)) putRow(row, cells);
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, same);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  return {
    layout: layout.name,
    fileName: `${layout.name}-${seed}.txt`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}

const columns = (shape: TabShape) => (shape === "colon" ? 4 : shape === "three" ? 3 : 2);

function putRow(row: PlannedRow, cells: Cells): void {
  const { page, shape, style } = cells;
  const rest = "\t".repeat(columns(shape) - 1);
  if (row.kind === "divider") {
    const loose = shape === "own-row";
    if (row.half === 1 && loose) page.blank();
    page.put(loose ? row.title : row.title + rest);
    if (loose) page.blank();
    return;
  }
  if (row.kind === "head") {
    page.put(
      shape === "three" || shape === "colon"
        ? row.cells.join("\t")
        : shape === "no-number"
          ? row.cells.slice(1).join("\t")
          : `${row.cells[1]}\t${row.cells[2]}`,
    );
    return;
  }
  if (row.kind === "other") {
    putText(row.no, row.label, row.text, cells);
    return;
  }
  page.at(row.key);
  const pieces = units(row.part.content);
  const cut = pageCut(pieces, cells.random, style.breaks);
  putPart(row, cut ? cut[0] : pieces, cells);
  if (cut) putContinuation(cut[1], cells);
}

function putPart(row: PlannedRow & { kind: "part" }, pieces: readonly Unit[], cells: Cells): void {
  const { random, style } = cells;
  const text = cell(pieces, cells.dialect(), random.chance(0.1));
  const no = style.noise ? pollutedNumber(row.no, random) : row.no;
  putText(
    no,
    style.noise ? misreadLabel(row.label, random) : row.label,
    text,
    cells,
    text ? "both" : "label",
  );
}

function putText(no: string, label: string, text: string, cells: Cells, mark?: Mark): void {
  const { page, shape } = cells;
  switch (shape) {
    case "three":
      page.put(`${no}\t${label}\t${text}`, mark);
      break;
    case "colon":
      page.put(`${no}\t${label}\t:\t${text}`, mark);
      break;
    case "joint":
      page.put(`${no} ${label}\t${text}`, mark);
      break;
    case "no-number":
      page.put(`${label}\t${text}`, mark);
      break;
    case "one-cell":
      page.put(`${no}\t<p>${label}</p> ${text}`, mark);
      break;
    case "own-row":
      page.put(`${no}\t${label}`, mark && "label");
      page.put(`\t${text}`, mark && text ? "content" : undefined);
      break;
  }
}

/** A page ends: blank lines, then rows whose first cells are empty, at times with a row of dashes over or under them. */
function putContinuation(pieces: readonly Unit[], cells: Cells): void {
  const { page, shape, random } = cells;
  const indent = "\t".repeat(columns(shape) - 1);
  const dashes = random.chance(0.3) ? random.pick(["over", "under"] as const) : "none";
  const rule = Array(columns(shape)).fill("--").join("\t");
  if (dashes === "over") page.put(rule);
  page.blank(random.int(1, 2));
  page.put(indent + cell(pieces, cells.dialect()), "content");
  if (dashes === "under") page.put(rule);
}
