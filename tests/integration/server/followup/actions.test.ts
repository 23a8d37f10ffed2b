import { expect, it } from "vitest";
import { readAttachment } from "#app/server/attachments/attach.server.ts";
import { getAction, getActions, proofFile } from "#app/server/followup/actions.server.ts";
import { CauseFields, getPlanForm, planAction } from "#app/server/followup/plan.server.ts";
import { addEvidence, changePlan, setObstacles, setState } from "#app/server/followup/progress.server.ts";
import { followUpOfQuarter } from "#app/server/followup/quarter.server.ts";
import { stageUpload } from "#app/server/upload.server.ts";
import { verifyChain } from "#db/change.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { eventsOf, everything, world } from "./world.ts";

const PLAN = {
  asal: "unsur",
  unsur: "waktu",
  periode: "2026-TW1",
  bagian_asal: "umum",
  uraian: "Menetapkan satu waktu penyelesaian peminjaman aula",
  penanggung: "umum",
  jabatan: "Kepala Bagian Umum",
  triwulan: "2026-TW2",
};

const done = (answer: unknown) => expect(answer).toEqual({ done: expect.anything() });

describeEachEngine("actions that somebody promised", (openTestDb) => {
  it("are planned with their cause, numbered within the regency, and due on the last day of their quarter", async () => {
    const { db, penilai, arunika } = await world(openTestDb);
    expect(await planAction(db, penilai, "arunika", PLAN)).toEqual({ done: { no: 1 } });
    const second = {
      ...PLAN,
      asal: "komponen",
      komponen: "jangka-waktu",
      layanan: "1",
      triwulan: "",
      tenggat: "2026-05-20",
    };
    expect(await planAction(db, penilai, "arunika", second)).toEqual({ done: { no: 2 } });
    const { rows, counts } = await getActions(db, penilai, { kab: "arunika" });
    expect(
      rows.map(({ no, due, status, left, origin, service }) => ({
        no,
        due,
        status,
        left,
        origin,
        service: service?.name,
      })),
    ).toEqual([
      {
        no: 2,
        due: "2026-05-20",
        status: "rencana",
        // 4 to 20 May.
        left: 16,
        origin: { kind: "komponen", component: "jangka_waktu", place: "Bagian Umum" },
        service: "Peminjaman Aula",
      },
      {
        no: 1,
        due: "2026-06-30",
        status: "rencana",
        // 27 days of May and 30 of June.
        left: 57,
        origin: { kind: "unsur", unsur: "waktu", period: "2026-TW1", place: "Bagian Umum" },
        service: undefined,
      },
    ]);
    expect(counts).toEqual({ terlambat: 0, berjalan: 0, rencana: 2, selesai: 0, batal: 0 });
    expect(await eventsOf(db, arunika, "rencana")).toEqual([
      "rencana.catat penilai",
      "rencana.catat penilai",
    ]);
    expect(await verifyChain(db.read, arunika)).toMatchObject({ ok: true });
  });

  it("say what a form lacks, and store nothing then", async () => {
    const { db, penilai } = await world(openTestDb);
    const answer = await planAction(db, penilai, "arunika", {
      ...PLAN,
      uraian: " ",
      penanggung: "bagian-antah",
      jabatan: "",
      triwulan: "",
      direncanakan: "2026-06-01",
    });
    expect("problems" in answer && answer.problems.map(({ field }) => field)).toEqual([
      "uraian",
      "penanggung",
      "jabatan",
      "direncanakan",
      "tenggat",
    ]);
    const early = { ...PLAN, triwulan: "", tenggat: "2026-05-01" };
    expect(await planAction(db, penilai, "arunika", early)).toMatchObject({
      problems: [{ field: "tenggat" }],
    });
    expect((await getActions(db, penilai, { kab: "arunika" })).rows).toEqual([]);
  });

  it("are one where their form is sent twice, and two where it was filled in anew", async () => {
    const { db, penilai } = await world(openTestDb);
    const { id: isian } = await getPlanForm(db, penilai, "arunika", CauseFields.parse({}));
    const send = (plan: Record<string, string>) =>
      planAction(db, penilai, "arunika", { ...PLAN, isian, ...plan });
    expect(await send({})).toEqual({ done: { no: 1 } });
    expect(await send({})).toEqual({ done: { no: 1 } });
    expect(await send({ uraian: "Menambah satu petugas loket" })).toEqual({ done: { no: 2 } });
    expect((await getActions(db, penilai, { kab: "arunika" })).rows).toHaveLength(2);
  });

  it("refuse days that are slips of the hand, in a year of no such plan", async () => {
    const { db, penilai } = await world(openTestDb);
    const plan = (fields: Record<string, string>) =>
      planAction(db, penilai, "arunika", { ...PLAN, ...fields });
    for (const [name, day] of [
      ["direncanakan", "0202-05-04"],
      ["tenggat", "9999-12-31"],
      ["tenggat", "23 November 2026"],
    ] as const) {
      expect(await plan({ [name]: day })).toMatchObject({ problems: [{ field: name }] });
    }
    expect((await getActions(db, penilai, { kab: "arunika" })).rows).toEqual([]);
  });

  it("take from an address only a cause that is there", async () => {
    const { db, penilai } = await world(openTestDb);
    const cause = async (asked: Record<string, string>) =>
      (await getPlanForm(db, penilai, "arunika", CauseFields.parse(asked))).cause;
    expect((await cause({ asal: "unsur", unsur: "bukan unsur", periode: "2026-TW1" })).origin.kind).toBe(
      "bebas",
    );
    expect(
      await cause({ asal: "temuan", temuan: "tidak-terukur", komponen: "jangka-waktu", layanan: "1" }),
    ).toMatchObject({
      origin: { kind: "temuan", code: "not_measurable", component: "jangka_waktu", place: "Bagian Umum" },
      bagian: "umum",
    });
    expect((await cause({ layanan: "99" })).service).toBeNull();
  });

  it("run through their states day by day, and a quarter that is over keeps its figures", async () => {
    const { db, penilai, arunika, goTo } = await world(openTestDb);
    await planAction(db, penilai, "arunika", PLAN);
    await planAction(db, penilai, "arunika", { ...PLAN, asal: "", triwulan: "", tenggat: "2026-05-31" });
    done(await setState(db, penilai, "arunika", 1, { status: "berjalan", tanggal: "2026-05-04" }));
    goTo("2026-07-10");
    const regency = { r: arunika, zone: "WIB" as const };
    const then = await followUpOfQuarter(db, penilai, regency, "2026-TW2");
    expect(then).toMatchObject({
      figures: { day: "2026-06-30", due: 2, done: 0, counts: { terlambat: 1, berjalan: 1 } },
      ofSurvey: { due: 1 },
      late: [{ no: 2, late: 30 }],
      // 4 May to 30 June.
      oldestOpen: { action: { no: 1 }, days: 57 },
      promised: { total: 0 },
    });
    done(await setState(db, penilai, "arunika", 1, { status: "selesai", tanggal: "2026-07-08" }));
    const now = await followUpOfQuarter(db, penilai, regency, "2026-TW3");
    expect(now).toMatchObject({
      // 4 May to 8 July: 27 + 30 + 8.
      figures: { day: "2026-07-10", running: true, due: 0, closed: 1, medianDays: 65 },
      // 31 May to 10 July.
      late: [{ no: 2, late: 40 }],
      promised: {
        total: 2,
        became: { selesai: 1, terlambat: 1, berjalan: 0 },
        rows: [{ no: 2 }, { no: 1, took: 65 }],
      },
    });
    expect(await followUpOfQuarter(db, penilai, regency, "2026-TW2")).toEqual(then);
    expect(await followUpOfQuarter(db, penilai, regency, "2026-TW4")).toBeNull();
    expect(await followUpOfQuarter(db, penilai, regency, "2026")).toBeNull();
    const { rows, quarters } = await getActions(db, penilai, { kab: "arunika" });
    expect(rows.map(({ no, status }) => `${no} ${status}`)).toEqual(["2 terlambat", "1 selesai"]);
    expect(quarters.map(({ quarter }) => quarter)).toEqual(["2026-TW3", "2026-TW2"]);
  });

  it("never go back in time, and want a reason where they are called off or taken up again", async () => {
    const { db, penilai, goTo } = await world(openTestDb);
    await planAction(db, penilai, "arunika", PLAN);
    goTo("2026-05-20");
    const set = (status: string, tanggal: string, catatan = "") =>
      setState(db, penilai, "arunika", 1, { status, tanggal, catatan });
    expect(await set("berjalan", "2026-05-03")).toMatchObject({ problems: [{ field: "tanggal" }] });
    expect(await set("berjalan", "2026-05-21")).toMatchObject({ problems: [{ field: "tanggal" }] });
    expect(await set("berjalan", "31 Mei")).toMatchObject({ problems: [{ field: "tanggal" }] });
    expect(await set("batal", "2026-05-20")).toMatchObject({ problems: [{ field: "catatan" }] });
    done(await set("selesai", "2026-05-19", "Waktu ditetapkan"));
    expect(await set("berjalan", "2026-05-20")).toMatchObject({ problems: [{ field: "catatan" }] });
    // A page that was opened before it was finished still offers this.
    expect(await set("batal", "2026-05-20", "x")).toMatchObject({ problems: [{ field: "status" }] });
    done(await set("berjalan", "2026-05-20", "Salah satu loket belum menerapkan"));
    const { steps } = await getAction(db, penilai, "arunika", 1);
    expect(steps.map(({ day, state }) => `${day} ${state}`)).toEqual([
      "2026-05-04 rencana",
      "2026-05-19 selesai",
      "2026-05-20 berjalan",
    ]);
  });

  it("keep the date they had when it is moved, which takes a reason", async () => {
    const { db, penilai } = await world(openTestDb);
    await planAction(db, penilai, "arunika", PLAN);
    const move = { penanggung: "hukum", jabatan: "Kepala Bagian Hukum", triwulan: "2026-TW3" };
    expect(await changePlan(db, penilai, "arunika", 1, move)).toMatchObject({
      problems: [{ field: "alasan" }],
    });
    done(await changePlan(db, penilai, "arunika", 1, { ...move, alasan: "Menunggu peraturan bupati" }));
    const { action, steps } = await getAction(db, penilai, "arunika", 1);
    expect(action).toMatchObject({ due: "2026-09-30", moved: 1, bagian: { slug: "hukum" } });
    expect(steps.map(({ due }) => due)).toEqual(["2026-06-30", "2026-09-30"]);
  });

  it("are proven by files, links and notes; the same bytes are stored once and are no decree", async () => {
    const { db, penilai, umum, arunika } = await world(openTestDb);
    await planAction(db, penilai, "arunika", PLAN);
    const bytes = Buffer.from("%PDF-1.7 berita acara");
    const file = () => readAttachment({ name: "Berita Acara.pdf", stream: [bytes] });
    done(await addEvidence(db, umum, "arunika", 1, { tanggal_bukti: "2026-05-02" }, await file()));
    done(await addEvidence(db, umum, "arunika", 1, { catatan_bukti: "lagi" }, await file()));
    done(await addEvidence(db, umum, "arunika", 1, { tautan: "https://arunika.example/aula" }, null));
    expect(await addEvidence(db, umum, "arunika", 1, { tautan: "javascript:alert(1)" }, null)).toMatchObject({
      problems: [{ field: "tautan" }],
    });
    expect(await addEvidence(db, umum, "arunika", 1, {}, null)).toHaveProperty("problems");
    const { proofs, action } = await getAction(db, penilai, "arunika", 1);
    expect(proofs.map(({ kind, file_name, dated, by }) => [kind, file_name, dated, by])).toEqual([
      ["berkas", "Berita Acara.pdf", "2026-05-02", "umum"],
      ["berkas", "Berita Acara.pdf", null, "umum"],
      ["tautan", null, null, "umum"],
    ]);
    expect(action.proofs).toBe(3);
    const stored = await db.read
      .selectFrom("file")
      .select("sha256")
      .where("r", "=", arunika)
      .where("kind", "=", "pdf")
      .execute();
    expect(stored).toHaveLength(1);
    const answer = await proofFile(db, umum, { kab: "arunika", no: 1, seq: 2 });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get("Content-Disposition")).toContain('attachment; filename="Berita-Acara.pdf"');
    await expect(proofFile(db, umum, { kab: "arunika", no: 1, seq: 3 })).rejects.toMatchObject({
      status: 404,
    });
    expect((await stageUpload(db, everything, { name: "naskah.txt", stream: [bytes] })).kind).toBe("job");
  });

  it("are those of the own bagian alone for an account of that role, which reports and calls nothing off", async () => {
    const { db, penilai, umum, hukum, stranger } = await world(openTestDb);
    await planAction(db, penilai, "arunika", PLAN);
    await planAction(db, penilai, "arunika", {
      ...PLAN,
      penanggung: "hukum",
      jabatan: "Kepala Bagian Hukum",
    });
    await planAction(db, penilai, "arunika", { ...PLAN, penanggung: "setda", jabatan: "Sekretaris Daerah" });
    const seen = async (scope: typeof umum) =>
      (await getActions(db, scope, { kab: "arunika" })).rows.map(({ no }) => no);
    expect(await seen(penilai)).toEqual([1, 2, 3]);
    expect([await seen(umum), await seen(hukum)]).toEqual([[1], [2]]);
    expect((await followUpOfQuarter(db, umum, { r: 0, zone: "WIB" }, "2026-TW2"))?.figures.due).toBe(0);
    await expect(getAction(db, umum, "arunika", 2)).rejects.toMatchObject({ status: 404 });
    await expect(getAction(db, umum, "arunika", 3)).rejects.toMatchObject({ status: 404 });
    for (const scope of [hukum, stranger]) {
      await expect(setState(db, scope, "arunika", 1, { status: "berjalan" })).rejects.toMatchObject({
        status: 404,
      });
      await expect(setObstacles(db, scope, "arunika", 1, { kendala: "x" })).rejects.toMatchObject({
        status: 404,
      });
      await expect(addEvidence(db, scope, "arunika", 1, { catatan_bukti: "x" }, null)).rejects.toMatchObject({
        status: 404,
      });
    }
    await expect(getActions(db, stranger, { kab: "arunika" })).rejects.toMatchObject({ status: 404 });
    await expect(planAction(db, umum, "arunika", PLAN)).rejects.toMatchObject({ status: 403 });
    await expect(setState(db, umum, "arunika", 1, { status: "batal", catatan: "x" })).rejects.toMatchObject({
      status: 403,
    });
    await expect(changePlan(db, umum, "arunika", 1, {})).rejects.toMatchObject({ status: 403 });
    done(await setState(db, umum, "arunika", 1, { status: "selesai" }));
    done(await setObstacles(db, umum, "arunika", 1, { kendala: "Tidak ada petugas loket" }));
    await expect(
      setState(db, umum, "arunika", 1, { status: "berjalan", catatan: "x" }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it("are filtered by status, owner and cause; counts stay those of owner and cause", async () => {
    const { db, penilai, goTo } = await world(openTestDb);
    await planAction(db, penilai, "arunika", { ...PLAN, triwulan: "", tenggat: "2026-05-10" });
    await planAction(db, penilai, "arunika", { ...PLAN, asal: "", penanggung: "setda" });
    goTo("2026-05-12");
    const ask = (filter: Parameters<typeof getActions>[2]["filter"]) =>
      getActions(db, penilai, { kab: "arunika", ...(filter && { filter }) });
    expect((await ask({ status: ["terlambat"] })).rows.map(({ no }) => no)).toEqual([1]);
    expect((await ask({ status: ["terlambat"] })).counts).toMatchObject({ terlambat: 1, rencana: 1 });
    expect((await ask({ bagian: ["setda"] })).rows.map(({ no }) => no)).toEqual([2]);
    expect((await ask({ origin: ["unsur"] })).counts).toMatchObject({ terlambat: 1, rencana: 0 });
    expect((await ask({})).owners.map(({ slug }) => slug)).toEqual(["hukum", "umum", "setda"]);
  });
});
