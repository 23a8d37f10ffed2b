import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { DeclaredRow, DeclaredState, ServiceRef } from "./views.ts";

interface PrintedTable {
  id: string;
  name: string;
  bagian: string | null;
  line: number;
  same_as: string | null;
  service: ServiceRef | null;
}

const ORDER: readonly DeclaredState[] = ["tanpa_tabel", "di_luar_daftar", "nama_berbeda", "cocok"];

/**
 * The decree's own list against its tables: mismatches first, then in the order of the list and of the annex. A decree
 * without a list has no row: nothing can be outside of it.
 */
export const declaredRows = (
  declared: readonly { bagian: string | null; name: string; service_text_id: string | null }[],
  tables: readonly PrintedTable[],
  findings: readonly { code: AnyFindingCode; service_text_id: string | null }[],
): DeclaredRow[] => {
  if (declared.length === 0) return [];
  const differs = new Set(findings.filter((f) => f.code === "name_differs").map((f) => f.service_text_id));
  const byId = new Map(tables.map((table) => [table.id, table]));
  const printed = ({ name, bagian, line, service }: PrintedTable) => ({ name, bagian, line, service });
  const rows: DeclaredRow[] = declared.map(({ bagian, name, service_text_id }) => {
    const table = service_text_id === null ? undefined : byId.get(service_text_id);
    const state = !table ? "tanpa_tabel" : differs.has(table.id) ? "nama_berbeda" : "cocok";
    return { state, declared: { bagian, name }, printed: table ? printed(table) : null };
  });
  const answered = new Set(declared.map((row) => row.service_text_id));
  for (const table of tables) {
    if (table.same_as !== null || answered.has(table.id)) continue;
    rows.push({ state: "di_luar_daftar", declared: null, printed: printed(table) });
  }
  return rows.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
};

/** Rows by state. */
export const countDeclared = (rows: readonly DeclaredRow[]): Record<DeclaredState, number> => {
  const counts: Record<DeclaredState, number> = {
    tanpa_tabel: 0,
    di_luar_daftar: 0,
    nama_berbeda: 0,
    cocok: 0,
  };
  for (const row of rows) counts[row.state] += 1;
  return counts;
};
