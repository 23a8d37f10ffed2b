import type { LineRole, Span } from "#app/reader/schema.ts";
import { findAnchor, type Place } from "./anchor.ts";
import {
  ADDED,
  type Anchor,
  type Conflict,
  type Correction,
  type MachineReading,
  type Operation,
  type PrintedTable,
  type ServiceRef,
} from "./model.ts";

/** A reading as corrected: the same lines, each part with its owner. */
export interface CorrectedReading {
  spans: Span[];
  /** In the order of their lines. */
  tables: PrintedTable[];
  /** Of each correction, why it was set aside; null where it holds. */
  outcome: Map<number, Conflict | null>;
}

/** Thrown while an operation is looked at, before anything is changed by it. */
class SetAside extends Error {
  readonly conflict: Conflict;
  constructor(conflict: Conflict) {
    super(conflict);
    this.conflict = conflict;
  }
}

interface State {
  machine: MachineReading;
  byLine: Map<number, Span[]>;
  tables: Map<number, PrintedTable>;
}

/**
 * Replays corrections on what the reader made of a text, one after another by their number. One whose words or service
 * are not to be found, or not surely, is set aside as a whole; the others go on.
 */
export const applyCorrections = (
  machine: MachineReading,
  corrections: readonly Correction[],
): CorrectedReading => {
  const state: State = {
    machine,
    byLine: new Map(),
    tables: new Map(machine.tables.map((table) => [table.ordinal, table])),
  };
  for (const span of machine.spans) {
    const own = state.byLine.get(span.line);
    if (own) own.push({ ...span });
    else state.byLine.set(span.line, [{ ...span }]);
  }
  const outcome: CorrectedReading["outcome"] = new Map();
  for (const { seq, operation } of [...corrections].sort((a, b) => a.seq - b.seq)) {
    try {
      perform(state, seq, operation);
      outcome.set(seq, null);
    } catch (error) {
      if (!(error instanceof SetAside)) throw error;
      outcome.set(seq, error.conflict);
    }
  }
  const lines = [...state.byLine.keys()].sort((a, b) => a - b);
  return {
    spans: lines.flatMap((line) => joined(state.byLine.get(line) as Span[])),
    tables: [...state.tables.values()].sort((a, b) => a.line - b.line || a.ordinal - b.ordinal),
    outcome,
  };
};

const perform = (state: State, seq: number, operation: Operation): void => {
  const { tables } = state;
  switch (operation.op) {
    case "pindah": {
      const places = operation.spans.map((anchor) => placeOf(state, anchor));
      const { to } = operation;
      const service = to.service === null ? null : serviceOf(state, to.service).ordinal;
      const changed = places.map((place) =>
        to.service === null
          ? give(state, place, (span) => ({ ...span, role: to.role, service: null, component: null }))
          : give(state, place, (span, apart) => ({
              ...span,
              role: apart ? span.role : "component",
              service,
              component: apart && span.role !== "label" ? null : to.component,
            })),
      );
      if (!changed.includes(true)) throw new SetAside("tanpa_akibat");
      return;
    }
    case "tambah": {
      const heading = placeOf(state, operation.at);
      const parts = operation.parts.map(({ at, role, component }) => ({
        place: placeOf(state, at),
        role,
        component,
      }));
      const ordinal = ADDED + seq;
      const { name, bagian } = operation;
      tables.set(ordinal, { ordinal, name, bagian, no: null, line: heading.line });
      for (const { place, role, component } of parts)
        give(state, place, (span) => ({ ...span, role, service: ordinal, component }));
      give(state, heading, (span) => ({
        ...span,
        role: "service_heading",
        service: ordinal,
        component: null,
      }));
      return;
    }
    case "pisah": {
      const source = serviceOf(state, operation.service);
      const { line } = placeOf(state, operation.at);
      const ordinal = ADDED + seq;
      const goes = (span: Span) => span.service === source.ordinal && span.line >= line;
      if (!some(state, goes)) throw new SetAside("tanpa_akibat");
      const { name, bagian } = operation;
      tables.set(ordinal, { ordinal, name, bagian, no: null, line });
      change(state, goes, (span) => ({ ...span, service: ordinal }));
      return;
    }
    case "gabung": {
      const [source, into] = [serviceOf(state, operation.service), serviceOf(state, operation.into)];
      if (source.ordinal === into.ordinal) throw new SetAside("tanpa_akibat");
      tables.delete(source.ordinal);
      change(
        state,
        (span) => span.service === source.ordinal,
        (span) => ({ ...span, service: into.ordinal }),
      );
      return;
    }
    case "nama":
    case "bagian": {
      const service = serviceOf(state, operation.service);
      const said = operation.op === "nama" ? { name: operation.name } : { bagian: operation.bagian };
      tables.set(service.ordinal, { ...service, ...said });
      return;
    }
    case "hapus": {
      const { ordinal } = serviceOf(state, operation.service);
      tables.delete(ordinal);
      change(
        state,
        (span) => span.service === ordinal,
        (span) => ({ ...span, role: "unassigned", service: null, component: null }),
      );
    }
  }
};

const placeOf = ({ machine }: State, anchor: Anchor): Place => {
  const found = findAnchor(machine, anchor);
  if ("conflict" in found) throw new SetAside(found.conflict);
  return found.place;
};

const serviceOf = (state: State, ref: ServiceRef): PrintedTable => {
  if ("added" in ref) {
    const table = state.tables.get(ADDED + ref.added);
    if (!table) throw new SetAside("sandaran_batal");
    return table;
  }
  const { line } = placeOf(state, ref.at);
  const of = (tables: readonly PrintedTable[]): readonly PrintedTable[] => {
    const named = tables.filter(({ name }) => name === ref.name);
    return tables.length > 1 && named.length > 0 ? named : tables;
  };
  // Where the reader's tables are looked at, what corrections made of their names does not matter.
  const here = of(state.machine.tables.filter((table) => table.line === line));
  const owners = new Set(
    state.machine.spans.filter((span) => span.line === line).map(({ service }) => service),
  );
  const found = here.length > 0 ? here : of(state.machine.tables.filter((one) => owners.has(one.ordinal)));
  if (found.length > 1) throw new SetAside("layanan_ganda");
  const table = found[0] && state.tables.get(found[0].ordinal);
  if (!table) throw new SetAside("layanan_hilang");
  return table;
};

const some = ({ byLine }: State, which: (span: Span) => boolean): boolean =>
  [...byLine.values()].some((spans) => spans.some(which));

const change = ({ byLine }: State, which: (span: Span) => boolean, how: (span: Span) => Span): void => {
  for (const [line, spans] of byLine) {
    if (spans.some(which))
      byLine.set(
        line,
        spans.map((span) => (which(span) ? how(span) : span)),
      );
  }
};

/** What stands beside a content and is none: it moves along with its owner and keeps what it is. */
const APART: ReadonlySet<LineRole> = new Set(["label", "page_noise", "separator", "divider", "table_head"]);

/**
 * Gives a stretch another owner; spans are cut at its ends. `apart`: the span is a label or sign beside other words of the
 * stretch. Tells whether anything changed.
 */
const give = (
  { byLine }: State,
  { line, count, from, to }: Place,
  how: (span: Span, apart: boolean) => Span,
): boolean => {
  const within: Span[] = [];
  for (let at = line; at < line + count; at++) {
    const cut = (byLine.get(at) ?? []).flatMap((span) => {
      const [a, b] = [from ?? 0, to ?? Number.POSITIVE_INFINITY];
      return [
        { ...span, to: Math.min(span.to, a) },
        { ...span, from: Math.max(span.from, a), to: Math.min(span.to, b) },
        { ...span, from: Math.max(span.from, b) },
      ].filter((part) => part.from < part.to);
    });
    if (cut.length > 0) byLine.set(at, cut);
    within.push(...cut.filter((span) => (from === null ? true : span.from >= from && span.to <= (to ?? 0))));
  }
  const contents = within.some(({ role }) => !APART.has(role));
  let changed = false;
  for (const span of within) {
    const given = how(span, contents && APART.has(span.role));
    changed ||=
      given.role !== span.role || given.service !== span.service || given.component !== span.component;
    Object.assign(span, given);
  }
  return changed;
};

/** Neighbours of one owner are one span. */
const joined = (spans: readonly Span[]): Span[] => {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.role === span.role && last.service === span.service && last.component === span.component)
      last.to = span.to;
    else result.push({ ...span });
  }
  return result;
};
