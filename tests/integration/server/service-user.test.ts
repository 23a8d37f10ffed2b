import { expect, it } from "vitest";
import { getFindings } from "#app/server/findings.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getMatrix } from "#app/server/regency.server.ts";
import { getService } from "#app/server/service.server.ts";
import { confirmUser, setVolume } from "#app/server/service-user.server.ts";
import { setOfficialIndex } from "#app/server/survey/official-index.server.ts";
import type { ServiceFilter } from "#app/server/views.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { scopeOf } from "#db/scope.ts";
import {
  bytesOf,
  type DecreeSpec,
  decreeText,
  type ServiceSpec,
  streamOf,
} from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
/** Every text asks for a kartu tanda penduduk (masyarakat, 4 points); these names weigh more, or say nothing. */
const SERVICES = ["Peminjaman Aula", "Registrasi Penyedia", "Penyusunan Analisis Jabatan"];
const SPEC: DecreeSpec = {
  bagian: [{ name: "Bagian Umum", services: SERVICES.map((name) => ({ name, missing: ["biaya"] })) }],
};
const ingest = (db: Db, spec: DecreeSpec = SPEC) =>
  ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(spec))) });
const userOf = async (db: Db, no: number) => (await getService(db, scope, "arunika", no)).user;
const namesUsedBy = async (db: Db, pengguna: ServiceFilter["pengguna"]) => {
  const view = await getMatrix(db, scope, { kab: "arunika", filter: pengguna ? { pengguna } : {} });
  return view.groups.flatMap(({ services }) => services.map(({ service }) => service.name));
};
const idOf = async (db: Db) => (await regencyBySlug(db.read, scope, "arunika"))?.id as number;

describeEachEngine("who uses a service", (openTestDb) => {
  it("is proposed when its text is stored, and nobody has confirmed it", async () => {
    const db = await openTestDb();
    await ingest(db);
    expect([await userOf(db, 1), await userOf(db, 2), await userOf(db, 3)]).toEqual(
      ["masyarakat", "badan_usaha", "perangkat_daerah"].map((pengguna) => ({
        pengguna,
        confirmed: false,
        by: null,
        at: null,
      })),
    );
  });

  it("is settled by a person, with an event that says what was there before", async () => {
    const db = await openTestDb({ clock: () => new Date("2025-06-16T05:45:00.000Z") });
    await ingest(db);
    await confirmUser(db, scope, "arunika", 1, { pengguna: "internal" });
    expect(await userOf(db, 1)).toEqual({
      pengguna: "internal",
      confirmed: true,
      by: "operator lokal",
      at: "2025-06-16T05:45:00.000Z",
    });
    const r = await idOf(db);
    const events = await db.read
      .selectFrom("event")
      .selectAll()
      .where("action", "=", "layanan.pengguna")
      .execute();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ r, field: "pengguna", actor: "operator lokal" });
    expect(JSON.parse(events[0]?.before ?? "")).toEqual({ pengguna: "masyarakat", ditetapkan: false });
    expect(JSON.parse(events[0]?.after ?? "")).toEqual({ pengguna: "internal", ditetapkan: true });
    expect(await verifyChain(db.read, r)).toMatchObject({ ok: true });
  });

  it("said once more changes nothing; the proposal itself may be confirmed", async () => {
    const db = await openTestDb();
    await ingest(db);
    for (let time = 0; time < 2; time++) {
      await confirmUser(db, scope, "arunika", 1, { pengguna: "masyarakat" });
    }
    expect(await userOf(db, 1)).toMatchObject({ pengguna: "masyarakat", confirmed: true });
    const events = await db.read
      .selectFrom("event")
      .select("seq")
      .where("action", "=", "layanan.pengguna")
      .execute();
    expect(events).toHaveLength(1);
  });

  it("stays as a person said it when a newer text proposes another; an unconfirmed one follows the text", async () => {
    const db = await openTestDb();
    const both = (texts: NonNullable<ServiceSpec["texts"]>): DecreeSpec => ({
      bagian: [
        {
          name: "Bagian Umum",
          services: ["Peminjaman Aula", "Peminjaman Tenda"].map((name) => ({ name, texts })),
        },
      ],
    });
    await ingest(db, both({}));
    await confirmUser(db, scope, "arunika", 1, { pengguna: "internal" });
    expect(await userOf(db, 2)).toMatchObject({ pengguna: "masyarakat", confirmed: false });
    await ingest(db, both({ persyaratan: "Akta pendirian dan surat izin usaha." }));
    expect(await userOf(db, 1)).toMatchObject({ pengguna: "internal", confirmed: true });
    expect(await userOf(db, 2)).toMatchObject({ pengguna: "badan_usaha", confirmed: false });
  });

  it("is one of four: anything else is refused and changes nothing", async () => {
    const db = await openTestDb();
    await ingest(db);
    for (const input of [{}, { pengguna: "semua" }, { pengguna: "" }, null]) {
      await expect(confirmUser(db, scope, "arunika", 1, input)).rejects.toMatchObject({ status: 400 });
    }
    expect(await userOf(db, 1)).toMatchObject({ pengguna: "masyarakat", confirmed: false });
  });

  it("cannot be settled outside the scope, nor for a service that is not there", async () => {
    const db = await openTestDb();
    await ingest(db);
    const stranger = scopeOf("orang lain", [1]);
    const input = { pengguna: "internal" };
    await expect(confirmUser(db, stranger, "arunika", 1, input)).rejects.toMatchObject({ status: 404 });
    await expect(confirmUser(db, scope, "arunika", 99, input)).rejects.toMatchObject({ status: 404 });
  });

  it("filters services and their findings, also those of whom nobody is known", async () => {
    const db = await openTestDb();
    await ingest(db);
    await db.write
      .transaction()
      .execute((trx) => trx.updateTable("service").set({ pengguna: null }).where("no", "=", 3).execute());
    expect(await namesUsedBy(db, undefined)).toEqual(SERVICES);
    expect(await namesUsedBy(db, ["masyarakat"])).toEqual([SERVICES[0]]);
    expect(await namesUsedBy(db, ["masyarakat", "badan_usaha"])).toEqual(SERVICES.slice(0, 2));
    expect(await namesUsedBy(db, ["belum"])).toEqual([SERVICES[2]]);
    expect(await namesUsedBy(db, ["internal"])).toEqual([]);
    const findings = await getFindings(db, scope, { filter: { pengguna: ["belum"] }, page: "all" });
    // Findings of a service only: those on the decree itself have no user.
    expect(findings.rows.length).toBeGreaterThan(0);
    expect(new Set(findings.rows.map(({ service }) => service?.name))).toEqual(new Set([SERVICES[2]]));
  });
});

describeEachEngine("how many use a service in a year", (openTestDb) => {
  it("is said by a person, with an event, and may be taken back; who uses it stays as it was", async () => {
    const db = await openTestDb();
    await ingest(db);
    const volume = async () => (await getService(db, scope, "arunika", 1)).volume;
    expect(await volume()).toBeNull();
    for (let time = 0; time < 2; time++) await setVolume(db, scope, "arunika", 1, { volume: " 1.200 " });
    expect(await volume()).toBe(1200);
    await setVolume(db, scope, "arunika", 1, { volume: "" });
    expect(await volume()).toBeNull();
    const events = await db.read
      .selectFrom("event")
      .select(["before", "after"])
      .where("action", "=", "layanan.volume")
      .orderBy("seq")
      .execute();
    expect(
      events.map(({ before, after }) => [before, after].map((one) => JSON.parse(one ?? "null"))),
    ).toEqual([
      [null, 1200],
      [1200, null],
    ]);
    expect(await userOf(db, 1)).toMatchObject({ confirmed: false, by: null });
    expect(await verifyChain(db.read, await idOf(db))).toMatchObject({ ok: true });
  });

  it("is a whole number, and only for services in scope", async () => {
    const db = await openTestDb();
    await ingest(db);
    for (const input of [
      {},
      { volume: "banyak" },
      { volume: "-3" },
      { volume: "1,5" },
      { volume: "1.20" },
      { volume: "0" },
    ])
      await expect(setVolume(db, scope, "arunika", 1, input)).rejects.toMatchObject({ status: 400 });
    const said = { volume: "30" };
    await expect(setVolume(db, scopeOf("orang lain", [1]), "arunika", 1, said)).rejects.toMatchObject({
      status: 404,
    });
    await expect(setVolume(db, scope, "arunika", 99, said)).rejects.toMatchObject({ status: 404 });
  });
});

describeEachEngine("the official index of a regency", (openTestDb) => {
  it("is the pooled one until a person settles the other, with an event", async () => {
    const db = await openTestDb();
    await ingest(db);
    const official = async () => (await regencyBySlug(db.read, scope, "arunika"))?.official_index;
    expect(await official()).toBe("gabungan");
    for (let time = 0; time < 2; time++)
      await setOfficialIndex(db, scope, "arunika", { indeks: "rata_unit" });
    expect(await official()).toBe("rata_unit");
    const events = await db.read
      .selectFrom("event")
      .select(["before", "after", "subject"])
      .where("action", "=", "kabupaten.indeks_resmi")
      .execute();
    expect(events).toEqual([{ before: '"gabungan"', after: '"rata_unit"', subject: "arunika" }]);
    expect(await verifyChain(db.read, await idOf(db))).toMatchObject({ ok: true });
  });

  it("is one of two, and only for regencies in scope", async () => {
    const db = await openTestDb();
    await ingest(db);
    const wrong = setOfficialIndex(db, scope, "arunika", { indeks: "tertinggi" });
    await expect(wrong).rejects.toMatchObject({ status: 400 });
    const stranger = scopeOf("orang lain", [1]);
    const outside = setOfficialIndex(db, stranger, "arunika", { indeks: "rata_unit" });
    await expect(outside).rejects.toMatchObject({ status: 404 });
  });
});
