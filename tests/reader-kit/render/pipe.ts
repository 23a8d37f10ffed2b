import type { ModelDecree, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { annexList, decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, planRows, type Style } from "./style.ts";
import { cell, pageCut, units } from "./units.ts";

const same = (line: string) => line;
const pipes = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const rule = pipes(["---", "---", "---"]);

/** Markdown tables with pipes; `<br>` parts the lines of a cell, and a new table begins where a page ends. */
export function renderPipe(
  decree: ModelDecree,
  seed: number,
  name: string,
  fixed: Partial<Style> = {},
): Rendering {
  const random = seeded(seed * 37 + 5);
  const style = makeStyle(random, fixed);
  const page = new Page();
  const head = decreeHead(page, decree, style, same);
  let first = true;
  annexList(
    page,
    decree,
    style,
    (cells) => {
      page.put(pipes(cells));
      if (first) page.put(rule);
      first = false;
    },
    same,
  );
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      let ruled = false;
      const putRow = (cells: readonly string[], mark?: "both" | "label") => {
        page.put(pipes(cells), mark);
        if (!ruled) page.put(rule);
        ruled = true;
      };
      if (style.serviceForm === "name-row") putRow(["Nama Layanan", service.name, ""]);
      for (const row of planRows(service, style)) {
        if (row.kind === "divider") putRow([row.title, "", ""]);
        else if (row.kind === "head") putRow(row.cells);
        else if (row.kind === "other") putRow([row.no, row.label, row.text]);
        else {
          page.at(row.key);
          const pieces = units(row.part.content);
          const cut = pageCut(pieces, random, style.breaks);
          putRow([row.no, row.label, cell(cut ? cut[0] : pieces, "br")], pieces.length ? "both" : "label");
          if (!cut) continue;
          page.blank();
          page.put(pipes(["", "", cell(cut[1], "br")]), "content");
          page.put(rule);
        }
      }
      page.blank();
      page.close();
    }
  });
  decreeFoot(page, decree, same);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  return {
    layout: name,
    fileName: `${name}-${seed}.md`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}
