import type { PrintedTable } from "#app/correction/model.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import type { ComponentTable, DeclaredTable, FindingTable, ServiceTextTable } from "#db/schema.ts";

/** What a finding of the reader says. */
export type FindingDraft = Pick<
  FindingTable,
  "code" | "severity" | "component" | "message" | "line_from" | "line_to"
>;

export interface WantedComponent {
  row: Omit<ComponentTable, "r" | "service_text_id">;
  findings: FindingDraft[];
}

/** One table as it comes out of the corrections. */
export interface WantedTable extends PrintedTable {
  id: string;
  /** The reader's own row; null of an added one. */
  read: ServiceTextTable | null;
  /** It says something else than the reader read. */
  touched: boolean;
  components: Record<ComponentKey, WantedComponent>;
  sameAs: WantedTable | null;
}

/** A name of the decree's list and the table that answers to it. */
export interface DeclaredFor {
  entry: DeclaredTable;
  table: WantedTable | null;
}
