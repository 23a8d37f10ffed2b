import type { PaperFormat, TableFormat } from "./formats.ts";
import type { Paper, PaperTools } from "./paper.ts";
import type { TableFile } from "./sheet.ts";

/** One renderer a format, loaded when first asked for: the libraries behind them are large. */
export const TABLE_RENDERERS: Record<TableFormat, (file: TableFile) => Promise<string | Uint8Array>> = {
  csv: async ({ sheet }) => (await import("./csv.ts")).toCsv(sheet),
  xlsx: async (file) => (await import("./xlsx.ts")).toXlsx(file),
};

export const PAPER_RENDERERS: Record<PaperFormat, (paper: Paper, tools: PaperTools) => Promise<Uint8Array>> =
  {
    pdf: async (paper, tools) => (await import("./pdf/pdf.ts")).toPdf(paper, tools),
    docx: async (paper, tools) => (await import("./docx.ts")).toDocx(paper, tools),
  };
