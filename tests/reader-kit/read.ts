import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { type Measure, measure } from "./measure.ts";
import type { Rendering } from "./model.ts";

/** Reads a text as if it were a file's bytes. */
export const readText = (text: string, fileName = "naskah.txt"): Reading =>
  readDecree(new TextEncoder().encode(text), fileName);

export const measureRendering = ({ text, fileName, truth }: Rendering): Measure =>
  measure(readText(text, fileName), truth, text.split("\n"));
