import { expect, it } from "vitest";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getDeclared, getNaskah, listNaskah, searchNaskah } from "#app/server/naskah.server.ts";
import { getMatrix, getRegency } from "#app/server/regency.server.ts";
import { getService } from "#app/server/service.server.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const store = async (db: Db, text: string, name: string) => {
  const result = await ingestFile(db, scope, { name, stream: streamOf(bytesOf(text)) });
  if (result.kind !== "stored") throw new Error(result.message);
};

/**
 * Arunika (2024): 3 services in 2 bagian, absent: 1 evaluasi_kinerja, 1 biaya, 1 produk.
 * Segara Biru (2023): 2 services in 1 bagian, one printed twice; absent: 1 pengaduan in the table that is printed twice.
 */
const SEGARA: DecreeSpec = {
  regency: "SEGARA BIRU",
  issuer: "SEKRETARIS DAERAH",
  number: "100/3/ORG",
  year: 2023,
  bagian: [
    {
      name: "Bagian Perekonomian",
      services: [
        {
          name: "Rekomendasi Penyaluran Pupuk",
          missing: ["pengaduan"],
          texts: { produk: "Surat rekomendasi pupuk." },
        },
        { name: "Penetapan Harga Air Minum", texts: { produk: "Keputusan harga air minum." } },
      ],
    },
  ],
};

/** The same table once more at the end of the file. */
const withRepeat = (text: string): string => {
  const from = text.indexOf("1. Jenis Layanan: Rekomendasi");
  const to = text.indexOf("2. Jenis Layanan: Penetapan");
  return `${text}\n${text.slice(from, to)}`;
};

const filled = async (db: Db): Promise<Db> => {
  await store(db, decreeText(ARUNIKA), "arunika.txt");
  await store(db, withRepeat(decreeText(SEGARA)), "segara.txt");
  return db;
};

describeEachEngine("pages", (openTestDb) => {
  it("the dashboard counts distinct services per regency, by name, and adds them up", async () => {
    const db = await filled(await openTestDb());
    const { regencies, total, options } = await getDashboard(db, scope, {});
    expect(
      regencies.map(({ regency, services, complete, incomplete, uncertain }) => ({
        name: regency.name,
        services,
        complete,
        incomplete,
        uncertain,
      })),
    ).toEqual([
      { name: "Kabupaten Arunika", services: 3, complete: 1, incomplete: 2, uncertain: 0 },
      { name: "Kabupaten Segara Biru", services: 2, complete: 1, incomplete: 1, uncertain: 0 },
    ]);
    // 3 × 14 - 3 = 39 of 42; public 6 × 3 - 2 = 16; internal 8 × 3 - 1 = 23.
    expect(regencies[0]?.completeness).toEqual({
      all: { present: 39, absent: 3, unreadable: 0 },
      public: { present: 16, absent: 2, unreadable: 0 },
      internal: { present: 23, absent: 1, unreadable: 0 },
    });
    // The repeated table's gap counts once.
    expect(regencies[1]?.completeness.all).toEqual({ present: 27, absent: 1, unreadable: 0 });
    expect(regencies[1]?.absentByComponent).toMatchObject({ pengaduan: 1, biaya: 0 });
    expect(regencies[1]?.findings).toEqual([
      { code: "missing", count: 1 },
      { code: "duplicate_service", count: 1 },
    ]);
    expect(regencies[0]?.decrees).toMatchObject([
      { slug: "arunika-060-12-org-2024", year: 2024, factsOnly: false, version: 1 },
    ]);
    expect(regencies[0]?.coverage.unassignedLines).toBe(0);
    // From "1. Jenis Layanan" to the end: 3 headings, 3 heads of tables, 41 rows, 1 heading of a bagian.
    expect(regencies[0]?.coverage.annexLines).toBe(48);
    expect(total).toMatchObject({ services: 5, complete: 2, incomplete: 3 });
    expect(total.absentByComponent).toMatchObject({ evaluasi_kinerja: 1, biaya: 1, produk: 1, pengaduan: 1 });
    expect(options).toEqual({
      years: [2023, 2024],
      families: [
        { slug: "hukum", name: "Hukum" },
        { slug: "perekonomian", name: "Perekonomian dan sumber daya alam" },
        { slug: "umum", name: "Umum" },
      ],
    });
  });

  it("the dashboard narrows to years, families, components and findings, and keeps its choices", async () => {
    const db = await filled(await openTestDb());
    const services = async (filter: Parameters<typeof getDashboard>[2]) =>
      (await getDashboard(db, scope, filter)).regencies.map((row) => row.services);
    expect(await services({ tahun: [2023] })).toEqual([0, 2]);
    expect(await services({ rumpun: ["umum", "perekonomian"] })).toEqual([2, 2]);
    expect(await services({ komponen: ["biaya", "pengaduan"] })).toEqual([1, 1]);
    expect(await services({ temuan: ["placeholder"] })).toEqual([1, 0]);
    expect((await getDashboard(db, scope, { tahun: [2023] })).options.years).toEqual([2023, 2024]);
  });

  it("a query for one regency never returns rows of another", async () => {
    const db = await filled(await openTestDb());
    const [arunika] = (await getDashboard(db, scope, {})).regencies;
    const narrow = scopeOf("penguji", [arunika?.regency.r ?? 0]);
    expect((await getDashboard(db, narrow, {})).regencies.map((row) => row.regency.slug)).toEqual([
      "arunika",
    ]);
    expect((await getDashboard(db, narrow, {})).options.years).toEqual([2024]);
    expect((await listNaskah(db, narrow)).map((row) => row.regency.slug)).toEqual(["arunika"]);
    const findings = await getFindings(db, narrow, { filter: {}, page: "all" });
    // 3 of the reading, one of each of 2 bagian, 3 of the decree.
    expect(findings.total).toBe(8);
    expect(findings.places.regencies.map(({ slug }) => slug)).toEqual(["arunika"]);
    const elsewhere = [
      () => getRegency(db, narrow, "segara-biru", {}),
      () => getMatrix(db, narrow, { kab: "segara-biru", filter: {} }),
      () => getService(db, narrow, "segara-biru", 1),
      () => getNaskah(db, narrow, "segara-biru-100-3-org-2023", 1),
      () => searchNaskah(db, narrow, "segara-biru-100-3-org-2023", 1, "pupuk"),
      () => getDeclared(db, narrow, "segara-biru-100-3-org-2023"),
    ];
    for (const ask of elsewhere) await expect(ask()).rejects.toMatchObject({ status: 404 });
    expect(await getFindings(db, narrow, { kab: ["segara-biru"], filter: {} })).toMatchObject({
      total: 0,
      rows: [],
    });
  });

  it("the regency page has its bagian in the order of the decree, with counts", async () => {
    const db = await filled(await openTestDb());
    const view = await getRegency(db, scope, "arunika", {});
    expect(
      view.bagian.map(({ bagian, services, complete, findings }) => [
        bagian.slug,
        services,
        complete,
        findings,
      ]),
    ).toEqual([
      ["umum", 2, 1, [{ code: "missing", count: 1 }]],
      [
        "hukum",
        1,
        0,
        [
          { code: "blank", count: 1 },
          { code: "placeholder", count: 1 },
        ],
      ],
    ]);
    expect(view.summary).toMatchObject({ services: 3, incomplete: 2 });
    expect(view.decrees).toMatchObject([
      { services: 3, declared: 3, withoutTable: 0, undeclared: 0, maklumat: false, lines: [1, 92] },
    ]);
    expect(view.decreeFindings.map(({ code, unit }) => [code, unit]).sort()).toEqual([
      ["no_consultation", null],
      ["no_maklumat", null],
      ["no_predecessor", null],
      ["no_vulnerable_access", "Bagian Hukum"],
      ["no_vulnerable_access", "Bagian Umum"],
    ]);
    expect(
      (await getRegency(db, scope, "arunika", { bagian: ["hukum"] })).bagian.map((row) => row.services),
    ).toEqual([1]);
  });

  it("a regency without naskah is there, with noughts", async () => {
    const db = await openTestDb();
    const { seedRegencies } = await import("#app/server/regency-register.server.ts");
    await seedRegencies(db, scope);
    const view = await getRegency(db, scope, "jombang", {});
    expect(view).toMatchObject({ summary: { services: 0 }, bagian: [], decrees: [] });
    expect((await getDashboard(db, scope, {})).regencies.map(({ regency }) => regency.shortName)).toEqual([
      "Balangan",
      "Jombang",
      "Lembayung",
      "Melawi",
      "Temanggung",
      "Tulungagung",
    ]);
  });

  it("the map has 14 cells a service, each with its state, its reason and its lines", async () => {
    const db = await filled(await openTestDb());
    const view = await getMatrix(db, scope, { kab: "arunika", filter: {} });
    expect(view.groups.map(({ bagian, services, absent }) => [bagian.name, services.length, absent])).toEqual(
      [
        ["Bagian Umum", 2, 1],
        ["Bagian Hukum", 1, 2],
      ],
    );
    const legalisasi = view.groups[1]?.services[0];
    expect(Object.keys(legalisasi?.cells ?? {})).toHaveLength(14);
    expect(legalisasi?.cells.biaya).toEqual({ state: "tidak_ada", why: "blank", lines: [82, 82] });
    expect(legalisasi?.cells.produk).toEqual({ state: "tidak_ada", why: "placeholder", lines: [83, 83] });
    expect(legalisasi?.cells.persyaratan).toEqual({ state: "ada", why: null, lines: [79, 79] });
    const guests = view.groups[0]?.services[1];
    expect(guests?.cells.evaluasi_kinerja).toEqual({ state: "tidak_ada", why: "missing", lines: null });
    expect(view.siblings.map(({ slug }) => slug)).toEqual(["umum", "hukum"]);
    const one = await getMatrix(db, scope, { kab: "arunika", bagian: "hukum", filter: {} });
    expect(one).toMatchObject({ bagian: { slug: "hukum", family: "hukum" }, summary: { services: 1 } });
    await expect(
      getMatrix(db, scope, { kab: "arunika", bagian: "tidak-ada", filter: {} }),
    ).rejects.toMatchObject({
      status: 404,
    });
  });

  it("the sheet of a service has its 14 components with text, lines, facts and findings", async () => {
    const db = await filled(await openTestDb());
    const sheet = await getService(db, scope, "arunika", 3);
    expect(sheet).toMatchObject({
      service: { no: 3, slug: "legalisasi-dokumen", name: "Legalisasi Dokumen" },
      bagian: { slug: "hukum" },
      decree: { factsOnly: false },
      printed: { no: "1", name: "Legalisasi Dokumen", bagian: "Bagian Hukum", line: 76 },
      completeness: { all: { present: 12, absent: 2, unreadable: 0 } },
      findings: [],
      previous: null,
      next: null,
    });
    expect(sheet.components.map(({ key }) => key)).toHaveLength(14);
    const waktu = sheet.components[2];
    expect(waktu).toMatchObject({
      key: "jangka_waktu",
      text: "3 (tiga) hari kerja sejak berkas lengkap.",
      cell: { state: "ada", lines: [81, 81] },
      facts: { waktu: [{ min: 3, max: 3, unit: "hari", basis: "kerja" }] },
    });
    expect(sheet.components[3]).toMatchObject({
      key: "biaya",
      text: null,
      cell: { state: "tidak_ada", why: "blank" },
      findings: [{ code: "blank", lines: [82, 82] }],
    });
    const aula = await getService(db, scope, "arunika", 1);
    expect(aula.next).toMatchObject({ no: 2 });
    await expect(getService(db, scope, "arunika", 99)).rejects.toMatchObject({ status: 404 });
  });

  it("the sheet says where its table is printed again", async () => {
    const db = await filled(await openTestDb());
    const sheet = await getService(db, scope, "segara-biru", 1);
    expect(sheet.printedAgain).toHaveLength(1);
    expect(sheet.findings.map(({ code }) => code)).toEqual(["duplicate_service"]);
    expect(sheet.components.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(["missing"]);
  });

  it("findings are filtered and counted over the whole selection", async () => {
    const db = await filled(await openTestDb());
    const all = await getFindings(db, scope, { filter: {}, page: "all" });
    // Of the reading 3 and 2; of 2 and 1 bagian; 3 of each decree.
    expect(all.total).toBe(14);
    expect(all.rows).toHaveLength(14);
    expect(all.byCode[0]).toEqual({ code: "no_vulnerable_access", count: 3 });
    expect(all.byRegency.map(({ regency, count }) => [regency.slug, count])).toEqual([
      ["arunika", 8],
      ["segara-biru", 6],
    ]);
    expect(all.byPair).toHaveLength(9);
    const repeat = all.rows.find(({ code }) => code === "duplicate_service");
    expect(repeat).toMatchObject({ service: { no: 1 }, bagian: { slug: "perekonomian" }, component: null });
    const narrowed = await getFindings(db, scope, {
      kab: ["arunika"],
      filter: { komponen: ["biaya", "produk"], temuan: ["blank", "missing"] },
    });
    expect(narrowed.rows.map(({ code, component, service }) => [code, component, service?.name])).toEqual([
      ["blank", "biaya", "Legalisasi Dokumen"],
    ]);
    expect((await getFindings(db, scope, { filter: { bagian: ["umum"] } })).total).toBe(1);
    expect((await getFindings(db, scope, { filter: { tahun: [2023] } })).total).toBe(6);
  });

  it("a naskah shows each line with the owner of each part", async () => {
    const db = await filled(await openTestDb());
    const view = await getNaskah(db, scope, "arunika-060-12-org-2024", 1);
    expect(view.pages).toEqual([[1, 92]]);
    expect(view.lines).toHaveLength(92);
    const persyaratan = view.lines[78];
    expect(persyaratan?.text).toContain("Surat permohonan");
    const content = persyaratan?.spans.find(({ role }) => role === "component");
    expect(content).toMatchObject({
      service: { no: 3 },
      component: "persyaratan",
      printedName: "Legalisasi Dokumen",
    });
    expect(persyaratan?.text.slice(content?.from, content?.to)).toContain("Surat permohonan");
    expect(view.lines[1]).toEqual({ line: 2, text: "", spans: [] });
    expect(view.strip.map(({ kind, lines, service }) => [kind, lines, service?.no])).toEqual([
      ["layanan", [39, 56], 1],
      ["layanan", [57, 75], 2],
      ["layanan", [76, 92], 3],
    ]);
    await expect(getNaskah(db, scope, "arunika-060-12-org-2024", 2)).rejects.toMatchObject({ status: 404 });
  });

  it("a word is found by its beginning, a phrase by its words, mark-up and case aside", async () => {
    const db = await openTestDb();
    const text = decreeText(ARUNIKA).replace("Surat keterangan.", "Surat <b>KETERANGAN</b> 100%.");
    await store(db, text, "a.txt");
    const search = async (query: string) => {
      const { total, hits } = await searchNaskah(db, scope, "arunika-060-12-org-2024", 1, query);
      return [total, hits.map(({ line }) => line)];
    };
    expect(await search("legalisasi")).toEqual([2, [23, 76]]);
    expect(await search("legal")).toEqual([2, [23, 76]]);
    expect(await search("galisasi")).toEqual([0, []]);
    expect(await search("surat keterangan")).toEqual([2, [46, 64]]);
    expect(await search("100%")).toEqual([1, [46]]);
    expect(await search("  ")).toEqual([0, []]);
    expect(await search("%")).toEqual([0, []]);
    const [hit] = (await searchNaskah(db, scope, "arunika-060-12-org-2024", 1, "keterangan")).hits;
    expect(hit?.owner).toMatchObject({ component: "produk", service: { no: 1 } });
  });

  it("the list of a decree stands against its tables, mismatches first", async () => {
    const db = await openTestDb();
    const text = decreeText(ARUNIKA).replace(
      "   2. Penerimaan Tamu Daerah;\n",
      "   2. Pengantaran Dokumen Dinas;\n",
    );
    await store(db, text, "a.txt");
    const view = await getDeclared(db, scope, "arunika-060-12-org-2024");
    expect(view.counts).toEqual({ tanpa_tabel: 1, di_luar_daftar: 1, nama_berbeda: 0, cocok: 2 });
    expect(view.rows.map(({ state, declared, printed }) => [state, declared?.name, printed?.name])).toEqual([
      ["tanpa_tabel", "Pengantaran Dokumen Dinas", undefined],
      ["di_luar_daftar", undefined, "Penerimaan Tamu Daerah"],
      ["cocok", "Peminjaman Aula", "Peminjaman Aula"],
      ["cocok", "Legalisasi Dokumen", "Legalisasi Dokumen"],
    ]);
    expect((await getRegency(db, scope, "arunika", {})).decrees[0]).toMatchObject({
      withoutTable: 1,
      undeclared: 1,
    });
    const onDecree = (await getRegency(db, scope, "arunika", {})).decreeFindings;
    const ofReading = onDecree.filter(({ kind }) => kind === "kelengkapan");
    expect(ofReading.map(({ code, service }) => [code, service])).toEqual([["no_table", null]]);
  });

  it("what the scan destroyed is T: outside the denominators, counted beside", async () => {
    const db = await filled(await openTestDb());
    const { id } = await db.read
      .selectFrom("service_text")
      .select("id")
      .where("name", "=", "Peminjaman Aula")
      .executeTakeFirstOrThrow();
    await db.write
      .updateTable("component")
      .set({ state: "page_lost", text: null })
      .where("service_text_id", "=", id)
      .where("key", "=", "sarana")
      .execute();
    await db.write
      .updateTable("service_text")
      .set({ present_n: 13, unreadable_n: 1 })
      .where("id", "=", id)
      .execute();
    const [arunika] = (await getDashboard(db, scope, {})).regencies;
    expect(arunika).toMatchObject({ services: 3, complete: 0, incomplete: 2, uncertain: 1 });
    expect(arunika?.completeness.all).toEqual({ present: 38, absent: 3, unreadable: 1 });
    expect(arunika?.completeness.internal).toEqual({ present: 22, absent: 1, unreadable: 1 });
    expect(arunika?.unreadableByComponent.sarana).toBe(1);
    expect(arunika?.absentByComponent.sarana).toBe(0);
    const sheet = await getService(db, scope, "arunika", 1);
    expect(sheet.components.find(({ key }) => key === "sarana")?.cell).toMatchObject({
      state: "T",
      why: "page_lost",
    });
  });
});
