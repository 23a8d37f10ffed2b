import type { Heading } from "./assign/headings/index.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import type { DecreePart } from "./decree/index.ts";
import { isNoise, isParticular } from "./marks.ts";
import type { Cell } from "./rows/index.ts";
import { type Coverage, LINE_ROLES, type LineRange, type LineRole, type Span } from "./schema.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";
import { isBlankText } from "./text.ts";

/** Which role a line has in the end: the first of these that one of its spans carries. */
const PRECEDENCE: readonly LineRole[] = [
  "component",
  "service_heading",
  "bagian_heading",
  "label",
  "divider",
  "table_head",
  "declared_list",
  "maklumat",
  "signature",
  "decree_head",
  "unassigned",
  "page_noise",
  "separator",
];

/** A line of mere tags and blanks, written as names too, bears nothing that could be read. */
const MARKUP_ONLY = /^(?:\s|<\/?[a-zA-Z][^<>]*>|&(?:nbsp|ensp|emsp|#160|#xa0);)+$/i;

/** From left to right, of two that begin together the longer one first. */
const byPlace = (a: Span, b: Span): number => a.from - b.from || b.to - a.to;
const inOrder = (spans: readonly Span[]): boolean => {
  for (let at = 1; at < spans.length; at++)
    if (byPlace(spans[at - 1] as Span, spans[at] as Span) > 0) return false;
  return true;
};

/** Collects what every part of every line is. Each non-blank stretch of a line ends up in exactly one span. */
export class Account {
  readonly #lines: readonly string[];
  readonly #spans: Span[][];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#spans = lines.map(() => []);
  }

  add(
    line: number,
    from: number,
    to: number,
    role: LineRole,
    service: number | null = null,
    component: ComponentKey | null = null,
  ): void {
    const text = this.#lines[line - 1];
    if (text === undefined) return;
    const end = Math.min(to, text.length);
    if (from < end) this.#spans[line - 1]?.push({ line, from, to: end, role, service, component });
  }

  cell(cell: Cell, role: LineRole, service: number | null, component: ComponentKey | null = null): void {
    for (const piece of cell.pieces) this.add(piece.line, piece.from, piece.to, role, service, component);
  }

  has(line: number): boolean {
    return (this.#spans[line - 1]?.length ?? 0) > 0;
  }

  /** Whole line, unless something already owns a part of it. */
  line(line: number, role: LineRole, service: number | null = null): void {
    if (!this.has(line)) this.add(line, 0, Number.POSITIVE_INFINITY, role, service);
  }

  /**
   * The finished account, to be taken once: spans in order without overlap. Mark-up and blanks between two spans of one owner join them;
   * what nobody claimed on a line goes to its neighbour there, or is `unassigned` on a line without owner.
   */
  spans(): Span[] {
    const result: Span[] = [];
    this.#lines.forEach((text, index) => {
      if (isBlankText(text)) return;
      const claimed = this.#spans[index] as Span[];
      if (claimed.length === 0) {
        result.push({
          line: index + 1,
          from: 0,
          to: text.length,
          role: MARKUP_ONLY.test(text) ? "separator" : "unassigned",
          service: null,
          component: null,
        });
        return;
      }
      if (claimed.length === 1) {
        const [span] = claimed as [Span];
        span.from = 0;
        span.to = text.length;
        result.push(span);
        return;
      }
      if (!inOrder(claimed)) claimed.sort(byPlace);
      const merged: Span[] = [];
      for (const span of claimed) {
        const last = merged.at(-1);
        if (last && span.to <= last.to) continue;
        if (
          last &&
          last.role === span.role &&
          last.service === span.service &&
          last.component === span.component
        )
          last.to = span.to;
        else {
          span.from = last ? Math.max(span.from, last.to) : 0;
          merged.push(span);
        }
      }
      merged.forEach((span, at) => {
        span.to = at + 1 < merged.length ? (merged[at + 1] as Span).from : text.length;
      });
      for (const span of merged) if (span.from < span.to) result.push(span);
    });
    return result;
  }
}

/** Enters the rows of one annex: `serviceOf` gives the final index of each table. */
export const accountAnnex = (
  account: Account,
  annex: AnnexReading,
  serviceOf: (table: Table) => number,
): void => {
  for (const { line, lineTo, foot } of annex.apart)
    for (let one = line; one <= lineTo; one++) account.line(one, foot ? "page_noise" : "unassigned");
  // The table that each row belongs to; -1 for none.
  const owner = new Int32Array(annex.features.length).fill(-1);
  for (const table of annex.tables) {
    const service = serviceOf(table);
    for (const key of COMPONENT_KEYS) {
      const part = table.components[key];
      if (!part || part.shared) continue;
      for (let at = 0; at < part.rows.length; at++) {
        const { parts } = part.rows[at] as TableComponent["rows"][number];
        for (const cell of parts.label) account.cell(cell, "label", service, key);
        for (const cell of parts.divider) account.cell(cell, "divider", service);
        for (const cell of parts.noise) account.cell(cell, "page_noise", service);
        if (parts.echo) for (const cell of parts.echo) account.cell(cell, "page_noise", service);
        owner[part.indexes[at] as number] = service;
      }
      account.cell(part.content, "component", service, key);
    }
    if (table.heading) for (let i = table.heading.from; i <= table.heading.to; i++) owner[i] = service;
  }
  const headings = new Map<number, Heading>();
  for (const heading of annex.headings)
    for (let i = heading.from; i <= heading.to; i++) if (!headings.has(i)) headings.set(i, heading);
  // Between a service's heading and its first component.
  let named = false;
  annex.features.forEach((features, index) => {
    const { row } = features;
    const passed = annex.passed[index];
    const heading = passed === "heading" ? headings.get(index) : undefined;
    const service = owner[index] as number;
    const owned = service >= 0;
    const role: LineRole | null = heading
      ? heading.kind === "service"
        ? "service_heading"
        : "bagian_heading"
      : passed === "divider"
        ? "divider"
        : passed === "table_head"
          ? "table_head"
          : row.separator
            ? "separator"
            : passed === "signature"
              ? "signature"
              : named && !owned && isParticular(features.text)
                ? "label"
                : passed === "scrap" || passed === "other"
                  ? "unassigned"
                  : passed === "skip" || (!owned && isNoise(features.text))
                    ? "page_noise"
                    : null;
    if (heading?.kind === "service") named = true;
    else if (!heading && owned) named = false;
    // Another row may stand on the same line; there each owns its own words.
    if (role && account.has(row.line)) for (const cell of row.cells) account.cell(cell, role, null);
    for (let line = row.line; line <= row.lineTo; line++) {
      if (role) account.line(line, role, heading?.kind === "service" && owned ? service : null);
      // A row that gave nothing but signs (an empty or dashed cell) still belongs to its component.
      else if (owned) account.line(line, "label", service);
    }
  });
};

export const accountHead = (account: Account, part: DecreePart): void => {
  for (const { from, to, role } of part.roles)
    for (let line = from; line <= to; line++) account.line(line, role);
};

/**
 * Counts of lines by role; each non-blank line counts once, under the first role of the precedence. `spans` in order of
 * their lines; `lines`: of the file.
 */
export const coverageOf = (spans: readonly Span[], lines: number): Coverage => {
  const byRole: Record<string, number> = Object.fromEntries(LINE_ROLES.map((role) => [role, 0]));
  const unassigned: LineRange[] = [];
  let before: LineRole | null = null;
  for (let at = 0; at < spans.length; ) {
    const { line } = spans[at] as Span;
    let role = (spans[at] as Span).role;
    for (at++; spans[at]?.line === line; at++) {
      const other = (spans[at] as Span).role;
      if (PRECEDENCE.indexOf(other) < PRECEDENCE.indexOf(role)) role = other;
    }
    byRole[role] = (byRole[role] ?? 0) + 1;
    const range = unassigned.at(-1);
    // Blank lines do not break a run of unassigned ones.
    if (role === "unassigned" && before === "unassigned" && range) range[1] = line;
    else if (role === "unassigned") unassigned.push([line, line]);
    before = role;
  }
  return { lines, by_role: byRole, unassigned };
};
