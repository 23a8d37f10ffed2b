import type { RefusalCode } from "../codes.ts";

/** What every kind of file becomes: tables of text cells, read as often as needed. */

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Made by a class, not written as a literal: of literals whose first hundreds were kept (the head by which columns are
 * understood) V8 makes all further ones in memory that it seldom tidies, and every cell of a large file waits there.
 */
export class Row {
  /** 1-based row of the sheet or table; blank rows counted. A line break inside quotes is no new row. */
  readonly row: number;
  readonly cells: readonly string[];
  constructor(row: number, cells: readonly string[]) {
    this.row = row;
    this.cells = cells;
  }
}

export interface Table {
  /** Name of the sheet; null for files that have none. */
  name: string | null;
  hidden: boolean;
  /** What parts the cells of delimited text; absent where the file has cells of its own. */
  delimiter?: Delimiter;
  /** Reads from the start each time it is called. */
  rows: () => Iterable<Row>;
  /** Things met while reading that its user must know; filled while rows are read. */
  notes: Set<TableNote>;
}

export const TABLE_NOTES = ["broken_quotes", "hidden_rows", "hidden_columns"] as const;
export type TableNote = (typeof TABLE_NOTES)[number];

/** A file as bytes that can be read again: whole in memory, or in parts from a disk. */
export interface ByteSource {
  size: number;
  chunks: () => Iterable<Uint8Array>;
}

export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  chunks: function* () {
    const step = 1 << 20;
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  },
});

/** A file that is refused as a whole, with what the user can do about it. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
  }
}

/** Cells that hold nothing. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");
