import type { ComponentKey } from "#app/reader/components.ts";
import type { FindingCode } from "#app/reader/findings-registry.ts";

/** How items of a list are marked; `none` writes each item as a sentence of its own. */
export type Marker = "1." | "1)" | "a." | "a)" | "-" | "•" | "none";

export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "list"; marker: Marker; items: string[] }
  /** A table inside a cell: fees, or steps and who takes them. */
  | { kind: "table"; head: string[]; rows: string[][] }
  /** A flow chart as converters write it; `nodes` are its boxes in order. */
  | { kind: "chart"; nodes: string[] };

/** What stands in a row: content, an empty cell, or a mere sign. */
export type Content = Block[] | "" | "-" | "...";

export interface Part {
  label: string;
  content: Content;
}

export interface ModelService {
  no: string;
  name: string;
  /** null: the table has no such row. */
  components: Record<ComponentKey, Part | null>;
}

export interface ModelBagian {
  /** With the word Bagian; null where the document names none. */
  name: string | null;
  services: ModelService[];
}

export interface ModelDecree {
  regency: string;
  seat: string;
  issuer: "Bupati" | "Sekretaris Daerah";
  number: string;
  year: number;
  /** `YYYY-MM-DD`. */
  signed: string;
  bagian: ModelBagian[];
  maklumat: boolean;
}

/** Where a component stands in a rendering, and what it says. */
export interface TruthPart {
  /** As printed; null where the row bears none. */
  label: string | null;
  /** Lines that bear the label; null where there is none. */
  labelLines: [number, number] | null;
  /** First and last line of the content. */
  lines: [number, number];
  /** The whole content as a person would read it, white space aside. */
  text: string;
}

export interface TruthService {
  no: string | null;
  name: string;
  bagian: string | null;
  /** Line of the heading, or the table's first line where there is none. */
  line: number;
  /** Index of its decree, where the file holds several. */
  decree?: number;
  components: Record<ComponentKey, TruthPart | null>;
  /** For each component without content, the finding that says why. */
  nulls: Partial<Record<ComponentKey, FindingCode>>;
}

export interface TruthDecree {
  regency: string | null;
  issuer: string | null;
  number: string | null;
  year: number | null;
  signed: string | null;
  line: number;
  maklumat: boolean;
  declared: { bagian: string | null; services: string[] }[];
}

export interface Truth {
  decrees: TruthDecree[];
  services: TruthService[];
  /** Findings about services and decrees (not about components), as `code` or `code:service`. */
  findings: string[];
}

/** A rendering: a file and what a careful reader finds in it. */
export interface Rendering {
  layout: string;
  fileName: string;
  text: string;
  truth: Truth;
}

const marks: Record<Marker, (i: number) => string> = {
  "1.": (i) => `${i + 1}. `,
  "1)": (i) => `${i + 1}) `,
  "a.": (i) => `${String.fromCharCode(97 + (i % 26))}. `,
  "a)": (i) => `${String.fromCharCode(97 + (i % 26))}) `,
  "-": () => "- ",
  "•": () => "• ",
  none: () => "",
};

/** The i-th item (from 0) with its mark. */
export const marked = (marker: Marker, i: number, text: string): string => marks[marker](i) + text;

/** The lines of a block as plain text: one a list item, one a table row, one a chart. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items.map((item, i) => marked(block.marker, i, item));
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" "));
    case "chart":
      return [block.nodes.join(" ")];
  }
}

/** The content as text: one line an item. Empty for an empty cell or a mere sign. */
export const contentText = (content: Content): string =>
  typeof content === "string" ? "" : content.flatMap(blockLines).join("\n");

/** The finding that a row without content deserves; undefined where there is content. */
export function nullCode(part: Part | null): FindingCode | undefined {
  if (part === null) return "missing";
  if (part.content === "") return "blank";
  return typeof part.content === "string" ? "placeholder" : undefined;
}

/** All services in document order with their bagian. */
export const servicesOf = (decree: ModelDecree): { bagian: string | null; service: ModelService }[] =>
  decree.bagian.flatMap((b) => b.services.map((service) => ({ bagian: b.name, service })));
