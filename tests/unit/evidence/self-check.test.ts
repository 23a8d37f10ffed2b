import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proveService } from "#app/evidence/prove.ts";
import { type Answer, answersFromDecree, selfCheck } from "#app/evidence/self-check.ts";
import { categoryOf, simulate } from "#app/evidence/simulate.ts";
import { Edition, type Figure, indicatorsOf } from "#app/instruments/edition.ts";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { projectInstrument } from "#app/instruments/projection.ts";
import { SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import { evidenceOf, withPart } from "./kit.ts";

const known = { confidence: "verified", source: "buku" } as const;
const weight = (value: number): Figure => ({ value, ...known, note: null });

/** An invented edition in which every figure was seen: two dimensions of 60 and 40, one indicator with steps. */
const WHOLE = Edition.parse({
  format: "tolok-instrumen/1",
  edition: "contoh/1",
  name: "Edisi contoh",
  kind: "ombudsman",
  owner: "Lembaga contoh",
  validity: { from: 2020, to: null, ...known },
  sources: { buku: { name: "Buku contoh", where: "halaman 1" } },
  basis: [],
  weighted: true,
  scale: { kind: "ya_tidak", ...known },
  dimensions: [
    {
      id: "satu",
      name: "Dimensi satu",
      ...known,
      weight: weight(60),
      announced: weight(2),
      indicators: [
        { id: "a", name: "Indikator a", ...known, of: "unit", needs: ["dokumen"], weight: weight(33.33) },
        { id: "b", name: "Indikator b", ...known, of: "unit", needs: ["observasi"], weight: weight(66.67) },
      ],
    },
    {
      id: "dua",
      name: "Dimensi dua",
      ...known,
      weight: weight(40),
      announced: weight(1),
      indicators: [
        {
          id: "c",
          name: "Indikator c",
          ...known,
          of: "unit",
          needs: ["dokumen"],
          weight: weight(100),
          scale: { ...known, steps: [0, 1, 3].map((value) => ({ value, name: `Jenjang ${value}` })) },
        },
      ],
    },
  ],
  categories: [
    { code: "A", name: "Tinggi", ...known, min: weight(88), max: weight(100) },
    { code: "B", name: "Cukup", ...known, min: weight(50), max: weight(87.99) },
    { code: "C", name: "Rendah", ...known, min: weight(0), max: weight(49.99) },
  ],
  notes: [],
  gaps: [],
});
const answers = (a: boolean, b: boolean, c: number) =>
  new Map<string, Answer>([
    ["a", { met: a }],
    ["b", { met: b }],
    ["c", { step: c }],
  ]);

describe("the counts of a self-check", () => {
  it("are indicators met of the answered, of all, and never a percentage", () => {
    expect(selfCheck(WHOLE, new Map())).toEqual({ listed: 3, announced: 3, answered: 0, met: 0, waiting: 3 });
    expect(selfCheck(WHOLE, answers(true, false, 3))).toEqual({
      listed: 3,
      announced: 3,
      answered: 3,
      met: 2,
      waiting: 0,
    });
  });

  it("count an indicator with steps as met at its top step only", () => {
    expect(selfCheck(WHOLE, answers(false, false, 1)).met).toBe(0);
    expect(selfCheck(WHOLE, answers(false, false, 3)).met).toBe(1);
  });

  it("leave out answers that fit no indicator", () => {
    const odd = new Map<string, Answer>([
      ["a", { step: 1 }],
      ["c", { step: 2 }],
      ["antah", { met: true }],
    ]);
    expect(selfCheck(WHOLE, odd)).toMatchObject({ answered: 0, met: 0, waiting: 3 });
  });

  it("say how many indicators there are in all only where the source says so of each dimension", () => {
    const numbers = SHIPPED_EDITIONS.map((edition) => selfCheck(edition, new Map()));
    // 2026: 3 + 14 + 4 + 9 = 30 listed, but nobody printed how many stand behind public trust. 2015–2021:
    // 5 + 1 + 2 + 3 + 2 + 3 + 1 + 2 + 1 + 1 = 21. PEKPPP: 9 + 5 + 6 + 4 + 4 + 2 + 1 = 31 with the one of weight 0.
    expect(numbers.map(({ listed, announced }) => [listed, announced])).toEqual([
      [30, null],
      [12, null],
      [21, null],
      [9, 31],
    ]);
  });
});

describe("answers from a decree", () => {
  const edition = projectInstrument(PERMENPAN_15_2014);
  const proven = (evidence: ReturnType<typeof evidenceOf>) =>
    answersFromDecree(
      indicatorsOf(edition)
        .filter(({ of }) => of === "layanan")
        .map((indicator) => ({ indicator, proof: proveService(indicator, evidence) })),
    );

  it("answer what asks for nothing but a decree, both ways", () => {
    const all = proven(evidenceOf({ biaya: null }));
    expect(all.get("biaya-jelas")).toEqual({ met: false });
    expect(all.get("pengawasan-pengawas")).toEqual({ met: true });
  });

  it("leave open what could not be read", () => {
    expect(proven(withPart(evidenceOf(), "biaya", { state: "T", level: "T" })).has("biaya-jelas")).toBe(
      false,
    );
  });

  it("never answer an indicator that also wants a photo: the decree is half of it", () => {
    const [list] = SHIPPED_EDITIONS;
    const proofs = indicatorsOf(list as Edition).map((indicator) => ({
      indicator,
      proof: proveService(indicator, evidenceOf()),
    }));
    expect(proofs.filter(({ proof }) => proof.state === "terbukti")).toHaveLength(14);
    expect(answersFromDecree(proofs).size).toBe(0);
  });
});

describe("a simulation", () => {
  it("weighs the answers exactly and rounds once", () => {
    // 60 % × 33.33 % + 40 % × 3/3 = 0.19998 + 0.4 = 0.59998: 60.00 of 100.
    expect(simulate(WHOLE, answers(true, false, 3))).toMatchObject({
      hundredths: 6000,
      category: { code: "B" },
    });
    // 60 % × 66.67 % + 40 % × 1/3 = 0.40002 + 0.13333… = 0.533353…: 53.34.
    expect(simulate(WHOLE, answers(false, true, 1))).toMatchObject({
      hundredths: 5334,
      category: { code: "B" },
    });
    expect(simulate(WHOLE, answers(true, true, 3))).toMatchObject({
      hundredths: 10_000,
      category: { code: "A" },
    });
    expect(simulate(WHOLE, answers(false, false, 0))).toMatchObject({
      hundredths: 0,
      category: { code: "C" },
    });
  });

  it("is not made while one indicator is unanswered", () => {
    const some = answers(true, true, 3);
    some.delete("b");
    expect(simulate(WHOLE, some)).toEqual({
      hundredths: null,
      category: null,
      because: ["Sebagian indikator belum dijawab; menunggu penilai."],
    });
  });

  it("is made of no shipped edition, however many answers there are", () => {
    for (const edition of [...SHIPPED_EDITIONS, projectInstrument(PERMENPAN_15_2014)]) {
      const all = new Map(
        indicatorsOf(edition).map(({ id, scale }): [string, Answer] => [
          id,
          scale ? { step: scale.steps.at(-1)?.value ?? 0 } : { met: true },
        ]),
      );
      expect(simulate(edition, all).hundredths).toBeNull();
    }
  });

  it("does not depend on the order of the answers", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(0, 1, 3),
        fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 }),
        (a, b, c, order) => {
          const straight = answers(a, b, c);
          const turned = new Map(order.map((id): [string, Answer] => [id, straight.get(id) as Answer]));
          expect(simulate(WHOLE, turned)).toEqual(simulate(WHOLE, straight));
          expect(selfCheck(WHOLE, turned)).toEqual(selfCheck(WHOLE, straight));
        },
      ),
    );
  });

  it("never falls when one more indicator is met", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.constantFrom(0, 1), (a, b, c) => {
        const before = simulate(WHOLE, answers(a, b, c)).hundredths ?? Number.NaN;
        expect(simulate(WHOLE, answers(true, b, c)).hundredths).toBeGreaterThanOrEqual(before);
        expect(simulate(WHOLE, answers(a, true, c)).hundredths).toBeGreaterThanOrEqual(before);
        expect(simulate(WHOLE, answers(a, b, c + 1 === 2 ? 3 : 1)).hundredths).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("is never made with a weight that has no source without doubt, whichever it is", () => {
    const unsourced = [null, { ...weight(1), confidence: "unverified" as const }];
    fc.assert(
      fc.property(fc.constantFrom("satu", "dua", "a", "b", "c"), fc.constantFrom(...unsourced), (id, bad) => {
        const dimensions = WHOLE.dimensions.map((dimension) => ({
          ...dimension,
          weight: dimension.id === id ? bad : dimension.weight,
          indicators: dimension.indicators.map((one) => (one.id === id ? { ...one, weight: bad } : one)),
        }));
        const result = simulate({ ...WHOLE, dimensions }, answers(true, true, 3));
        expect(result.hundredths).toBeNull();
        expect(result.because.join(" ")).toContain("belum ada sumber yang pasti");
      }),
    );
  });

  it("is not made where the source speaks of more indicators than were seen, or where weights do not add up", () => {
    const [first, second] = WHOLE.dimensions as [
      Edition["dimensions"][number],
      Edition["dimensions"][number],
    ];
    const more = { ...WHOLE, dimensions: [{ ...first, announced: weight(5) }, second] };
    expect(simulate(more, answers(true, true, 3)).because).toEqual([
      "Sebagian indikator edisi ini belum terlihat pada sumbernya.",
    ]);
    const less = { ...WHOLE, dimensions: [{ ...first, weight: weight(50) }, second] };
    expect(simulate(less, answers(true, true, 3)).because).toEqual(["Bobot dimensi tidak berjumlah 100."]);
    const unscaled = { ...WHOLE, scale: null };
    expect(simulate(unscaled, answers(true, true, 3)).because).toEqual([
      "Skala nilai sebagian indikator belum ada sumber.",
    ]);
  });
});

describe("the bands of 2022–2024", () => {
  const edition = SHIPPED_EDITIONS.find((one) => one.edition === "ombudsman-2022-2024/1") as Edition;
  it.each([
    [92.5, "A"],
    [92.03, "A"],
    [89.59, "A"],
    [87.43, "B"],
    [79.8, "B"],
    [73.88, "C"],
    [88, "A"],
    [87.99, "B"],
    [78, "B"],
    [77.99, "C"],
    [54, "C"],
    [53.99, "D"],
    [32, "D"],
  ])("hold %d as %s", (score, code) => {
    expect(categoryOf(edition, Math.round(score * 100))?.code).toBe(code);
  });

  it("say nothing below the last bound that was seen", () => {
    expect(categoryOf(edition, 3199)).toBeNull();
  });
});
