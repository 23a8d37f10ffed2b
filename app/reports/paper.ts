/** A document as plain data, for the renderers of papers that officials go on editing. */

/** Words; with an emphasis where they are not plain. `slot`: a place that is to be filled in. */
export type Run = string | { words: string; as: "strong" | "slot" };

export interface Paragraph {
  kind: "paragraph";
  runs: readonly Run[];
  /** Quote: words of a decree. Note: small print. Status: what must be known before any figure. */
  style: "text" | "quote" | "note" | "status";
  /** Stays on the page of what follows. */
  keep?: boolean;
}

export interface Heading {
  kind: "heading";
  level: 1 | 2;
  words: string;
}

export interface PaperTable {
  kind: "table";
  /** Widths as shares of the page; they add up to 100. */
  columns: readonly { head: string; share: number }[];
  rows: readonly (readonly (readonly Paragraph[])[])[];
}

/** Labels and words in two columns without lines: the block under a title, a place for signatures. */
export interface Facts {
  kind: "facts";
  rows: readonly (readonly [label: string, words: string])[];
}

export type Block = Paragraph | Heading | PaperTable | Facts;

export interface Paper {
  /** First part of the file's name. */
  fileName: string;
  title: string;
  subtitle: string;
  /** Beside "Halaman x dari y" on every page. */
  foot: string;
  landscape: boolean;
  blocks: readonly Block[];
}

export const paragraph = (words: string, style: Paragraph["style"] = "text"): Paragraph => ({
  kind: "paragraph",
  runs: [words],
  style,
});
