import { describe, expect, it } from "vitest";
import { csv, EIGHT, read, refusalOf, WORDS } from "./kit.ts";

/** Ten rows: the eight of the worked example, two of them with a 5. Sums of persyaratan: 28 + 5 + 5. */
const WITH_FIVES = csv(WORDS, ...EIGHT, [5, 4, 4, 4, 4, 4, 4, 4, 4], [5, 3, 3, 3, 3, 3, 3, 3, 3]);

describe("options of a reading", () => {
  it("lets a map of figures beyond the scale alone leave 1 to 4 as they are", () => {
    const { json } = read(WITH_FIVES, { scale: { "5": 4 } });
    // 28 + 4 + 4
    expect(json.total.unsur.persyaratan).toMatchObject({ n: 10, sum: 36, counts: [0, 0, 4, 6] });
  });

  it("asks a map that moves one of 1 to 4 for all of them, so that two scales are never mixed", () => {
    expect(refusalOf(() => read(WITH_FIVES, { scale: { "5": 4, "4": 3.25 } }))).toBe("wrong_scale");
  });

  it("leaves a column without unsur that the options say has none", () => {
    const { json } = read(csv(WORDS, ...EIGHT), { columns: { "Biaya/Tarif": null } });
    expect(json.columns[3]).toMatchObject({ header: "Biaya/Tarif", unsur: null });
    expect(json.total).toMatchObject({ ikm: null, n: 8 });
    expect(json.warnings.map((one) => one.code)).toEqual(["missing_unsur"]);
  });

  it("finds a column by either row of a header of two rows", () => {
    const codes = "U1,U2,U3,U4,U5,U6,U7,U8,U9";
    const { json } = read(csv(codes, WORDS, ...EIGHT), { columns: { U8: "pengaduan", U9: "sarana" } });
    expect(json.rows).toMatchObject({ read: 8, accepted: 8 });
    // Sums of the eighth and ninth column: 24 and 25.
    expect(json.total.unsur.pengaduan?.sum).toBe(24);
    expect(json.total.unsur.sarana?.sum).toBe(25);
  });

  it("reads the same index whether whole answers are written 4, 4,0 or 4.00", () => {
    for (const form of ["%", '"%,0"', "%.00"]) {
      const rows = EIGHT.map((row) => row.map((score) => form.replace("%", String(score))));
      const { json } = read(csv(WORDS, ...rows));
      expect(json).toMatchObject({ shape: "respondents", total: { n: 8, ikm: 83.68, mutu: "B" } });
    }
  });
});
