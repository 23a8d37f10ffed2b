import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Facts, Paper, Paragraph as PaperParagraph, PaperTable, Run } from "./paper.ts";

/** Twentieths of a point. A4, margins of 15 mm. */
const A4 = { short: 11_906, long: 16_838 };
const MARGIN = 850;
/** Half points. */
const SIZE = { text: 20, table: 18, note: 16 };
const FONT = "Arial";
const INK = "1A2126";
const SECOND = "47525B";
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "808C98" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };

/** Names of the styles as Word lists them: officials change a style once, not each paragraph. */
const STYLE = {
  text: "TeksTabel",
  quote: "Kutipan",
  note: "Catatan",
  status: "StatusData",
  head: "KepalaTabel",
  slot: "Isian",
} as const;

const styles = {
  default: {
    document: {
      run: { font: FONT, size: SIZE.text, color: INK, language: { value: "id-ID" } },
      paragraph: { spacing: { after: 80, line: 252 } },
    },
    title: {
      run: { font: FONT, size: 32, bold: true, color: INK },
      paragraph: { spacing: { after: 40 }, keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Subjudul",
      name: "Subjudul",
      basedOn: "Normal",
      run: { size: 24, color: SECOND },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: STYLE.text,
      name: "Teks tabel",
      basedOn: "Normal",
      run: { size: SIZE.table },
      paragraph: { spacing: { after: 40, line: 240 } },
    },
    {
      id: STYLE.quote,
      name: "Kutipan naskah",
      basedOn: STYLE.text,
      run: { size: SIZE.table, font: "Times New Roman" },
    },
    { id: STYLE.note, name: "Catatan", basedOn: "Normal", run: { size: SIZE.note, color: SECOND } },
    { id: STYLE.status, name: "Status data", basedOn: "Normal", run: { size: SIZE.table, bold: true } },
    {
      id: STYLE.head,
      name: "Kepala tabel",
      basedOn: STYLE.text,
      run: { size: SIZE.table, bold: true },
      paragraph: { keepNext: true },
    },
  ],
  characterStyles: [
    {
      id: STYLE.slot,
      name: "Isian",
      run: { color: "0A4FA0", shading: { type: ShadingType.CLEAR, fill: "EEF3F8", color: "auto" } },
    },
  ],
};

const runOf = (run: Run): TextRun => {
  if (typeof run === "string") return new TextRun(run);
  return run.as === "slot"
    ? new TextRun({ text: run.words, style: STYLE.slot })
    : new TextRun({ text: run.words, bold: true });
};

const paragraphOf = ({ runs, style, keep = false }: PaperParagraph, inTable = false): Paragraph =>
  new Paragraph({
    children: runs.map(runOf),
    keepNext: keep,
    ...(style === "text" && !inTable ? {} : { style: STYLE[style] }),
  });

const cellMargins = { top: 60, bottom: 60, left: 90, right: 90 };

/** Widths of whole twips that add up to the width of the page. */
const widthsOf = (shares: readonly number[], width: number): number[] => {
  const whole = shares.map((share) => Math.floor((share / 100) * width));
  const rest = width - whole.reduce((sum, one) => sum + one, 0);
  return whole.map((one, at) => (at === 0 ? one + rest : one));
};

const cellOf = (children: Paragraph[], width: number, shaded = false): TableCell =>
  new TableCell({
    children: children.length > 0 ? children : [new Paragraph({ style: STYLE.text })],
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: "F4F7FA", color: "auto" } } : {}),
  });

/** Letters in a cell up to which its row stays on one page. */
const UNBROKEN = 900;

const lettersIn = (cell: readonly PaperParagraph[]): number =>
  cell
    .flatMap(({ runs }) => runs)
    .reduce((sum, run) => sum + (typeof run === "string" ? run : run.words).length, 0);

/** The head is repeated on every page; a long row may break, for the text of a decree can be longer than a page. */
function tableOf({ columns, rows }: PaperTable, width: number): Table {
  const widths = widthsOf(
    columns.map(({ share }) => share),
    width,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cellOf(
        [new Paragraph({ style: STYLE.head, children: [new TextRun(column.head)] })],
        widths[at] ?? 0,
        true,
      ),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows: [
      head,
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.every((cell) => lettersIn(cell) <= UNBROKEN),
            children: row.map((cell, at) =>
              cellOf(
                cell.map((one) => paragraphOf(one, true)),
                widths[at] ?? 0,
              ),
            ),
          }),
      ),
    ],
  });
}

function factsOf({ rows }: Facts, width: number): Table {
  const widths = widthsOf([20, 80], width);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: rows.map(
      ([label, words]) =>
        new TableRow({
          cantSplit: true,
          children: [label, words].map((one, at) =>
            cellOf(
              [new Paragraph({ style: STYLE.text, children: [new TextRun({ text: one, bold: at === 0 })] })],
              widths[at] ?? 0,
            ),
          ),
        }),
    ),
  });
}

/** Tables stand apart from what follows: Word joins two that touch. */
const gap = (): Paragraph => new Paragraph({ style: STYLE.note });

function blockOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading": {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: [new TextRun(block.words)] })];
    }
    case "paragraph":
      return [paragraphOf(block)];
    case "table":
      return [tableOf(block, width), gap()];
    case "facts":
      return [factsOf(block, width), gap()];
  }
}

const footOf = (words: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: STYLE.note,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun(words),
          new TextRun({
            children: [new Tab(), "Halaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

/** A4 with real styles, real tables and repeated heads: the paper is edited, not only read. */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const width = (paper.landscape ? A4.long : A4.short) - 2 * MARGIN;
  const document = new Document({
    title: `${paper.title}, ${paper.subtitle}`,
    creator: "Tolok",
    styles,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: A4.short,
              height: A4.long,
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, footer: 400, header: 400 },
          },
        },
        footers: { default: footOf(paper.foot, width) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({ style: "Subjudul", children: [new TextRun(paper.subtitle)] }),
          ...paper.blocks.flatMap((block) => blockOf(block, width)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
