import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { ModelBagian, ModelDecree, ModelService, Rendering } from "../model.ts";
import { seeded } from "../random.ts";
import { asIs } from "./frame.ts";
import { decreeFoot, decreeHead } from "./head.ts";
import { bagianHeading } from "./headings.ts";
import { Page } from "./page.ts";
import { makeStyle } from "./style.ts";
import { cell, units } from "./units.ts";

/** One table a bagian: `rows`, every service a row and the components columns; `columns`, the other way round. */
export type WideShape = "rows" | "columns";
export type WideDialect = "pipe" | "tab" | "html";

const written = (cells: readonly string[], dialect: WideDialect): string => {
  if (dialect === "pipe") return `| ${cells.join(" | ")} |`;
  if (dialect === "tab") return cells.join("\t");
  return `<tr>${cells.map((c) => `<td>${c}</td>`).join("")}</tr>`;
};

/** The first label that the bagian's services print for a component. */
const labelOf = (services: readonly ModelService[], key: ComponentKey): string =>
  services.map((one) => one.components[key]?.label).find((label) => label !== undefined) ?? key;

const contentOf = (service: ModelService, key: ComponentKey, dialect: WideDialect): string =>
  cell(units(service.components[key]?.content ?? ""), dialect === "tab" ? "run" : "br");

export function renderWide(
  decree: ModelDecree,
  seed: number,
  name: string,
  shape: WideShape,
  dialect: WideDialect,
): Rendering {
  const random = seeded(seed * 59 + 3);
  const style = makeStyle(random, { serviceForm: "none", tableHead: null, dividers: null });
  if (style.declared === "annex-table") style.declared = "diktum";
  const page = new Page();
  const head = decreeHead(page, decree, style, asIs);
  decree.bagian.forEach((bagian, i) => {
    bagianHeading(page, bagian, i, style, asIs);
    if (dialect === "html") page.put("<table>");
    if (shape === "rows") putServiceRows(page, bagian, dialect);
    else putServiceColumns(page, bagian, dialect);
    if (dialect === "html") page.put("</table>");
    page.blank();
  });
  decreeFoot(page, decree, asIs);
  return {
    layout: name,
    fileName: `${name}-${seed}.${dialect === "html" ? "html" : dialect === "pipe" ? "md" : "txt"}`,
    text: `${page.lines.join("\n")}\n`,
    truth: {
      decrees: [head],
      services: page.services.map((s) => ({ ...s, no: s.no || null })),
      findings: [],
    },
  };
}

const ruleOf = (count: number, dialect: WideDialect): string[] =>
  dialect === "pipe" ? [`|${" --- |".repeat(count)}`] : [];

const absent = (service: ModelService): ModelService => ({
  ...service,
  // A column cannot be absent for one service alone: its cell is empty.
  components: Object.fromEntries(
    COMPONENT_KEYS.map((key) => [key, service.components[key] ?? { label: key, content: "" }]),
  ) as ModelService["components"],
});

function putServiceRows(page: Page, bagian: ModelBagian, dialect: WideDialect): void {
  const labels = COMPONENT_KEYS.map((key) => labelOf(bagian.services, key));
  const title = page.next;
  page.put(written(["No.", "Jenis Layanan", ...labels], dialect));
  page.putAll(ruleOf(labels.length + 2, dialect));
  for (const service of bagian.services) {
    const at = page.next;
    page.open(bagian.name, absent(service));
    const cells = COMPONENT_KEYS.map((key) => contentOf(service, key, dialect));
    page.put(written([`${service.no}.`, service.name, ...cells], dialect));
    COMPONENT_KEYS.forEach((key, i) => {
      page.mark(key, title, "label");
      if (cells[i] !== "") page.mark(key, at, "content");
    });
    page.close();
  }
}

function putServiceColumns(page: Page, bagian: ModelBagian, dialect: WideDialect): void {
  const title = page.next;
  page.put(written(["No.", "Komponen", ...bagian.services.map((one) => one.name)], dialect));
  page.putAll(ruleOf(bagian.services.length + 2, dialect));
  const lines = COMPONENT_KEYS.map((key, i) => {
    const at = page.next;
    const cells = bagian.services.map((service) => contentOf(service, key, dialect));
    page.put(written([`${i + 1}.`, labelOf(bagian.services, key), ...cells], dialect));
    return at;
  });
  for (const service of bagian.services) {
    page.open(bagian.name, { ...absent(service), no: "" }, title);
    COMPONENT_KEYS.forEach((key, i) => {
      const filled = contentOf(service, key, dialect) !== "";
      page.mark(key, lines[i] as number, filled ? "both" : "label");
    });
    page.close();
  }
}
