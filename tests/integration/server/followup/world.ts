import { ingestFile } from "#app/server/ingest.server.ts";
import type { Db } from "#db/connection.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import type { OpenTestDb } from "#tests/setup/engines.ts";

export const everything = scopeOf("operator lokal", "all");

/** Arunika with two bagian, Segara Biru with one, a clock that is moved, and a scope of each role. */
export const world = async (openTestDb: OpenTestDb) => {
  let now = Date.parse("2026-05-04T02:00:00.000Z");
  const db: Db = await openTestDb({ clock: () => new Date(now) });
  const store = async (name: string, text: string) =>
    ingestFile(db, everything, { name, stream: streamOf(bytesOf(text)) });
  await store(
    "arunika.txt",
    decreeText({
      bagian: [
        {
          name: "Bagian Umum",
          services: [
            { name: "Peminjaman Aula", missing: ["biaya"], texts: { jangka_waktu: "Segera." } },
            { name: "Penerimaan Tamu", texts: { jangka_waktu: "Secepatnya." } },
          ],
        },
        { name: "Bagian Hukum", services: [{ name: "Konsultasi Naskah Hukum", missing: ["produk"] }] },
      ],
    }),
  );
  await store(
    "segara.txt",
    decreeText({
      regency: "SEGARA BIRU",
      number: "060/44/ORG",
      bagian: [{ name: "Bagian Umum", services: [{ name: "Peminjaman Kendaraan", missing: ["biaya"] }] }],
    }),
  );
  const [arunika, segara] = await Promise.all(
    ["arunika", "segara-biru"].map(
      async (slug) => (await regencyBySlug(db.read, everything, slug))?.id as number,
    ),
  );
  const bagian = await listBagian(db.read, everything);
  const idOf = (r: number | undefined, slug: string) =>
    bagian.find((one) => one.r === r && one.slug === slug)?.id as string;
  const [a, s] = [arunika as number, segara as number];
  return {
    db,
    store,
    arunika: a,
    segara: s,
    penilai: scopeOf("penilai", [a]),
    umum: scopeOf("umum", [a], new Map([[a, [idOf(a, "umum")]]])),
    hukum: scopeOf("hukum", [a], new Map([[a, [idOf(a, "hukum")]]])),
    stranger: scopeOf("segara", [s]),
    /** To 10.00 Western Indonesian time of a day. */
    goTo: (day: string) => {
      now = Date.parse(`${day}T03:00:00.000Z`);
    },
  };
};

export const eventsOf = async (db: Db, r: number, prefix: string) =>
  (
    await db.read
      .selectFrom("event")
      .select(["action", "actor", "reason"])
      .where("r", "=", r)
      .where("action", "like", `${prefix}.%`)
      .orderBy("seq")
      .execute()
  ).map(({ action, actor }) => `${action} ${actor}`);
