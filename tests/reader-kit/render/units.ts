import { type Block, type Content, marked } from "../model.ts";
import type { Random } from "../random.ts";

/** The smallest pieces between which a page may break. */
export type Unit =
  | { kind: "text"; text: string; item: boolean }
  | { kind: "table"; rows: string[][] }
  | { kind: "chart"; nodes: string[] };

/** How a cell of a tab-separated row writes its pieces. */
export type CellDialect = "ol" | "p" | "div" | "run" | "br";

const unitsOf = (block: Block): Unit[] => {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: "text", text: block.text, item: false }];
    case "list":
      return block.items.map((item, i) => ({
        kind: "text",
        text: marked(block.marker, i, item),
        item: true,
      }));
    case "table":
      return [{ kind: "table", rows: [block.head, ...block.rows] }];
    case "chart":
      return [{ kind: "chart", nodes: block.nodes }];
  }
};

/** The content piece by piece; a mere sign is one piece of text, an empty cell none. */
export const units = (content: Content): Unit[] => {
  if (content === "") return [];
  if (typeof content === "string") return [{ kind: "text", text: content, item: false }];
  return content.flatMap(unitsOf);
};

/** Flow-chart code as converters leave it: ids, boxes, arrows that are no tags. */
export const chartCode = (nodes: readonly string[]): string =>
  `graph LR ${nodes.map((n, i) => `${String.fromCharCode(65 + i)}[${n}]`).join(" --> ")}`;

const htmlTable = (rows: readonly string[][]): string =>
  `<table border="1">${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join("")}</tr>`).join("")}</table>`;

/** Pieces as the one-line text of a cell. Lists of dialect `ol` are never closed when `unclosed`. */
export function cell(pieces: readonly Unit[], dialect: CellDialect, unclosed = false): string {
  const out: string[] = [];
  let inList = false;
  for (const piece of pieces) {
    const item = piece.kind === "text" && piece.item && dialect === "ol";
    if (inList && !item) out.push("</ol>");
    if (!inList && item) out.push('<ol style="list-style-type: none;">');
    inList = item;
    if (piece.kind === "table")
      out.push(
        dialect === "br" || dialect === "run"
          ? piece.rows.map((r) => r.join(" ")).join("<br>")
          : htmlTable(piece.rows),
      );
    else if (piece.kind === "chart")
      out.push(
        dialect === "run" ? chartCode(piece.nodes) : `<pre class="mermaid"> ${chartCode(piece.nodes)} </pre>`,
      );
    else if (item) out.push(unclosed ? `<li>${piece.text}` : `<li>${piece.text}</li>`);
    else if (dialect === "p" || dialect === "div") out.push(`<${dialect}>${piece.text}</${dialect}>`);
    else out.push(piece.text);
  }
  if (inList && !unclosed) out.push("</ol>");
  return out.join(dialect === "br" ? "<br>" : " ");
}

/** Pieces as plain lines, one a line. */
export const plainLines = (pieces: readonly Unit[]): string[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === "table") return piece.rows.map((r) => r.join("  "));
    return piece.kind === "chart" ? [piece.nodes.join(" --> ")] : [piece.text];
  });

/** Cuts the pieces in two where a page ends; null where the page does not end within them. */
export function pageCut(pieces: readonly Unit[], random: Random, p: number): [Unit[], Unit[]] | null {
  if (pieces.length < 2 || !random.chance(p)) return null;
  const at = random.int(1, pieces.length - 1);
  return [pieces.slice(0, at), pieces.slice(at)];
}

/** Words of `text` in lines of at most `width` characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return lines;
}
