import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ITableBordersOptions,
  LineRuleType,
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
import { chartSvg, markedTitle } from "../charts/chart-svg.ts";
import type {
  Beside,
  Block,
  Chart,
  Facts,
  Figures,
  Heading,
  Letterhead,
  Paper,
  Paragraph as PaperParagraph,
  PaperTable,
  PaperTools,
  Run,
  Signature,
} from "./paper.ts";

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

const NO_LINES: ITableBordersOptions = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** Names of the styles as Word lists them: officials change a style once, not each paragraph. */
const STYLE = {
  text: "TeksTabel",
  quote: "Kutipan",
  note: "Catatan",
  status: "StatusData",
  head: "KepalaTabel",
  slot: "Isian",
  letterhead: "KopSurat",
  figure: "AngkaUtama",
  signature: "Pengesahan",
} as const;

const styles = {
  default: {
    document: {
      run: { font: FONT, size: SIZE.text, color: INK, language: { value: "id-ID" } },
      paragraph: { spacing: { after: 80, line: 252, lineRule: LineRuleType.AUTO } },
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
      paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
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
      id: STYLE.letterhead,
      name: "Kop surat",
      basedOn: "Normal",
      run: { size: SIZE.note },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 }, keepNext: true },
    },
    {
      id: STYLE.figure,
      name: "Angka utama",
      basedOn: "Normal",
      run: { size: 34, bold: true },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: STYLE.signature,
      name: "Pengesahan",
      basedOn: "Normal",
      paragraph: { spacing: { after: 0 }, keepNext: true },
    },
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

const paragraphOf = (
  { runs, style, keep = false }: PaperParagraph,
  { inTable = false, right = false, strong = false } = {},
): Paragraph =>
  new Paragraph({
    children: runs.map((run) =>
      runOf(strong && typeof run === "string" ? { words: run, as: "strong" } : run),
    ),
    keepNext: keep,
    ...(right ? { alignment: AlignmentType.RIGHT } : {}),
    ...(style === "text" && !inTable ? {} : { style: STYLE[style] }),
  });

/** Room inside a cell; a column for single signs has little to spare. */
const NARROW = 500;
const cellMargins = (width: number) => {
  const side = width < NARROW ? 30 : 90;
  return { top: 60, bottom: 60, left: side, right: side };
};

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
    margins: cellMargins(width),
    ...(shaded ? { shading: { type: ShadingType.CLEAR, fill: "F4F7FA", color: "auto" } } : {}),
  });

/** Letters in a cell up to which its row stays on one page. */
const UNBROKEN = 900;

const lettersIn = (cell: readonly PaperParagraph[]): number =>
  cell
    .flatMap(({ runs }) => runs)
    .reduce((sum, run) => sum + (typeof run === "string" ? run : run.words).length, 0);

/** The head is repeated on every page; a long row may break, for the text of a decree can be longer than a page. */
function tableOf({ columns, rows, feet = 0 }: PaperTable, width: number): Table {
  const widths = widthsOf(
    columns.map(({ share }) => share),
    width,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cellOf(
        [
          new Paragraph({
            style: STYLE.head,
            children: [new TextRun(column.head)],
            ...(column.align ? { alignment: AlignmentType.RIGHT } : {}),
          }),
        ],
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
        (row, place) =>
          new TableRow({
            cantSplit: row.every((cell) => lettersIn(cell) <= UNBROKEN),
            children: row.map((cell, at) => {
              const right = columns[at]?.align === "right";
              const strong = place >= rows.length - feet;
              return cellOf(
                cell.map((one) => paragraphOf(one, { inTable: true, right, strong })),
                widths[at] ?? 0,
                strong,
              );
            }),
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
    borders: NO_LINES,
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

/** One row of cells beside each other. */
const rowOf = (cells: readonly (readonly Paragraph[])[], width: number, borders = NO_LINES): Table => {
  const widths = widthsOf(
    cells.map(() => 100 / cells.length),
    width,
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map((cell, at) => cellOf([...cell], widths[at] ?? 0)),
      }),
    ],
  });
};

const letterheadOf = ({ lines }: Letterhead): Paragraph[] =>
  lines.map(
    (words, at) =>
      new Paragraph({
        style: STYLE.letterhead,
        children: [new TextRun({ text: words, ...(at < 2 ? { bold: true, size: 26 } : {}) })],
        ...(at === lines.length - 1
          ? {
              border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 12, color: INK, space: 4 } },
              spacing: { after: 200 },
            }
          : {}),
      }),
  );

const figuresOf = ({ items }: Figures, width: number): Table =>
  rowOf(
    items.map(({ label, figure, notes }) => [
      new Paragraph({ style: STYLE.head, children: [new TextRun(label)] }),
      new Paragraph({ style: STYLE.figure, children: [new TextRun(figure)] }),
      ...notes.map((words) => new Paragraph({ style: STYLE.note, children: [new TextRun(words)] })),
    ]),
    width,
    { ...NO_LINES, top: LINE, bottom: LINE },
  );

const headingOf = ({ level, words }: Heading, pageBreakBefore = false): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore,
    children: [new TextRun(words)],
  });

const besideOf = ({ columns }: Beside, width: number): Table =>
  rowOf(
    columns.map((blocks) =>
      blocks.map((block) => (block.kind === "heading" ? headingOf(block) : paragraphOf(block))),
    ),
    width,
  );

/** Empty paragraphs between office and name: room for a hand. */
const HAND_LINES = 3;

function signatureOf({ placed, office, name, nip, notes = "" }: Signature, width: number): Paragraph[] {
  const indent = { left: Math.round(width * 0.55) };
  const line = (words: string, last = false): Paragraph =>
    new Paragraph({ style: STYLE.signature, indent, keepNext: !last, children: [new TextRun(words)] });
  return [
    ...(notes === "" ? [] : [new Paragraph({ style: STYLE.note, children: [new TextRun(notes)] })]),
    ...["", placed, office].map((words) => line(words)),
    ...Array.from({ length: HAND_LINES }, () => line("")),
    line(name, nip === ""),
    ...(nip === "" ? [] : [line(nip, true)]),
  ];
}

/** Pixels of a picture for each of the page: sharp in print. */
const PICTURE_SCALE = 3;
const SVG_SIZE = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/;
const TWIPS_A_PIXEL = 15;

function chartOf({ spec }: Chart, tools: PaperTools, width: number): Paragraph[] {
  const svg = chartSvg(spec, "wide");
  const [, drawnWidth = "0", drawnHeight = "0"] = SVG_SIZE.exec(svg) ?? [];
  const scale = Math.min(1, width / TWIPS_A_PIXEL / Number(drawnWidth));
  const title = markedTitle(spec);
  return [
    new Paragraph({ style: STYLE.head, children: [new TextRun(title)] }),
    new Paragraph({
      children: [
        new ImageRun({
          type: "png",
          data: tools.png(svg, PICTURE_SCALE),
          transformation: {
            width: Math.round(Number(drawnWidth) * scale),
            height: Math.round(Number(drawnHeight) * scale),
          },
          altText: { name: spec.id, title, description: spec.desc },
        }),
      ],
    }),
  ];
}

/** Tables stand apart from what follows: Word joins two that touch. */
const gap = (): Paragraph => new Paragraph({ style: STYLE.note });

/** @param broken a new page begins with this block */
function blockOf(block: Block, width: number, tools: PaperTools, broken: boolean): (Paragraph | Table)[] {
  if (broken && block.kind !== "heading")
    return [
      new Paragraph({ style: STYLE.note, pageBreakBefore: true }),
      ...blockOf(block, width, tools, false),
    ];
  switch (block.kind) {
    case "heading":
      return [headingOf(block, broken)];
    case "paragraph":
      return [paragraphOf(block)];
    case "table":
      return [...captionOf(block), tableOf(block, width), gap()];
    case "facts":
      return [factsOf(block, width), gap()];
    case "letterhead":
      return letterheadOf(block);
    case "chart":
      return chartOf(block, tools, width);
    case "figures":
      return [figuresOf(block, width), gap()];
    case "beside":
      return [besideOf(block, width), gap()];
    case "signature":
      return signatureOf(block, width);
    case "break":
      return [];
  }
}

const captionOf = ({ caption }: PaperTable): Paragraph[] =>
  caption ? [new Paragraph({ style: STYLE.head, children: [new TextRun(caption)] })] : [];

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

const markOf = (mark: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.status,
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: mark, size: 26 })],
      }),
    ],
  });

/** A4 with real styles, real tables and repeated heads: the paper is edited, not only read. */
export async function toDocx(paper: Paper, tools: PaperTools): Promise<Uint8Array> {
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
        ...(paper.mark ? { headers: { default: markOf(paper.mark) } } : {}),
        children: [
          ...(paper.letterhead ? letterheadOf(paper.letterhead) : []),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({ style: "Subjudul", children: [new TextRun(paper.subtitle)] }),
          ...paper.blocks.flatMap((block, at) =>
            blockOf(block, width, tools, paper.blocks[at - 1]?.kind === "break"),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
