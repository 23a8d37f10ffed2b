import { describe, expect, it } from "vitest";
import { countDeclared, declaredRows } from "#app/server/declared-rows.ts";

describe("declaredRows", () => {
  const row = (id: string, name: string, same_as: string | null = null) => ({
    id,
    name,
    bagian: null,
    line: 1,
    same_as,
    service: null,
  });

  it("puts mismatches first and counts each state", () => {
    const declared = [
      { bagian: null, name: "A", service_text_id: "a" },
      { bagian: null, name: "B", service_text_id: "b" },
      { bagian: null, name: "C", service_text_id: null },
    ];
    const tables = [row("a", "A"), row("b", "Be"), row("d", "D"), row("e", "A", "a")];
    const rows = declaredRows(declared, tables, [{ code: "name_differs", service_text_id: "b" }]);
    expect(rows.map(({ state, declared: name, printed }) => [state, name?.name, printed?.name])).toEqual([
      ["tanpa_tabel", "C", undefined],
      ["di_luar_daftar", undefined, "D"],
      ["nama_berbeda", "B", "Be"],
      ["cocok", "A", "A"],
    ]);
    expect(countDeclared(rows)).toEqual({ tanpa_tabel: 1, di_luar_daftar: 1, nama_berbeda: 1, cocok: 1 });
  });

  it("has no row where the decree has no list", () => {
    expect(declaredRows([], [row("a", "A")], [])).toEqual([]);
  });
});
