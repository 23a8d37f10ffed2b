import { describe, expect, it } from "vitest";
import { scoreStandards } from "#app/scoring/index.ts";
import { decreeVerdicts, unitVerdicts } from "#app/scoring/units.ts";
import { readingOf, serviceOf } from "./subject.ts";

const withPledge = (maklumat: boolean, services: ReturnType<typeof serviceOf>[]) => {
  const reading = readingOf(services);
  return { ...reading, decrees: reading.decrees.map((one) => ({ ...one, maklumat })) };
};
const answers = (standards: Parameters<typeof unitVerdicts>[0], criterion: string) =>
  unitVerdicts(standards)
    .filter((one) => one.criterion === criterion)
    .map(({ bagian, met, quote, service }) => [bagian, met, quote, service]);

describe("criteria of the unit", () => {
  const services = [
    serviceOf("Layanan A", { sarana: "Komputer" }),
    serviceOf("Layanan B", { sarana: "Komputer, kursi roda" }),
    serviceOf("Layanan C", { sarana: "Komputer" }, { bagian: "Bagian Hukum" }),
    serviceOf("Layanan D", {}, { bagian: "Bagian Organisasi" }),
  ];
  it("ask for vulnerable groups once a bagian: one service that provides is enough, none written is not asked", () => {
    expect(answers(readingOf(services), "unit.kelompok_rentan")).toEqual([
      ["Bagian Umum", true, "kursi roda", 1],
      ["Bagian Hukum", false, null, null],
      ["Bagian Organisasi", null, null, null],
    ]);
  });
  it("take a facility from another decree on the same bagian, quoted without a place; one without a name has no other", () => {
    const reading = readingOf([
      serviceOf("Layanan A", { sarana: "Komputer" }),
      { ...serviceOf("Layanan B", { sarana: "Kursi roda" }, { bagian: "BAGIAN  UMUM" }), decree: 1 },
      serviceOf("Layanan C", { sarana: "Komputer" }, { bagian: null }),
      { ...serviceOf("Layanan D", { sarana: "Kursi roda" }, { bagian: null }), decree: 1 },
    ]);
    const two = { ...reading, decrees: [...reading.decrees, ...reading.decrees] };
    expect(answers(two, "unit.kelompok_rentan")).toEqual([
      ["Bagian Umum", true, "Kursi roda", null],
      ["BAGIAN  UMUM", true, "Kursi roda", 1],
      [null, false, null, null],
      [null, true, "Kursi roda", 3],
    ]);
  });
  it("take the pledge from the decree, not from a table that mentions one", () => {
    const one = [serviceOf("Layanan A", { jaminan_pelayanan: "Maklumat pelayanan pada loket" })];
    expect(answers(withPledge(true, one), "unit.maklumat")).toEqual([["Bagian Umum", true, null, null]]);
    expect(answers(withPledge(false, one), "unit.maklumat")).toEqual([
      ["Bagian Umum", false, "Maklumat pelayanan pada loket", 0],
    ]);
  });
  it("give findings on the bagian, without service", () => {
    const found = scoreStandards(withPledge(true, services)).findings.filter(({ bagian }) => bagian !== null);
    expect(found.map(({ code, bagian, service }) => [code, bagian, service])).toEqual([
      ["no_vulnerable_access", "Bagian Hukum", null],
    ]);
  });
});

describe("criteria of the decree", () => {
  const asked = (heads?: Parameters<typeof decreeVerdicts>[0]["heads"], maklumat = false) =>
    decreeVerdicts({ ...withPledge(maklumat, []), ...(heads ? { heads } : {}) }).map(({ met, lines }) => [
      met,
      lines,
    ]);

  it("ask nothing but the pledge of a decree whose head was not read", () => {
    expect(asked()).toEqual([
      [false, null],
      [null, null],
      [null, null],
    ]);
  });
  it("ask nothing of a decree whose standards are not in the file", () => {
    const of = (code: "no_annex" | "not_a_decree" | "no_table", decree: number | null) => {
      const at = { decree, service: null, component: null, lines: null };
      const finding = { ...at, code, severity: "error" as const, message: "" };
      return decreeVerdicts({ ...withPledge(false, []), findings: [finding] }).length;
    };
    expect([of("not_a_decree", null), of("no_annex", null), of("no_annex", 0)]).toEqual([0, 0, 0]);
    expect([of("no_annex", 1), of("no_table", 0)]).toEqual([3, 3]);
  });
  it("point to the lines that answer them", () => {
    expect(asked([{ consultation: [12, 12], revokes: null }], true)).toEqual([
      [true, null],
      [true, [12, 12]],
      [false, null],
    ]);
  });
  it("give findings on the decree, those that may only be asked as questions", () => {
    const standards = { ...readingOf([]), heads: [{ consultation: null, revokes: null }] };
    const { findings } = scoreStandards(standards);
    expect(findings.map(({ code, service, component }) => [code, service, component])).toEqual([
      ["no_maklumat", null, null],
      ["no_consultation", null, null],
      ["no_predecessor", null, null],
    ]);
    expect(findings.slice(1).every(({ reason }) => reason.includes("?"))).toBe(true);
  });
});
