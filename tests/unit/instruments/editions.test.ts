import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Edition, editionSlug, indicatorsOf, partsOf } from "#app/instruments/edition.ts";
import { instrumentHash } from "#app/instruments/instrument.ts";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { readEdition } from "#app/instruments/problems.ts";
import { projectInstrument } from "#app/instruments/projection.ts";
import { editionFromStored, editionHash, SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";

const named = (edition: string): Edition => {
  const found = SHIPPED_EDITIONS.find((one) => one.edition === edition);
  if (!found) throw new Error(`no edition ${edition}`);
  return found;
};
const figuresOf = (edition: Edition) => [
  ...edition.dimensions.flatMap(({ weight, announced }) => [weight, announced]),
  ...indicatorsOf(edition).map(({ weight }) => weight),
  ...edition.categories.flatMap(({ min, max }) => [min, max]),
];
const plain = (): Record<string, never> => JSON.parse(JSON.stringify(named("ombudsman-2022-2024/1")));
const problemsOf = (change: (draft: never) => void): string[] => {
  const draft = plain();
  change(draft as never);
  const read = readEdition(JSON.stringify(draft));
  return read.ok ? [] : read.problems.map(({ where, message }) => `${where}: ${message}`);
};

describe("shipped editions", () => {
  it("are the four files, and each number in them has a source that is listed", () => {
    expect(SHIPPED_EDITIONS.map((one) => one.edition)).toEqual([
      "ombudsman-2026/1",
      "ombudsman-2022-2024/1",
      "ombudsman-2015-2021/1",
      "pekppp/1",
    ]);
    for (const edition of SHIPPED_EDITIONS) {
      for (const figure of figuresOf(edition)) {
        if (figure) expect(Object.keys(edition.sources)).toContain(figure.source);
      }
    }
  });

  it("change only under a new number: an edition that may be in use keeps its content", () => {
    const hashes = Object.fromEntries(
      SHIPPED_EDITIONS.map((one) => [one.edition, editionHash(one).slice(0, 12)]),
    );
    expect(hashes).toEqual({
      "ombudsman-2026/1": "9f78b13a1a60",
      "ombudsman-2022-2024/1": "b74816ad04c2",
      "ombudsman-2015-2021/1": "4fb6d2567800",
      "pekppp/1": "114255d2f537",
    });
  });

  it("hold the four dimensions of 2022–2024 with weights that add up to 100", () => {
    const { dimensions } = named("ombudsman-2022-2024/1");
    // 21.85 + 32.37 + 24.24 + 21.54 = 100.00
    expect(dimensions.map(({ name, weight }) => [name, weight?.value])).toEqual([
      ["Input", 21.85],
      ["Proses", 32.37],
      ["Output", 24.24],
      ["Pengaduan", 21.54],
    ]);
    expect(dimensions.reduce((sum, { weight }) => sum + Math.round((weight?.value ?? 0) * 100), 0)).toBe(
      10_000,
    );
  });

  it("name none of the eleven Proses indicators of 2022–2024, because none was seen", () => {
    const proses = named("ombudsman-2022-2024/1").dimensions[1];
    expect([proses?.announced?.value, proses?.indicators]).toEqual([11, []]);
  });

  it("give exactly the 14 components as Proses indicators of 2026, each a decree's document half and a photo", () => {
    const proses = named("ombudsman-2026/1").dimensions.find(({ id }) => id === "proses");
    const components = proses?.indicators.map(({ proof }) =>
      proof?.rule === "komponen" ? proof.component : null,
    );
    expect(new Set(components).size).toBe(14);
    expect(components).not.toContain(null);
    expect(proses?.indicators.every(({ needs }) => needs.includes("sk") && needs.includes("observasi"))).toBe(
      true,
    );
    expect(proses?.indicators.every(({ weight }) => weight === null)).toBe(true);
  });

  it("list 3, 14, 4 and 9 indicators for 2026", () => {
    expect(named("ombudsman-2026/1").dimensions.map(({ indicators }) => indicators.length)).toEqual([
      3, 14, 4, 9, 0,
    ]);
  });

  it("call no figure of 2026 verified but the weight that newspapers printed", () => {
    const verified = named("ombudsman-2026/1").dimensions.filter(
      ({ weight }) => weight?.confidence === "verified",
    );
    expect(verified.map(({ id, weight }) => [id, weight?.value])).toEqual([["kepercayaan-masyarakat", 30]]);
  });

  it("give no bounds to category E, which nobody saw", () => {
    const e = named("ombudsman-2022-2024/1").categories.find(({ code }) => code === "E");
    expect(e).toMatchObject({ min: null, max: null, zone: null, confidence: "unverified", source: null });
  });

  it("give no weight to any indicator of 2015–2021", () => {
    expect(indicatorsOf(named("ombudsman-2015-2021/1")).every(({ weight }) => weight === null)).toBe(true);
  });

  it("hold PEKPPP indicators 1–9 with what is still asked for, weights adding up to 100 and never verified", () => {
    const kebijakan = named("pekppp/1").dimensions[0];
    // 17 + 14 + 7 + 14 + 10 + 17 + 7 + 7 + 7 = 100
    expect(kebijakan?.indicators.map(({ weight }) => weight?.value)).toEqual([
      17, 14, 7, 14, 10, 17, 7, 7, 7,
    ]);
    expect(kebijakan?.indicators.every(({ weight }) => weight?.confidence === "secondary")).toBe(true);
    expect(kebijakan?.indicators.every(({ ask }) => ask.length > 0)).toBe(true);
    // 24 + 25 + 18 + 11 + 10 + 12 + 0 = 100
    expect(named("pekppp/1").dimensions.map(({ weight }) => weight?.value)).toEqual([
      24, 25, 18, 11, 10, 12, 0,
    ]);
  });
});

const DOMAIN = new URL("../../../../shared/domain/ombudsman.json", import.meta.url);
describe.skipIf(!existsSync(DOMAIN))("against the collected sources", () => {
  it("carry no weight of a dimension and no band that the sources do not give", () => {
    const domain = JSON.parse(readFileSync(DOMAIN, "utf8"));
    const source = domain.instrumen.find((one: { id: string }) => one.id === "2022-2024");
    const edition = named("ombudsman-2022-2024/1");
    expect(edition.dimensions.map(({ weight }) => weight?.value)).toEqual(
      source.dimensi.map((one: { bobot: number }) => one.bobot),
    );
    for (const { code, min, max } of edition.categories) {
      const band = source.kategori.find((one: { kode: string }) => one.kode === code);
      if (min) expect([min.value, max?.value]).toEqual([band.min, band.max]);
    }
  });
});

describe("the projected yardstick", () => {
  const edition = projectInstrument(PERMENPAN_15_2014);

  it("is a valid edition with every criterion once, none of them called a rule of law", () => {
    expect(readEdition(JSON.stringify(edition))).toEqual({ ok: true, edition });
    // 36 criteria of components, 2 of the unit, 3 of the decree.
    expect(indicatorsOf(edition)).toHaveLength(41);
    expect(new Set(indicatorsOf(edition).map(({ confidence }) => confidence))).toEqual(new Set(["own"]));
  });

  it("is what the stored instrument is read as, and the instrument's own hash stays", () => {
    expect(editionFromStored(JSON.stringify(PERMENPAN_15_2014))).toEqual(edition);
    expect(instrumentHash(PERMENPAN_15_2014)).toHaveLength(64);
    expect(editionFromStored("{}")).toBeNull();
  });
});

describe("a file of an edition", () => {
  it("hashes alike however its keys are ordered, and otherwise with any other word", () => {
    const edition = named("pekppp/1");
    const turned = Object.fromEntries(Object.entries(edition).reverse()) as Edition;
    expect(editionHash(turned)).toBe(editionHash(edition));
    expect(editionHash({ ...edition, name: `${edition.name}.` })).not.toBe(editionHash(edition));
  });

  it("is refused with the place of each fault, in words", () => {
    type Draft = {
      dimensions: { weight: { source: string; value: number | null } | null; indicators: unknown[] }[];
    };
    expect(
      problemsOf((draft: Draft) => {
        (draft.dimensions[1] as Draft["dimensions"][number]).weight = {
          value: 3,
          source: "antah",
          confidence: "verified",
        } as never;
      }),
    ).toEqual(["dimensi ke-2, weight, source: sumber “antah” tidak ada dalam daftar sources."]);
    expect(
      problemsOf((draft: Draft) => {
        (draft.dimensions[1]?.weight as { value: null }).value = null;
      }),
    ).toEqual(["dimensi ke-2, weight, value: harus berupa angka."]);
    expect(
      problemsOf((draft: { owner?: string; lain?: number }) => {
        delete draft.owner;
        draft.lain = 1;
      }),
    ).toEqual(["owner: belum ditulis.", ": isian tidak dikenal: “lain”."]);
  });

  it("may not call something verified without naming where, nor prove from a decree what asks for none", () => {
    type Draft = { dimensions: { indicators: { source: string | null; needs: string[]; id: string }[] }[] };
    expect(
      problemsOf((draft: Draft) => {
        (draft.dimensions[0]?.indicators[0] as { source: null }).source = null;
      }),
    ).toEqual(["dimensi ke-1, indikator ke-1: sumber harus disebut, atau keyakinannya unverified."]);
    expect(
      problemsOf((draft: Draft) => {
        (draft.dimensions[0]?.indicators[0] as { needs: string[] }).needs = ["sk"];
      }),
    ).toEqual(["dimensi ke-1, indikator ke-1: needs memuat sk bila dan hanya bila ada proof."]);
    expect(
      problemsOf((draft: Draft) => {
        (draft.dimensions[0]?.indicators[0] as { id: string }).id = draft.dimensions[0]?.indicators[1]
          ?.id as string;
      }),
    ).toEqual([
      "dimensi ke-1, indikator ke-2, id: kode indikator “pengetahuan-tugas-dan-kewenangan-jabatan” dipakai dua kali.",
    ]);
  });

  it("may not let two bands hold the same result", () => {
    type Draft = { categories: { max: { value: number } }[] };
    expect(
      problemsOf((draft: Draft) => {
        (draft.categories[1]?.max as { value: number }).value = 88;
      }),
    ).toEqual(["kategori ke-2: rentangnya bertindihan dengan kategori “A”."]);
  });

  it("never makes the reading throw, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const read = readEdition(text);
          expect(read.ok || read.problems.length > 0).toBe(true);
        },
      ),
    );
  });

  it("is told by family and number, and has an address without a slash", () => {
    expect(partsOf("ombudsman-2026/12")).toEqual({ family: "ombudsman-2026", number: 12 });
    expect(editionSlug("ombudsman-2026/12")).toBe("ombudsman-2026-edisi-12");
  });
});
