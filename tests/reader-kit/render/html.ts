import type { ModelDecree, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { annexList, decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading, printedNo, serviceHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle, type PlannedRow, planRows, type Style } from "./style.ts";
import { type Unit, units } from "./units.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const para = (line: string) => `<p>${escaped(line)}</p>`;
const heading = (line: string) => `<h3>${escaped(line)}</h3>`;

/** A whole HTML document with real tables: spans over columns and rows, lists with list items. */
export function renderHtml(
  decree: ModelDecree,
  seed: number,
  name: string,
  fixed: Partial<Style> = {},
): Rendering {
  const random = seeded(seed * 41 + 7);
  const style = makeStyle(random, fixed);
  const page = new Page();
  page.putAll([
    "<!DOCTYPE html>",
    '<html lang="id">',
    "<head>",
    '<meta charset="utf-8">',
    "<title>Keputusan</title>",
    "</head>",
    "<body>",
  ]);
  const head = decreeHead(page, decree, style, para);
  if (style.declared === "annex-table") page.put("<table>");
  annexList(
    page,
    decree,
    style,
    (cells) => page.put(`<tr>${cells.map((c) => `<td>${escaped(c)}</td>`).join("")}</tr>`),
    (line) => (line.startsWith("B.") ? `</table>${para(line)}` : para(line)),
  );
  const spanned = random.chance(0.4);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, heading);
    for (const service of bagian.services) {
      page.open(bagian.name, { ...service, no: printedNo(service, style) ?? "" });
      serviceHeading(page, service, style, heading);
      page.put('<table border="1">');
      if (style.serviceForm === "name-row")
        page.put(`<tr><th colspan="2">Nama Layanan</th><td>${escaped(service.name)}</td></tr>`);
      for (const row of planRows(service, style)) putRow(page, row, spanned);
      page.put("</table>");
      page.close();
    }
  });
  decreeFoot(page, decree, para);
  page.putAll(["</body>", "</html>"]);
  const services = page.services.map((s) => ({ ...s, no: s.no || null }));
  return {
    layout: name,
    fileName: `${name}-${seed}.html`,
    text: `${page.lines.join("\n")}\n`,
    truth: { decrees: [head], services, findings: [] },
  };
}

function putRow(page: Page, row: PlannedRow, spanned: boolean): void {
  if (row.kind === "divider") {
    page.put(`<tr><td colspan="3"><b>${escaped(row.title)}</b></td></tr>`);
    return;
  }
  if (row.kind === "head") {
    page.put(`<tr>${row.cells.map((c) => `<th>${escaped(c)}</th>`).join("")}</tr>`);
    return;
  }
  if (row.kind === "other") {
    page.put(`<tr><td>${row.no}</td><td>${escaped(row.label)}</td><td>${escaped(row.text)}</td></tr>`);
    return;
  }
  page.at(row.key);
  const pieces = units(row.part.content);
  const split = spanned && pieces.length > 2;
  const rows = split ? [pieces.slice(0, 2), pieces.slice(2)] : [pieces];
  const span = split ? ' rowspan="2"' : "";
  page.put("<tr>");
  page.put(`<td${span}>${row.no}</td><td${span}>${escaped(row.label)}</td>`, "label");
  putCell(page, rows[0] ?? []);
  page.put("</tr>");
  if (!rows[1]) return;
  page.put("<tr>");
  putCell(page, rows[1]);
  page.put("</tr>");
}

function putCell(page: Page, pieces: readonly Unit[]): void {
  if (pieces.length === 0) {
    page.put("<td></td>");
    return;
  }
  page.put("<td>");
  let list = false;
  for (const piece of pieces) {
    const item = piece.kind === "text" && piece.item;
    if (item !== list) page.put(item ? '<ol style="list-style: none">' : "</ol>");
    list = item;
    if (piece.kind === "table") {
      page.put("<table>");
      for (const row of piece.rows)
        page.put(`<tr>${row.map((c) => `<td>${escaped(c)}</td>`).join("")}</tr>`, "content");
      page.put("</table>");
    } else if (piece.kind === "chart")
      page.put(`<p>${piece.nodes.map(escaped).join(" &rarr; ")}</p>`, "content");
    else page.put(item ? `<li>${escaped(piece.text)}</li>` : para(piece.text), "content");
  }
  if (list) page.put("</ol>");
  page.put("</td>");
}
