import { type EffectiveReading, effectiveReading, type NewComponent } from "#app/correction/effective.ts";
import type { Correction, MachineReading } from "#app/correction/model.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { contentHash } from "#app/reader/content-hash.ts";
import { presenceFinding } from "#app/reader/findings.ts";
import { repeats } from "#app/reader/repeats.ts";
import type { Span } from "#app/reader/schema.ts";
import { proposePengguna } from "#app/scoring/pengguna.ts";
import type { ReadingRows } from "#db/queries/reading-rows.ts";
import type { ComponentState, ComponentTable, ServiceTextTable, SpanTable } from "#db/schema.ts";
import { cutCoverage } from "../coverage.ts";
import { factsOf } from "../cut.ts";
import { groupBy } from "../group-by.ts";
import { levelCounts } from "../score-rows.ts";
import { stateCounts } from "../staging-rows.ts";
import { declaredFor } from "./declared.ts";
import { findingsFor } from "./findings.ts";
import type { WantedComponent, WantedTable } from "./wanted.ts";

/** What corrections start from: the machine's reading, the rows that count now, and the text itself. */
export interface Basis {
  machine: ReadingRows;
  current: ReadingRows;
  lines: readonly { line: number; text: string }[];
  /** Ids of current tables by ordinal of the machine's; left out: both count alike. */
  ids?: ReadonlyMap<number, string>;
}

/** The machine's reading as corrections take it. */
export const machineReading = ({ machine, lines }: Pick<Basis, "machine" | "lines">): MachineReading => ({
  first: lines[0]?.line ?? 1,
  lines: lines.map(({ text }) => text),
  spans: machine.span.map(
    ({ line, col_from: from, col_to: to, role, ordinal: service, component }): Span => ({
      line,
      from,
      to,
      role,
      service,
      component,
    }),
  ),
  tables: machine.service_text.map(({ ordinal, name, bagian, no, line }) => ({
    ordinal,
    name,
    bagian,
    no,
    line,
  })),
});

export interface Wanted {
  rows: ReadingRows;
  outcome: EffectiveReading["outcome"];
}

/** The rows that count once these corrections are made. Tables that were there already keep their ids. */
export const wantedRows = (basis: Basis, corrections: readonly Correction[], newId: () => string): Wanted => {
  const { machine, current } = basis;
  const source = machineReading(basis);
  const effective = effectiveReading(source, corrections);
  const tables = tablesOf(basis, effective, newId);
  const declared = declaredFor(machine, tables);
  linkRepeats(tables, declared);
  const { r, id: readingId } = current.reading;
  const [from, to] = [source.first, source.first + source.lines.length - 1];
  const coverage = cutCoverage([from, to], effective.spans, tables[0]?.line ?? null);
  const known = new Map(current.service_text.map((row) => [row.id, row]));
  return {
    outcome: effective.outcome,
    rows: {
      reading: {
        ...current.reading,
        reader_version: machine.reading.reader_version,
        machine_id: machine.reading.id,
        head: machine.reading.head,
        coverage: JSON.stringify(coverage),
        annex_lines: coverage.annex_lines,
        annex_unassigned: coverage.annex_unassigned,
      },
      span: effective.spans.map(
        (span): SpanTable => ({
          r,
          reading_id: readingId,
          line: span.line,
          col_from: span.from,
          col_to: span.to,
          role: span.role,
          ordinal: span.service,
          component: span.component,
        }),
      ),
      service_text: serviceTextRows(tables, known, { r, readingId }),
      component: tables.flatMap(({ id, components }) =>
        COMPONENT_KEYS.map((key): ComponentTable => ({ r, service_text_id: id, ...components[key].row })),
      ),
      declared: declared.map((row) => ({
        ...row.entry,
        reading_id: readingId,
        service_text_id: row.table?.id ?? null,
      })),
      finding: findingsFor({ machine, current, tables, declared }, newId),
    },
  };
};

const tablesOf = (
  { machine, current, ids: given }: Basis,
  effective: EffectiveReading,
  newId: () => string,
): WantedTable[] => {
  const ids = given ?? new Map(current.service_text.map(({ ordinal, id }) => [ordinal, id]));
  const read = new Map(machine.service_text.map((row) => [row.ordinal, row]));
  const components = groupBy(machine.component, (row) => row.service_text_id);
  const findings = groupBy(machine.finding, (row) => row.service_text_id ?? "");
  const asRead = (ordinal: number, key: ComponentKey): WantedComponent | null => {
    const table = read.get(ordinal)?.id ?? "";
    const found = components.get(table)?.find((row) => row.key === key);
    if (!found) return null;
    const { r: _r, service_text_id: _table, ...row } = found;
    return {
      row,
      findings: (findings.get(table) ?? []).filter((finding) => finding.component === key),
    };
  };
  return effective.tables.map((printed): WantedTable => {
    const row = read.get(printed.ordinal) ?? null;
    const changed = effective.changed.get(printed.ordinal);
    const componentFor = (key: ComponentKey): WantedComponent => {
      const made = changed?.get(key);
      if (made && "from" in made) return asRead(made.from, key) ?? absent(key);
      if (made) return componentOf(key, made);
      return (row && asRead(printed.ordinal, key)) ?? absent(key);
    };
    return {
      ...printed,
      id: ids.get(printed.ordinal) ?? newId(),
      read: row,
      touched:
        row === null || changed !== undefined || row.name !== printed.name || row.bagian !== printed.bagian,
      components: Object.fromEntries(
        COMPONENT_KEYS.map((key) => [key, componentFor(key)]),
      ) as WantedTable["components"],
      sameAs: null,
    };
  });
};

const componentOf = (key: ComponentKey, { read, lines, facts, finding }: NewComponent): WantedComponent => {
  const stored = read ? factsOf(key, facts) : null;
  const state: ComponentState = read ? "ada" : ((finding?.code ?? "missing") as ComponentState);
  return {
    row: {
      key,
      state,
      label: read?.label ?? null,
      text: read?.text ?? null,
      line_from: lines?.[0] ?? null,
      line_to: lines?.[1] ?? null,
      // A person decided whose it is: there is nothing left to estimate.
      confidence: null,
      facts: stored ? JSON.stringify(stored) : null,
      level: null,
      overruled_level: null,
    },
    findings: finding
      ? [{ ...finding, component: key, line_from: lines?.[0] ?? null, line_to: lines?.[1] ?? null }]
      : [],
  };
};

const NOTHING: Omit<NewComponent, "finding"> = {
  read: null,
  lines: null,
  facts: {
    waktu: [],
    gratis: null,
    tarif: [],
    jumlah_pelaksana: null,
    channels: [],
    dasar_hukum: [],
    dasar_hukum_count: null,
  },
};

const absent = (key: ComponentKey): WantedComponent =>
  componentOf(key, { ...NOTHING, finding: presenceFinding(key, "missing", "", {}) });

/** Which table repeats which: what the reader found stands, unless a correction touched one of the two. */
const linkRepeats = (tables: readonly WantedTable[], declared: ReturnType<typeof declaredFor>): void => {
  const byId = new Map(tables.flatMap((table) => (table.read ? [[table.read.id, table] as const] : [])));
  const entries = new Map(
    declared.flatMap(({ entry, table }) => (table ? [[table, entry.seq] as const] : [])),
  );
  const found = repeats(
    tables.map((table) => ({
      // All tables of one text are of its one decree.
      decree: "",
      name: table.name,
      bagian: table.bagian,
      declared: entries.get(table) ?? null,
      texts: COMPONENT_KEYS.map((key) => table.components[key].row.text),
    })),
  );
  tables.forEach((table, index) => {
    const at = found[index];
    const first = at === null || at === undefined ? null : (tables[at] as WantedTable);
    const read = table.read?.same_as ? (byId.get(table.read.same_as) ?? null) : null;
    const settled =
      !table.touched && !first?.touched && !read?.touched && (read !== null || !table.read?.same_as);
    table.sameAs = settled ? read : first;
  });
};

const serviceTextRows = (
  tables: readonly WantedTable[],
  known: ReadonlyMap<string, ServiceTextTable>,
  { r, readingId }: { r: number; readingId: string },
): ServiceTextTable[] => {
  const linked = new Set<string>();
  const linkOf = (table: WantedTable): string | null => {
    if (table.sameAs) return null;
    const id = known.get(table.id)?.service_id ?? table.read?.service_id ?? null;
    if (id === null || linked.has(id)) return null;
    linked.add(id);
    return id;
  };
  return tables.map((table): ServiceTextTable => {
    const texts = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, table.components[key].row.text]));
    const states = Object.fromEntries(
      COMPONENT_KEYS.map((key) => [key, { state: table.components[key].row.state }]),
    ) as Record<ComponentKey, { state: ComponentState }>;
    const { name, bagian, read, touched } = table;
    return {
      ...levelCounts(undefined),
      ...known.get(table.id),
      r,
      id: table.id,
      reading_id: readingId,
      ordinal: table.ordinal,
      service_id: linkOf(table),
      bagian,
      no: table.no,
      name,
      line: table.line,
      same_as: table.sameAs?.id ?? null,
      content_hash: read && !touched ? read.content_hash : contentHash({ name, bagian, texts }),
      pengguna: read && !touched ? read.pengguna : proposedUser(table),
      status: known.get(table.id)?.status ?? "lama",
      ...stateCounts({ components: states }),
    };
  });
};

const proposedUser = ({ name, components }: WantedTable) => {
  const text = (key: ComponentKey) => components[key].row.text;
  return proposePengguna({
    name,
    persyaratan: text("persyaratan"),
    prosedur: text("prosedur"),
    produk: text("produk"),
  });
};
