import { expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { cutReading } from "#app/server/cut.ts";
import { cutsOfFacts, FactsFile, factsOfCuts, writeFacts } from "#app/server/facts-file.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getMatrix, getRegency } from "#app/server/regency.server.ts";
import { getRegulation, getRegulations } from "#app/server/regulations.server.ts";
import { scoreCuts } from "#app/server/score-cuts.ts";
import { getService } from "#app/server/service.server.ts";
import { stageCuts } from "#app/server/staging.server.ts";
import { storeUpload } from "#app/server/store.server.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");

const BASIS = [
  "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah dengan Undang-Undang Nomor 9 Tahun 2015",
  "2. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara",
  "3. Peraturan Menteri Dalam Negeri Nomor 18 Tahun 2020 tentang Peraturan Pelaksanaan Peraturan Pemerintah Nomor 13 Tahun 2019",
  "4. Peraturan Pemerintah Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur",
  "5. Undang-Undang Nomor 11 Tahun 2020 tentang Perkumpulan Nelayan",
].join("; ");

/** Signed on 5 March 2024; one of its three services has the long basis. */
const DECREE: DecreeSpec = {
  bagian: ARUNIKA.bagian.map(({ name, services }, at) => ({
    name,
    services: services.map((service) => (at === 1 ? { ...service, texts: { dasar_hukum: BASIS } } : service)),
  })),
};

const storeText = async (db: Db) => {
  const stream = streamOf(bytesOf(decreeText(DECREE)));
  expect((await ingestFile(db, scope, { name: "arunika.txt", stream })).kind).toBe("stored");
};

const storeFacts = async (db: Db) => {
  const reading = readDecree(bytesOf(decreeText(DECREE)), "arunika.txt");
  const cuts = cutReading(reading);
  const facts = FactsFile.parse(JSON.parse(writeFacts(factsOfCuts(reading, cuts, scoreCuts(cuts)))));
  const upload = await stageCuts(db, scope, { ...facts.file, reader: facts.reader }, cutsOfFacts(facts));
  const decree = { index: 0, regency: "Arunika", issuer: "Bupati", number: "060/12/ORG", year: 2024 };
  await storeUpload(db, scope, upload, { decrees: [decree] });
};

const faultsIn = async (db: Db) =>
  Object.fromEntries(
    (await getRegulations(db, scope, { filter: {} })).regulations
      .filter(({ standings }) => standings.some(({ fault }) => fault !== null))
      .map(({ name, onSigning, later, instead, standings }) => [
        name,
        [
          standings[0]?.fault,
          onSigning.findings,
          onSigning.toConfirm,
          later.findings,
          later.toConfirm,
          ...instead,
        ],
      ]),
  );

const ON_SIGNING = {
  "UU Nomor 5 Tahun 2014": ["revoked", 1, 0, 0, 0, "UU 20/2023"],
  "PP Nomor 52 Tahun 2011": ["miscited", 1, 0, 0, 0, "Permendagri 52/2011"],
};
const SINCE = { "Permendagri Nomor 18 Tahun 2020": ["outdated", 0, 0, 0, 1, "Permendagri 19/2024"] };

describeEachEngine("the legal basis of stored standards", (openTestDb) => {
  it("is held against the day of signing, and against today in the zone of the regency", async () => {
    let now = "2024-12-30T16:30:00.000Z";
    const db = await openTestDb({ clock: () => new Date(now) });
    await storeText(db);
    // Half past eleven at night in the west: the last day before the revocation. In the middle it is half past twelve.
    expect(await faultsIn(db)).toEqual(ON_SIGNING);
    await db.write.updateTable("regency").set({ zone: "WITA" }).where("slug", "=", "arunika").execute();
    expect(await faultsIn(db)).toEqual({ ...ON_SIGNING, ...SINCE });
    await db.write.updateTable("regency").set({ zone: "WIB" }).where("slug", "=", "arunika").execute();
    now = "2026-11-22T03:00:00.000Z";
    expect(await faultsIn(db)).toEqual({ ...ON_SIGNING, ...SINCE });
    const stored = await db.read.selectFrom("finding").select("code").where("r", ">", 0).execute();
    expect(stored.map(({ code }) => code)).not.toContain("outdated_basis");
  });

  it("counts regulations to be charged and to be asked apart, and keeps who amended what", async () => {
    const db = await openTestDb({ clock: () => new Date("2026-11-22T03:00:00.000Z") });
    await storeText(db);
    const view = await getRegulations(db, scope, { filter: {} });
    expect(view).toMatchObject({
      services: 3,
      withoutCitation: 0,
      onSigning: { findings: 2, toConfirm: 0 },
      later: { findings: 0, toConfirm: 1 },
    });
    const named = (name: string) => view.regulations.find((row) => row.name === name);
    expect(named("UU Nomor 23 Tahun 2014")).toMatchObject({
      status: "diubah",
      verified: true,
      standings: [{ fault: null, services: 1 }],
    });
    const opened = (key: string) => getRegulation(db, scope, { filter: {} }, key);
    expect(await opened("uu-23-2014")).toMatchObject({
      amendedBy: [{ key: "uu-9-2015", name: "UU Nomor 9 Tahun 2015", services: 1 }],
      cited: [{ amends: null, fault: null }],
    });
    expect(await opened("uu-9-2015")).toMatchObject({ cited: [{ amends: "UU Nomor 23 Tahun 2014" }] });
    expect((await opened("uu-25-2009")).cited.map(({ service }) => service.name).sort()).toEqual([
      "Peminjaman Aula",
      "Penerimaan Tamu Daerah",
    ]);
    // Its title is another's: what the register knows of the number is not held against it.
    expect(named("UU Nomor 11 Tahun 2020")?.standings).toMatchObject([{ fault: null, services: 1 }]);
    expect((await opened("uu-11-2020")).cited).toMatchObject([{ fault: null, certain: false }]);
    const { legalBasis } = await getService(db, scope, "arunika", 3);
    expect(legalBasis.map(({ name, amends, fault }) => [name, amends, fault])).toEqual([
      ["UU Nomor 23 Tahun 2014", null, null],
      ["UU Nomor 9 Tahun 2015", 0, null],
      ["UU Nomor 5 Tahun 2014", null, "revoked"],
      ["Permendagri Nomor 18 Tahun 2020", null, "outdated"],
      ["PP Nomor 52 Tahun 2011", null, "miscited"],
      ["UU Nomor 11 Tahun 2020", null, null],
    ]);
    expect(legalBasis[2]).toMatchObject({ certain: true, since: "2023-10-31", instead: ["UU 20/2023"] });
  });

  it("is told among findings where it was revoked since, and counted with none of them", async () => {
    let now = "2024-12-30T16:30:00.000Z";
    const db = await openTestDb({ clock: () => new Date(now) });
    await storeText(db);
    const outdated = () => getFindings(db, scope, { filter: { temuan: ["outdated_basis"] }, page: "all" });
    expect(await outdated()).toMatchObject({ total: 0, apart: [{ code: "outdated_basis", count: 0 }, {}] });
    now = "2026-11-22T03:00:00.000Z";
    const told = await outdated();
    expect(told.rows).toMatchObject([
      {
        code: "outdated_basis",
        component: "dasar_hukum",
        service: { name: "Legalisasi Dokumen" },
        question: true,
        reason:
          "Apakah Permendagri Nomor 18 Tahun 2020 sudah dicabut dengan Permendagri Nomor 19 Tahun 2024 sesudah keputusan ini ditetapkan?",
      },
    ]);
    const all = await getFindings(db, scope, { filter: {}, page: "all" });
    expect(all.rows.map(({ code }) => code)).not.toContain("outdated_basis");
    expect(all.apart.find(({ code }) => code === "outdated_basis")?.count).toBe(1);
    const services = (await getMatrix(db, scope, { kab: "arunika", filter: { temuan: ["outdated_basis"] } }))
      .summary.services;
    expect(services).toBe(1);
  });

  it("says the same of facts, whose titles are not kept", async () => {
    const clock = () => new Date("2026-11-22T03:00:00.000Z");
    const [text, facts] = [await openTestDb({ clock }), await openTestDb({ clock })];
    await storeText(text);
    await storeFacts(facts);
    const told = async (db: Db) =>
      (await getService(db, scope, "arunika", 3)).legalBasis.map(({ title: _title, ...one }) => one);
    expect(await told(facts)).toEqual(await told(text));
    expect(await faultsIn(facts)).toEqual({ ...ON_SIGNING, ...SINCE });
  });

  it("stands in a decree whose age counts to today", async () => {
    let now = "2024-12-30T16:30:00.000Z";
    const db = await openTestDb({ clock: () => new Date(now) });
    await storeText(db);
    const age = async () => (await getRegency(db, scope, "arunika", {})).decrees.map((decree) => decree.age);
    expect(await age()).toEqual([{ years: 0, months: 9, due: "2027-03-05", overdue: false }]);
    now = "2027-03-04T17:00:00.000Z";
    expect(await age()).toEqual([{ years: 3, months: 0, due: "2027-03-05", overdue: true }]);
  });
});
