import { z } from "zod";
import { anchorAt } from "#app/correction/anchor.ts";
import {
  ADDED,
  type Anchor,
  type MachineReading,
  OPERATION_KINDS,
  Operation,
  type OperationKind,
  type Part,
  type ServiceRef,
} from "#app/correction/model.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { readRange } from "#app/reader/range.ts";
import type { LineRange, Span } from "#app/reader/schema.ts";

/** What a form asks to be corrected: line numbers and ordinals, as its page showed them. */
export const Asked = z.object({
  op: z.enum(OPERATION_KINDS as [OperationKind, ...OperationKind[]]),
  /** Line numbers. */
  lines: z.array(z.int().positive()).max(5_000),
  /** Words of the only line, where not all of it is meant; "" for whole lines. */
  words: z.string().trim().max(2_000),
  /** Ordinal of the service that is corrected, or to which lines go. */
  service: z.int().nonnegative().nullable(),
  /** Of a merge: the service that stays. */
  into: z.int().nonnegative().nullable(),
  /** To which component lines go, or as what they belong to nobody. */
  component: z.union([z.enum(COMPONENT_KEYS), z.enum(["unassigned", "page_noise"])]).nullable(),
  name: z.string().trim().max(500),
  bagian: z.string().trim().max(200),
});
export type Asked = z.infer<typeof Asked>;

/** Field of the form, and what is wrong with it. */
export interface AskedProblem {
  field: "baris" | "kutipan" | "layanan" | "komponen" | "ke" | "nama" | "bagian";
  message: string;
}

class Refused extends Error {
  readonly problem: AskedProblem;
  constructor(field: AskedProblem["field"], message: string) {
    super(message);
    this.problem = { field, message };
  }
}

/** What is asked, anchored in the text; or what is wrong with it. Pure. */
export const operationFor = (
  asked: Asked,
  machine: MachineReading,
): { operation: Operation } | { problem: AskedProblem } => {
  try {
    return { operation: Operation.parse(anchored(asked, machine)) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
};

const anchored = (asked: Asked, machine: MachineReading): Operation => {
  const bagian = asked.bagian === "" ? null : asked.bagian;
  switch (asked.op) {
    case "pindah": {
      const spans = anchorsOf(asked, machine);
      if (asked.component === null)
        throw new Refused("komponen", "Pilih komponen, atau nyatakan baris ini bukan milik layanan.");
      if (asked.component === "unassigned" || asked.component === "page_noise")
        return { op: "pindah", spans, to: { service: null, role: asked.component } };
      const service = refOf(asked.service, machine, "layanan");
      return { op: "pindah", spans, to: { service, component: asked.component } };
    }
    case "tambah": {
      const [first, last] = rangeOf(asked, machine);
      const at = anchor(machine, first, 1);
      return { op: "tambah", at, parts: partsOf(machine, first, last), name: nameOf(asked), bagian };
    }
    case "pisah": {
      const service = refOf(asked.service, machine, "layanan");
      const [first] = rangeOf(asked, machine);
      return { op: "pisah", service, at: anchor(machine, first, 1), name: nameOf(asked), bagian };
    }
    case "gabung": {
      if (asked.service !== null && asked.service === asked.into)
        throw new Refused("ke", "Pilih dua layanan yang berbeda.");
      const service = refOf(asked.service, machine, "layanan");
      return { op: "gabung", service, into: refOf(asked.into, machine, "ke") };
    }
    case "nama":
      return { op: "nama", service: refOf(asked.service, machine, "layanan"), name: nameOf(asked) };
    case "bagian":
      return { op: "bagian", service: refOf(asked.service, machine, "layanan"), bagian };
    case "hapus":
      return { op: "hapus", service: refOf(asked.service, machine, "layanan") };
  }
};

const nameOf = ({ name }: Asked): string => {
  if (name === "") throw new Refused("nama", "Tulis nama layanannya.");
  return name;
};

const anchor = (
  machine: MachineReading,
  line: number,
  count: number,
  columns: { from: number; to: number } | null = null,
): Anchor => {
  try {
    return anchorAt(machine, line, count, columns);
  } catch {
    throw new Refused("baris", `Baris ${line} kosong atau di luar naskah ini.`);
  }
};

const refOf = (ordinal: number | null, machine: MachineReading, field: "layanan" | "ke"): ServiceRef => {
  if (ordinal !== null && ordinal > ADDED) return { added: ordinal - ADDED };
  const table = machine.tables.find((one) => one.ordinal === ordinal);
  if (!table) throw new Refused(field, "Pilih layanannya.");
  return { at: anchor(machine, table.line, 1), name: table.name };
};

const hasWords = ({ lines, first }: MachineReading, line: number): boolean =>
  (lines[line - first] ?? "").trim() !== "";

/** Chosen lines with words, ascending, each once. */
const chosen = ({ lines }: Asked, machine: MachineReading): number[] => {
  const found = [...new Set(lines)].filter((line) => hasWords(machine, line)).sort((a, b) => a - b);
  if (found.length === 0) throw new Refused("baris", "Pilih sedikitnya satu baris yang berisi teks.");
  return found;
};

const rangeOf = (asked: Asked, machine: MachineReading): LineRange => {
  const lines = chosen(asked, machine);
  return [lines[0] as number, lines.at(-1) as number];
};

/** Runs of chosen lines; blank lines do not break a run. */
const anchorsOf = (asked: Asked, machine: MachineReading): Anchor[] => {
  const lines = chosen(asked, machine);
  if (asked.words !== "") {
    const [line] = lines as [number];
    if (lines.length > 1)
      throw new Refused(
        "kutipan",
        "Sebagian baris hanya dapat dipilih pada satu baris. Pilih satu baris saja.",
      );
    const from = (machine.lines[line - machine.first] ?? "").indexOf(asked.words);
    if (from < 0)
      throw new Refused(
        "kutipan",
        `Kata-kata itu tidak ada pada baris ${line}. Salin dari baris itu apa adanya.`,
      );
    return [anchor(machine, line, 1, { from, to: from + asked.words.length })];
  }
  const runs: LineRange[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    let next = last ? last[1] + 1 : 0;
    while (last && next < line && !hasWords(machine, next)) next++;
    if (last && next === line) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => anchor(machine, from, to - from + 1));
};

interface PartRun {
  from: number;
  to: number;
  columns: { from: number; to: number } | null;
  role: Span["role"];
  component: ComponentKey | null;
}

/** What the reader makes of the lines below a heading, if they are one table: anchored, so that it stays so. */
const partsOf = (machine: MachineReading, first: number, last: number): Part[] => {
  if (last <= first) return [];
  const textOf = (line: number) => machine.lines[line - machine.first] ?? "";
  const below = machine.lines.slice(first + 1 - machine.first, last + 1 - machine.first);
  const runs: PartRun[] = [];
  for (const { line, from, to, role, component, service } of readRange(below, first + 1)) {
    if (service !== 0 || textOf(line).slice(from, to).trim() === "") continue;
    const whole = from === 0 && to === textOf(line).length;
    const run = runs.at(-1);
    const goesOn = run?.columns === null && run.role === role && run.component === component;
    if (whole && run && goesOn && run.to === line - 1) run.to = line;
    else runs.push({ from: line, to: line, columns: whole ? null : { from, to }, role, component });
  }
  return runs.map(({ from, to, columns, role, component }) => ({
    at: anchor(machine, from, to - from + 1, columns),
    role,
    component,
  }));
};
