import { expect, it } from "vitest";
import type { Edition } from "#app/instruments/edition.ts";
import { editionHash, SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getEdition, getEditions } from "#app/server/instruments/editions.server.ts";
import { recordResult, resultsOf, withdrawOfficialResult } from "#app/server/instruments/results.server.ts";
import { getSelfCheck } from "#app/server/instruments/self-check.server.ts";
import { addEdition, checkEdition, seedEditions } from "#app/server/instruments/store.server.ts";
import { CURRENT_INSTRUMENT } from "#app/server/score-cuts.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const system = scopeOf("sistem", "all");
const [LIST] = SHIPPED_EDITIONS as [Edition];
/** The shipped list of 2026 with another content, under a number. */
const changed = (number: number, gap = "Bobot yang lain."): string =>
  JSON.stringify({ ...LIST, edition: `ombudsman-2026/${number}`, gaps: [gap] });
const stored = (db: Db) => db.read.selectFrom("instrument").selectAll().orderBy("edition").execute();
const inForce = async (db: Db) =>
  (await getEditions(db, scope)).filter(({ supersededBy }) => !supersededBy).map(({ edition }) => edition);
const EDITIONS = [
  CURRENT_INSTRUMENT.edition,
  "ombudsman-2026/1",
  "ombudsman-2022-2024/1",
  "ombudsman-2015-2021/1",
  "pekppp/1",
];
const clock = () => new Date("2026-11-22T03:00:00.000Z");
const withRegency = async (openTestDb: (options: { clock: () => Date }) => Promise<Db>) => {
  const db = await openTestDb({ clock });
  await seedEditions(db, system);
  const file = decreeText({
    bagian: [{ name: "Bagian Umum", services: [{ name: "Peminjaman Aula", missing: [] }] }],
  });
  await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(file)) });
  const r = (await regencyBySlug(db.read, scope, "arunika"))?.id as number;
  return { db, r };
};
const RESULT = {
  edisi: "ombudsman-2022-2024-edisi-1",
  tahun: "2023",
  objek: "Pemerintah Kabupaten Arunika",
  nilai: "87,43",
  kategori: "B",
  nomor_surat: "B/12/2024",
  tanggal_surat: "2024-01-15",
  sumber: "Piagam yang diterima Bupati",
};

describeEachEngine("editions of instruments", (openTestDb) => {
  it("are there from the start, once, with the yardstick of substance among them", async () => {
    const db = await openTestDb();
    await seedEditions(db, system);
    const before = await stored(db);
    await seedEditions(db, system);
    expect(await stored(db)).toEqual(before);
    expect(await inForce(db)).toEqual(EDITIONS);
    const events = await db.read
      .selectFrom("event")
      .select("subject")
      .where("action", "=", "instrumen.tambah")
      .execute();
    expect(events).toHaveLength(5);
    expect(await verifyChain(db.read, 0)).toMatchObject({ ok: true });
  });

  it("tell the yardstick by the row that verdicts name, without a second one", async () => {
    const { db } = await withRegency(openTestDb);
    const yardstick = (await getEditions(db, scope)).filter(({ kind }) => kind === "standar");
    expect(yardstick).toMatchObject([
      { id: CURRENT_INSTRUMENT.id, uses: { readings: 1, results: 0 }, indicators: 41 },
    ]);
  });

  it("are superseded by a higher number of their family and keep their content", async () => {
    const db = await openTestDb();
    await seedEditions(db, system);
    const before = (await stored(db)).find(({ edition }) => edition === "ombudsman-2026/1");
    expect(await addEdition(db, scope, changed(2))).toEqual({
      kind: "baru",
      edition: "ombudsman-2026/2",
      replaced: ["ombudsman-2026/1"],
    });
    const after = (await stored(db)).find(({ edition }) => edition === "ombudsman-2026/1");
    const next = await getEdition(db, scope, "ombudsman-2026-edisi-2");
    expect(after).toEqual({ ...before, superseded_by: next.id });
    expect(next).toMatchObject({
      by: "operator lokal",
      supersededBy: null,
      content: { gaps: ["Bobot yang lain."] },
    });
    expect(await inForce(db)).toContain("ombudsman-2026/2");
    expect(await inForce(db)).not.toContain("ombudsman-2026/1");
  });

  it("in use are never changed: another content under the same number is refused, and the result keeps its edition", async () => {
    const { db, r } = await withRegency(openTestDb);
    expect(
      await recordResult(db, scope, "arunika", { ...RESULT, edisi: "ombudsman-2026-edisi-1", tahun: "2025" }),
    ).toEqual([]);
    const before = await stored(db);
    const refused = await addEdition(db, scope, changed(1));
    expect(refused).toEqual({
      kind: "ditolak",
      problems: [
        {
          where: "edition",
          message:
            "edisi yang sudah tersimpan tidak diubah. Nomor tertinggi ombudsman-2026 adalah 1; beri nomor 2 atau lebih.",
        },
      ],
    });
    expect(await stored(db)).toEqual(before);
    await addEdition(db, scope, changed(2));
    const [result] = await resultsOf(db, scope, r);
    expect(result?.edition.edition).toBe("ombudsman-2026/1");
    const used = await getEdition(db, scope, "ombudsman-2026-edisi-1");
    expect([used.uses.results, used.hash]).toEqual([1, editionHash(LIST)]);
  });

  it("added twice are there once, and a lower number is refused", async () => {
    const db = await openTestDb();
    await addEdition(db, scope, changed(5));
    expect(await addEdition(db, scope, changed(5))).toEqual({ kind: "sama", edition: "ombudsman-2026/5" });
    expect((await addEdition(db, scope, changed(4))).kind).toBe("ditolak");
    expect(await stored(db)).toHaveLength(1);
  });

  it("that an admin added stay in force when the program brings its own", async () => {
    const db = await openTestDb();
    await addEdition(db, scope, changed(3));
    await seedEditions(db, system);
    expect(await inForce(db)).toContain("ombudsman-2026/3");
    expect(await getEdition(db, scope, "ombudsman-2026-edisi-1")).toMatchObject({
      supersededBy: { edition: "ombudsman-2026/3" },
    });
  });

  it("with faults are not stored, and checking one stores nothing", async () => {
    const db = await openTestDb();
    expect((await addEdition(db, scope, "{")).kind).toBe("ditolak");
    expect((await checkEdition(db, changed(2))).kind).toBe("baru");
    const own = JSON.stringify({ ...LIST, edition: "permenpan-15-2014/9" });
    expect(await addEdition(db, scope, own)).toMatchObject({ kind: "ditolak" });
    expect(await stored(db)).toEqual([]);
  });

  it("are not found at an address that names none", async () => {
    const db = await openTestDb();
    await expect(getEdition(db, scope, "antah-edisi-1")).rejects.toMatchObject({ status: 404 });
  });
});

describeEachEngine("official results", (openTestDb) => {
  it("are recorded as printed, with an event in the chain of their regency", async () => {
    const { db, r } = await withRegency(openTestDb);
    expect(await recordResult(db, scope, "arunika", RESULT)).toEqual([]);
    expect(await resultsOf(db, scope, r)).toMatchObject([
      {
        edition: { edition: "ombudsman-2022-2024/1" },
        year: 2023,
        score: 8743,
        category: "B",
        letter: { number: "B/12/2024", date: "2024-01-15" },
        by: "operator lokal",
        banded: null,
        withdrawn: null,
      },
    ]);
    const event = await db.read
      .selectFrom("event")
      .selectAll()
      .where("r", "=", r)
      .where("action", "=", "hasil_resmi.catat")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(event.after ?? "")).toMatchObject({
      score_hundredths: 8743,
      category: "B",
      year: 2023,
    });
    expect(await verifyChain(db.read, r)).toMatchObject({ ok: true });
  });

  it("keep a category that the bands do not give, and say so", async () => {
    const { db, r } = await withRegency(openTestDb);
    await recordResult(db, scope, "arunika", { ...RESULT, nilai: "87.99", kategori: "A" });
    expect(await resultsOf(db, scope, r)).toMatchObject([{ score: 8799, category: "A", banded: "B" }]);
  });

  it("may have a category alone, and say nothing of a band that nobody saw", async () => {
    const { db, r } = await withRegency(openTestDb);
    await recordResult(db, scope, "arunika", { ...RESULT, nilai: "", kategori: "Kualitas Tinggi" });
    await recordResult(db, scope, "arunika", { ...RESULT, tahun: "2022", nilai: "20", kategori: "E" });
    expect(await resultsOf(db, scope, r)).toMatchObject([
      { year: 2023, score: null, category: "Kualitas Tinggi", banded: null },
      { year: 2022, score: 2000, category: "E", banded: null },
    ]);
  });

  it.each([
    [{ nilai: "101" }, "nilai"],
    [{ nilai: "87,435" }, "nilai"],
    [{ nilai: "A" }, "nilai"],
    [{ nilai: "-1" }, "nilai"],
    [{ nilai: "", kategori: "" }, "nilai"],
    [{ tahun: "2021" }, "tahun"],
    [{ tahun: "2027" }, "tahun"],
    [{ tahun: "" }, "tahun"],
    [{ edisi: "pekppp-edisi-1" }, "edisi"],
    [{ objek: " " }, "objek"],
    [{ tanggal_surat: "2026-11-23" }, "tanggal_surat"],
    [{ tanggal_surat: "2024-02-30" }, "tanggal_surat"],
    [{ sumber: "" }, "sumber"],
  ])("are refused with %j at the field", async (part, name) => {
    const { db, r } = await withRegency(openTestDb);
    expect(
      (await recordResult(db, scope, "arunika", { ...RESULT, ...part })).map(({ field }) => field),
    ).toEqual([name]);
    expect(await resultsOf(db, scope, r)).toEqual([]);
  });

  it("recorded in error are withdrawn with a reason and stay to be seen", async () => {
    const { db, r } = await withRegency(openTestDb);
    await recordResult(db, scope, "arunika", RESULT);
    const [{ id } = { id: "" }] = await resultsOf(db, scope, r);
    await expect(withdrawOfficialResult(db, scope, "arunika", id, " ")).rejects.toMatchObject({
      status: 400,
    });
    await withdrawOfficialResult(db, scope, "arunika", id, "Nilai tahun lain");
    await withdrawOfficialResult(db, scope, "arunika", id, "Sekali lagi");
    expect(await resultsOf(db, scope, r)).toMatchObject([
      { withdrawn: { reason: "Nilai tahun lain", by: "operator lokal", at: "2026-11-22T03:00:00.000Z" } },
    ]);
    const events = await db.read
      .selectFrom("event")
      .select("reason")
      .where("action", "=", "hasil_resmi.cabut")
      .execute();
    expect(events).toEqual([{ reason: "Nilai tahun lain" }]);
  });

  it("of another regency are not to be seen, recorded or withdrawn", async () => {
    const { db, r } = await withRegency(openTestDb);
    await recordResult(db, scope, "arunika", RESULT);
    const [{ id } = { id: "" }] = await resultsOf(db, scope, r);
    const stranger = scopeOf("Orang Lain", [r + 1]);
    expect(await resultsOf(db, stranger, r)).toEqual([]);
    await expect(recordResult(db, stranger, "arunika", RESULT)).rejects.toMatchObject({ status: 404 });
    await expect(withdrawOfficialResult(db, stranger, "arunika", id, "x")).rejects.toMatchObject({
      status: 404,
    });
  });
});

describeEachEngine("the self-check of a regency", (openTestDb) => {
  const SERVICES = [
    { name: "Peminjaman Aula", missing: ["biaya"] },
    { name: "Peminjaman Kendaraan", missing: [] },
  ] as const;
  const stored = async (): Promise<Db> => {
    const db = await openTestDb({ clock });
    await seedEditions(db, system);
    const file = decreeText({
      bagian: [
        {
          name: "Bagian Umum",
          services: SERVICES.map(({ name, missing }) => ({ name, missing: [...missing] })),
        },
        { name: "Bagian Hukum", services: [{ name: "Fasilitasi Produk Hukum", missing: [] }] },
      ],
    });
    await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(file)) });
    return db;
  };
  const ask = (db: Db, part: Partial<Parameters<typeof getSelfCheck>[2]> = {}) =>
    getSelfCheck(db, scope, { kab: "arunika", edisi: null, filter: {}, ...part });

  it("holds each service against the 14 Proses indicators of the newest edition, and every count is a count of its rows", async () => {
    const view = await ask(await stored());
    expect([view.edition.edition, view.services, view.rows.length]).toEqual(["ombudsman-2026/1", 3, 3 * 14]);
    for (const { indicator, count } of view.indicators) {
      const rows = view.rows.filter((row) => row.indicator.id === indicator.id);
      expect(count.proven + count.unproven + count.open).toBe(3);
      expect(count.proven).toBe(rows.filter(({ state }) => state === "terbukti").length);
    }
    expect(view.bagian.map(({ bagian, services }) => [bagian.name, services])).toEqual([
      ["Bagian Umum", 2],
      ["Bagian Hukum", 1],
    ]);
    const sum = (part: "proven" | "unproven" | "open") =>
      view.bagian.reduce((n, { count }) => n + count[part], 0);
    expect(sum("proven") + sum("unproven") + sum("open")).toBe(3 * 14);
  });

  it("finds the fee that one table lacks, and quotes the lines of those that have it", async () => {
    const view = await ask(await stored());
    const fee = view.rows.filter(({ indicator }) => indicator.name === "Ketersediaan Informasi biaya/tarif");
    expect(fee.map(({ service, state }) => [service.name, state])).toEqual([
      ["Peminjaman Aula", "belum_terbukti"],
      ["Peminjaman Kendaraan", "terbukti"],
      ["Fasilitasi Produk Hukum", "terbukti"],
    ]);
    expect([fee[0]?.lines, fee[0]?.quote]).toEqual([null, null]);
    expect(fee[1]?.lines).not.toBeNull();
    expect(fee[1]?.quote).not.toBeNull();
  });

  it("answers no indicator for a person, and makes no simulation", async () => {
    const view = await ask(await stored());
    expect(view.check).toEqual({ listed: 30, announced: null, answered: 0, met: 0, waiting: 30 });
    expect(view.waiting).toHaveLength(30);
    expect(view.noSimulation).not.toEqual([]);
  });

  it("holds the pledge and the promises of a unit against each bagian", async () => {
    const db = await stored();
    const old = await ask(db, { edisi: "ombudsman-2015-2021-edisi-1" });
    expect(old.units.map(({ bagian, indicator, state }) => [bagian.name, indicator.name, state])).toEqual([
      ["Bagian Umum", "Maklumat terpasang", "belum_terbukti"],
      ["Bagian Hukum", "Maklumat terpasang", "belum_terbukti"],
    ]);
    const later = await ask(db, { edisi: "ombudsman-2022-2024-edisi-1" });
    expect([later.rows.length, later.units.length]).toEqual([0, 4]);
  });

  it("narrows to a bagian, and is not there for strangers or for an edition of another kind", async () => {
    const db = await stored();
    const hukum = await ask(db, { filter: { bagian: ["hukum"] } });
    expect([hukum.services, hukum.rows.length, hukum.bagian.length]).toEqual([1, 14, 1]);
    await expect(ask(db, { edisi: "pekppp-edisi-1" })).rejects.toMatchObject({ status: 404 });
    const stranger = scopeOf("Orang Lain", [1]);
    await expect(
      getSelfCheck(db, stranger, { kab: "arunika", edisi: null, filter: {} }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
