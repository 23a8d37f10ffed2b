import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { extractFacts, sourceOf } from "#app/reader/facts/index.ts";
import { presenceFinding } from "#app/reader/findings.ts";
import {
  type Given,
  type Reassembled,
  reassemble,
  rowsOfText,
  type Stretch,
} from "#app/reader/reassemble.ts";
import type { Facts, Finding, LineRange, Span } from "#app/reader/schema.ts";
import { fold } from "#app/reader/text.ts";
import { applyCorrections, type CorrectedReading } from "./apply.ts";
import type { Correction, MachineReading } from "./model.ts";

/** A component whose parts are others than the reader gave it. */
export interface NewComponent {
  /** Null where it has no content. */
  read: { label: string | null; text: string; lines: LineRange } | null;
  /** Lines of its label, where it has no content but a label. */
  lines: LineRange | null;
  facts: Facts;
  /** What is to be said of it; null where nothing is. */
  finding: Pick<Finding, "code" | "severity" | "message"> | null;
}

/** The very component that the reader read in another table. */
export interface TakenComponent {
  /** Ordinal of that table. */
  from: number;
}

/** A reading as corrected, with the components that corrections touched put together anew. */
export interface EffectiveReading extends CorrectedReading {
  /** By ordinal; components that are not named are as the reader left them. */
  changed: Map<number, Map<ComponentKey, NewComponent | TakenComponent>>;
}

/**
 * The reading that counts: what the reader made of the text, and what people corrected in it. The same lines and
 * corrections give the same reading, whatever was undone in between.
 */
export const effectiveReading = (
  machine: MachineReading,
  corrections: readonly Correction[],
): EffectiveReading => {
  const corrected = applyCorrections(machine, corrections);
  const before = partsOf(machine.spans);
  const after = partsOf(corrected.spans);
  const readAs = new Map(
    [...before].map(([name, parts]) => [wholeOf(name, parts), Number.parseInt(name, 10)]),
  );
  const changed: EffectiveReading["changed"] = new Map();
  let rows: ReturnType<typeof rowsOfText> | null = null;
  for (const { ordinal } of corrected.tables) {
    for (const key of COMPONENT_KEYS) {
      const name = nameOf(ordinal, key);
      const own = after.get(name) ?? NO_PARTS;
      if (signature(own) === signature(before.get(name) ?? NO_PARTS)) continue;
      const components = changed.get(ordinal) ?? new Map<ComponentKey, NewComponent | TakenComponent>();
      changed.set(ordinal, components);
      const from = own.content.length > 0 ? readAs.get(wholeOf(name, own)) : undefined;
      if (from !== undefined) {
        components.set(key, { from });
        continue;
      }
      rows ??= rowsOfText(machine.lines, machine.first);
      const given = givenOf(own.content, machine.spans);
      const made = reassemble(rows, key, given, own.label.length > 0);
      const printed = ownLabel(own.label, before.get(name)?.label ?? []);
      components.set(key, componentOf(made, key, labelOf(printed, machine), own.label));
    }
  }
  return { ...corrected, changed };
};

interface Parts {
  content: Span[];
  label: Span[];
}
const NO_PARTS: Parts = { content: [], label: [] };

const nameOf = (ordinal: number, key: ComponentKey) => `${ordinal}|${key}`;

const partsOf = (spans: readonly Span[]): Map<string, Parts> => {
  const parts = new Map<string, Parts>();
  for (const span of spans) {
    if (span.service === null || span.component === null) continue;
    if (span.role !== "component" && span.role !== "label") continue;
    const name = nameOf(span.service, span.component);
    const own = parts.get(name) ?? { content: [], label: [] };
    parts.set(name, own);
    own[span.role === "label" ? "label" : "content"].push(span);
  }
  return parts;
};

const signature = ({ content, label }: Parts): string =>
  [content, label]
    .map((spans) => spans.map(({ line, from, to }) => `${line}:${from}-${to}`).join(" "))
    .join("|");

/** A component by its key and all its parts. */
const wholeOf = (name: string, parts: Parts): string => `${name.split("|")[1]}|${signature(parts)}`;

/** The stretches of a component; `fresh` where the reader held their words for no content. */
const givenOf = (content: readonly Span[], machine: readonly Span[]): Given => {
  const lines = new Set(content.map(({ line }) => line));
  const contents = new Map<number, Span[]>();
  for (const span of machine) {
    if (span.role !== "component" || !lines.has(span.line)) continue;
    contents.set(span.line, [...(contents.get(span.line) ?? []), span]);
  }
  const given = new Map<number, Stretch[]>();
  for (const { line, from, to } of content) {
    let known = 0;
    for (const span of contents.get(line) ?? [])
      known += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    given.set(line, [...(given.get(line) ?? []), { from, to, fresh: known < to - from }]);
  }
  return given;
};

const ENTRY = /^[\s|\-–•#*>]*(?:\(?\d{1,2}\s?[.)]?(?=[\s|]))*[\s|]*/;

/** A row that comes from another component brings that one's label along: the component's own is told, where it has one. */
const ownLabel = (label: readonly Span[], read: readonly Span[]): readonly Span[] => {
  const known = new Set(read.map(({ line, from }) => `${line}:${from}`));
  const own = label.filter(({ line, from }) => known.has(`${line}:${from}`));
  return own.length > 0 ? own : label;
};

/** The label as printed, without its number and without the dash of an empty cell; null where there is none. */
const labelOf = (label: readonly Span[], { lines, first }: MachineReading): string | null => {
  const words = label.map(({ line, from, to }) => (lines[line - first] ?? "").slice(from, to)).join(" ");
  const text = fold(words.replace(/<[^>]*>/g, " "))
    .replace(ENTRY, "")
    .replace(/[\s|:=.\-–…]+$/, "");
  return text === "" ? null : text;
};

const componentOf = (
  { presence, text, starts, lines }: Reassembled,
  key: ComponentKey,
  label: string | null,
  labels: readonly Span[],
): NewComponent => {
  const labelled: LineRange | null =
    labels.length > 0 ? [labels[0]?.line as number, labels.at(-1)?.line as number] : null;
  const present = presence === "present" && lines !== null;
  const from = lines && labelled ? Math.min(lines[0], labelled[0]) : (lines?.[0] ?? 0);
  const range: LineRange | null = lines ? [from, lines[1]] : labelled;
  const said = presenceFinding(key, presence, text, {});
  return {
    read: present ? { label, text, lines: range as LineRange } : null,
    lines: range,
    facts: extractFacts(present ? { [key]: sourceOf(text, starts) } : {}),
    finding: said && { code: said.code, severity: said.severity, message: said.message },
  };
};
