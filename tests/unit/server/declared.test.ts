import { describe, expect, it } from "vitest";
import type { CutFinding, CutService } from "#app/server/cut-model.ts";
import { matchDeclared } from "#app/server/declared.ts";
import { countDeclared, declaredRows } from "#app/server/declared-rows.ts";

const table = (
  ordinal: number,
  name: string,
  bagian: string | null = "Bagian Umum",
  sameAs: number | null = null,
) => ({ ordinal, name, bagian, sameAs }) as CutService;
const says = (code: CutFinding["code"], service: number | null, message = ""): CutFinding => ({
  code,
  severity: "note",
  service,
  component: null,
  message,
  lines: null,
});
const list = (...services: string[]) => [{ bagian: "Bagian Umum", services }];
const pairs = (...args: Parameters<typeof matchDeclared>) =>
  matchDeclared(...args).map(({ service }) => service);

describe("matchDeclared", () => {
  it("pairs names with tables, each once, repeats left out", () => {
    const tables = [
      table(0, "Peminjaman Aula"),
      table(1, "Penerimaan Tamu"),
      table(2, "Peminjaman Aula", null, 0),
    ];
    expect(pairs(list("Penerimaan Tamu", "Peminjaman Aula"), tables, [])).toEqual([1, 0]);
  });

  it("follows the reader where it has named both names of one service", () => {
    const tables = [table(0, "Layanan Arsip"), table(1, "Penyimpanan Naskah Dinas")];
    const told = says("name_differs", 1, 'Nama dalam daftar "Layanan Arsip Dinas", dalam lampiran "…".');
    expect(pairs(list("Layanan Arsip Dinas", "Layanan Arsip"), tables, [told])).toEqual([1, 0]);
  });

  it("leaves a name without table and a table without name alone, however alike they are", () => {
    const tables = [table(0, "Peminjaman Aula Besar")];
    const findings = [
      says("no_table", null, 'Layanan "Peminjaman Aula Kecil" ada dalam daftar, tetapi tabelnya tidak ada.'),
      says("undeclared", 0),
    ];
    expect(pairs(list("Peminjaman Aula Kecil"), tables, findings)).toEqual([null]);
  });

  it("pairs the same name in two bagian with the table of its own bagian", () => {
    const lists = [
      { bagian: "Bagian Umum", services: ["Konsultasi"] },
      { bagian: "Bagian Hukum", services: ["Konsultasi"] },
    ];
    const tables = [table(0, "Konsultasi", "Bagian Hukum"), table(1, "Konsultasi", "Bagian Umum")];
    expect(pairs(lists, tables, [])).toEqual([1, 0]);
  });

  it("does not pair names that have little in common", () => {
    expect(pairs(list("Peminjaman Aula"), [table(0, "Bantuan Hukum")], [])).toEqual([null]);
  });
});

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
