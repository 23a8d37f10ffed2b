import type { Features } from "../features.ts";
import { type KnownKeys, knownKeys, plainText } from "../heading-names.ts";

/** A heading that opens a service or a bagian; `rows` are the indexes of the rows it stands on. */
export interface Heading {
  kind: "service" | "bagian";
  /** First row, and last row included. */
  from: number;
  to: number;
  no: string | null;
  /** As printed, mark-up, number and closing sign removed; null where the heading names nothing. */
  name: string | null;
  /** The words "Jenis Layanan" or the like stand there. */
  explicit: boolean;
}

/** Names that the decree's own list gives, used to tell a heading from a sentence. */
export interface KnownNames {
  services: readonly string[];
}

/** What is found so far; rows of a heading belong to no second one. */
export class Found {
  readonly all: readonly Features[];
  /** Letters of each name on the decree's list. */
  readonly known: KnownKeys;
  readonly headings: Heading[] = [];
  readonly #taken = new Set<number>();

  constructor(all: readonly Features[], { services }: KnownNames) {
    this.all = all;
    this.known = knownKeys(services);
  }

  takes(row: number): boolean {
    return this.#taken.has(row);
  }

  add(heading: Heading): void {
    this.headings.push(heading);
    for (let row = heading.from; row <= heading.to; row++) this.#taken.add(row);
  }
}

/** Text of rows `from` to `to`, where the first contributes `first` only. */
export const joinRows = (all: readonly Features[], from: number, to: number, first: string): string => {
  let text = first;
  for (let i = from + 1; i <= to; i++) text += ` ${plainText(all[i] as Features)}`;
  return text;
};

/** A rule between rows, or the empty head of a Markdown table: it says nothing and parts nothing. */
export const isEmptyRow = ({ row, filled }: Features): boolean => row.separator || filled.length === 0;
