import QRCode from "qrcode";
import type { PaperTools } from "../paper.ts";
import { bytesOf, newDocument } from "../pdf/document.ts";
import type { Line } from "../pdf/lines.ts";
import { INK, LINE, ROOMY, SECOND } from "../pdf/measures.ts";
import { asOrnament, drawLines, elementIn, lineHeight, linesOf, type Pen, within } from "../pdf/pen.ts";
import { typeOf } from "../pdf/type.ts";
import type { Board, BoardPaper, BoardPart } from "./model.ts";

/** Points. */
const A3 = { width: 841.89, height: 1190.55 };
const MARGIN = 48;
const FOOT = 44;
const LABEL = 176;
const GUTTER = 20;
const QR = 118;
const HEAD_GROUND = "#0B4F7D";
const OPEN_INK = "#8A5200";

/** Sizes of type that are tried, the largest that lets a service fit its sheet first; the last one goes on over the page. */
const SIZES = [27, 24, 21, 19, 17, 15.5, 14, 13, 12, 11] as const;
const SMALLEST = 11;

interface Sheet {
  pen: Pen;
  paper: BoardPaper;
}

const words = (pen: Pen, text: string, size: number, width: number, strong = false, color = INK): Line[] =>
  text
    .split("\n")
    .flatMap((part) =>
      linesOf(pen, [{ words: part, voice: strong ? "strong" : "sans", color }], size, width),
    );

const put = (
  pen: Pen,
  lines: readonly Line[],
  size: number,
  { x = pen.left, width = pen.width, tag = "P" }: { x?: number; width?: number; tag?: string } = {},
): void => {
  if (lines.length === 0) return;
  const element = elementIn(pen, pen.root, tag);
  within(pen, element, tag, () => drawLines(pen, lines, { x, y: pen.y, size, width }));
  element.end();
  pen.y += lines.length * lineHeight(pen, size);
};

/** Band with place and office, on every sheet. */
function drawBand({ pen, paper }: Sheet): void {
  const height = 62;
  asOrnament(pen, () => pen.doc.rect(0, 0, A3.width, height).fill(HEAD_GROUND));
  pen.y = 14;
  put(pen, words(pen, `Standar pelayanan · ${paper.office}`, 20, pen.width, true, "#FFFFFF"), 20);
  put(pen, words(pen, paper.place, 12, pen.width, false, "#FFFFFF"), 12);
  pen.y = height + 18;
  for (const mark of paper.marks) put(pen, words(pen, mark, 13, pen.width, true, OPEN_INK), 13);
  if (paper.marks.length > 0) pen.y += 6;
}

const titleSize = (title: string): number => (title.length > 140 ? 22 : title.length > 80 ? 26 : 32);

function drawTitle({ pen }: Sheet, title: string, under: string): void {
  const size = titleSize(title);
  put(pen, words(pen, title, size, pen.width, true), size, { tag: "H1" });
  put(pen, words(pen, under, 12, pen.width, false, SECOND), 12);
  pen.y += 14;
}

const titleHeight = (pen: Pen, title: string, under: string): number =>
  words(pen, title, titleSize(title), pen.width, true).length * lineHeight(pen, titleSize(title)) +
  words(pen, under, 12, pen.width).length * lineHeight(pen, 12) +
  14;

const pad = (size: number): number => size * 0.6;

const rowLines = (pen: Pen, part: BoardPart, size: number) => ({
  label: words(pen, part.label, size, LABEL, true),
  text: words(pen, part.words, size, pen.width - LABEL - GUTTER, false, part.open ? OPEN_INK : INK),
});

const rowHeight = (pen: Pen, part: BoardPart, size: number): number => {
  const { label, text } = rowLines(pen, part, size);
  return Math.max(label.length, text.length) * lineHeight(pen, size) + 2 * pad(size);
};

const rule = (pen: Pen): void =>
  asOrnament(pen, () =>
    pen.doc
      .lineWidth(0.8)
      .strokeColor(LINE)
      .moveTo(pen.left, pen.y)
      .lineTo(pen.left + pen.width, pen.y)
      .stroke(),
  );

/** One component; what is longer than the sheet goes on on the next, under its label again. */
function drawRow(sheet: Sheet, part: BoardPart, size: number, next: () => void): void {
  const { pen } = sheet;
  const height = lineHeight(pen, size);
  const { label, text } = rowLines(pen, part, size);
  let rest: Line[] = text;
  if (pen.y + 2 * pad(size) + Math.max(label.length, Math.min(3, text.length)) * height > pen.bottom) next();
  for (;;) {
    rule(pen);
    const top = pen.y + pad(size);
    const fit = Math.max(1, Math.floor((pen.bottom - top) / height));
    const now = rest.slice(0, fit);
    pen.y = top;
    put(pen, label, size, { width: LABEL, tag: "H2" });
    pen.y = top;
    put(pen, now, size, { x: pen.left + LABEL + GUTTER, width: pen.width - LABEL - GUTTER });
    pen.y = top + Math.max(label.length, now.length) * height + pad(size);
    rest = rest.slice(fit);
    if (rest.length === 0) return;
    next();
  }
}

const MAKLUMAT_SIZE = 13;

const tailWidth = (pen: Pen, { address }: BoardPaper): number => pen.width - (address ? QR + GUTTER : 0);

const maklumatLines = (pen: Pen, paper: BoardPaper): Line[] =>
  paper.maklumat === null ? [] : words(pen, paper.maklumat, MAKLUMAT_SIZE, tailWidth(pen, paper));

const tailHeight = (pen: Pen, paper: BoardPaper): number => {
  const pledge = maklumatLines(pen, paper);
  const own = pledge.length === 0 ? 0 : (pledge.length + 1.6) * lineHeight(pen, MAKLUMAT_SIZE);
  return Math.max(own, paper.address ? QR + 34 : 0) + 16;
};

/** Pledge at the left, the way to the whole standard at the right. */
function drawTail({ pen, paper }: Sheet, next: () => void): void {
  if (paper.maklumat === null && paper.address === null) return;
  if (pen.y + tailHeight(pen, paper) > pen.bottom) next();
  rule(pen);
  pen.y += 12;
  const top = pen.y;
  if (paper.maklumat !== null) {
    put(pen, words(pen, "Maklumat pelayanan", 15, pen.width, true), 15, { tag: "H2" });
    let rest = maklumatLines(pen, paper);
    const height = lineHeight(pen, MAKLUMAT_SIZE);
    while (rest.length > 0) {
      const fit = Math.max(1, Math.floor((pen.bottom - pen.y) / height));
      put(pen, rest.slice(0, fit), MAKLUMAT_SIZE, { width: tailWidth(pen, paper) });
      rest = rest.slice(fit);
      if (rest.length > 0) next();
    }
  }
  if (paper.address !== null) {
    const x = pen.left + pen.width - QR;
    drawCode(pen, paper.address, x, top);
    pen.y = top + QR + 4;
    put(pen, words(pen, "Pindai untuk membaca standar lengkapnya", 9, QR, false, SECOND), 9, {
      x,
      width: QR,
    });
  }
}

/** Signs around the code that have to stay white. */
const QUIET = 4;

function drawCode(pen: Pen, address: string, x: number, y: number): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const step = QR / (modules.size + 2 * QUIET);
  const figure = pen.doc.struct("Figure", { alt: `Kode QR ke ${address}` });
  pen.root.add(figure);
  within(pen, figure, "Figure", () => {
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (modules.get(row, column)) {
          pen.doc.rect(x + (column + QUIET) * step, y + (row + QUIET) * step, step + 0.05, step + 0.05);
        }
      }
    }
    pen.doc.fill("#000000");
  });
  figure.end();
}

function drawBoard(sheet: Sheet, board: Board): void {
  const { pen, paper } = sheet;
  const next = () => turn(sheet);
  drawBand(sheet);
  const room = pen.bottom - pen.y - titleHeight(pen, board.title, board.decree) - tailHeight(pen, paper);
  const size =
    SIZES.find((one) => board.parts.reduce((sum, part) => sum + rowHeight(pen, part, one), 0) <= room) ??
    SMALLEST;
  drawTitle(sheet, board.title, board.decree);
  for (const part of board.parts) drawRow(sheet, part, size, next);
  drawTail(sheet, next);
}

const OVERVIEW = [
  { head: "Layanan", share: 0.3 },
  { head: "Jangka waktu", share: 0.24 },
  { head: "Biaya", share: 0.24 },
  { head: "Produk", share: 0.22 },
] as const;

function drawOverview(sheet: Sheet, rows: NonNullable<BoardPaper["overview"]>): void {
  const { pen, paper } = sheet;
  const size = rows.length > 14 ? 12 : rows.length > 7 ? 14 : 17;
  const width = (at: number) => (OVERVIEW[at]?.share ?? 0) * pen.width - 12;
  const left = (at: number) =>
    pen.left + OVERVIEW.slice(0, at).reduce((sum, { share }) => sum + share * pen.width, 0);
  const drawCells = (cells: readonly Line[][], tag: string) => {
    rule(pen);
    const top = pen.y + 6;
    for (const [at, lines] of cells.entries()) {
      pen.y = top;
      put(pen, lines, size, { x: left(at), width: width(at), tag });
    }
    pen.y = top + Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight(pen, size) + 6;
  };
  const head = () =>
    drawCells(
      OVERVIEW.map((one, at) => words(pen, one.head, size, width(at), true)),
      "P",
    );
  const next = () => {
    turn(sheet);
    head();
  };
  drawBand(sheet);
  drawTitle(sheet, `Layanan ${paper.office}`, `${rows.length} layanan; isi lengkapnya pada lembar berikut.`);
  head();
  for (const row of rows) {
    const cells = [row.title, row.time, row.fee, row.product].map((text, at) =>
      words(pen, text, size, width(at), at === 0),
    );
    const height = Math.max(...cells.map((lines) => lines.length)) * lineHeight(pen, size) + 12;
    if (pen.y + height > pen.bottom) next();
    drawCells(cells, "P");
  }
  drawTail(sheet, () => turn(sheet));
}

function turn({ pen }: Sheet): void {
  pen.doc.addPage({ size: "A3", margin: 0 });
  pen.y = MARGIN;
}

function drawFeet({ pen, paper }: Sheet): void {
  const { start, count } = pen.doc.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    pen.doc.switchToPage(start + at);
    asOrnament(pen, () => {
      const y = A3.height - FOOT + 10;
      const place = { x: pen.left, y, size: 9, width: pen.width };
      drawLines(pen, words(pen, paper.foot, 9, pen.width - 120, false, SECOND), place);
      drawLines(pen, words(pen, `Halaman ${at + 1} dari ${count}`, 9, pen.width, false, SECOND), {
        ...place,
        align: "right",
      });
    });
  }
}

/** Sheets of A3, upright: the overview of an office where there is one, then each service; text that can be selected. */
export async function boardPdf(paper: BoardPaper, tools: PaperTools): Promise<Uint8Array> {
  const doc = newDocument({
    size: "A3",
    landscape: false,
    title: `Papan standar pelayanan, ${paper.office}, ${paper.place}`,
    at: paper.at,
  });
  const done = bytesOf(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const pen: Pen = {
    doc,
    type: typeOf(doc, tools.fonts),
    measures: { ...ROOMY, margin: MARGIN, foot: FOOT, leading: 1.26 },
    width: A3.width - 2 * MARGIN,
    left: MARGIN,
    y: MARGIN,
    bottom: A3.height - FOOT - 8,
    root,
  };
  const sheet = { pen, paper };
  if (paper.overview) drawOverview(sheet, paper.overview);
  for (const [at, board] of paper.boards.entries()) {
    if (at > 0 || paper.overview) turn(sheet);
    drawBoard(sheet, board);
  }
  pen.root.end();
  drawFeet(sheet);
  doc.end();
  return done;
}
