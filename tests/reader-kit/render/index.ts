import type { ModelDecree, Rendering } from "../model.ts";
import { type BlockShape, renderBlocks } from "./blocks.ts";
import { renderColumns } from "./columns.ts";
import { type ExtractedShape, renderExtracted } from "./extracted.ts";
import { renderHtml } from "./html.ts";
import { renderJoined } from "./joined.ts";
import { renderOcrRows } from "./ocr-rows.ts";
import { type OfficeShape, renderOffice } from "./office.ts";
import { renderPipe } from "./pipe.ts";
import { renderPlain } from "./plain.ts";
import { renderSheet } from "./sheet.ts";
import { renderTab, type TabLayout } from "./tab.ts";
import { renderWide } from "./wide.ts";

export interface Layout {
  name: string;
  /** True where each row bears its number (a page that is lost then shows in the numbers). */
  numbered: boolean;
  /** True where all services share their rows or columns: none can be absent for one of them, only empty. */
  shared?: boolean;
  render(decree: ModelDecree, seed: number): Rendering;
}

const tab = (layout: TabLayout, numbered = true): Layout => ({
  name: layout.name,
  numbered,
  render: (decree, seed) => renderTab(decree, seed, layout),
});

const layout = (
  name: string,
  render: (decree: ModelDecree, seed: number, name: string) => Rendering,
): Layout => ({
  name,
  numbered: true,
  render: (decree, seed) => render(decree, seed, name),
});

const JOINED: TabLayout = {
  name: "joined",
  shape: "three",
  fixed: { declared: "diktum", serviceForm: "jenis-no" },
};

/** Every layout family: how decrees print the same content. */
export const LAYOUTS: readonly Layout[] = [
  tab({ name: "tab-three", shape: "three", fixed: { restart: true, breaks: 0.3 } }),
  tab({ name: "tab-joint", shape: "joint", fixed: { restart: false, serviceForm: "jenis-block" } }),
  tab({ name: "tab-own-row", shape: "own-row", fixed: { restart: true, breaks: 0.25 } }),
  tab({ name: "tab-one-cell", shape: "one-cell", fixed: { tableHead: null } }),
  layout("pipe", renderPipe),
  layout("html", renderHtml),
  layout("plain-colon", (d, s, n) => renderPlain(d, s, n, "colon")),
  layout("plain-own-line", (d, s, n) => renderPlain(d, s, n, "own-line")),
  layout("sheet-semicolons", (d, s, n) => renderSheet(d, s, n, { sign: ";", whole: false })),
  layout("sheet-commas", (d, s, n) => renderSheet(d, s, n, { sign: ",", whole: true })),
  layout("columns", renderColumns),
  layout("columns-centred", (d, s, n) => renderColumns(d, s, n, {}, "close")),
  layout("columns-centred-apart", (d, s, n) => renderColumns(d, s, n, {}, "apart")),
  layout("ocr-rows", renderOcrRows),
  layout("word-markdown", (d, s, n) => renderPlain(d, s, n, "word")),
  tab({ name: "law-order", shape: "three", fixed: { order: "law", restart: false, dividers: null } }),
  tab({ name: "no-number", shape: "no-number" }, false),
  tab({ name: "bare", shape: "three", fixed: { tableHead: null, dividers: null } }),
  tab({ name: "upper", shape: "three", fixed: { upper: true } }),
  tab({ name: "inner-first", shape: "three", fixed: { order: "inner-first" } }),
  tab({ name: "swapped-titles", shape: "joint", fixed: { swappedTitles: true, restart: false } }),
  tab({ name: "caption-row", shape: "three", fixed: { serviceForm: "caption-row" } }),
  layout("name-row", (d, s, n) => renderPipe(d, s, n, { serviceForm: "name-row" })),
  tab({ name: "colon-column", shape: "colon", fixed: { tableHead: null } }),
  tab({ name: "lettered", shape: "three", fixed: { numbers: "letter", restart: true } }),
  tab({ name: "roman", shape: "three", fixed: { numbers: "roman", restart: false } }),
  tab({
    name: "name-first",
    shape: "three",
    fixed: { nameFirst: true, serviceForm: "standar-next", restart: false },
  }),
  tab({ name: "other-rows", shape: "three", fixed: { extras: true } }),
  tab({ name: "bad-scan", shape: "three", fixed: { noise: true } }),
  layout("joined", (d, s, n) => renderJoined(d, s, n, (one, seed) => renderTab(one, seed, JOINED))),
  ...(
    ["md-headings", "md-bullets", "key-value", "lettered-plain", "inline", "upper-lines"] as BlockShape[]
  ).map((shape) => layout(shape, (d, s, n) => renderBlocks(d, s, n, shape))),
  ...(["grid", "dashed", "word-html", "half-column", "four-columns", "indented"] as OfficeShape[]).map(
    (shape) => layout(shape, (d, s, n) => renderOffice(d, s, n, shape)),
  ),
  ...(["stacked", "run-on"] as ExtractedShape[]).map((shape) =>
    layout(shape, (d, s, n) => renderExtracted(d, s, n, shape)),
  ),
  ...[
    layout("service-rows", (d, s, n) => renderWide(d, s, n, "rows", "pipe")),
    layout("service-rows-tab", (d, s, n) => renderWide(d, s, n, "rows", "tab")),
    layout("service-columns", (d, s, n) => renderWide(d, s, n, "columns", "html")),
  ].map((one) => ({ ...one, shared: true })),
  tab({ name: "no-heading", shape: "three", fixed: { serviceForm: "none", declared: "diktum" } }),
];

export const layoutNamed = (name: string): Layout | undefined => LAYOUTS.find((l) => l.name === name);
