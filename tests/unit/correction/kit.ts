import { anchorAt } from "#app/correction/anchor.ts";
import type { MachineReading, ServiceRef } from "#app/correction/model.ts";
import { readDecree } from "#app/reader/index.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText } from "#tests/integration/decree-text.ts";

/** The machine's reading of an invented decree, as corrections take it. */
export const machineOf = (text: string): MachineReading => {
  const { spans, services, text: lines } = readDecree(bytesOf(text), "arunika.txt");
  return {
    first: 1,
    lines,
    spans,
    tables: services.map(({ name, bagian, no, line }, ordinal) => ({ ordinal, name, bagian, no, line })),
  };
};

export const machine = (spec: DecreeSpec = ARUNIKA): MachineReading => machineOf(decreeText(spec));

/** The nth line (1-based) that holds these words. */
export const lineOf = ({ lines }: MachineReading, words: string, nth = 1): number => {
  let seen = 0;
  return lines.findIndex((line) => line.includes(words) && ++seen === nth) + 1;
};

export const refTo = (reading: MachineReading, ordinal: number): ServiceRef => {
  const table = reading.tables[ordinal];
  if (!table) throw new Error(`no table ${ordinal}`);
  return { at: anchorAt(reading, table.line, 1), name: table.name };
};
