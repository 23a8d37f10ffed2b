import type { ModelDecree, Rendering } from "../model.ts";
import { type Frame, renderFrame } from "./frame.ts";
import type { Mark, Page } from "./page.ts";
import { type PlannedRow, planRows } from "./style.ts";
import { cell, plainLines, type Unit, units, wrap } from "./units.ts";

/** Tables as office programs and converters leave them. */
export type OfficeShape = "grid" | "dashed" | "word-html" | "half-column" | "four-columns" | "indented";

const FIXED: Record<OfficeShape, Omit<Frame, "name">> = {
  grid: { ext: "md", fixed: { tableHead: ["No", "Komponen", "Uraian"] } },
  dashed: { ext: "txt", fixed: { tableHead: ["No", "Komponen", "Uraian"] } },
  "word-html": { ext: "html", fixed: {}, form: (line) => `<p class="MsoNormal"><span>${line}</span></p>` },
  "half-column": { ext: "txt", fixed: {} },
  "four-columns": { ext: "md", fixed: {} },
  indented: { ext: "txt", fixed: { serviceForm: "jenis-no" } },
};

const WIDTHS = [4, 26, 52] as const;

const boxed = (cells: readonly string[]): string =>
  `|${cells.map((c, i) => ` ${c.padEnd((WIDTHS[i] as number) - 1)}`).join("|")}|`;
const border = (sign: string): string => `+${WIDTHS.map((w) => sign.repeat(w)).join("+")}+`;
const spaced = (cells: readonly string[]): string =>
  cells
    .map((c, i) => c.padEnd((WIDTHS[i] as number) + 1))
    .join(" ")
    .trimEnd();

/** The lines of one row whose cells wrap, and what each bears. */
const wrapped = (no: string, label: string, pieces: readonly Unit[]): { cells: string[]; mark: Mark }[] => {
  const names = wrap(label, WIDTHS[1] - 3);
  const texts = plainLines(pieces).flatMap((line) => wrap(line, WIDTHS[2] - 3));
  return Array.from({ length: Math.max(names.length, texts.length, 1) }, (_, i) => ({
    cells: [i === 0 ? no : "", names[i] ?? "", texts[i] ?? ""],
    mark: i < names.length ? (i < texts.length ? "both" : "label") : "content",
  }));
};

const putTextTable = (page: Page, rows: readonly PlannedRow[], grid: boolean): void => {
  const line = grid ? boxed : spaced;
  const rule = grid ? border("-") : WIDTHS.map((w) => "-".repeat(w)).join("  ");
  page.put(rule);
  for (const row of rows) {
    if (row.kind === "head") {
      page.put(line(row.cells));
      page.put(grid ? border("=") : rule);
    } else if (row.kind === "part") {
      page.at(row.key);
      for (const { cells, mark } of wrapped(row.no, row.label, units(row.part.content)))
        page.put(line(cells), mark);
      if (grid) page.put(rule);
      else page.blank();
    }
  }
  if (!grid) page.put(rule);
};

const HALVES = ["Service Delivery", "Manufacturing"] as const;

/** The half's title stands once, left of its six or eight rows. */
const putHalfColumn = (page: Page, rows: readonly PlannedRow[]): void => {
  let half = -1;
  for (const row of rows) {
    if (row.kind !== "part") continue;
    page.at(row.key);
    const pieces = units(row.part.content);
    const mine = INNER.has(row.key) ? 1 : 0;
    const title = mine === half ? "" : HALVES[mine];
    half = mine;
    page.put([title, row.no, row.label, cell(pieces, "run")].join("\t"), pieces.length ? "both" : "label");
  }
};

const INNER: ReadonlySet<string> = new Set([
  "dasar_hukum",
  "sarana",
  "kompetensi",
  "pengawasan",
  "jumlah_pelaksana",
  "jaminan_pelayanan",
  "jaminan_keamanan",
  "evaluasi_kinerja",
]);

/** A fourth column for remarks that nobody fills. */
const putFourColumns = (page: Page, rows: readonly PlannedRow[]): void => {
  page.put("| No | Komponen | Uraian | Keterangan |");
  page.put("|---|---|---|---|");
  for (const row of rows) {
    if (row.kind !== "part") continue;
    page.at(row.key);
    const pieces = units(row.part.content);
    page.put(`| ${row.no} | ${row.label} | ${cell(pieces, "br")} | |`, pieces.length ? "both" : "label");
  }
};

/** What a word processor saves: a paragraph with a span in every cell, tags broken over lines. */
const putWordHtml = (page: Page, rows: readonly PlannedRow[]): void => {
  const parts = rows.filter((row) => row.kind === "part");
  const p = (text: string): string => `<p class="MsoNormal"><span lang="IN">${text}</span></p>`;
  page.put('<table class="MsoTableGrid" border="1" cellspacing="0">');
  page.put(
    `<tr><td>${p("<b>No</b>")}</td><td>${p("<b>Komponen</b>")}</td><td>${p("<b>Uraian</b>")}</td></tr>`,
  );
  for (const row of parts) {
    page.at(row.key);
    page.put("<tr>");
    page.put('<td width="38"');
    page.put(`valign="top">${p(row.no)}</td><td>${p(row.label)}</td>`, "label");
    page.put("<td>");
    for (const text of plainLines(units(row.part.content))) page.put(p(text), "content");
    page.put("</td></tr>");
  }
  page.put("</table>");
};

/** Number and label indented, the content below them indented further. */
const putIndented = (page: Page, rows: readonly PlannedRow[]): void => {
  for (const row of rows) {
    if (row.kind !== "part") continue;
    page.at(row.key);
    page.put(`    ${row.no.padEnd(4)}${row.label}`, "label");
    for (const text of plainLines(units(row.part.content)).flatMap((line) => wrap(line, 70)))
      page.put(`        ${text}`, "content");
  }
};

export const renderOffice = (
  decree: ModelDecree,
  seed: number,
  name: string,
  shape: OfficeShape,
): Rendering =>
  renderFrame(decree, seed, { name, ...FIXED[shape] }, (page, service, style) => {
    const rows = planRows(service, style);
    if (shape === "grid" || shape === "dashed") putTextTable(page, rows, shape === "grid");
    else if (shape === "half-column") putHalfColumn(page, rows);
    else if (shape === "four-columns") putFourColumns(page, rows);
    else if (shape === "word-html") putWordHtml(page, rows);
    else putIndented(page, rows);
  });
