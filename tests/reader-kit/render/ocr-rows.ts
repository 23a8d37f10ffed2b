import type { ModelDecree, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { annexList, decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows, type Style } from "./style.ts";
import { plainLines, units, wrap } from "./units.ts";

const same = (line: string) => line;

/** One tab row a line of print, as table recognition leaves it: label and content wrap each in its own cell. */
export function renderOcrRows(
  decree: ModelDecree,
  seed: number,
  name: string,
  fixed: Partial<Style> = {},
): Rendering {
  const random = seeded(seed * 53 + 17);
  const style = makeStyle(random, { tableHead: null, ...fixed });
  const page = new Page();
  const head = decreeHead(page, decree, style, same);
  annexList(page, decree, style, (cells) => page.put(cells.join("\t")), same);
  let left = random.int(20, 40);
  const put = (row: PlannedRow) => {
    if (row.kind === "divider") {
      page.put(`\t${row.title}\t`);
      return;
    }
    if (row.kind === "head") {
      page.put(row.cells.join("\t"));
      return;
    }
    if (row.kind === "other") {
      page.put(`${row.no}\t${row.label}\t${row.text}`);
      return;
    }
    page.at(row.key);
    const label = wrap(row.label, 22);
    const text = plainLines(units(row.part.content)).flatMap((line) => wrap(line, 44));
    for (let i = 0; i < Math.max(label.length, text.length); i++) {
      const said = i < text.length;
      const mark = i < label.length ? (said ? "both" : "label") : "content";
      page.put(`${i === 0 ? row.no : ""}\t${label[i] ?? ""}\t${text[i] ?? ""}`, mark);
      left -= 1;
      if (left > 0 || i + 1 >= text.length) continue;
      page.blank(2);
      left = random.int(20, 40);
    }
  };
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, same);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, same);
      for (const row of planRows(service, style)) put(row);
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
