import { describe, expect, it } from "vitest";
import { COST, continuation } from "#app/reader/assign/costs.ts";
import { type Features, featuresOf, sureLabel } from "#app/reader/assign/features.ts";
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

/** The labels of an annex's rows, by the words of the row. */
const labelsOf = (lines: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(featuresOf(tokenise(lines)).map((row) => [row.text, sureLabel(row)?.key ?? null]));

describe("the word for the time alone on plain lines of an annex", () => {
  const twice = (time: string) => [
    "Tarif",
    "",
    "Gratis",
    "",
    "Waktu",
    "",
    time,
    "",
    "Produk",
    "",
    "Pelat becak",
  ];

  it("is the label where durations stand below", () => {
    expect(labelsOf(twice("3 hari kerja"))).toMatchObject({ Waktu: "jangka_waktu", Tarif: "biaya" });
    expect(labelsOf(twice("Paling lama 15 menit sejak berkas lengkap"))).toMatchObject({
      Waktu: "jangka_waktu",
    });
  });

  it("is none where something else does, or where the annex has another label for it", () => {
    expect(labelsOf(twice("Mutu Baku"))).toMatchObject({ Waktu: null });
    expect(labelsOf([...twice("3 hari kerja"), "", "Jangka Waktu Penyelesaian", "", "2 hari"])).toMatchObject(
      {
        Waktu: null,
      },
    );
  });
});

describe("a line that may be the rest of the label above", () => {
  const costBelow = (line: string): number =>
    continuation(featuresOf(tokenise([line]))[0] as Features, "pengawasan", null, null);

  it("is denied dearly where it is a whole label that is only like it", () => {
    expect(costBelow("Pengaduan")).toBeGreaterThan(COST.denyLabel);
    expect(costBelow("Internal")).toBeLessThan(1);
  });
});

describe("a count of those who act", () => {
  it("is known in short as well", () => {
    expect(label("Jml. Pelaksana")).toBe("jumlah_pelaksana");
    expect(label("Jml Pelaksana: 3 orang")).toBe("jumlah_pelaksana");
  });
});
