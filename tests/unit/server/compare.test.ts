import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { compareComponent, compareTables, type SideComponent, type SideTable } from "#app/server/compare.ts";
import type { CellState } from "#app/server/views.ts";
import { foldedText, MOST_LETTERS, wordDiff } from "#app/server/word-diff.ts";

const side = (
  text: string | null,
  state: CellState = "ada",
  facts: SideComponent["facts"] = {},
): SideComponent => ({
  cell: { state, why: null, lines: null },
  text,
  facts,
});

const table = (key: string, texts: Partial<Record<ComponentKey, SideComponent>> = {}): SideTable<string> => ({
  key,
  name: `Layanan ${key}`,
  components: Object.fromEntries(COMPONENT_KEYS.map((one) => [one, texts[one] ?? side("tetap")])) as Record<
    ComponentKey,
    SideComponent
  >,
});

describe("words of two texts", () => {
  it("are marked as taken out and put in, and nothing else is touched", () => {
    const parts = wordDiff("3 hari kerja sejak berkas lengkap", "5 hari kerja sejak berkas diterima lengkap");
    expect(parts?.filter(({ sign }) => sign !== "=").map(({ sign, text }) => sign + text.trim())).toEqual([
      "-3",
      "+5",
      "+diterima",
    ]);
  });

  it("give back both texts, whatever they are: without the minus the later, without the plus the earlier", () => {
    const words = fc.array(fc.constantFrom("hari", "kerja", "berkas", "3", "5", "(tiga)", "pemohon;"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const parts = wordDiff(one.join(" "), other.join(" ")) ?? [];
        const without = (sign: string) =>
          foldedText(
            parts
              .filter((part) => part.sign !== sign)
              .map(({ text }) => text)
              .join(""),
          );
        // Blanks between two marked words belong to one of them, so words are compared without them.
        expect(without("-").replaceAll(" ", "")).toBe(other.join(""));
        expect(without("+").replaceAll(" ", "")).toBe(one.join(""));
      }),
    );
  });

  it("are not compared one by one where the texts are very long or have nothing in common", () => {
    expect(wordDiff("a".repeat(MOST_LETTERS), "b")).toBeNull();
    const many = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(" ");
    expect(wordDiff(many("lama"), many("baru"))).toBeNull();
  });
});

describe("one component", () => {
  const of = (before: SideComponent, after: SideComponent) =>
    compareComponent("jangka_waktu", before, after)?.change ?? null;

  it("is the same where only blanks and line ends differ", () => {
    expect(of(side("3 hari\nkerja"), side("3  hari kerja "))).toBeNull();
  });

  it("has come, has gone, or has other words", () => {
    expect(of(side(null, "tidak_ada"), side("3 hari"))).toBe("muncul");
    expect(of(side("3 hari"), side(null, "tidak_ada"))).toBe("hilang");
    expect(of(side("3 hari"), side("5 hari"))).toBe("isi");
    expect(of(side(null, "tidak_ada"), side(null, "tidak_ada"))).toBeNull();
  });

  it("is never called gone where a scan is damaged", () => {
    expect(of(side("3 hari"), side(null, "T"))).toBe("tidak_terbaca");
    expect(of(side(null, "T"), side("3 hari"))).toBe("tidak_terbaca");
    expect(of(side(null, "T"), side(null, "T"))).toBeNull();
  });

  it("is held by its figures where one side has no text, whatever the words and lines were", () => {
    const days = (n: number, text?: string) => ({
      waktu: [
        {
          min: n,
          max: n,
          unit: "hari" as const,
          basis: "kerja" as const,
          of: "total" as const,
          lines: [n, n] as [number, number],
          ...(text === undefined ? {} : { text }),
        },
      ],
    });
    const text = "selesai dalam waktu tiga hari";
    expect(of(side(null, "ada", days(3)), side(text, "ada", days(3, text)))).toBeNull();
    expect(of(side(null, "ada", days(3)), side(text, "ada", days(5, text)))).toBe("angka");
  });
});

describe("two texts", () => {
  it("tell what is new, what is gone, what differs and what is the same, in the order of the later", () => {
    // Earlier: a, b, c. Later: c with another biaya, d, a. So b is gone, d is new, c differs, a is the same.
    const rows = compareTables(
      [table("a"), table("b"), table("c")],
      [table("c", { biaya: side("berubah") }), table("d"), table("a")],
    );
    expect(rows.map((row) => [(row.after ?? row.before)?.key, row.change])).toEqual([
      ["c", "berubah"],
      ["d", "baru"],
      ["a", "sama"],
      ["b", "tidak_ada_lagi"],
    ]);
    expect(rows[0]?.components.map(({ key }) => key)).toEqual(["biaya"]);
  });

  it("count a new name as a change, and give each table one partner at most", () => {
    const renamed = { ...table("a"), name: "Layanan A Terpadu" };
    const rows = compareTables([table("a")], [renamed, table("a")]);
    expect(rows.map(({ change, renamed: other }) => [change, other])).toEqual([
      ["berubah", true],
      ["baru", false],
    ]);
  });

  it("that are one have nothing new and nothing gone", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (keys) => {
        const tables = keys.map((key) => table(key));
        expect(compareTables(tables, tables).every(({ change }) => change === "sama")).toBe(true);
      }),
    );
  });
});
