import SVGtoPDF from "svg-to-pdfkit";
import { chartSvg, markedTitle } from "../../charts/chart-svg.ts";
import type {
  Beside,
  Block,
  Chart,
  Facts,
  Figures,
  Heading,
  Letterhead,
  Paragraph,
  Signature,
} from "../paper.ts";
import { INK, LINE, ROOMY, SECOND } from "./measures.ts";
import {
  asOrnament,
  drawLines,
  elementIn,
  ensure,
  lineHeight,
  linesOf,
  newPage,
  type Pen,
  styledOf,
  within,
} from "./pen.ts";
import { drawTable, leastOfTable } from "./table.ts";

/** Draws blocks of words into a column; gives back the y below. */
interface Area {
  x: number;
  width: number;
}

const VOICES = { text: "sans", quote: "quote", note: "sans", status: "strong" } as const;

const sizeOf = (pen: Pen, block: Paragraph | Heading): number =>
  block.kind === "heading"
    ? pen.measures.heading[block.level - 1]!
    : block.style === "note"
      ? pen.measures.note
      : pen.measures.text;

const wordLines = (pen: Pen, block: Paragraph | Heading, width: number) =>
  block.kind === "heading"
    ? linesOf(pen, [{ words: block.words, voice: "strong", color: INK }], sizeOf(pen, block), width)
    : linesOf(
        pen,
        styledOf(block.runs, VOICES[block.style], block.style === "note" ? SECOND : INK),
        sizeOf(pen, block),
        width,
      );

/** Room above a heading, none at the top of a page. */
const above = (pen: Pen, block: Paragraph | Heading): number =>
  block.kind === "heading" && pen.y > pen.measures.margin
    ? pen.measures.gap * (block.level === 1 ? 1.6 : 1)
    : 0;

const below = (pen: Pen, block: Paragraph | Heading): number =>
  pen.measures.gap * (block.kind === "heading" ? 0.5 : 0.6);

const wordHeight = (pen: Pen, block: Paragraph | Heading, width: number): number =>
  above(pen, block) +
  wordLines(pen, block, width).length * lineHeight(pen, sizeOf(pen, block)) +
  below(pen, block);

const TAGS = { 1: "H2", 2: "H3" } as const;

/** Draws a heading or paragraph; a paragraph that is longer than the page goes on on the next. */
function drawWords(pen: Pen, block: Paragraph | Heading, { x, width }: Area): void {
  const size = sizeOf(pen, block);
  const height = lineHeight(pen, size);
  const tag = block.kind === "heading" ? TAGS[block.level] : "P";
  const element = elementIn(pen, pen.root, tag);
  let lines = wordLines(pen, block, width);
  pen.y += above(pen, block);
  if (lines.length <= 2) ensure(pen, lines.length * height);
  while (lines.length > 0) {
    const fit = Math.floor((pen.bottom - pen.y + 0.01) / height);
    if (fit <= 0) {
      newPage(pen);
      continue;
    }
    const now = lines.slice(0, fit);
    within(pen, element, tag, () => drawLines(pen, now, { x, y: pen.y, size, width }));
    pen.y += now.length * height;
    lines = lines.slice(fit);
    if (lines.length > 0) newPage(pen);
  }
  element.end();
  pen.y += below(pen, block);
}

const full = (pen: Pen): Area => ({ x: pen.left, width: pen.width });

function drawLetterhead(pen: Pen, { lines }: Letterhead): void {
  const element = elementIn(pen, pen.root, "P");
  for (const [at, words] of lines.entries()) {
    const size = at < 2 ? 13 : pen.measures.note + 0.5;
    const drawn = linesOf(pen, [{ words, voice: at < 2 ? "strong" : "sans", color: INK }], size, pen.width);
    within(pen, element, "P", () =>
      drawLines(pen, drawn, { x: pen.left, y: pen.y, size, width: pen.width, align: "center" }),
    );
    pen.y += drawn.length * lineHeight(pen, size);
  }
  element.end();
  asOrnament(pen, () => {
    const y = pen.y + 3;
    pen.doc
      .strokeColor(INK)
      .lineWidth(1.5)
      .moveTo(pen.left, y)
      .lineTo(pen.left + pen.width, y)
      .stroke();
    pen.doc
      .lineWidth(0.5)
      .moveTo(pen.left, y + 2.5)
      .lineTo(pen.left + pen.width, y + 2.5)
      .stroke();
  });
  pen.y += 14;
}

const LABEL_SHARE = 0.24;

function drawFacts(pen: Pen, { rows }: Facts): void {
  const size = pen.measures.table;
  const first = LABEL_SHARE * pen.width;
  for (const [label, words] of rows) {
    const left = linesOf(pen, [{ words: label, voice: "strong", color: INK }], size, first - 8);
    const right = linesOf(pen, [{ words, voice: "sans", color: INK }], size, pen.width - first);
    const height = Math.max(left.length, right.length) * lineHeight(pen, size) + 2;
    ensure(pen, Math.min(height, pen.bottom - pen.measures.margin));
    const element = elementIn(pen, pen.root, "P");
    within(pen, element, "P", () => {
      drawLines(pen, left, { x: pen.left, y: pen.y, size, width: first });
      drawLines(pen, right, { x: pen.left + first, y: pen.y, size, width: pen.width - first });
    });
    element.end();
    pen.y += height;
  }
  pen.y += pen.measures.gap;
}

/** SVG is drawn at this many points a pixel: its smallest type stays legible on paper. */
const CHART_SCALE = 0.72;
const SVG_SIZE = / width="([\d.]+)" height="([\d.]+)"/;

function chartSize(pen: Pen, { spec }: Chart): { svg: string; width: number; height: number } {
  const svg = chartSvg(spec, "wide");
  const [, width = "0", height = "0"] = SVG_SIZE.exec(svg) ?? [];
  const scale = Math.min(pen.width / Number(width), pen.measures.text < 9.5 ? 0.6 : CHART_SCALE);
  const size = { width: Number(width) * scale, height: Number(height) * scale };
  // The drawing is scaled by its own size: the library cuts one that is larger than its room.
  return { svg: svg.replace(SVG_SIZE, ` width="${size.width}" height="${size.height}"`), ...size };
}

const chartHeight = (pen: Pen, chart: Chart): number =>
  chartSize(pen, chart).height + 2 * lineHeight(pen, pen.measures.table) + pen.measures.gap;

function drawChart(pen: Pen, chart: Chart): void {
  const size = pen.measures.table;
  const title = markedTitle(chart.spec);
  const lines = linesOf(pen, [{ words: title, voice: "strong", color: INK }], size, pen.width);
  const { svg, width, height } = chartSize(pen, chart);
  ensure(pen, lines.length * lineHeight(pen, size) + height + pen.measures.gap);
  const caption = elementIn(pen, pen.root, "P");
  within(pen, caption, "P", () => drawLines(pen, lines, { x: pen.left, y: pen.y, size, width: pen.width }));
  caption.end();
  pen.y += lines.length * lineHeight(pen, size) + 2;
  const figure = pen.doc.struct("Figure", { alt: `${title}. ${chart.spec.desc}` });
  pen.root.add(figure);
  within(pen, figure, "Figure", () =>
    SVGtoPDF(pen.doc as unknown as typeof import("pdfkit"), svg, pen.left, pen.y, {
      width,
      height,
      assumePt: true,
      fontCallback: (_family, bold) => pen.type.fontOf(bold ? "strong" : "sans"),
    }),
  );
  figure.end();
  pen.y += height + pen.measures.gap;
}

const FIGURE_SIZE = 17;

const figureCells = (pen: Pen, { items }: Figures) => {
  const width = pen.width / Math.max(1, items.length) - 8;
  return items.map(({ label, figure, notes }) => ({
    label: linesOf(pen, [{ words: label, voice: "strong", color: INK }], pen.measures.table, width),
    figure: linesOf(pen, [{ words: figure, voice: "strong", color: INK }], FIGURE_SIZE, width),
    notes: notes.flatMap((words) =>
      linesOf(pen, [{ words, voice: "sans", color: SECOND }], pen.measures.note, width),
    ),
  }));
};

const figuresHeight = (pen: Pen, block: Figures): number =>
  Math.max(
    ...figureCells(pen, block).map(
      ({ label, figure, notes }) =>
        label.length * lineHeight(pen, pen.measures.table) +
        figure.length * lineHeight(pen, FIGURE_SIZE) +
        notes.length * lineHeight(pen, pen.measures.note),
    ),
    0,
  ) + 10;

function drawFigures(pen: Pen, block: Figures): void {
  const height = figuresHeight(pen, block);
  ensure(pen, height);
  const step = pen.width / Math.max(1, block.items.length);
  asOrnament(pen, () => {
    pen.doc.lineWidth(0.8).strokeColor(LINE);
    for (const y of [pen.y, pen.y + height])
      pen.doc
        .moveTo(pen.left, y)
        .lineTo(pen.left + pen.width, y)
        .stroke();
  });
  for (const [at, cell] of figureCells(pen, block).entries()) {
    const x = pen.left + at * step;
    let y = pen.y + 4;
    const element = elementIn(pen, pen.root, "P");
    within(pen, element, "P", () => {
      for (const [lines, size] of [
        [cell.label, pen.measures.table],
        [cell.figure, FIGURE_SIZE],
        [cell.notes, pen.measures.note],
      ] as const) {
        drawLines(pen, lines, { x, y, size, width: step });
        y += lines.length * lineHeight(pen, size);
      }
    });
    element.end();
  }
  pen.y += height + pen.measures.gap;
}

const GUTTER = 16;

const besideHeight = (pen: Pen, { columns }: Beside): number =>
  Math.max(
    ...columns.map((blocks) =>
      blocks.reduce((sum, block) => sum + wordHeight(pen, block, (pen.width - GUTTER) / 2), 0),
    ),
  );

function drawBeside(pen: Pen, block: Beside): void {
  ensure(pen, besideHeight(pen, block));
  const width = (pen.width - GUTTER) / 2;
  const top = pen.y;
  let lowest = top;
  for (const [at, blocks] of block.columns.entries()) {
    pen.y = top;
    for (const one of blocks) drawWords(pen, one, { x: pen.left + at * (width + GUTTER), width });
    lowest = Math.max(lowest, pen.y);
  }
  pen.y = lowest;
}

/** Room for a hand between office and name, in lines. */
const handLines = (pen: Pen): number => (pen.measures.margin < ROOMY.margin ? 2.2 : 3.4);

function drawSignature(pen: Pen, { placed, office, name, nip, notes = "" }: Signature): void {
  const size = pen.measures.text;
  const x = pen.left + pen.width * 0.55;
  const width = pen.width * 0.45;
  const linesFor = (words: readonly string[]) =>
    words
      .filter((one) => one !== "")
      .flatMap((one) => linesOf(pen, [{ words: one, voice: "sans", color: INK }], size, width));
  const [first, second] = [linesFor([placed, office]), linesFor([name, nip])];
  const hand = handLines(pen);
  const small = pen.measures.note;
  const beside =
    notes === ""
      ? []
      : linesOf(pen, [{ words: notes, voice: "sans", color: SECOND }], small, pen.width * 0.5);
  const height = Math.max(
    (first.length + second.length + hand) * lineHeight(pen, size),
    beside.length * lineHeight(pen, small),
  );
  ensure(pen, height);
  const element = elementIn(pen, pen.root, "P");
  within(pen, element, "P", () => {
    drawLines(pen, beside, { x: pen.left, y: pen.y, size: small, width: pen.width * 0.5 });
    drawLines(pen, first, { x, y: pen.y, size, width });
    drawLines(pen, second, { x, y: pen.y + (first.length + hand) * lineHeight(pen, size), size, width });
  });
  element.end();
  pen.y += height + pen.measures.gap;
}

/** What has to fit together with a heading or a kept paragraph before it. */
function leastOf(pen: Pen, block: Block | undefined): number {
  switch (block?.kind) {
    case undefined:
    case "break":
      return 0;
    case "heading":
      return wordHeight(pen, block, pen.width);
    case "paragraph":
      return Math.min(wordHeight(pen, block, pen.width), 2 * lineHeight(pen, pen.measures.text));
    case "table":
      return leastOfTable(pen, block);
    case "chart":
      return chartHeight(pen, block);
    case "figures":
      return figuresHeight(pen, block);
    case "beside":
      return besideHeight(pen, block);
    default:
      return 2 * lineHeight(pen, pen.measures.text);
  }
}

/** Height of a block that stays with the next, and of what follows it as far as it must. */
function keptHeight(pen: Pen, blocks: readonly Block[], at: number): number {
  const block = blocks[at];
  const stays = block?.kind === "heading" || (block?.kind === "paragraph" && block.keep);
  return stays ? wordHeight(pen, block, pen.width) + keptHeight(pen, blocks, at + 1) : leastOf(pen, block);
}

/** Draws all blocks, one under the other. */
export function drawBlocks(pen: Pen, blocks: readonly Block[]): void {
  let chapter: PDFKit.PDFOutline | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "heading" || (block.kind === "paragraph" && block.keep))
      ensure(pen, Math.min(keptHeight(pen, blocks, at), pen.bottom - pen.measures.margin));
    switch (block.kind) {
      case "heading": {
        const outline: PDFKit.PDFOutline =
          block.level === 2 && chapter ? chapter : (pen.doc.outline as PDFKit.PDFOutline);
        const item = outline.addItem(block.words, { expanded: false });
        if (block.level === 1) chapter = item;
        drawWords(pen, block, full(pen));
        break;
      }
      case "paragraph":
        drawWords(pen, block, full(pen));
        break;
      case "table":
        drawTable(pen, block);
        break;
      case "facts":
        drawFacts(pen, block);
        break;
      case "letterhead":
        drawLetterhead(pen, block);
        break;
      case "chart":
        drawChart(pen, block);
        break;
      case "figures":
        drawFigures(pen, block);
        break;
      case "beside":
        drawBeside(pen, block);
        break;
      case "signature":
        drawSignature(pen, block);
        break;
      case "break":
        if (pen.y > pen.measures.margin) newPage(pen);
        break;
    }
  }
}
