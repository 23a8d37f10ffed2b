import { describe, expect, it } from "vitest";
import type { GroupView } from "#app/server/survey/import-steps/check.server.ts";
import type { UnitRef } from "#app/server/survey/views.ts";
import { groupsTable } from "#app/ui/survey/import/tables.ts";

const bagian = (name: string) => ({ slug: name.toLowerCase(), name: `Bagian ${name}`, family: null });
const service = (no: number, name: string, of: string | null): UnitRef => ({
  kind: "layanan",
  service: { no, name, slug: "x" },
  bagian: of === null ? null : bagian(of),
});
const group = (unit: UnitRef, printed: string): GroupView => ({
  unit,
  place: { bagian: null, service: printed },
  regency: null,
  period: "2025-TW2",
  n: 5,
  ikm: 80,
  mutu: "B",
});

const shown = (...groups: GroupView[]) => {
  const table = groupsTable({ groups });
  return table.rows.map((row) => {
    const cell = table.columns[0]?.cell(row);
    return cell?.kind === "text" ? [cell.text, cell.note] : [];
  });
};

describe("places of an import before they are stored", () => {
  it("say nothing more where every name stands once", () => {
    expect(
      shown(group(service(1, "Aula", "Umum"), "Aula"), group(service(2, "Tamu", "Umum"), "Tamu")),
    ).toEqual([
      ["Aula", undefined],
      ["Tamu", undefined],
    ]);
  });

  it("of one name say under which bagian they stand, or that they stand under none", () => {
    expect(
      shown(group(service(1, "Aula", "Umum"), "Aula"), group(service(2, "Aula", null), "aula 2")),
    ).toEqual([
      ["Aula", "layanan, Bagian Umum"],
      ["Aula", "layanan, tanpa bagian"],
    ]);
  });

  it("of one name under one bagian say their numbers", () => {
    expect(
      shown(group(service(1, "Aula", "Umum"), "Aula"), group(service(7, "Aula", "Umum"), "Aula B")),
    ).toEqual([
      ["Aula", "layanan, Bagian Umum, nomor 1"],
      ["Aula", "layanan, Bagian Umum, nomor 7"],
    ]);
  });

  it("of different kinds say which they are", () => {
    const whole: UnitRef = { kind: "bagian", bagian: bagian("Umum") };
    expect(shown(group(whole, "Umum"), group(service(3, "Bagian Umum", "Umum"), "Bagian Umum"))).toEqual([
      ["Bagian Umum", "bagian"],
      ["Bagian Umum", "layanan, Bagian Umum"],
    ]);
  });

  it("that are one unit under two names say how the file calls them", () => {
    expect(
      shown(group(service(1, "Aula", "Umum"), "Aula"), group(service(1, "Aula", "Umum"), "Gedung")),
    ).toEqual([
      ["Aula", expect.stringMatching(/^dalam berkas: .*Aula/)],
      ["Aula", expect.stringMatching(/^dalam berkas: .*Gedung/)],
    ]);
  });
});
