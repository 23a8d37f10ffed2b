import { expect, it } from "vitest";
import type { Actor } from "#app/server/assessment/actor.ts";
import { getAgainstMachine } from "#app/server/assessment/against-machine.server.ts";
import { beginAssessments } from "#app/server/assessment/begin.server.ts";
import { keepMachine, saveJudgement } from "#app/server/assessment/judge.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { againstSentence } from "#app/ui/tables/against-machine.ts";
import type { Db } from "#db/connection.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { scopeOf } from "#db/scope.ts";
import { bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const operator = scopeOf("operator lokal", "all");
const spec = (texts: Record<string, string> = {}): DecreeSpec => ({
  bagian: [{ name: "Bagian Umum", services: [{ name: "Peminjaman Aula", missing: ["biaya"], texts }] }],
});
const ingest = (db: Db, one = spec()) =>
  ingestFile(db, operator, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(one))) });

/** The text gives jangka waktu level 3; somebody finds that its beginning is not said. */
const OVERRIDE = {
  butir: "jangka_waktu",
  putusan: "ubah",
  "k.jangka_waktu.terukur": "ya",
  "k.jangka_waktu.penyelesaian": "ya",
  "k.jangka_waktu.konsisten": "ya",
  "k.jangka_waktu.pemicu": "tidak",
  alasan: "Saat mulai dihitung tidak disebut di loket.",
};

const judge = async (db: Db, judgement: Record<string, string> = OVERRIDE) => {
  await ingest(db);
  const r = (await regencyBySlug(db.read, operator, "arunika"))?.id as number;
  const sari: Actor = { scope: scopeOf("sari", [r]), grants: [{ r, role: "penilai", bagianId: "" }] };
  const { ids } = await beginAssessments(db, sari, { kab: "arunika", layanan: [1] });
  await saveJudgement(db, sari, ids[0] as string, judgement);
  await keepMachine(db, sari, ids, "semua");
  return r;
};

describeEachEngine("people against the machine", (openTestDb) => {
  it("have nothing to tell before anybody judged", async () => {
    const db = await openTestDb();
    await ingest(db);
    const view = await getAgainstMachine(db, operator);
    expect([view.judged, view.criteria, view.overrides]).toEqual([0, [], []]);
    expect(againstSentence(view)).toBe("Belum ada putusan mesin yang dinilai orang");
  });

  it("are counted per component and criterion, kept verdicts too, and each change is named", async () => {
    const db = await openTestDb();
    await judge(db);
    const view = await getAgainstMachine(db, operator);
    expect([view.judged, view.changed, view.outdated]).toEqual([14, 1, 0]);
    expect(againstSentence(view)).toBe(
      "Penilai mengubah tingkat satu dari 14 putusan mesin, pada jangka waktu",
    );
    expect(view.components.find(({ component }) => component === "jangka_waktu")).toEqual({
      component: "jangka_waktu",
      judged: 1,
      changed: 1,
      lower: 1,
      higher: 0,
    });
    expect(view.criteria[0]).toMatchObject({
      criterion: "jangka_waktu.pemicu",
      compared: 1,
      changed: 1,
      toUnmet: 1,
      toMet: 0,
      other: 0,
    });
    expect(view.criteria.slice(1).every(({ changed, compared }) => changed === 0 && compared === 1)).toBe(
      true,
    );
    expect(view.overrides).toMatchObject([
      { component: "jangka_waktu", machine: "3", value: "2", reason: OVERRIDE.alasan, by: "sari" },
    ]);
  });

  it("compare no criterion of a component that a person finds absent, but its level", async () => {
    const db = await openTestDb();
    await judge(db, {
      butir: "jangka_waktu",
      putusan: "ubah",
      keadaan: "tidak_ada",
      alasan: "Tidak tertulis pada naskah.",
    });
    const view = await getAgainstMachine(db, operator);
    expect([view.judged, view.changed]).toEqual([14, 1]);
    expect(view.criteria.some(({ component }) => component === "jangka_waktu")).toBe(false);
    expect(view.overrides).toMatchObject([{ component: "jangka_waktu", machine: "3", value: "0" }]);
  });

  it("are left out where the text changed since, and unseen from another regency", async () => {
    const db = await openTestDb();
    const r = await judge(db);
    expect((await getAgainstMachine(db, scopeOf("lain", [r + 1]))).judged).toBe(0);
    await ingest(db, spec({ produk: "Surat persetujuan peminjaman aula." }));
    expect(await getAgainstMachine(db, operator)).toMatchObject({ judged: 0, outdated: 14, overrides: [] });
  });
});
