import { expect, it } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getPublished } from "#app/server/published.server.ts";
import { boardPaper, gapsOf } from "#app/ui/board.ts";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { sheetOf } from "#app/ui/sheet.ts";
import { sippnSentence, sippnTable } from "#app/ui/tables/sippn.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const SPEC: DecreeSpec = {
  bagian: [
    {
      name: "Bagian Umum",
      services: [{ name: "Peminjaman Aula", missing: ["biaya"] }, { name: "Registrasi Penyedia" }],
    },
    { name: "Bagian Hukum", services: [{ name: "Salinan Produk Hukum", missing: ["evaluasi_kinerja"] }] },
  ],
};
/** Before the first annex, where decrees carry it. */
const PLEDGE =
  "MAKLUMAT PELAYANAN\nDengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan.\n\n";

const ingest = async (db: Db) => {
  const text = decreeText(SPEC);
  const at = text.search(/^LAMPIRAN/m);
  await ingestFile(db, scope, {
    name: "arunika.txt",
    stream: streamOf(bytesOf(at < 0 ? text : `${text.slice(0, at)}${PLEDGE}${text.slice(at)}`)),
  });
};

describeEachEngine("standards as they are put before the public", (openTestDb) => {
  it("name what a board cannot print, and count as ready what has all six public components", async () => {
    const db = await openTestDb();
    await ingest(db);
    const view = await getPublished(db, scope, "arunika");
    expect(view.services.map((one) => [one.service.name, gapsOf(one)])).toEqual([
      ["Peminjaman Aula", ["Biaya"]],
      ["Registrasi Penyedia", []],
      ["Salinan Produk Hukum", []],
    ]);
    expect(sippnSentence("Arunika", view.services)).toBe(
      "Di Arunika, 2 dari 3 standar siap dimasukkan ke SIPPN",
    );
    const { columns, rows } = sheetOf(sippnTable(view, NO_FILTERS));
    const at = columns.findIndex(({ key }) => key === "biaya");
    expect(rows.map((row) => row[at])).toEqual([
      { kind: "text", text: "" },
      ...[1, 2].map((place) => ({ kind: "text", text: view.services[place]?.parts.biaya.text })),
    ]);
    expect(view.services[1]?.parts.biaya.text).not.toBeNull();
  });

  it("make a board of one service, and one of a bagian with its overview; the code only where it is open", async () => {
    const db = await openTestDb();
    await ingest(db);
    const one = boardPaper(
      await getPublished(db, scope, "arunika", { no: 1 }),
      "layanan",
      "https://tolok.example",
    );
    expect(one.boards.map(({ title }) => title)).toEqual(["Peminjaman Aula"]);
    expect(one.boards[0]?.parts.map(({ open }) => open)).toEqual([false, false, false, true, false, false]);
    expect(one.boards[0]?.parts[3]?.words).toBe("Belum ditetapkan dalam keputusan.");
    expect(one.marks).toEqual(["DRAF: 1 dari 6 komponen publik belum dapat dicetak."]);
    expect([one.overview, one.address]).toEqual([null, null]);
    expect(one.maklumat).toMatch(/^MAKLUMAT PELAYANAN|sanggup menyelenggarakan/);

    await db.write.updateTable("regency").set({ public_standar: 1 }).where("slug", "=", "arunika").execute();
    const view = await getPublished(db, scope, "arunika", { filter: { bagian: ["umum"] } });
    const many = boardPaper(view, "bagian", "https://tolok.example");
    expect(many.overview?.map(({ title }) => title)).toEqual(["Peminjaman Aula", "Registrasi Penyedia"]);
    expect(many.address).toBe("https://tolok.example/kabupaten/arunika/bagian/umum");
    expect(many.marks).toEqual(["DRAF: 1 dari 2 layanan belum lengkap enam komponen publiknya."]);
  });

  it("show nothing of another regency, and of a bagian's account only its own services", async () => {
    const db = await openTestDb();
    await ingest(db);
    const { r } = (await getPublished(db, scope, "arunika")).regency;
    await expect(getPublished(db, scopeOf("lain", [r + 1]), "arunika")).rejects.toMatchObject({
      status: 404,
    });
    const own = await db.read
      .selectFrom("bagian")
      .select("id")
      .where("r", "=", r)
      .where("slug", "=", "hukum")
      .executeTakeFirstOrThrow();
    const narrow = scopeOf("bagian hukum", [r], new Map([[r, [own.id]]]));
    expect((await getPublished(db, narrow, "arunika")).services.map(({ service }) => service.name)).toEqual([
      "Salinan Produk Hukum",
    ]);
  });
});
