import { expect, it } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getJudgedBagian } from "#app/server/revision.server.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");

/** Two bagian; in the first a duration that says nothing and a fee without row. */
const DECREE: DecreeSpec = {
  bagian: [
    {
      name: "Bagian Umum",
      services: [
        { name: "Peminjaman Aula", texts: { jangka_waktu: "Menyesuaikan keadaan." }, missing: ["biaya"] },
        { name: "Penerimaan Tamu" },
      ],
    },
    { name: "Bagian Hukum", services: [{ name: "Legalisasi Salinan" }] },
  ],
};

describeEachEngine("the material of a revision", (openTestDb) => {
  it("is the services of one bagian in force with level, text, lines and findings of each component", async () => {
    const db = await openTestDb();
    const text = decreeText(DECREE);
    await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(text)) });
    const judged = await getJudgedBagian(db, scope, "arunika", "umum");
    expect(judged.bagian.name).toBe("Bagian Umum");
    expect(judged.decrees.map(({ year, factsOnly }) => [year, factsOnly])).toEqual([[2024, false]]);
    expect(judged.services.map(({ name, decree }) => [name, decree])).toEqual([
      ["Peminjaman Aula", 0],
      ["Penerimaan Tamu", 0],
    ]);
    const [first] = judged.services;
    const of = (key: string) => first?.components.find((one) => one.key === key);
    expect(first?.components).toHaveLength(14);
    const line = text.split("\n").findIndex((one) => one.includes("Menyesuaikan keadaan")) + 1;
    expect(of("jangka_waktu")).toMatchObject({
      level: 1,
      text: "Menyesuaikan keadaan.",
      lines: [line, line],
      damaged: false,
    });
    expect(of("jangka_waktu")?.problems[0]).toMatchObject({
      label: "tidak terukur",
      criterion: "jangka_waktu.terukur",
    });
    expect(of("jangka_waktu")?.unmet.map(({ criterion }) => criterion)).toContain("jangka_waktu.terukur");
    expect(of("biaya")).toMatchObject({ level: 0, text: null, problems: [{ label: "baris tidak ada" }] });
    expect(of("persyaratan")?.problems).toEqual([]);
  });

  it("is not there for a bagian that nobody has, nor outside the scope", async () => {
    const db = await openTestDb();
    await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(DECREE))) });
    await expect(getJudgedBagian(db, scope, "arunika", "tidak-ada")).rejects.toMatchObject({ status: 404 });
    await expect(getJudgedBagian(db, scopeOf("lain", []), "arunika", "umum")).rejects.toMatchObject({
      status: 404,
    });
  });
});
