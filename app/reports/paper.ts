import type { ChartSpec } from "../charts/spec.ts";

/** A document as plain data, for the renderers of papers: what it says, never how a format draws it. */

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

export interface PaperColumn {
  head: string;
  /** Width as a share of the page, in percent; the shares of a table add up to 100. */
  share: number;
  /** Figures stand right, decimals under each other. */
  align?: "right";
}

export interface PaperTable {
  kind: "table";
  /** Stands over the table and stays with it. */
  caption?: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly (readonly Paragraph[])[])[];
  /** How many of the last rows are totals, set apart from the rest. */
  feet?: number;
}

/** Labels and words in two columns without lines: the block under a title, a place for signatures. */
export interface Facts {
  kind: "facts";
  rows: readonly (readonly [label: string, words: string])[];
}

/** Head of an official letter: the lines, the first two largest, over a rule. */
export interface Letterhead {
  kind: "letterhead";
  lines: readonly string[];
}

/** A drawing of figures that also stand in a table of the same paper. */
export interface Chart {
  kind: "chart";
  spec: ChartSpec;
}

/** Few figures side by side, each under its name: what a reader in haste takes along. */
export interface Figures {
  kind: "figures";
  items: readonly { label: string; figure: string; notes: readonly string[] }[];
}

/** Two columns of blocks beside each other where the page is wide enough; each is short enough for one page. */
export interface Beside {
  kind: "beside";
  columns: readonly [readonly (Paragraph | Heading)[], readonly (Paragraph | Heading)[]];
}

/** Place and date, office, room for a hand, name and number: on the right half, never parted. */
export interface Signature {
  kind: "signature";
  /** "Paringin, 2 Juli 2025"; dots where something is not known. */
  placed: string;
  office: string;
  name: string;
  nip: string;
  /** Small print that may stand in the free half beside it. */
  notes?: string;
}

/** What follows begins a new page. */
export interface PageBreak {
  kind: "break";
}

export type Block =
  | Paragraph
  | Heading
  | PaperTable
  | Facts
  | Letterhead
  | Chart
  | Figures
  | Beside
  | Signature
  | PageBreak;

export interface Paper {
  /** First part of the file's name. */
  fileName: string;
  title: string;
  subtitle: string;
  /** Beside "Halaman x dari y" on every page. */
  foot: string;
  landscape: boolean;
  /** When it was made, UTC ISO: the file says it of itself. */
  at: string;
  /** A word at the head of every page, for a paper that is not final: `DRAF`. */
  mark?: string;
  /** Stands before the title. */
  letterhead?: Letterhead;
  /** Small margins and type, for a paper that has to fit one page. */
  dense?: boolean;
  blocks: readonly Block[];
}

export const paragraph = (words: string, style: Paragraph["style"] = "text"): Paragraph => ({
  kind: "paragraph",
  runs: [words],
  style,
});

/** The words of a cell or paragraph without their emphasis. */
export const wordsOf = ({ runs }: Pick<Paragraph, "runs">): string =>
  runs.map((run) => (typeof run === "string" ? run : run.words)).join("");

/** What a renderer cannot make of its argument alone: type, and pictures of drawings. */
export interface PaperTools {
  /** Type by voice; each voice is a chain of files, the first that has a sign draws it. Bytes of .woff or .ttf files. */
  fonts: Readonly<Record<PaperVoice, readonly Uint8Array[]>>;
  /** Draws SVG as PNG, `scale` times its size. */
  png(svg: string, scale: number): Uint8Array;
}

/** `sans`: ours. `strong`: ours, with weight. `quote`: the voice of a decree. */
export const PAPER_VOICES = ["sans", "strong", "quote"] as const;
export type PaperVoice = (typeof PAPER_VOICES)[number];
