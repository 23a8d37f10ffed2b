import { describe, expect, it } from "vitest";
import { bagianKey, nameKey } from "#app/server/keys.ts";
import { findBagian, linkTables } from "#app/server/linking.ts";

const table = (
  ordinal: number,
  name: string,
  bagian: string | null = "Bagian Umum",
  sameAs: number | null = null,
) => ({
  ordinal,
  name,
  bagian,
  sameAs,
});
const known = (id: string, name: string, bagian = "Bagian Umum") => ({
  id,
  nameKey: nameKey(name),
  bagianKey: bagianKey(bagian),
});
const alias = (serviceId: string, name: string, bagian = "Bagian Umum", nth = 0) => ({
  serviceId,
  nameKey: nameKey(name),
  bagianKey: bagianKey(bagian),
  nth,
});
const kinds = (links: ReturnType<typeof linkTables>) => links.map(({ kind, serviceId }) => [kind, serviceId]);

describe("linkTables", () => {
  it("makes every table of a first decree a new service, repeats aside", () => {
    const links = linkTables(
      [table(0, "Peminjaman Aula"), table(1, "Peminjaman Aula", "Bagian Umum", 0)],
      [],
      [],
    );
    expect(kinds(links)).toEqual([
      ["baru", null],
      ["ganda", null],
    ]);
  });

  it("knows what was linked under this name and bagian before, whatever the capitals", () => {
    const links = linkTables(
      [table(0, "PEMINJAMAN AULA", "BAGIAN UMUM")],
      [known("a", "Peminjaman Aula")],
      [alias("a", "Peminjaman Aula")],
    );
    expect(kinds(links)).toEqual([["sama", "a"]]);
  });

  it("does not take the same name of another bagian for the same service", () => {
    const links = linkTables(
      [table(0, "Konsultasi", "Bagian Hukum")],
      [known("a", "Konsultasi")],
      [alias("a", "Konsultasi")],
    );
    expect(kinds(links)).toEqual([["baru", null]]);
  });

  it("proposes a long name that has moved to another bagian", () => {
    const name = "Penerbitan Rekomendasi Izin Keramaian Umum";
    const links = linkTables([table(0, name, "Bagian Hukum")], [known("a", name)], [alias("a", name)]);
    expect(kinds(links)).toEqual([["usul", "a"]]);
  });

  it("proposes a name a few letters apart, but not one whose figures differ", () => {
    const services = [known("a", "Penerimaan Tamu Daerah"), known("b", "Pencairan Dana Tahap I")];
    const links = linkTables(
      [table(0, "Penerimaan Tarnu Daerah"), table(1, "Pencairan Dana Tahap II")],
      services,
      [],
    );
    expect(kinds(links)).toEqual([
      ["usul", "a"],
      ["baru", null],
    ]);
  });

  it("gives a known service to one table only, the likeliest", () => {
    const services = [known("a", "Penerimaan Tamu Daerah")];
    const links = linkTables(
      [table(0, "Penerimaan Tamu Daerahh"), table(1, "Penerimaan Tamu Daerah.")],
      services,
      [],
    );
    expect(kinds(links)).toEqual([
      ["baru", null],
      ["usul", "a"],
    ]);
  });

  it("tells two tables of one name and bagian apart by their order", () => {
    const tables = [table(0, "Konsultasi"), table(1, "Konsultasi")];
    const first = linkTables(tables, [], []);
    expect(first.map(({ alias: { nth } }) => nth)).toEqual([0, 1]);
    const again = linkTables(
      tables,
      [known("a", "Konsultasi"), known("b", "Konsultasi")],
      [alias("a", "Konsultasi"), alias("b", "Konsultasi", "Bagian Umum", 1)],
    );
    expect(kinds(again)).toEqual([
      ["sama", "a"],
      ["sama", "b"],
    ]);
  });

  it("links nothing where nothing is printed", () => {
    expect(linkTables([], [known("a", "x")], [])).toEqual([]);
  });
});

describe("findBagian", () => {
  const bagian = [
    { id: "u", name_key: "umum" },
    { id: "p", name_key: "protokol komunikasi pimpinan" },
  ];

  it("finds a bagian by its key, its alias, or a misread letter; anything else is new", () => {
    expect(findBagian("umum", bagian, [])).toBe("u");
    expect(findBagian("rumah tangga", bagian, [{ name_key: "rumah tangga", bagian_id: "u" }])).toBe("u");
    expect(findBagian("protokol kornunikasi pimpinan", bagian, [])).toBe("p");
    expect(findBagian("hukum", bagian, [])).toBeUndefined();
  });

  it("keeps units apart whose names differ in a short word alone", () => {
    const units = [
      { id: "s", name_key: "kelurahan tanjung sari" },
      { id: "h", name_key: "hukum sumber daya alam" },
    ];
    expect(findBagian("kelurahan tanjung jati", units, [])).toBeUndefined();
    expect(findBagian("umum sumber daya alam", units, [])).toBeUndefined();
    expect(findBagian("keluranan tanjung sari", units, [])).toBe("s");
  });
});
