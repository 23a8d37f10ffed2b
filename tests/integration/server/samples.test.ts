import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { FactsFile } from "#app/server/facts-file.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getNaskah, listNaskah } from "#app/server/naskah.server.ts";
import { sampleFacts } from "#app/server/sample-facts.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { getService } from "#app/server/service.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { verifyChain } from "#db/change.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { describeWithShared } from "#tests/setup/shared.ts";

const SAMPLES = resolve(import.meta.dirname, "../../../db/samples");
const FACTS = readdirSync(SAMPLES).filter((name) => name.endsWith(".json"));
const factsOf = (name: string) => FactsFile.parse(JSON.parse(readFileSync(join(SAMPLES, name), "utf8")));
const scope = localOperator();

/** Distinct tables of the shipped facts, and those with all 14 components. */
const countsOf = (facts: FactsFile) => {
  const services = facts.decrees.flatMap((decree) => decree.services).filter(({ sameAs }) => sameAs === null);
  const complete = services.filter(({ components }) =>
    COMPONENT_KEYS.every((key) => components[key].state === "ada"),
  );
  return { services: services.length, complete: complete.length };
};

describe("the shipped facts", () => {
  it("are those of five regencies", () => {
    const names = FACTS.flatMap((name) => factsOf(name).decrees.map(({ regencyName }) => regencyName));
    expect([...new Set(names)].sort()).toEqual([
      "Balangan",
      "Jombang",
      "Melawi",
      "Temanggung",
      "Tulungagung",
    ]);
  });

  it("hold no text, title or message, and no string long enough to be a sentence of a component", () => {
    for (const name of FACTS) {
      const json = readFileSync(join(SAMPLES, name), "utf8");
      expect(json).not.toMatch(/"(text|title|message|per)":/);
      for (const decree of factsOf(name).decrees) {
        for (const service of decree.services) {
          const labels = COMPONENT_KEYS.map((key) => service.components[key].label ?? "");
          expect(Math.max(...labels.map((label) => label.length))).toBeLessThanOrEqual(80);
        }
      }
    }
  });
});

describeEachEngine("an empty database", (openTestDb) => {
  it("is filled with the sample, once: facts of the real decrees, and an invented one with its text", async () => {
    const db = await openTestDb({ migrated: false });
    await prepareDatabase(db, { samples: SAMPLES });
    await prepareDatabase(db, { samples: SAMPLES });
    const { regencies, total } = await getDashboard(db, scope, {});
    const counted = Object.fromEntries(
      regencies.map(({ regency, services, complete }) => [regency.slug, { services, complete }]),
    );
    const expected = FACTS.map((name) => [name.replace(/-\d+\.json$/, ""), countsOf(factsOf(name))]);
    // Nine tables of the invented regency, three of them with a gap made on purpose.
    expect(counted).toEqual({ ...Object.fromEntries(expected), lembayung: { services: 9, complete: 6 } });
    const real = FACTS.map((name) => countsOf(factsOf(name)).services);
    expect(total.services).toBe(real.reduce((sum, count) => sum + count, 0));
    const naskah = await listNaskah(db, scope);
    expect(naskah.filter((row) => !row.factsOnly).map((row) => row.regency.slug)).toEqual(["lembayung"]);
    expect(naskah.every((row) => row.version === 1)).toBe(true);
    for (const { regency } of regencies) {
      expect(await verifyChain(db.read, regency.r)).toMatchObject({ ok: true });
    }
  });

  it("says of a service with facts only what it has and shows no text", async () => {
    const db = await openTestDb({ migrated: false });
    await prepareDatabase(db, { samples: SAMPLES });
    const sheet = await getService(db, scope, "temanggung", 1);
    expect(sheet.decree).toMatchObject({ factsOnly: true, issuer: "Bupati", year: 2025 });
    expect(sheet.components.every(({ text }) => text === null)).toBe(true);
    expect(sheet.components[0]?.cell.lines).not.toBeNull();
    const naskah = await getNaskah(db, scope, sheet.decree.slug, 1);
    expect(naskah.lines).toEqual([]);
    expect(naskah.decree.factsOnly).toBe(true);
    const full = await getService(db, scope, "lembayung", 1);
    expect(full.decree.factsOnly).toBe(false);
    expect(full.components.every(({ text }) => text !== null)).toBe(true);
  });
});

describeWithShared("the sample and the decrees it was made from", (shared) => {
  it("agree: the command would write the same facts again", () => {
    const decrees = join(shared, "decrees");
    const written = readdirSync(decrees).map((name) => sampleFacts(name, readFileSync(join(decrees, name))));
    expect(written.map(({ file }) => file).sort()).toEqual(FACTS.sort());
    for (const { file, json } of written) {
      expect(
        json === readFileSync(join(SAMPLES, file), "utf8"),
        `db/samples/${file} is out of date: npm run samples`,
      ).toBe(true);
    }
  });

  it("share no eight words in a row beyond names and labels", () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const name of FACTS) {
      const source = readDecree(readFileSync(join(shared, "decrees", name.replace(/\.json$/, ".txt"))), name);
      const sentences = new Set<string>();
      for (const service of source.services) {
        for (const key of COMPONENT_KEYS) {
          const own = words(service.components[key]?.text ?? "");
          for (let at = 0; at + 8 <= own.length; at++) sentences.add(own.slice(at, at + 8).join(" "));
        }
      }
      const names = new Set(
        factsOf(name).decrees.flatMap((decree) => [
          ...decree.services.map((service) => service.name),
          ...decree.declared.map((declared) => declared.name),
        ]),
      );
      const strings = readFileSync(join(SAMPLES, name), "utf8").match(/"(?:[^"\\]|\\.)*"/g) ?? [];
      for (const string of strings.map((quoted) => JSON.parse(quoted) as string)) {
        if (names.has(string)) continue;
        const own = words(string);
        for (let at = 0; at + 8 <= own.length; at++) {
          expect(sentences.has(own.slice(at, at + 8).join(" ")), string).toBe(false);
        }
      }
    }
  });
});

describeEachEngine("uploading what the sample has facts of", (openTestDb) => {
  describeWithShared("with the decrees at hand", (shared) => {
    it("gives the same services their texts, as a new version", async () => {
      const db = await openTestDb({ migrated: false });
      await prepareDatabase(db, { samples: SAMPLES });
      const before = (await getDashboard(db, scope, {})).regencies.find(
        ({ regency }) => regency.slug === "temanggung",
      );
      const bytes = readFileSync(join(shared, "decrees", "temanggung-2025.txt"));
      const result = await ingestFile(db, scope, { name: "temanggung-2025.txt", stream: [bytes] });
      expect(result).toMatchObject({
        kind: "stored",
        outcome: {
          stored: [{ kind: "versi", decree: { version: 2, factsOnly: false }, proposed: 0, added: 0 }],
        },
      });
      const after = (await getDashboard(db, scope, {})).regencies.find(
        ({ regency }) => regency.slug === "temanggung",
      );
      expect(after?.services).toBe(before?.services);
      expect(after?.completeness).toEqual(before?.completeness);
      expect((await getService(db, scope, "temanggung", 1)).decree.factsOnly).toBe(false);
    });
  });
});
