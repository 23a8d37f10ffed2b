import { describe, expect, it } from "vitest";
import type { ProfileRow } from "#app/server/survey/views.ts";
import { profileChart, profileGroups } from "#app/ui/survey/charts.ts";

const row = (group: ProfileRow["group"], value: string, n: number, joined = false): ProfileRow => ({
  group,
  value,
  joined,
  n,
  ikm: null,
});

const bars = (rows: readonly ProfileRow[]) =>
  profileChart(rows)?.rows.map(({ label, counts, end }) => [label, counts.n, end]);

describe("the profile of respondents, drawn", () => {
  it("has one chart a group, in the order of the table", () => {
    const groups = profileGroups([row("sex", "P", 7), row("sex", "L", 5), row("age", "26-35", 12)]);
    expect(groups.map((rows) => rows.map(({ value }) => value))).toEqual([["P", "L"], ["26-35"]]);
  });

  it("names the largest group and how many said where they belong", () => {
    // 7 + 5 = 12 said it.
    expect(profileChart([row("sex", "P", 7), row("sex", "L", 5)])?.title).toBe(
      "Jenis kelamin: terbanyak perempuan, 7 dari 12 responden",
    );
    expect(
      bars([row("age", ">65", 12), row("age", "26-35", 7), row("age", "<17", 6)])?.map(([age]) => age),
    ).toEqual(["di atas 65 tahun", "26–35 tahun", "di bawah 17 tahun"]);
    expect(profileChart([row("sex", "P", 6), row("sex", "L", 6)])?.title).toBe(
      "Jenis kelamin: terbanyak antara lain perempuan, 6 dari 12 responden",
    );
    expect(profileChart([row("age", "26-35", 12)])?.title).toBe(
      "Usia: semua 26–35 tahun, 12 dari 12 responden",
    );
  });

  it("never names a joined group as the largest", () => {
    // Small groups together may be more people than the largest one.
    expect(profileChart([row("education", "SMA", 6), row("education", "lainnya", 9, true)])?.title).toBe(
      "Pendidikan: terbanyak SMA, 6 dari 15 responden",
    );
    expect(profileChart([row("education", "lainnya", 9, true)])?.title).toBe(
      "Pendidikan: 9 responden, kelompoknya terlalu kecil untuk ditampilkan sendiri",
    );
  });

  it("draws twelve bars at most: what is more stands together as lainnya, and no respondent is lost", () => {
    const rows = Array.from({ length: 14 }, (_, at) => row("occupation", `Pekerjaan ${at + 1}`, 20 - at));
    const drawn = bars([...rows, row("occupation", "lainnya", 3, true)]) ?? [];
    expect(drawn).toHaveLength(12);
    // The twelfth to the fourteenth, 9 + 8 + 7, and the 3 that were joined already.
    expect(drawn.at(-1)).toEqual(["lainnya", 27, "27"]);
    expect(bars(rows.slice(0, 12))?.at(-1)).toEqual(["Pekerjaan 12", 9, "9"]);
  });

  it("is not drawn for nobody", () => {
    expect(profileChart([])).toBeNull();
  });
});
