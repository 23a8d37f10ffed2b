import { expect, it } from "vitest";
import { getComponent } from "#app/server/component.server.ts";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { getDurations } from "#app/server/durations.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getMatrix, getRegency } from "#app/server/regency.server.ts";
import { getRegulation, getRegulations } from "#app/server/regulations.server.ts";
import { getService } from "#app/server/service.server.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");

/** One service of Bagian Umum and one of Bagian Perekonomian; the first promises nothing that can be measured. */
const SEGARA: DecreeSpec = {
  regency: "SEGARA BIRU",
  number: "100.3/7/ORG",
  year: 2023,
  bagian: [
    {
      name: "Bagian Umum",
      services: [
        {
          name: "Peminjaman Aula",
          texts: { jangka_waktu: "Menyesuaikan keadaan.", jaminan_pelayanan: "Akan dilayani." },
        },
      ],
    },
    {
      name: "Bagian Perekonomian",
      services: [
        { name: "Rekomendasi Pupuk", texts: { jangka_waktu: "2 (dua) minggu sejak berkas lengkap." } },
      ],
    },
  ],
};

const filled = async (db: Db): Promise<Db> => {
  for (const [name, spec] of Object.entries({ "arunika.txt": ARUNIKA, "segara.txt": SEGARA })) {
    await ingestFile(db, scope, { name, stream: streamOf(bytesOf(decreeText(spec))) });
  }
  return db;
};

describeEachEngine("substance", (openTestDb) => {
  it("is counted per regency, apart from kelengkapan, over the levels of every component", async () => {
    const db = await filled(await openTestDb());
    const { regencies, total, families } = await getDashboard(db, scope, {});
    // ARUNIKA: 3 × 14 = 42; absent 3; at level 2 pengaduan, dasar hukum, jaminan pelayanan of each = 9; the rest 30.
    expect(regencies[0]?.substance).toMatchObject({
      levels: { "0": 3, "1": 0, "2": 9, "3": 30, T: 0, unjudged: 0 },
      all: { problems: 3, judged: 42, unreadable: 0 },
      public: { problems: 2, judged: 18, unreadable: 0 },
      judgedServices: 3,
      free: 1,
      uncertain: 0,
      review: { reviewed: 0, verdicts: 42 },
    });
    // SEGARA: two at level 1; level 2: pengaduan and dasar hukum of both, jaminan pelayanan of one.
    expect(regencies[1]?.substance).toMatchObject({
      levels: { "0": 0, "1": 2, "2": 5, "3": 21, T: 0, unjudged: 0 },
      all: { problems: 2, judged: 28, unreadable: 0 },
      public: { problems: 1, judged: 12, unreadable: 0 },
      free: 1,
    });
    expect(regencies[1]?.substance.byComponent.jangka_waktu).toMatchObject({ "1": 1, "3": 1 });
    expect(regencies[1]?.completeness.all).toEqual({ present: 28, absent: 0, unreadable: 0 });
    expect(total.substance.all).toEqual({ problems: 5, judged: 70, unreadable: 0 });
    expect(families.map(({ slug, services, substance }) => [slug, services, substance.all.problems])).toEqual(
      [
        ["hukum", 1, 2],
        ["perekonomian", 1, 0],
        ["umum", 3, 3],
      ],
    );
  });

  it("narrows to levels, alone or of a chosen component", async () => {
    const db = await filled(await openTestDb());
    const services = async (filter: Parameters<typeof getDashboard>[2]) =>
      (await getDashboard(db, scope, filter)).regencies.map((row) => row.services);
    expect(await services({ tingkat: ["0"] })).toEqual([2, 0]);
    expect(await services({ tingkat: ["0", "1"] })).toEqual([2, 1]);
    expect(await services({ tingkat: ["1"], komponen: ["jangka_waktu"] })).toEqual([0, 1]);
    expect(await services({ tingkat: ["3"], komponen: ["jangka_waktu"] })).toEqual([3, 1]);
    expect(await services({ tingkat: ["T"] })).toEqual([0, 0]);
    expect(await services({ tingkat: ["belum"] })).toEqual([0, 0]);
    const kinds = async (filter: Parameters<typeof getDashboard>[2]) =>
      (await getFindings(db, scope, { kab: ["segara-biru"], filter, page: "all" })).rows.map((row) => [
        row.kind,
        row.component,
      ]);
    expect(await kinds({ tingkat: ["1"], komponen: ["jangka_waktu"] })).toEqual([
      ["substansi", "jangka_waktu"],
    ]);
  });

  it("stays unknown, and out of every denominator, where it can't be read or was not judged", async () => {
    const db = await filled(await openTestDb());
    const first = await db.read
      .selectFrom("service as s")
      .select(["s.r", "s.text_id"])
      .where("s.name", "=", "Legalisasi Dokumen")
      .executeTakeFirstOrThrow();
    const set = { level0_n: 0, level1_n: 0, level2_n: 0, level3_n: 0, level_t_n: 14 };
    await db.write
      .updateTable("service_text")
      .set({ ...set, problems_public_n: 0, judged_public_n: 0, level_t_public_n: 6 })
      .where("r", "=", first.r)
      .where("id", "=", first.text_id)
      .execute();
    const { bagian } = await getRegency(db, scope, "arunika", {});
    expect(bagian.map((row) => row.substance.all)).toEqual([
      { problems: 1, judged: 28, unreadable: 0 },
      { problems: 0, judged: 0, unreadable: 14 },
    ]);
    expect(bagian[1]?.substance).toMatchObject({ free: 0, uncertain: 1, review: { verdicts: 0 } });
  });

  it("fills the map with the level of each component", async () => {
    const db = await filled(await openTestDb());
    const { groups } = await getMatrix(db, scope, { kab: "segara-biru", filter: {} });
    expect(groups.map(({ bagian, substance }) => [bagian.slug, substance.all.problems])).toEqual([
      ["umum", 2],
      ["perekonomian", 0],
    ]);
    expect(groups[0]?.services[0]?.levels).toMatchObject({
      persyaratan: "3",
      jangka_waktu: "1",
      pengaduan: "2",
      jaminan_pelayanan: "1",
    });
    const { units } = await getMatrix(db, scope, { kab: "segara-biru", bagian: "umum", filter: {} });
    expect(Array.isArray(units)).toBe(true);
  });

  it("is told on the sheet: level, criteria with reason and quote, findings, and how others wrote it", async () => {
    const db = await filled(await openTestDb());
    const sheet = await getService(db, scope, "segara-biru", 1);
    const time = sheet.components.find(({ key }) => key === "jangka_waktu");
    expect(time?.level).toBe("1");
    expect(time?.criteria[0]).toMatchObject({
      id: "jangka_waktu.terukur",
      kind: "praktik",
      met: false,
      quote: "Menyesuaikan keadaan.",
      lines: time?.cell.lines,
    });
    expect(time?.criteria[0]?.sentence).not.toBe("");
    expect(time?.findings).toMatchObject([
      { code: "not_measurable", kind: "substansi", criterion: "jangka_waktu.terukur", source: null },
    ]);
    // The service of the same name comes first, then the other of the same family; never the service itself.
    expect(time?.examples.map(({ regency, service }) => [regency.slug, service.name])).toEqual([
      ["arunika", "Peminjaman Aula"],
      ["arunika", "Penerimaan Tamu Daerah"],
    ]);
    expect(time?.examples[0]?.text).toBe("3 (tiga) hari kerja sejak berkas lengkap.");
    expect(sheet.components.find(({ key }) => key === "persyaratan")?.examples).toEqual([]);
    expect(sheet.substance.all).toEqual({ problems: 2, judged: 14, unreadable: 0 });
  });

  it("of one component is told by place, by finding and by printed unit", async () => {
    const db = await filled(await openTestDb());
    const view = await getComponent(db, scope, { component: "jangka_waktu", filter: {} });
    expect(view.levels).toEqual({ "0": 0, "1": 1, "2": 0, "3": 4, T: 0, unjudged: 0 });
    expect(
      view.regencies.map(({ regency, services, levels }) => [regency.slug, services, levels["1"]]),
    ).toEqual([
      ["arunika", 3, 0],
      ["segara-biru", 2, 1],
    ]);
    expect(view.bagian).toHaveLength(4);
    expect(view.review).toEqual({ reviewed: 0, verdicts: 5 });
    const units = await getDurations(db, scope, [], {});
    expect(
      units.map(({ regency, counts: { hari_kerja, minggu, tidak_terukur } }) => [
        regency.slug,
        { hari_kerja, minggu, tidak_terukur },
      ]),
    ).toEqual([
      ["arunika", { hari_kerja: 3, minggu: 0, tidak_terukur: 0 }],
      ["segara-biru", { hari_kerja: 0, minggu: 1, tidak_terukur: 1 }],
    ]);
    // What is not measurable is the same in both: the component at level 1.
    expect(units.reduce((sum, { counts }) => sum + counts.tidak_terukur, 0)).toBe(view.levels["1"]);
    expect(view.substanceFindings).toEqual([{ code: "not_measurable", count: 1 }]);
    expect(view.completenessFindings).toEqual([]);
    expect(new Set(view.examples.map(({ regency }) => regency.slug))).toEqual(
      new Set(["arunika", "segara-biru"]),
    );
    const fee = await getComponent(db, scope, { component: "biaya", kab: ["arunika"], filter: {} });
    expect(fee.completenessFindings).toEqual([{ code: "blank", count: 1 }]);
  });

  it("knows where each regulation is cited", async () => {
    const db = await filled(await openTestDb());
    const view = await getRegulations(db, scope, { filter: {} });
    expect(view).toMatchObject({ services: 5, withoutCitation: 0 });
    expect(view.regulations).toMatchObject([{ key: "uu-25-2009", type: "UU", year: 2009, services: 5 }]);
    const { cited } = await getRegulation(db, scope, { filter: {} }, "uu-25-2009");
    expect(cited.map(({ regency }) => regency.slug).sort()).toEqual([
      "arunika",
      "arunika",
      "arunika",
      "segara-biru",
      "segara-biru",
    ]);
    const one = await getRegulations(db, scope, { kab: ["segara-biru"], filter: { bagian: ["umum"] } });
    expect(one.regulations.map((row) => row.services)).toEqual([1]);
    expect((await getRegulations(db, scope, { kab: ["tidak-ada"], filter: {} })).regulations).toEqual([]);
  });

  it("of another regency never appears", async () => {
    const db = await filled(await openTestDb());
    const [arunika, segara] = (await getDashboard(db, scope, {})).regencies;
    const narrow = scopeOf("penguji", [segara?.regency.r ?? 0]);
    const dashboard = await getDashboard(db, narrow, {});
    expect(dashboard.regencies.map(({ regency }) => regency.slug)).toEqual(["segara-biru"]);
    expect(dashboard.total.substance.all.judged).toBe(28);
    expect(dashboard.families.map(({ slug }) => slug)).toEqual(["perekonomian", "umum"]);
    const sheet = await getService(db, narrow, "segara-biru", 1);
    expect(sheet.components.flatMap(({ examples }) => examples).map(({ regency }) => regency.slug)).toEqual(
      [],
    );
    const component = await getComponent(db, narrow, { component: "jangka_waktu", filter: {} });
    expect(component.regencies.map(({ regency }) => regency.slug)).toEqual(["segara-biru"]);
    expect(component.examples.map(({ regency }) => regency.slug)).toEqual(["segara-biru"]);
    expect((await getRegulations(db, narrow, { filter: {} })).services).toBe(2);
    expect(
      (await getRegulations(db, narrow, { kab: [arunika?.regency.slug ?? ""], filter: {} })).services,
    ).toBe(0);
    const findings = await getFindings(db, narrow, { filter: {}, page: "all" });
    expect(new Set(findings.rows.map(({ regency }) => regency.slug))).toEqual(new Set(["segara-biru"]));
    expect(findings.byKind.substansi + findings.byKind.kelengkapan).toBe(findings.total);
  });
});
