import { beforeEach, expect, it } from "vitest";
import type { WorkRole } from "#app/assessment/states.ts";
import { SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import type { Grant } from "#app/server/access.ts";
import type { Actor } from "#app/server/assessment/actor.ts";
import { beginAssessments } from "#app/server/assessment/begin.server.ts";
import { addEvidence, evidenceFile, withdraw } from "#app/server/assessment/evidence.server.ts";
import { keepMachine, saveJudgement } from "#app/server/assessment/judge.server.ts";
import { moveAssessment, type PersonMove } from "#app/server/assessment/move.server.ts";
import { getQueue } from "#app/server/assessment/queue.server.ts";
import { refreshReviews } from "#app/server/assessment/refresh.server.ts";
import { addRemark } from "#app/server/assessment/remarks.server.ts";
import { beginRound, finishRound, markVerdict } from "#app/server/assessment/round.server.ts";
import { getSheet } from "#app/server/assessment/sheet.server.ts";
import { readAttachment } from "#app/server/attachments/attach.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { addEdition, seedEditions } from "#app/server/instruments/store.server.ts";
import { getMatrix } from "#app/server/regency.server.ts";
import { getService } from "#app/server/service.server.ts";
import { getPromise } from "#app/server/survey/promise.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { assessmentsIn, judgementHistory } from "#db/queries/assessments.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { itemsOfRound } from "#db/queries/review-rounds.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const operator = scopeOf("operator lokal", "all");
const UMUM = "Bagian Umum";
const spec = (texts: Record<string, string> = {}): DecreeSpec => ({
  bagian: [
    {
      name: UMUM,
      // Without a fee and with an empty promise: levels 0 and 1 among the fourteen.
      services: [{ name: "Peminjaman Aula", missing: ["biaya"], texts }, { name: "Peminjaman Tenda" }],
    },
    { name: "Bagian Organisasi", services: [{ name: "Konsultasi Standar Pelayanan" }] },
  ],
});
const ingest = (db: Db, one: DecreeSpec = spec()) =>
  ingestFile(db, operator, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(one))) });

let db: Db;
let r: number;

const grant = (role: WorkRole, bagianId = ""): Grant => ({ r, role, bagianId });
const actor = (name: string, ...roles: WorkRole[]): Actor => ({
  scope: scopeOf(name, [r]),
  grants: roles.map((role) => grant(role)),
});
const penilai = () => actor("sari", "penilai");
const pereviu = () => actor("budi", "pereviu");

const begin = async (...layanan: number[]): Promise<string[]> =>
  (await beginAssessments(db, penilai(), { kab: "arunika", layanan })).ids;
const stateOf = async (id: string) => (await assessmentsIn(db.read, operator, { ids: [id] }))[0];
const move = (one: Actor, id: string, name: PersonMove) => moveAssessment(db, one, id, name);
/** An override of the level of jangka waktu, which the text gives level 3, to level 2. */
const TRIGGER = {
  "k.jangka_waktu.terukur": "ya",
  "k.jangka_waktu.penyelesaian": "ya",
  "k.jangka_waktu.konsisten": "ya",
};
const override = {
  butir: "jangka_waktu",
  putusan: "ubah",
  ...TRIGGER,
  "k.jangka_waktu.pemicu": "tidak",
  alasan: "Saat mulai dihitung tidak disebut di loket.",
};
const levelOf = async (no: number, key: string) =>
  (await getService(db, operator, "arunika", no)).components.find((one) => one.key === key)?.level;
const submit = async (id: string) => {
  await keepMachine(db, penilai(), [id], "semua");
  await move(penilai(), id, "ajukan");
};
const agreeAll = async (roundId: string, except: string | null = null) => {
  for (const { assessment_id, item } of await itemsOfRound(db.read, r, roundId)) {
    const mark = item === except ? "tidak_setuju" : "setuju";
    const reason = mark === "setuju" ? "" : "Tidak sama dengan naskah.";
    await markVerdict(db, pereviu(), { assessmentId: assessment_id, item, mark, reason });
  }
};
const finish = async (id: string) => {
  await submit(id);
  await agreeAll(await beginRound(db, pereviu(), [id], "benih"));
  await move(pereviu(), id, "selesaikan");
};

describeEachEngine("an assessment", (openTestDb) => {
  beforeEach(async () => {
    let at = Date.parse("2026-03-01T01:00:00.000Z");
    db = await openTestDb({
      clock: () => {
        at += 1000;
        return new Date(at);
      },
    });
    await ingest(db);
    r = (await regencyBySlug(db.read, operator, "arunika"))?.id as number;
  });

  it("goes from draf to ditetapkan, and every step is in the trail", async () => {
    const [id] = await begin(1);
    await finish(id as string);
    expect(await stateOf(id as string)).toMatchObject({ state: "selesai_direviu", reviewed_by: "budi" });
    await move(penilai(), id as string, "tetapkan");
    expect((await stateOf(id as string))?.state).toBe("ditetapkan");
    const events = await db.read
      .selectFrom("event")
      .select("action")
      .where("subject", "=", id as string)
      .orderBy("seq")
      .execute();
    expect([...new Set(events.map(({ action }) => action))]).toEqual([
      "penilaian.mulai",
      "penilaian.pertahankan",
      "penilaian.ajukan",
      "uji_petik.tandai",
      "penilaian.selesai",
      "penilaian.tetapkan",
    ]);
    expect(await verifyChain(db.read, r)).toMatchObject({ ok: true });
  });

  it("is begun once, also for all services of a bagian at a time", async () => {
    const [first] = await begin(1);
    const all = await beginAssessments(db, penilai(), { kab: "arunika", bagian: "umum" });
    expect(all).toMatchObject({ known: 1, withoutText: 0 });
    expect(all.ids).toHaveLength(2);
    expect(all.ids).toContain(first);
    expect((await beginAssessments(db, penilai(), { kab: "arunika", bagian: "umum" })).known).toBe(2);
  });

  it("keeps what a person answered when the rest of the machine's verdicts are kept", async () => {
    const [id] = await begin(1);
    const saved = await saveJudgement(db, penilai(), id as string, override);
    expect(saved).toMatchObject({ kind: "tersimpan", judgement: { value: "2", machine: "3", seq: 1 } });
    expect(await keepMachine(db, penilai(), [id as string], "semua")).toEqual({
      items: 13,
      assessments: 1,
      left: 0,
    });
    const [last] = await judgementHistory(db.read, r, id as string, "jangka_waktu");
    expect(last).toMatchObject({ kind: "ubah", value: "2", reason: override.alasan });
    expect(JSON.parse(last?.answers ?? "")).toEqual({ "jangka_waktu.pemicu": false });
  });

  it("loses nothing of two people on one sheet: the later form gives back both answers", async () => {
    const [id] = await begin(1);
    await saveJudgement(db, penilai(), id as string, override);
    const other = actor("tono", "penilai");
    const theirs = { ...override, "k.jangka_waktu.terukur": "tidak", alasan: "Angkanya tidak bersatuan." };
    expect(await saveJudgement(db, other, id as string, { ...theirs, dasar: "0" })).toMatchObject({
      kind: "bentrok",
      theirs: { by: "sari", value: "2", seq: 1 },
    });
    expect(await judgementHistory(db.read, r, id as string, "jangka_waktu")).toHaveLength(1);
    expect(await saveJudgement(db, other, id as string, { ...theirs, dasar: "1" })).toMatchObject({
      kind: "tersimpan",
      judgement: { value: "1", seq: 2 },
    });
    // Two items at the same time are no conflict, and the same answer twice is one.
    expect(
      await saveJudgement(db, penilai(), id as string, { butir: "produk", putusan: "tetap" }),
    ).toMatchObject({
      kind: "tersimpan",
    });
    expect(await saveJudgement(db, other, id as string, { butir: "produk", putusan: "tetap" })).toMatchObject(
      {
        kind: "sama",
      },
    );
  });

  it("asks a reason for an override, and refuses one that says what the machine says", async () => {
    const [id] = await begin(1);
    for (const wrong of [
      { ...override, alasan: "" },
      { ...override, "k.jangka_waktu.pemicu": "ya" },
      { butir: "jangka_waktu", putusan: "lain" },
    ]) {
      expect((await saveJudgement(db, penilai(), id as string, wrong)).kind).toBe("ditolak");
    }
    expect(await judgementHistory(db.read, r, id as string, "jangka_waktu")).toEqual([]);
  });

  it("is not handed in before every criterion is answered", async () => {
    const [id] = await begin(1);
    await keepMachine(db, penilai(), [id as string], ["biaya"]);
    await expect(move(penilai(), id as string, "ajukan")).rejects.toMatchObject({ code: "belum_lengkap" });
  });

  it("counts the person's level once the review is finished, and the machine's again once the text changes", async () => {
    const [id] = await begin(1);
    await saveJudgement(db, penilai(), id as string, override);
    const levels = async () => {
      const view = await getMatrix(db, operator, { kab: "arunika", filter: {} });
      const { substance } = view.summary;
      const row = view.groups.flatMap(({ services }) => services).find(({ service }) => service.no === 1);
      return [substance.byComponent.jangka_waktu["2"], substance.byComponent.jangka_waktu["3"], row?.review];
    };
    // Three services of fourteen components; the pages of promises say of how many levels the review is finished.
    const reviewed = async () => (await getPromise(db, operator, { kab: "arunika" })).review;
    expect(await levels()).toEqual([0, 3, { reviewed: 0, verdicts: 14 }]);
    expect(await reviewed()).toEqual({ reviewed: 0, verdicts: 42 });
    await submit(id as string);
    expect(await levelOf(1, "jangka_waktu")).toBe("3");
    const round = await beginRound(db, pereviu(), [id as string], "benih");
    await agreeAll(round);
    await move(pereviu(), id as string, "selesaikan");
    expect(await levels()).toEqual([1, 2, { reviewed: 14, verdicts: 14 }]);
    expect(await reviewed()).toEqual({ reviewed: 14, verdicts: 42 });
    const component = (await getService(db, operator, "arunika", 1)).components.find(
      ({ key }) => key === "jangka_waktu",
    );
    expect(component).toMatchObject({
      level: "2",
      judged: {
        machine: "3",
        level: "2",
        kind: "ubah",
        by: "sari",
        reviewedBy: "budi",
        reason: override.alasan,
      },
    });
    await ingest(db, spec({ produk: "Surat izin pemakaian aula." }));
    expect(await levels()).toEqual([0, 3, { reviewed: 0, verdicts: 14 }]);
    const stale = await stateOf(id as string);
    expect(stale?.state).toBe("perlu_direviu_ulang");
    expect(JSON.parse(stale?.stale ?? "")).toMatchObject({ instrument: false, parts: ["produk"] });
    // What was answered on other words still stands: only the changed component waits.
    await keepMachine(db, penilai(), [id as string], ["produk"]);
    await move(penilai(), id as string, "ajukan");
    expect((await stateOf(id as string))?.state).toBe("diajukan");
  });

  it("has to be reviewed again when the machine changes its mind, and names on what", async () => {
    const [id] = await begin(1);
    await finish(id as string);
    await db.write.transaction().execute(async (trx) => {
      await trx
        .updateTable("component")
        .set({ level: "1" })
        .where("key", "=", "produk")
        .where("r", "=", r)
        .execute();
      await refreshReviews(db, trx, r);
    });
    const sheet = await getSheet(db, penilai(), id as string);
    expect(sheet.state).toBe("perlu_direviu_ulang");
    expect(sheet.stale).toMatchObject({ instrument: false, parts: [], answers: ["Produk pelayanan"] });
    // What was kept falls with the machine's verdict; the thirteen others stand.
    expect(sheet.waiting).toEqual(["produk"]);
    expect((await getService(db, operator, "arunika", 1)).review.reviewed).toBe(0);
  });

  it("stays as it is when only another service's text changes, or white space", async () => {
    const [id] = await begin(1);
    await finish(id as string);
    const other = spec();
    const [umum] = other.bagian;
    if (umum?.services[1]) umum.services[1].texts = { produk: "Tenda." };
    await ingest(db, other);
    expect((await stateOf(id as string))?.state).toBe("selesai_direviu");
    expect((await getService(db, operator, "arunika", 1)).review).toEqual({ reviewed: 14, verdicts: 14 });
  });

  it("is returned with a comment on a criterion, handed in anew, and then finished", async () => {
    const [id] = await begin(1);
    await submit(id as string);
    const round = await beginRound(db, pereviu(), [id as string], "benih");
    await expect(move(pereviu(), id as string, "kembalikan")).rejects.toMatchObject({
      code: "tanpa_catatan",
    });
    await agreeAll(round, "biaya");
    await expect(move(pereviu(), id as string, "selesaikan")).rejects.toMatchObject({ code: "tidak_setuju" });
    await move(pereviu(), id as string, "kembalikan");
    await addRemark(db, penilai(), id as string, { item: "biaya", text: "Sudah diperiksa kembali." });
    await move(penilai(), id as string, "ajukan");
    await move(pereviu(), id as string, "selesaikan");
    await finishRound(db, pereviu(), round);
    const [closed] = await db.read.selectFrom("review_round").selectAll().where("id", "=", round).execute();
    const result = JSON.parse(closed?.result ?? "");
    // One level 0 (biaya), which the pereviu did not agree with; the others were agreed.
    expect(result.mandatory).toMatchObject({ wrong: 1 });
    expect(result.random).toMatchObject({ k: 0, low: 0 });
    expect(result.mandatory.checked + result.random.n).toBe(14);
  });

  it("of the penilai's own bagian is dinilai sendiri and waits for a second penilai", async () => {
    const [id] = await begin(3);
    await submit(id as string);
    expect((await stateOf(id as string))?.own).toBe(1);
    await agreeAll(await beginRound(db, pereviu(), [id as string], "benih"));
    await expect(move(pereviu(), id as string, "selesaikan")).rejects.toMatchObject({
      code: "penilai_kedua",
    });
    await expect(move(penilai(), id as string, "kuatkan")).rejects.toMatchObject({ code: "orang_sama" });
    await move(actor("tono", "penilai"), id as string, "kuatkan");
    await move(pereviu(), id as string, "selesaikan");
    expect(await stateOf(id as string)).toMatchObject({ state: "selesai_direviu", seconded_by: "tono" });
  });

  it("is reviewed by nobody who judged it, whatever roles they hold", async () => {
    const both = actor("sari", "penilai", "pereviu");
    const [id] = await begin(1);
    await submit(id as string);
    await expect(beginRound(db, both, [id as string])).rejects.toMatchObject({ code: "kosong" });
    await addRemark(db, both, id as string, { item: "biaya", text: "Catatan sendiri." });
    await expect(move(both, id as string, "kembalikan")).rejects.toMatchObject({ code: "orang_sama" });
  });

  it("cannot be touched by who only reads, nor by anybody of another regency or bagian", async () => {
    const [id] = await begin(1);
    const readers: Actor[] = [actor("nia", "pimpinan"), actor("nia", "bagian"), actor("nia")];
    for (const reader of readers) {
      await expect(beginAssessments(db, reader, { kab: "arunika", layanan: [2] })).rejects.toMatchObject({
        status: 403,
      });
      await expect(saveJudgement(db, reader, id as string, override)).rejects.toMatchObject({ status: 403 });
      await expect(keepMachine(db, reader, [id as string], "semua")).rejects.toMatchObject({ status: 403 });
      await expect(move(reader, id as string, "ajukan")).rejects.toMatchObject({ status: 403 });
      await expect(
        addRemark(db, reader, id as string, { item: "biaya", text: "Halo." }),
      ).rejects.toMatchObject({
        status: 403,
      });
    }
    const foreign: Actor = { scope: scopeOf("edo", [1]), grants: [{ r: 1, role: "penilai", bagianId: "" }] };
    const otherBagian: Scope = scopeOf("edo", [r], new Map([[r, ["bukan-bagian-ini"]]]));
    for (const scope of [foreign.scope, otherBagian]) {
      const stranger = { scope, grants: foreign.grants };
      await expect(saveJudgement(db, stranger, id as string, override)).rejects.toMatchObject({
        status: 404,
      });
      await expect(move(stranger, id as string, "ajukan")).rejects.toMatchObject({ status: 404 });
      expect(await assessmentsIn(db.read, scope, {})).toEqual([]);
    }
    // Not even with the id of a regency that is theirs beside it.
    await expect(beginRound(db, foreign, [id as string])).rejects.toMatchObject({ status: 400 });
  });

  it("cannot be changed once it was handed in", async () => {
    const [id] = await begin(1);
    await submit(id as string);
    await expect(saveJudgement(db, penilai(), id as string, override)).rejects.toMatchObject({ status: 409 });
    await expect(keepMachine(db, penilai(), [id as string], "semua")).rejects.toMatchObject({ status: 409 });
    await expect(move(penilai(), id as string, "ajukan")).rejects.toMatchObject({ status: 409 });
  });

  it("draws the same uji petik from the same seed, of all that is level 0-1 and some of the rest", async () => {
    const ids = await begin(1, 2, 3);
    for (const id of ids) await submit(id);
    const round = await beginRound(db, pereviu(), ids, "benih");
    const items = await itemsOfRound(db.read, r, round);
    const low = items.filter(({ value }) => value === "0" || value === "1");
    expect(low.every(({ drawn }) => drawn === "wajib")).toBe(true);
    expect(low.some(({ item }) => item === "biaya")).toBe(true);
    // 42 verdicts; of those that are not at level 0-1, 30 are drawn.
    expect(items.filter(({ drawn }) => drawn === "acak")).toHaveLength(Math.min(30, 42 - low.length));
    await expect(beginRound(db, pereviu(), ids)).rejects.toMatchObject({ code: "kosong" });
    await expect(finishRound(db, pereviu(), round)).rejects.toMatchObject({ code: "uji_petik" });
  });

  it("keeps evidence by its hash, its own day apart from the upload, and gives the very bytes back", async () => {
    const [id] = await begin(1);
    const bytes = new TextEncoder().encode("%PDF-1.4 foto papan standar");
    const file = await readAttachment({ name: "papan.txt", stream: [bytes] });
    const brought = { item: "biaya", dated: "2026-02-11", note: "", file };
    await addEvidence(db, penilai(), id as string, brought);
    const [row] = await db.read.selectFrom("evidence").selectAll().execute();
    expect(row).toMatchObject({
      dated: "2026-02-11",
      name: "papan.txt",
      kind: "berkas",
    });
    expect(row?.at.slice(0, 10)).toBe("2026-03-01");
    const answer = await evidenceFile(db, operator, id as string, row?.id as string);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(await answer.text()).toBe("%PDF-1.4 foto papan standar");
    // The same file once more is stored once.
    await addEvidence(db, penilai(), id as string, { ...brought, item: "produk" });
    expect(
      await db.read.selectFrom("file").select("sha256").where("kind", "=", "pdf").execute(),
    ).toHaveLength(1);
    for (const wrong of [
      { ...brought, dated: "2026-03-02" },
      { ...brought, dated: "kemarin" },
      { item: "biaya", dated: "", note: "" },
      { item: "biaya", dated: "", note: "", url: "javascript:alert(1)" },
    ]) {
      await expect(addEvidence(db, penilai(), id as string, wrong)).rejects.toMatchObject({ status: 400 });
    }
    await withdraw(db, penilai(), id as string, row?.id as string);
    await expect(evidenceFile(db, operator, id as string, row?.id as string)).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      evidenceFile(db, scopeOf("edo", [1]), id as string, row?.id as string),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("lets one of two answers through that are sent at the same moment, and gives the other back", async () => {
    const [id] = await begin(1);
    const said = (alasan: string) => ({ ...override, alasan });
    const both = await Promise.all([
      saveJudgement(db, penilai(), id as string, said("Dibaca dari papan di loket.")),
      saveJudgement(db, actor("tono", "penilai"), id as string, said("Dibaca dari naskah asli.")),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["bentrok", "tersimpan"]);
    expect(await judgementHistory(db.read, r, id as string, "jangka_waktu")).toHaveLength(1);
    const events = await db.read
      .selectFrom("event")
      .select("seq")
      .where("action", "=", "penilaian.putusan")
      .execute();
    expect(events).toHaveLength(1);
  });

  it("of a bagian as a unit has to be reviewed again when the text of one of its services changes", async () => {
    await seedEditions(db, operator);
    const { ids } = await beginAssessments(db, penilai(), {
      kab: "arunika",
      bagian: "umum",
      unit: "ya",
      edisi: "ombudsman-2022-2024-edisi-1",
    });
    const id = ids[0] as string;
    const sheet = await getSheet(db, penilai(), id);
    expect(sheet.service).toBeNull();
    for (const { key, indicator } of sheet.items) {
      const top = indicator?.scale?.steps.at(-1)?.value;
      const jawaban = top === undefined ? "ya" : `langkah:${top}`;
      const saved = await saveJudgement(db, penilai(), id, {
        butir: key,
        putusan: "ubah",
        jawaban,
        alasan: "Terlihat di ruang layanan.",
      });
      // Where the machine's answer is the whole answer and the same, it is kept instead.
      if (saved.kind === "ditolak") {
        expect((await saveJudgement(db, penilai(), id, { butir: key, putusan: "tetap" })).kind).toBe(
          "tersimpan",
        );
      }
    }
    const { check } = await getSheet(db, penilai(), id);
    expect(check).toMatchObject({ answered: sheet.items.length, waiting: 0 });
    await move(penilai(), id, "ajukan");
    await ingest(db, spec({ produk: "Surat izin pemakaian aula." }));
    const stale = await getSheet(db, penilai(), id);
    expect(stale.state).toBe("perlu_direviu_ulang");
    expect(stale.stale).toMatchObject({ services: 1, parts: [] });
  });

  it("waits in the queue of who has to do something with it, longest first, and of nobody else", async () => {
    const ids = await begin(1, 3);
    const waits = async (one: Actor) =>
      (await getQueue(db, one)).rows.map(({ id, task }) => [ids.indexOf(id), task]);
    expect(await waits(penilai())).toEqual([
      [0, "nilai"],
      [1, "nilai"],
    ]);
    expect(await waits(pereviu())).toEqual([]);
    await submit(ids[1] as string);
    await submit(ids[0] as string);
    expect(await waits(pereviu())).toEqual([
      [1, "uji_petik"],
      [0, "uji_petik"],
    ]);
    expect(await waits(penilai())).toEqual([]);
    // Number 3 is of Bagian Organisasi: another penilai has to stand behind it.
    expect(await waits(actor("tono", "penilai"))).toEqual([[1, "kuatkan"]]);
    expect(await waits(actor("nia", "pimpinan"))).toEqual([]);
    expect(
      await waits({ scope: scopeOf("edo", [1]), grants: [{ r: 1, role: "pereviu", bagianId: "" }] }),
    ).toEqual([]);
  });

  it("by an Ombudsman edition asks a person for what no decree proves, and falls due when the edition changes", async () => {
    await seedEditions(db, operator);
    const { ids } = await beginAssessments(db, penilai(), {
      kab: "arunika",
      layanan: [1],
      edisi: "ombudsman-2026-edisi-1",
    });
    const id = ids[0] as string;
    const kept = await keepMachine(db, penilai(), [id], "semua");
    expect(kept.left).toBeGreaterThan(0);
    expect(kept.items).toBe(0);
    const { content } = { content: SHIPPED_EDITIONS[0] };
    const indicators =
      content?.dimensions.flatMap((one) => one.indicators).filter(({ of }) => of === "layanan") ?? [];
    for (const indicator of indicators) {
      const said = {
        butir: indicator.id,
        putusan: "ubah",
        jawaban: "ya",
        alasan: "Terlihat pada papan di loket.",
      };
      expect((await saveJudgement(db, penilai(), id, said)).kind).toBe("tersimpan");
    }
    await move(penilai(), id, "ajukan");
    const next = { ...content, edition: "ombudsman-2026/2", name: `${content?.name} (ralat)` };
    await addEdition(db, operator, JSON.stringify(next));
    const stale = await stateOf(id);
    expect(stale?.state).toBe("perlu_direviu_ulang");
    expect(JSON.parse(stale?.stale ?? "")).toMatchObject({ instrument: true });
  });
});
