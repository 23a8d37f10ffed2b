import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { absenceOf, cutLines, cutReading, textHash } from "#app/server/cut.ts";
import { cutsOfFacts, FactsFile, factsOfCuts, writeFacts } from "#app/server/facts-file.ts";
import { scoreCuts } from "#app/server/score-cuts.ts";
import { ARUNIKA, bytesOf, decreeText } from "#tests/integration/decree-text.ts";

const reading = readDecree(bytesOf(decreeText(ARUNIKA)), "arunika.txt");

describe("cutLines", () => {
  it("gives the first decree all lines before it, and each the lines up to the next head", () => {
    expect(cutLines([{ line: 3 }, { line: 250 }, { line: 700 }], 900)).toEqual([
      [1, 249],
      [250, 699],
      [700, 900],
    ]);
    expect(cutLines([], 900)).toEqual([]);
  });
});

describe("absenceOf", () => {
  const on = (
    code: "missing" | "blank" | "page_lost" | "ocr_damage",
    component: "biaya" | "produk" | null,
  ) => ({
    code,
    component,
  });

  it("is what the component's own finding says", () => {
    expect(absenceOf("biaya", [on("missing", "produk"), on("blank", "biaya")])).toBe("blank");
  });

  it("is damage where damage and absence are both said: what cannot be read is not known to be absent", () => {
    expect(absenceOf("biaya", [on("missing", "biaya"), on("page_lost", "biaya")])).toBe("page_lost");
    expect(absenceOf("biaya", [on("ocr_damage", "biaya")])).toBe("ocr_damage");
  });

  it("is a lost page where the whole table has one, else a missing row", () => {
    expect(absenceOf("biaya", [on("page_lost", null)])).toBe("page_lost");
    expect(absenceOf("biaya", [on("blank", "biaya"), on("page_lost", null)])).toBe("blank");
    expect(absenceOf("biaya", [])).toBe("missing");
  });
});

describe("cutReading", () => {
  it("keeps states, lines and facts of each component with its table", () => {
    const [cut] = cutReading(reading);
    expect(cut).toMatchObject({ index: 0, lines: [1, 92], maklumat: false, regencyName: "Arunika" });
    expect(cut?.services.map(({ components }) => components.biaya.state)).toEqual(["ada", "ada", "blank"]);
    expect(cut?.services[0]?.components.jangka_waktu.facts).toMatchObject({
      waktu: [{ min: 3, unit: "hari" }],
    });
    expect(cut?.services[0]?.components.biaya.facts).toMatchObject({ gratis: true });
    expect(cut?.services[0]?.components.sarana.facts).toBeNull();
    expect(cut?.declared.map(({ service }) => service)).toEqual([0, 1, 2]);
    expect(cut?.coverage).toMatchObject({ lines: 92, annex_unassigned: 0, unassigned: [] });
  });

  it("has nothing to cut where there is no decree", () => {
    expect(cutReading(readDecree(bytesOf("Resep kue."), "a.txt"))).toEqual([]);
  });
});

describe("textHash", () => {
  it("counts words only: not line ends, blanks or blank lines", () => {
    expect(textHash(["a  b", "", " c "])).toBe(textHash(["a b", "c"]));
    expect(textHash(["a b", "c"])).not.toBe(textHash(["a", "b c"]));
    expect(textHash(["ab"])).not.toBe(textHash(["a b"]));
  });
});

describe("facts of cuts", () => {
  const cuts = cutReading(reading);
  const facts = factsOfCuts(reading, cuts, scoreCuts(cuts));

  it("keep figures, lines and codes and lose every text", () => {
    const json = writeFacts(facts);
    expect(json).not.toContain("bermeterai");
    expect(json).not.toMatch(/"(text|title|per|message|quote)":/);
    const waktu = facts.decrees[0]?.services[0]?.components.jangka_waktu;
    expect(waktu).toMatchObject({
      state: "ada",
      lines: [44, 44],
      facts: { waktu: [{ min: 3, max: 3, unit: "hari" }] },
    });
    expect(facts.decrees[0]?.findings.map(({ code }) => code)).toEqual(["missing", "blank", "placeholder"]);
  });

  it("come back from their file as they were written, without text", () => {
    const again = FactsFile.parse(JSON.parse(writeFacts(facts)));
    expect(again).toEqual(facts);
    const [cut] = cutsOfFacts(again);
    expect(cut).toMatchObject({ text: null, spans: [], lines: [1, 92] });
    expect(cut?.services[0]?.components.persyaratan).toMatchObject({ state: "ada", text: null });
  });

  it("keep why each criterion came out as it did, in words of ours that repeat none of the text", () => {
    const [cut] = cutsOfFacts(FactsFile.parse(JSON.parse(writeFacts(facts))));
    const said = [...(scoreCuts(cuts)[0]?.services.values() ?? [])].flatMap(({ verdicts }) => verdicts);
    const kept = [...(cut?.scores?.services.values() ?? [])].flatMap(({ verdicts }) => verdicts);
    expect(kept).toEqual(said.map((verdict) => ({ ...verdict, quote: null })));
    const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const runs = (text: string) =>
      words(text).flatMap((_, at, all) => (at + 5 <= all.length ? [all.slice(at, at + 5).join(" ")] : []));
    const texts = cuts.flatMap(({ services }) =>
      services.flatMap(({ components }) => Object.values(components).map(({ text }) => text ?? "")),
    );
    const theirs = new Set(texts.flatMap(runs));
    const ours = [
      ...facts.answers.map(([, reason]) => reason),
      ...facts.decrees.flatMap(({ substance, units }) =>
        [...substance, ...units].map(({ reason }) => reason ?? ""),
      ),
    ];
    expect(ours.flatMap(runs).filter((run) => theirs.has(run))).toEqual([]);
  });

  it("drop a label that has swallowed content", () => {
    const [cut] = cutReading(reading);
    const service = cut?.services[0];
    if (!cut || !service) throw new Error("no service");
    const swollen = { ...service.components.biaya, label: "x".repeat(81) };
    const one = { ...cut, services: [{ ...service, components: { ...service.components, biaya: swollen } }] };
    expect(
      factsOfCuts(reading, [one], scoreCuts([one])).decrees[0]?.services[0]?.components.biaya.label,
    ).toBeNull();
  });
});
