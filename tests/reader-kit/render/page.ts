import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { contentText, type ModelService, nullCode, type TruthPart, type TruthService } from "../model.ts";

/** What a line bears of the current component. */
export type Mark = "label" | "content" | "both";

const widen = (range: [number, number] | null, line: number): [number, number] =>
  range ? [Math.min(range[0], line), Math.max(range[1], line)] : [line, line];

interface Open {
  service: ModelService;
  truth: TruthService;
  labels: Partial<Record<ComponentKey, [number, number]>>;
  contents: Partial<Record<ComponentKey, [number, number]>>;
}

/** Writes a document line by line and keeps book of which line says what. */
export class Page {
  readonly lines: string[] = [];
  readonly services: TruthService[] = [];
  #open: Open | null = null;
  #key: ComponentKey | null = null;

  /** Number of the next line, from 1. */
  get next(): number {
    return this.lines.length + 1;
  }

  put(line: string, mark?: Mark): void {
    const at = this.next;
    this.lines.push(line);
    if (mark && this.#key) this.mark(this.#key, at, mark);
  }

  /** Notes that line `at`, printed already, bears something of a component. */
  mark(key: ComponentKey, at: number, mark: Mark): void {
    if (!this.#open) return;
    const { labels, contents } = this.#open;
    if (mark !== "content") labels[key] = widen(labels[key] ?? null, at);
    if (mark !== "label") contents[key] = widen(contents[key] ?? null, at);
  }

  putAll(lines: readonly string[], mark?: Mark): void {
    for (const line of lines) this.put(line, mark);
  }

  blank(count = 1): void {
    for (let i = 0; i < count; i++) this.put("");
  }

  /** Begins a service whose heading (or first row) is the next line that bears something, or line `at`. */
  open(bagian: string | null, service: ModelService, at = this.next): void {
    this.close();
    const components = Object.fromEntries(COMPONENT_KEYS.map((k) => [k, null])) as TruthService["components"];
    const truth: TruthService = {
      no: service.no,
      name: service.name,
      bagian,
      line: at,
      components,
      nulls: {},
    };
    this.#open = { service, truth, labels: {}, contents: {} };
  }

  at(key: ComponentKey): void {
    this.#key = key;
  }

  close(): void {
    const open = this.#open;
    if (!open) return;
    for (const key of COMPONENT_KEYS) {
      const part = open.service.components[key];
      const code = nullCode(part);
      if (code) {
        open.truth.nulls[key] = code;
        continue;
      }
      const lines = open.contents[key];
      if (!part || !lines) throw new Error(`${key} of ${open.service.name} was not printed`);
      const printed: TruthPart = {
        label: part.label,
        labelLines: open.labels[key] ?? null,
        lines,
        text: contentText(part.content),
      };
      open.truth.components[key] = printed;
    }
    this.services.push(open.truth);
    this.#open = null;
    this.#key = null;
  }
}
