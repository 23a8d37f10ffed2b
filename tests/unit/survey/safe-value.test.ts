import { describe, expect, it } from "vitest";
import { safeValue } from "#app/survey/personal.ts";
import { csv, read, WORDS } from "./kit.ts";

describe("the value of a rejected row", () => {
  it.each(["7", "3.5", "3,5", "#N/A", "=SUM(A1:A9)", "abc", "tidak tahu", "-1", "kurang sekali"])(
    "repeats %s, which can be nobody",
    (value) => expect(safeValue(value)).toBe(value),
  );

  it.each(["Sulastri", "Bagas Anggoro", "Adi", "baik, kata Bu Wening", "Siti 081234567890"])(
    "does not repeat %s, which may be a person",
    (value) => expect(safeValue(value)).toBe("[teks]"),
  );

  it("carries no name that stands under an unsur", () => {
    const rows = Array.from({ length: 9 }, () => Array(9).fill(4));
    const text = csv("U1,U2,U3,U4,U5,U6,U7,U8,U9", ...rows, [4, 4, "Rengganis Ayu", 4, 4, 4, 4, 4, 4]);
    const { json } = read(text);
    expect(json.rows).toMatchObject({ accepted: 9, rejected: 1 });
    expect(json.rejected[0]).toMatchObject({ row: 11, code: "not_a_number", column: "U3", value: "[teks]" });
    expect(JSON.stringify(json)).not.toContain("Rengganis");
  });
});

describe("the long form", () => {
  const UNSUR = [
    "Persyaratan",
    "Prosedur",
    "Waktu",
    "Biaya",
    "Produk",
    "Kompetensi",
    "Perilaku",
    "Sarana",
    "Pengaduan",
  ];
  const points = [4, 3, 3, 2];
  const rows = points.flatMap((point, who) => UNSUR.map((unsur) => [`R${who}`, unsur, point]));
  const text = (all: typeof rows) => csv("ID Responden,Unsur,Nilai", ...all);

  it("gives the same figures however the rows of its respondents are mixed", () => {
    const byUnsur = UNSUR.flatMap((unsur) => rows.filter(([, one]) => one === unsur));
    const [together, mixed] = [read(text(rows)).json, read(text(byUnsur)).json];
    // 12 points over 4 respondents: NRR 3, index 75.
    expect(together.total).toMatchObject({ n: 4, ikm: 75 });
    expect(mixed.total).toEqual(together.total);
    expect(mixed.rows).toEqual(together.rows);
  });
});

describe("a column of numbers in a long file", () => {
  const UNSUR = WORDS.split(",");
  /** Twenty respondents who answer 1, 2, 3, 4, 1, …, one after the other; the number of each answer as told. */
  const numbered = (numberOf: (answer: number, who: number) => number | string) =>
    csv(
      "No,Unsur,Nilai",
      ...Array.from({ length: 20 }, (_, who) =>
        UNSUR.map((unsur, at) => [numberOf(who * 9 + at, who), unsur, 1 + (who % 4)]),
      ).flat(),
    );
  const totalWith = (numberOf: (answer: number, who: number) => number | string) =>
    read(numbered(numberOf)).json.total;

  it("holds a respondent together where it names him, and counts answers where it hardly comes back", () => {
    const byRespondent = totalWith((_, who) => who + 1);
    // 50 points over 20 respondents: NRR 2.5, index 62.50.
    expect(byRespondent).toMatchObject({ n: 20, ikm: 62.5 });
    for (const numberOf of [
      (answer: number) => answer + 1,
      (answer: number) => 180 - answer,
      (answer: number) => ((answer * 77) % 180) + 1,
      (answer: number) => `00${answer}`,
      // One gap, and a number that comes again behind it.
      (answer: number) => (answer < 90 ? answer + 1 : answer === 100 ? 5 : answer + 3),
    ])
      expect(totalWith(numberOf)).toEqual(byRespondent);
  });
});

describe("respondents scattered over a long file", () => {
  /** First one row of everybody, then the other: all are open when the second half begins. */
  const scattered = (people: number) => {
    const half = (unsur: string) => Array.from({ length: people }, (_, who) => `R${who},${unsur},4`);
    return csv("ID Responden,Unsur,Nilai", ...half("Persyaratan"), ...half("Prosedur"));
  };

  it("are counted while no more than fifty thousand are open at one time", () => {
    expect(read(scattered(50_000)).json.total.n).toBe(50_000);
  });

  it("are refused beyond, with the way out", () => {
    let refusal: unknown;
    try {
      read(scattered(50_001));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: "too_large" });
    expect(String(refusal)).toContain("Urutkan barisnya menurut responden");
  });

  it("are counted, however many they are, once the rows stand in their order", () => {
    const rows = Array.from({ length: 50_001 }, (_, who) => `R${who},Persyaratan,4\nR${who},Prosedur,4`);
    expect(read(csv("ID Responden,Unsur,Nilai", ...rows)).json.total.n).toBe(50_001);
  });
});

describe("a service column that is none", () => {
  it("is told of where it names more places than are kept apart", () => {
    const rows = Array.from({ length: 20_002 }, (_, at) => `unik ${at},4,4,4,4,4,4,4,4,4`);
    const { json } = read(csv("Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9", ...rows));
    expect(json.total.n).toBe(20_002);
    expect(json.warnings.map(({ code }) => code)).toContain("many_groups");
  });
});
