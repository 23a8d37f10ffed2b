import { expect, it } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getRegency } from "#app/server/regency.server.ts";
import {
  addBagianAlias,
  addServiceAlias,
  BY_TEXT,
  moveService,
  removeServiceAlias,
  setBagianFamily,
  setPerson,
  setStopped,
} from "#app/server/register-edit/edit.server.ts";
import { getRegister, getRegisterService } from "#app/server/register-edit/view.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const KAB = "arunika";
const ingest = (db: Db, spec: DecreeSpec = ARUNIKA) =>
  ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(spec))) });
const rowOf = async (db: Db, no: number) => (await getRegisterService(db, scope, KAB, no)).row;
const eventsOf = async (db: Db, action: string) =>
  db.read.selectFrom("event").selectAll().where("action", "=", action).orderBy("seq").execute();

describeEachEngine("the register", (openTestDb) => {
  it("keeps who answers for a service; numbers are covered on pages and in the trail", async () => {
    const db = await openTestDb();
    await ingest(db);
    const said = {
      nama: "Rini Lestari",
      jabatan: "Kasubbag",
      nip: "19800101 200501 2 003",
      telepon: "0812-3456-7890",
    };
    expect(await setPerson(db, scope, KAB, 1, said)).toEqual([]);
    expect((await rowOf(db, 1)).person).toEqual({
      name: "Rini Lestari",
      position: "Kasubbag",
      nip: "1980••••••••••••03",
      phone: "0812••••••90",
    });
    // Left empty a number stays, unless it is to be removed.
    await setPerson(db, scope, KAB, 1, {
      nama: "Rini Lestari",
      jabatan: "",
      nip: "",
      telepon: "",
      hapus_telepon: "1",
    });
    expect((await rowOf(db, 1)).person).toMatchObject({
      position: null,
      nip: "1980••••••••••••03",
      phone: null,
    });
    const trail = JSON.stringify(await eventsOf(db, "layanan.penanggung_jawab"));
    expect(trail).toContain("Rini Lestari");
    expect(trail).not.toContain("198001012005012003");
    expect(trail).not.toContain("081234567890");
    expect(await setPerson(db, scope, KAB, 1, { nama: "x", nip: "12" })).toEqual([
      { field: "nip", message: "NIP terdiri atas 18 angka." },
    ]);
  });

  it("moves a service to another bagian for good, until texts are to decide again", async () => {
    const db = await openTestDb();
    await ingest(db);
    const servicesOf = async () =>
      (await getRegency(db, scope, KAB, {})).bagian.map(({ bagian, services }) => [bagian.slug, services]);
    expect(await servicesOf()).toEqual([
      ["umum", 2],
      ["hukum", 1],
    ]);
    expect(await moveService(db, scope, KAB, 2, { bagian: "hukum", alasan: "Perda SOTK" })).toEqual([]);
    // The next version of the decree prints it under its former bagian.
    await ingest(db, {
      bagian: ARUNIKA.bagian.map((one) => ({
        ...one,
        services: one.services.map((service) => ({ ...service, texts: { sarana: "Meja dan kursi tamu." } })),
      })),
    });
    expect(await rowOf(db, 2)).toMatchObject({ bagian: { slug: "hukum" }, bagianSet: true });
    expect(await servicesOf()).toEqual([
      ["umum", 1],
      ["hukum", 2],
    ]);
    await moveService(db, scope, KAB, 2, { bagian: BY_TEXT });
    expect(await rowOf(db, 2)).toMatchObject({ bagian: { slug: "umum" }, bagianSet: false });
    expect(await moveService(db, scope, KAB, 2, { bagian: "tidak-ada" })).toMatchObject([
      { field: "bagian" },
    ]);
  });

  it("links a text by a name that was added, and refuses a name that is another's", async () => {
    const db = await openTestDb();
    await ingest(db);
    expect(await addServiceAlias(db, scope, KAB, 1, { nama_lain: "Sewa Gedung Pertemuan" })).toEqual([]);
    expect(await addServiceAlias(db, scope, KAB, 2, { nama_lain: "sewa gedung  pertemuan" })).toMatchObject([
      { field: "nama_lain", message: "Nama itu sudah menjadi nama layanan lain di bagian yang sama." },
    ]);
    await ingest(db, { bagian: [{ name: "Bagian Umum", services: [{ name: "Sewa Gedung Pertemuan" }] }] });
    expect(await rowOf(db, 1)).toMatchObject({ service: { name: "Sewa Gedung Pertemuan" }, inForce: true });
    expect((await getRegister(db, scope, KAB)).services).toHaveLength(3);
    const { aliases } = await getRegisterService(db, scope, KAB, 1);
    expect(aliases.map(({ name }) => name)).toEqual(["peminjaman aula", "sewa gedung pertemuan"]);
    await removeServiceAlias(db, scope, KAB, 1, { nama: aliases[0]?.id ?? "" });
    expect(await removeServiceAlias(db, scope, KAB, 1, { nama: aliases[1]?.id ?? "" })).toMatchObject([
      { field: "nama_lain" },
    ]);
  });

  it("takes a name once where its form is sent twice at once, and keeps the last name from two who remove one each", async () => {
    const db = await openTestDb();
    await ingest(db);
    const named = { nama_lain: "Sewa Aula" };
    const twice = await Promise.all([
      addServiceAlias(db, scope, KAB, 1, named),
      addServiceAlias(db, scope, KAB, 1, named),
    ]);
    expect(twice.flat()).toMatchObject([{ message: "Nama itu sudah dikenal sebagai nama layanan ini." }]);
    expect(await eventsOf(db, "layanan.nama_lain")).toHaveLength(1);
    const { aliases } = await getRegisterService(db, scope, KAB, 1);
    expect(aliases).toHaveLength(2);
    const removed = await Promise.all(
      aliases.map((alias) => removeServiceAlias(db, scope, KAB, 1, { nama: alias.id })),
    );
    expect(removed.flat()).toMatchObject([{ field: "nama_lain" }]);
    expect((await getRegisterService(db, scope, KAB, 1)).aliases).toHaveLength(1);
    const [slug] = (await getRegister(db, scope, KAB)).bagian.map((one) => one.slug);
    const other = { nama_lain: "Sekretariat Umum" };
    const bagian = await Promise.all([
      addBagianAlias(db, scope, KAB, slug ?? "", other),
      addBagianAlias(db, scope, KAB, slug ?? "", other),
    ]);
    expect(bagian.flat()).toMatchObject([{ message: "Nama itu sudah dikenal sebagai nama bagian ini." }]);
  });

  it("marks what no longer runs with a reason, and families and names of bagian; all in the trail, none outside the scope", async () => {
    const db = await openTestDb({ clock: () => new Date("2026-03-02T02:00:00.000Z") });
    await ingest(db);
    expect(await setStopped(db, scope, KAB, 3, { henti: "ya", alasan: "" })).toMatchObject([
      { field: "alasan" },
    ]);
    await setStopped(db, scope, KAB, 3, { henti: "ya", alasan: "Dialihkan ke MPP" });
    expect(await rowOf(db, 3)).toMatchObject({ stoppedAt: "2026-03-02T02:00:00.000Z", inForce: true });
    await setBagianFamily(db, scope, KAB, "hukum", { rumpun: "umum" });
    await addBagianAlias(db, scope, KAB, "hukum", { nama_lain: "Bagian Perundang-undangan" });
    const { bagian, regency } = await getRegister(db, scope, KAB);
    expect(bagian.find(({ slug }) => slug === "hukum")).toMatchObject({
      family: "umum",
      aliases: [
        { key: "hukum", own: true },
        { key: "perundang undangan", own: false },
      ],
    });
    for (const one of [
      scopeOf("Budi", [6311]),
      scopeOf("Umum", [regency.r], new Map([[regency.r, ["x"]]])),
    ]) {
      await expect(getRegister(db, one, KAB)).rejects.toMatchObject({ status: 404 });
      await expect(setStopped(db, one, KAB, 3, { henti: "", alasan: "x" })).rejects.toMatchObject({
        status: 404,
      });
      await expect(setBagianFamily(db, one, KAB, "hukum", { rumpun: "" })).rejects.toMatchObject({
        status: 404,
      });
    }
    expect((await eventsOf(db, "layanan.henti"))[0]).toMatchObject({ reason: "Dialihkan ke MPP" });
    expect(await verifyChain(db.read, regency.r)).toMatchObject({ ok: true });
  });
});
