import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { PaperTools, PaperVoice } from "#app/reports/paper.ts";
import { sfntOf } from "#app/reports/woff.ts";

const { resolve } = createRequire(import.meta.url);

/** Static files: a variable one is drawn at its thinnest weight, and .woff2 cannot be read by the writer of PDF. */
const file = (family: string, part: string, weight: number): string =>
  resolve(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff`);

const FAMILIES: Record<PaperVoice, readonly [family: string, weight: number]> = {
  sans: ["source-sans-3", 400],
  strong: ["source-sans-3", 600],
  quote: ["source-serif-4", 400],
};
/** Parts of a family in the order in which a sign is looked for. */
const PARTS = ["latin", "latin-ext", "greek"] as const;

const filesOf = (voice: PaperVoice): string[] => {
  const [family, weight] = FAMILIES[voice];
  return PARTS.map((part) => file(family, part, weight));
};

let plain: string[] = [];

/**
 * The painter of pictures reads plain files of type from the disk only. They stand in a temporary folder that goes with
 * the process; a machine may clear such folders while it runs, so that they are written anew where one is missing.
 */
const plainFiles = (): string[] => {
  if (plain.length > 0 && plain.every((path) => existsSync(path))) return plain;
  const folder = mkdtempSync(join(tmpdir(), "tolok-huruf-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  plain = [...filesOf("sans"), ...filesOf("strong")].map((path) => {
    const written = join(folder, basename(path).replace(/woff$/, "ttf"));
    writeFileSync(written, sfntOf(readFileSync(path)));
    return written;
  });
  return plain;
};

/** SVG as PNG, in our type; nothing of the machine's own is used. */
export function svgToPng(svg: string, scale: number): Uint8Array {
  const painter = new Resvg(svg.replaceAll('font-family="inherit"', 'font-family="Source Sans 3"'), {
    fitTo: { mode: "zoom", value: scale },
    background: "#FFFFFF",
    font: { loadSystemFonts: false, fontFiles: plainFiles(), defaultFontFamily: "Source Sans 3" },
  });
  return new Uint8Array(painter.render().asPng());
}

let fonts: PaperTools["fonts"] | undefined;

/** Type and pictures for papers; type is read once a process. */
export function paperTools(): PaperTools {
  const read = (voice: PaperVoice): Uint8Array[] => filesOf(voice).map((path) => readFileSync(path));
  fonts ??= { sans: read("sans"), strong: read("strong"), quote: read("quote") };
  return { fonts, png: svgToPng };
}
