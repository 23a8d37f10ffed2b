import { describe, expect, it } from "vitest";
import { candidatesIn } from "#app/reader/assign/row-labels.ts";
import { tokenise } from "#app/reader/rows/index.ts";

const label = (line: string): string | null => {
  const [row] = tokenise([line]);
  return row ? (candidatesIn(row, 0)[0]?.key ?? null) : null;
};

describe("a word that is a label by itself, on a plain line", () => {
  it("is one with its number or as a heading", () => {
    expect(label("3. Waktu")).toBe("jangka_waktu");
    expect(label("<h4>Waktu</h4>")).toBe("jangka_waktu");
  });

  it("is none without these, since it may head a list", () => {
    expect(label("Waktu")).toBeNull();
  });

  it("is none for those who act, whose steps stand below such a heading", () => {
    expect(label("<h4>Petugas</h4>")).toBeNull();
    expect(label("11. Petugas")).toBe("jumlah_pelaksana");
  });
});

describe("a count of those who act", () => {
  it("is known in short as well", () => {
    expect(label("Jml. Pelaksana")).toBe("jumlah_pelaksana");
    expect(label("Jml Pelaksana: 3 orang")).toBe("jumlah_pelaksana");
  });
});
