import type { ModelDecree, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { annexList, decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { type Mark, Page } from "./page.ts";
import { makeStyle, planRows, type Style } from "./style.ts";
import { plainLines, units } from "./units.ts";

/** How a spreadsheet was saved as text: only its tables, or the whole document, each line filled up to the table's width. */
export interface Sheet {
  sign: ";" | ",";
  whole: boolean;
}

const COLUMNS = 3;

/** Cells parted by semicolons or commas, in quotes where they must be; a cell keeps its lines. */
export function renderSheet(
  decree: ModelDecree,
  seed: number,
  name: string,
  { sign, whole }: Sheet,
  fixed: Partial<Style> = {},
): Rendering {
  const random = seeded(seed * 41 + 7);
  const style = makeStyle(random, { breaks: 0, ...fixed });
  const page = new Page();
  const saved = (text: string): string =>
    text.includes(sign) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const record = (cells: readonly string[]): string[] =>
    [...cells, ...Array(Math.max(0, COLUMNS - cells.length)).fill("")].map(saved).join(sign).split("\n");
  const form = (line: string): string => (whole ? (record([line])[0] as string) : line);
  const put = (cells: readonly string[], mark?: Mark): void => {
    const lines = record(cells);
    lines.forEach((line, at) => {
      page.put(line, at === 0 || mark !== "both" ? mark : "content");
    });
  };
  const head = decreeHead(page, decree, style, form);
  annexList(page, decree, style, (cells) => put(cells), form);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, form);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, form);
      if (style.serviceForm === "caption-row") put([`Jenis Pelayanan : ${service.no}. ${service.name}`]);
      if (style.serviceForm === "name-row") put(["Nama Layanan", service.name]);
      for (const row of planRows(service, style)) {
        if (row.kind === "divider") put([row.title]);
        else if (row.kind === "head") put(row.cells);
        else if (row.kind === "other") put([row.no, row.label, row.text]);
        else {
          page.at(row.key);
          const pieces = units(row.part.content);
          put([row.no, row.label, plainLines(pieces).join("\n")], pieces.length ? "both" : "label");
        }
      }
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, form);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  return {
    layout: name,
    fileName: `${name}-${seed}.txt`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}
