import type { Paper, PaperTools } from "../paper.ts";
import { drawBlocks } from "./blocks.ts";
import { bytesOf, newDocument } from "./document.ts";
import { INK, SECOND } from "./measures.ts";
import { drawLines, elementIn, lineHeight, linesOf, type Pen, penFor, within } from "./pen.ts";

function drawTitle(pen: Pen, { title, subtitle, letterhead }: Paper): void {
  if (letterhead) drawBlocks(pen, [letterhead]);
  for (const [words, size, color, tag] of [
    [title, pen.measures.title, INK, "H1"],
    [subtitle, pen.measures.subtitle, SECOND, "P"],
  ] as const) {
    if (words === "") continue;
    const lines = linesOf(pen, [{ words, voice: tag === "H1" ? "strong" : "sans", color }], size, pen.width);
    const element = elementIn(pen, pen.root, tag);
    within(pen, element, tag, () => drawLines(pen, lines, { x: pen.left, y: pen.y, size, width: pen.width }));
    element.end();
    pen.y += lines.length * lineHeight(pen, size) + 2;
  }
  pen.y += pen.measures.gap;
}

/** Foot and mark of every page, drawn once it is known how many there are. */
function drawFeet(pen: Pen, { foot, mark }: Paper): void {
  const { doc, measures } = pen;
  const { start, count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    doc.switchToPage(start + at);
    doc.markContent("Artifact", { type: "Pagination" });
    const page = `Halaman ${at + 1} dari ${count}`;
    const pageWidth = pen.type.width("sans", page, measures.note);
    const lines = linesOf(
      pen,
      [{ words: foot, voice: "sans", color: SECOND }],
      measures.note,
      pen.width - pageWidth - 16,
    );
    const size = measures.note;
    const y = pen.bottom + 10;
    drawLines(pen, lines, { x: pen.left, y, size, width: pen.width });
    drawLines(pen, linesOf(pen, [{ words: page, voice: "sans", color: SECOND }], size, pen.width), {
      x: pen.left,
      y,
      size,
      width: pen.width,
      align: "right",
    });
    if (mark) {
      drawLines(pen, linesOf(pen, [{ words: mark, voice: "strong", color: INK }], 12, pen.width), {
        x: pen.left,
        y: Math.max(10, measures.margin - 24),
        size: 12,
        width: pen.width,
        align: "right",
      });
    }
    doc.endMarkedContent();
  }
}

/**
 * A4 as PDF: text that can be selected and read aloud in order (tagged, language Indonesian), drawings as lines,
 * bookmarks, heads of tables repeated, "Halaman x dari y" on every page. The same paper gives the same bytes.
 */
export async function toPdf(paper: Paper, tools: PaperTools): Promise<Uint8Array> {
  const doc = newDocument({
    size: "A4",
    landscape: paper.landscape,
    title: [paper.title, paper.subtitle].filter(Boolean).join(", "),
    at: paper.at,
  });
  const done = bytesOf(doc);
  const pen = penFor(doc, paper, tools);
  drawTitle(pen, paper);
  drawBlocks(pen, paper.blocks);
  pen.root.end();
  drawFeet(pen, paper);
  doc.end();
  return done;
}
