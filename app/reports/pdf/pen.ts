import type { Paper, PaperTools, PaperVoice, Run } from "../paper.ts";
import { breakLines, type Line, type Styled } from "./lines.ts";
import { A4, DENSE, INK, type Measures, ROOMY, SLOT_GROUND, SLOT_INK } from "./measures.ts";
import { type Type, typeOf } from "./type.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** Where on the page the next block begins, and how to draw there. One a document. */
export interface Pen {
  doc: Doc;
  type: Type;
  measures: Measures;
  /** Width of the text. */
  width: number;
  left: number;
  /** Top of what comes next. */
  y: number;
  /** Lower end of the text. */
  bottom: number;
  /** Element of the document's structure that blocks are added to. */
  root: Element;
}

/** Width and height of the text on a page of a paper. */
export function penFor(doc: Doc, paper: Paper, tools: PaperTools): Pen {
  const measures = paper.dense ? DENSE : ROOMY;
  const [width, height] = paper.landscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const root = doc.struct("Document");
  doc.addStructure(root);
  return {
    doc,
    type: typeOf(doc, tools.fonts),
    measures,
    width: width - 2 * measures.margin,
    left: measures.margin,
    y: measures.margin,
    bottom: height - measures.foot,
    root,
  };
}

/** Height of a full page's text. */
export const pageRoom = (pen: Pen): number => pen.bottom - pen.measures.margin;

export function newPage(pen: Pen): void {
  pen.doc.addPage();
  pen.y = pen.measures.margin;
}

/** Begins a new page where a height does not fit, unless the page is still empty. */
export function ensure(pen: Pen, height: number): void {
  if (pen.y + height > pen.bottom && pen.y > pen.measures.margin) newPage(pen);
}

export const styledOf = (runs: readonly Run[], voice: PaperVoice, color = INK): Styled[] =>
  runs.map((run) => {
    if (typeof run === "string") return { words: run, voice, color };
    if (run.as === "slot") return { words: run.words, voice, color: SLOT_INK, ground: SLOT_GROUND };
    return { words: run.words, voice: "strong", color };
  });

export const linesOf = (pen: Pen, styled: readonly Styled[], size: number, width: number): Line[] =>
  breakLines(pen.type, styled, size, width);

export const lineHeight = (pen: Pen, size: number): number => size * pen.measures.leading;

/** Draws inside an element of the document's structure, so that what is drawn can be read aloud in order. */
export function within(pen: Pen, element: Element, tag: string, draw: () => void): void {
  const content = pen.doc.markStructureContent(tag);
  draw();
  pen.doc.endMarkedContent();
  element.add(content);
}

/** Draws what is no content: rules, grounds, heads that are repeated. */
export function asOrnament(pen: Pen, draw: () => void): void {
  pen.doc.markContent("Artifact", { type: "Layout" });
  draw();
  pen.doc.endMarkedContent();
}

/** A new element under another. */
export function elementIn(pen: Pen, parent: Element, tag: string): Element {
  const element = pen.doc.struct(tag);
  parent.add(element);
  return element;
}

export type Align = "left" | "right" | "center";

const startOf = (align: Align, room: number): number =>
  align === "left" ? 0 : align === "right" ? room : room / 2;

/** Draws lines from a top downwards. The caller has made room. */
export function drawLines(
  pen: Pen,
  lines: readonly Line[],
  { x, y, size, width, align = "left" }: { x: number; y: number; size: number; width: number; align?: Align },
): void {
  const { doc, type } = pen;
  const height = lineHeight(pen, size);
  for (const [at, line] of lines.entries()) {
    let from = x + startOf(align, width - line.width);
    for (const piece of line.pieces) {
      if (piece.ground) doc.rect(from, y + at * height, piece.width, height).fill(piece.ground);
      for (const { font, words } of type.segments(piece.voice, piece.words)) {
        doc.font(font).fontSize(size).fillColor(piece.color);
        doc.text(words, from, y + at * height, { lineBreak: false });
        from += doc.widthOfString(words);
      }
    }
  }
}
