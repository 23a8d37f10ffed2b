import { expect, it } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getPekppp } from "#app/server/instruments/pekppp.server.ts";
import { seedEditions } from "#app/server/instruments/store.server.ts";
import { NO_FILTERS } from "#app/ui/filters.ts";
import { sheetOf } from "#app/ui/sheet.ts";
import { pekpppSentence, pekpppTable, unitRowsOf } from "#app/ui/tables/pekppp.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const SPEC: DecreeSpec = {
  bagian: [
    { name: "Bagian Umum", services: [{ name: "Peminjaman Aula" }, { name: "Registrasi Penyedia" }] },
    { name: "Bagian Hukum", services: [{ name: "Salinan Produk Hukum", missing: ["evaluasi_kinerja"] }] },
  ],
};
const ingest = async (db: Db) => {
  await seedEditions(db, scope);
  await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(SPEC))) });
};

describeEachEngine("evidence for PEKPPP", (openTestDb) => {
  it("climbs the steps of the first indicator per bagian, and stops where a component is missing", async () => {
    const db = await openTestDb();
    await ingest(db);
    const view = await getPekppp(db, scope, "arunika", {});
    expect(view.indicators.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const first = unitRowsOf(view).filter(({ number }) => number === 1);
    expect(
      first.map(({ bagian, step, services }) => [bagian.slug, step?.reached, step?.top, services]),
    ).toEqual([
      ["umum", 3, 5, 2],
      ["hukum", 1, 5, 1],
    ]);
    expect(pekpppSentence("Arunika", view)).toBe(
      "Di Arunika, keputusan membuktikan indikator standar pelayanan sampai jenjang 3 dari 5 pada satu dari dua bagian",
    );
  });

  it("names the evidence that is still to be asked for, and what surveys and follow-up do not say yet", async () => {
    const db = await openTestDb();
    await ingest(db);
    const view = await getPekppp(db, scope, "arunika", {});
    const { columns, rows } = sheetOf(pekpppTable(view, NO_FILTERS));
    const column = (key: string) => {
      const at = columns.findIndex((one) => one.key === key);
      return rows.map((row) => (row[at] as { text: string }).text);
    };
    expect(column("dari_keputusan").slice(0, 2)).toEqual([
      "jenjang 1 sampai 3 dari 5",
      "tidak dapat dibuktikan dari keputusan",
    ]);
    expect(column("dari_data")).toEqual([
      "–",
      "–",
      "–",
      "–",
      "–",
      "belum ada survei",
      "–",
      "belum ada rencana dari survei yang jatuh tempo pada triwulan ini",
      "belum ada rencana dari survei yang selesai pada triwulan ini",
    ]);
    expect(column("perlu_diminta").every((words) => words.length > 1)).toBe(true);
  });

  it("shows a bagian's account only its own, and another regency's people nothing", async () => {
    const db = await openTestDb();
    await ingest(db);
    const { regency } = await getPekppp(db, scope, "arunika", {});
    const own = await db.read
      .selectFrom("bagian")
      .select("id")
      .where("r", "=", regency.r)
      .where("slug", "=", "hukum")
      .executeTakeFirstOrThrow();
    const narrow = scopeOf("bagian hukum", [regency.r], new Map([[regency.r, [own.id]]]));
    const view = await getPekppp(db, narrow, "arunika", {});
    expect([...new Set(unitRowsOf(view).map(({ bagian }) => bagian.slug))]).toEqual(["hukum"]);
    await expect(getPekppp(db, scopeOf("lain", [regency.r + 1]), "arunika", {})).rejects.toMatchObject({
      status: 404,
    });
  });
});
