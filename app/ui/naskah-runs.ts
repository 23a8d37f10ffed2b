import type { ComponentKey } from "#app/reader/components.ts";
import { component } from "#app/reader/components.ts";
import type { LineSpan, NaskahLine, ServiceRef } from "#app/server/views.ts";
import { markQuotes } from "./quote-marks.ts";
import { ROLE_WORDS } from "./words-of.ts";

/** Part of a line as it is shown; `quoted` belongs to the quote that the reader came for. */
export interface LinePart {
  text: string;
  quoted: boolean;
}

/** Lines that follow each other and have the same owner: the owner is written once. */
export interface Run {
  key: string;
  /** What the lines are: components and roles, each once; empty for blank lines before anything else. */
  owner: string;
  unassigned: boolean;
  /** Name of the service they belong to, as the register or else as the decree has it. */
  name: string | null;
  /** Is it another service than the one named last? */
  startsService: boolean;
  service: ServiceRef | null;
  component: ComponentKey | null;
  lines: { line: number; parts: LinePart[]; inQuote: boolean }[];
}

/** What the reader came for: lines, and whose they are. */
export interface Quote {
  lines: readonly [number, number];
  service: ServiceRef | null;
  component: ComponentKey | null;
}

/** What is said of the component whose quote is shown: its level in words, and the words that decided. */
export interface QuoteVerdict {
  level: string;
  words: readonly string[];
}

/**
 * Marks only the words that decided, where they are found in the quoted lines; else the whole component stays marked.
 */
export function narrowQuote(runs: readonly Run[], words: readonly string[]): Run[] {
  const quoted = runs.flatMap((run) => run.lines.flatMap((line) => line.parts.filter((part) => part.quoted)));
  const marked = markQuotes(
    quoted.map((part) => part.text),
    words,
  );
  if (!marked.flat().some((part) => part.marked)) return [...runs];
  const cut = new Map(quoted.map((part, at) => [part, marked[at] ?? []]));
  return runs.map((run) => ({
    ...run,
    lines: run.lines.map((line) => ({
      ...line,
      parts: line.parts.flatMap(
        (part) => cut.get(part)?.map((one): LinePart => ({ text: one.text, quoted: one.marked })) ?? [part],
      ),
    })),
  }));
}

/** The owner of most spans in a range: the component whose quote the link named. */
export function quoteIn(lines: readonly NaskahLine[], range: readonly [number, number]): Quote {
  const counts = new Map<string, { span: LineSpan; n: number }>();
  for (const { line, spans } of lines) {
    if (line < range[0] || line > range[1]) continue;
    for (const span of spans) {
      if (!span.component) continue;
      const key = `${span.service?.no}/${span.component}`;
      const entry = counts.get(key) ?? { span, n: 0 };
      entry.n += span.to - span.from;
      counts.set(key, entry);
    }
  }
  const [most] = [...counts.values()].sort((a, b) => b.n - a.n);
  return { lines: range, service: most?.span.service ?? null, component: most?.span.component ?? null };
}

const ownerOf = (span: LineSpan): string =>
  span.component ? component(span.component).short : ROLE_WORDS[span.role];

/** Gathers lines into runs. A blank line belongs to the run it stands in. */
export function runsOf(lines: readonly NaskahLine[], quote: Quote | null, showMarkup: boolean): Run[] {
  const runs: Run[] = [];
  let lastService: string | null = null;
  for (const line of lines) {
    const owner = [...new Set(line.spans.map(ownerOf))].join("; ");
    const first =
      line.spans.find((span) => span.component) ??
      line.spans.find((span) => span.printedName) ??
      line.spans[0];
    const name = first?.service?.name ?? first?.printedName ?? null;
    const last = runs.at(-1);
    const shown = {
      line: line.line,
      parts: partsOf(line, quote, showMarkup),
      inQuote: quote !== null && line.line >= quote.lines[0] && line.line <= quote.lines[1],
    };
    if (last && (line.spans.length === 0 || (last.owner === owner && last.name === name))) {
      last.lines.push(shown);
      continue;
    }
    runs.push({
      key: String(line.line),
      owner,
      unassigned: line.spans.some((span) => span.role === "unassigned"),
      name,
      startsService: name !== null && name !== lastService,
      service: first?.service ?? null,
      component: first?.component ?? null,
      lines: [shown],
    });
    lastService = name ?? lastService;
  }
  return runs;
}

/** A tag of HTML; the arrow of a flow chart (`-->`) is none. */
const TAG = /<\/?[a-zA-Z][^<>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&amp;": "&",
};
const decode = (text: string): string =>
  text.replace(/&(nbsp|lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** Cuts a line at the ends of quoted spans and, unless asked otherwise, takes its tags out. */
function partsOf({ line, text, spans }: NaskahLine, quote: Quote | null, showMarkup: boolean): LinePart[] {
  const hidden = showMarkup
    ? []
    : [...text.matchAll(TAG)].map((tag) => [tag.index, tag.index + tag[0].length] as const);
  const inRange = quote?.component && line >= quote.lines[0] && line <= quote.lines[1];
  const quoted = inRange
    ? spans.filter((span) => span.component === quote.component && span.service?.no === quote.service?.no)
    : [];
  const cuts = [
    ...new Set([0, text.length, ...hidden.flat(), ...quoted.flatMap((span) => [span.from, span.to])]),
  ];
  cuts.sort((a, b) => a - b);
  const parts: LinePart[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const from = cuts[at] as number;
    const to = cuts[at + 1] as number;
    const isTag = hidden.some(([start, end]) => from >= start && to <= end);
    const raw = text.slice(from, to);
    const shown = isTag ? (/^<(br|\/?(li|p|td|tr))\b/i.test(raw) ? " " : "") : showMarkup ? raw : decode(raw);
    const isQuoted = quoted.some((span) => from >= span.from && to <= span.to);
    const last = parts.at(-1);
    if (last && last.quoted === isQuoted) last.text += shown;
    else if (shown !== "") parts.push({ text: shown, quoted: isQuoted });
  }
  return parts;
}
