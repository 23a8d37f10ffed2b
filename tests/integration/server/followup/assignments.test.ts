import { expect, it } from "vitest";
import {
  answerAssignment,
  closeAssignment,
  commentAssignment,
  moveDueDate,
  returnAssignment,
} from "#app/server/assignments/answer.server.ts";
import { assignFindings, getAssignForm } from "#app/server/assignments/assign.server.ts";
import { entryFile, getAssignment, getAssignments } from "#app/server/assignments/assignments.server.ts";
import { readAttachment } from "#app/server/attachments/attach.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { getAction } from "#app/server/followup/actions.server.ts";
import { planAction } from "#app/server/followup/plan.server.ts";
import { getWaitingFollowUp } from "#app/server/followup/queue.server.ts";
import { scoreRegency } from "#app/server/scoring.server.ts";
import { change, verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { decreeText } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { eventsOf, world } from "./world.ts";

const FEE = { kab: "arunika", filter: { temuan: ["missing" as const], komponen: ["biaya" as const] } };
const DUE = { tenggat: "2026-05-18", catatan: "Mohon dibenahi sebelum perubahan keputusan" };

/** Sends the finding that the fee of Peminjaman Aula is missing to Bagian Umum. */
const sendFee = async (db: Db, scope: Scope) => {
  const { groups } = await getAssignForm(db, scope, FEE);
  expect(
    await assignFindings(
      db,
      scope,
      FEE,
      groups.map(({ key }) => key),
      DUE,
    ),
  ).toEqual({
    done: { sent: 1, bagian: 1, already: 0 },
  });
  const { rows } = await getAssignments(db, scope, { kab: "arunika" });
  return rows[0]?.id as string;
};

const texts = (biaya: string[]) =>
  decreeText({
    number: "060/12/ORG",
    bagian: [
      {
        name: "Bagian Umum",
        services: [
          { name: "Peminjaman Aula", missing: biaya as [], texts: { jangka_waktu: "Segera sekali." } },
          { name: "Penerimaan Tamu", texts: { jangka_waktu: "Secepatnya." } },
        ],
      },
      { name: "Bagian Hukum", services: [{ name: "Konsultasi Naskah Hukum", missing: ["produk"] }] },
    ],
  });

describeEachEngine("findings sent to a bagian", (openTestDb) => {
  it("go by service, component and code, to the bagian of their service, once", async () => {
    const { db, penilai, arunika } = await world(openTestDb);
    const all = { kab: "arunika", filter: {} };
    const form = await getAssignForm(db, penilai, { kab: "arunika", filter: { temuan: ["not_measurable"] } });
    expect(
      form.groups.map(({ bagian, component, rows }) => [bagian?.slug, component, rows[0]?.service?.name]),
    ).toEqual([
      ["umum", "jangka_waktu", "Peminjaman Aula"],
      ["umum", "jangka_waktu", "Penerimaan Tamu"],
    ]);
    const one = await getAssignForm(db, penilai, {
      kab: "arunika",
      filter: { temuan: ["not_measurable"] },
      service: 2,
    });
    expect(one.groups).toHaveLength(1);
    await sendFee(db, penilai);
    const everything = (await getAssignForm(db, penilai, all)).groups;
    const keys = everything.map(({ key }) => key);
    expect(everything.filter(({ open }) => open !== null)).toHaveLength(1);
    // Findings on the decree have no bagian: the form must say who answers them.
    expect(everything.some(({ bagian }) => bagian === null)).toBe(true);
    expect(await assignFindings(db, penilai, all, keys, DUE)).toMatchObject({
      problems: [{ field: "bagian_tujuan" }],
    });
    expect(await assignFindings(db, penilai, all, keys, { ...DUE, bagian_tujuan: "hukum" })).toEqual({
      done: { sent: keys.length - 1, bagian: 2, already: 1 },
    });
    const { rows } = await getAssignments(db, penilai, { kab: "arunika" });
    expect(rows).toHaveLength(keys.length);
    expect([...rows.map(({ no }) => no)].sort((a, b) => a - b)).toEqual(keys.map((_, at) => at + 1));
    expect(await eventsOf(db, arunika, "penugasan")).toEqual([
      "penugasan.kirim penilai",
      "penugasan.kirim penilai",
    ]);
    expect(await verifyChain(db.read, arunika)).toMatchObject({ ok: true });
  });

  it("are refused without a finding, and with a date gone by", async () => {
    const { db, penilai } = await world(openTestDb);
    expect(await assignFindings(db, penilai, FEE, ["antah"], DUE)).toMatchObject({
      problems: [{ field: "temuan" }],
    });
    const { groups } = await getAssignForm(db, penilai, FEE);
    const keys = groups.map(({ key }) => key);
    for (const tenggat of ["2026-05-03", "besok", ""]) {
      expect(await assignFindings(db, penilai, FEE, keys, { tenggat })).toMatchObject({
        problems: [{ field: "tenggat" }],
      });
    }
    expect((await getAssignments(db, penilai, { kab: "arunika" })).total).toBe(0);
  });

  it("are answered, returned with what is lacking, answered again with the new words and a file, and closed", async () => {
    const { db, penilai, umum, arunika } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    const answer = (input: Record<string, string>, file: Parameters<typeof answerAssignment>[4] = null) =>
      answerAssignment(db, umum, id, input, file);
    expect(await answer({})).toMatchObject({ problems: [{ field: "jawaban" }] });
    expect(await answer({ jawaban: "sudah" })).toMatchObject({ problems: [{ field: "naskah_baru" }] });
    expect(await answer({ jawaban: "tidak_sependapat" })).toMatchObject({ problems: [{ field: "catatan" }] });
    await expect(closeAssignment(db, penilai, id, { hasil: "diterima" })).rejects.toMatchObject({
      status: 409,
    });
    await expect(returnAssignment(db, penilai, id, { catatan_kembali: "Kurang" })).rejects.toMatchObject({
      status: 409,
    });
    expect(await answer({ jawaban: "akan", catatan: "Bulan depan" })).toEqual({ done: true });
    expect(await returnAssignment(db, penilai, id, {})).toMatchObject({
      problems: [{ field: "catatan_kembali" }],
    });
    expect(
      await returnAssignment(db, penilai, id, {
        catatan_kembali: "Sebutkan isinya",
        tenggat_kembali: "2026-05-25",
      }),
    ).toEqual({ done: true });
    const file = await readAttachment({ name: "lampiran.pdf", stream: [Buffer.from("%PDF-1.7 biaya")] });
    expect(await answer({ jawaban: "sudah", naskah_baru: "Tidak dipungut biaya." }, file)).toEqual({
      done: true,
    });
    expect(await commentAssignment(db, penilai, id, { tanggapan: "Sudah sesuai" })).toEqual({ done: true });
    expect(await closeAssignment(db, penilai, id, { hasil: "diterima" })).toEqual({ done: true });
    await expect(answer({ jawaban: "akan" })).rejects.toMatchObject({ status: 409 });
    await expect(commentAssignment(db, umum, id, { tanggapan: "x" })).rejects.toMatchObject({ status: 409 });
    const { assignment, entries } = await getAssignment(db, penilai, id);
    expect(assignment).toMatchObject({
      state: "ditutup",
      outcome: "diterima",
      answer: "sudah",
      due: "2026-05-25",
      late: null,
    });
    expect(entries.map(({ kind, side, by, answer: said }) => [kind, side, by, said])).toEqual([
      ["tugas", "penilai", "penilai", null],
      ["jawaban", "bagian", "umum", "akan"],
      ["kembali", "penilai", "penilai", null],
      ["jawaban", "bagian", "umum", "sudah"],
      ["catatan", "penilai", "penilai", null],
      ["tutup", "penilai", "penilai", null],
    ]);
    expect(entries[3]).toMatchObject({ corrected: "Tidak dipungut biaya.", file_name: "lampiran.pdf" });
    expect((await entryFile(db, umum, id, 4)).headers.get("Content-Type")).toBe("application/pdf");
    await expect(entryFile(db, umum, id, 2)).rejects.toMatchObject({ status: 404 });
    expect(await eventsOf(db, arunika, "penugasan")).toEqual([
      "penugasan.kirim penilai",
      "penugasan.jawab umum",
      "penugasan.kembali penilai",
      "penugasan.jawab umum",
      "penugasan.catatan penilai",
      "penugasan.tutup penilai",
    ]);
    expect(await verifyChain(db.read, arunika)).toMatchObject({ ok: true });
    // Closed, it may be sent again.
    expect((await getAssignForm(db, penilai, FEE)).groups[0]?.open).toBeNull();
  });

  it("survive a new score, and are never closed silently where the new text has them no more", async () => {
    const { db, penilai, umum, store, arunika } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    const presence = async () => {
      const { presence: now, textChanged } = (await getAssignment(db, umum, id)).assignment;
      return [now, textChanged];
    };
    const scored = { r: arunika, action: "standar.nilai", subject: "arunika" } as const;
    await change(db, penilai, scored, (trx) => scoreRegency(db, trx, arunika));
    expect(await presence()).toEqual(["ada", false]);
    // Another text of the same decree, still without the fee.
    await store("arunika-2.txt", texts(["biaya"]));
    expect(await presence()).toEqual(["ada", true]);
    await expect(closeAssignment(db, penilai, id, { hasil: "tidak_ditemukan" })).rejects.toMatchObject({
      status: 409,
    });
    await store("arunika-3.txt", texts([]));
    expect(await presence()).toEqual(["hilang", true]);
    const list = await getAssignments(db, penilai, { kab: "arunika" });
    expect([list.gone, list.counts.ditugaskan]).toEqual([1, 1]);
    expect(list.rows[0]?.decreeNow?.version).toBe(3);
    expect(await closeAssignment(db, penilai, id, { hasil: "tidak_ditemukan" })).toEqual({ done: true });
    expect((await getAssignment(db, umum, id)).assignment).toMatchObject({
      state: "ditutup",
      outcome: "tidak_ditemukan",
    });
  });

  it("are late from the day after their date while the bagian owes an answer, and stand first then", async () => {
    const { db, penilai, umum, goTo } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    const all = { kab: "arunika", filter: { temuan: ["not_measurable" as const] } };
    const keys = (await getAssignForm(db, penilai, all)).groups.map(({ key }) => key);
    await assignFindings(db, penilai, all, keys, { tenggat: "2026-05-06" });
    goTo("2026-05-18");
    const list = () => getAssignments(db, penilai, { kab: "arunika" });
    // 6 to 18 May; the third is due today.
    expect((await list()).rows.map(({ no, late }) => [no, late])).toEqual([
      [2, 12],
      [3, 12],
      [1, null],
    ]);
    expect((await list()).late).toBe(2);
    await answerAssignment(db, umum, (await list()).rows[0]?.id ?? "", { jawaban: "akan" }, null);
    expect((await list()).rows.map(({ no, late }) => [no, late])).toEqual([
      [3, 12],
      [2, null],
      [1, null],
    ]);
    const late = await getAssignments(db, penilai, { kab: "arunika", filter: { late: true } });
    expect([late.rows.length, late.total]).toEqual([1, 3]);
    const answered = await getAssignments(db, penilai, {
      kab: "arunika",
      filter: { state: ["dijawab"], bagian: ["umum"] },
    });
    expect(answered.rows.map(({ no }) => no)).toEqual([2]);
    expect(await moveDueDate(db, penilai, id, { tenggat_baru: "2026-06-30" })).toMatchObject({
      problems: [{ field: "alasan_tenggat" }],
    });
    expect(
      await moveDueDate(db, penilai, id, { tenggat_baru: "2026-06-30", alasan_tenggat: "Cuti bersama" }),
    ).toEqual({
      done: true,
    });
    expect((await getAssignment(db, penilai, id)).assignment.due).toBe("2026-06-30");
  });

  it("are seen and answered by their own bagian alone, and decided by the penilai alone", async () => {
    const { db, penilai, umum, hukum, stranger } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    for (const scope of [hukum, stranger, scopeOf("tamu", [])]) {
      await expect(getAssignment(db, scope, id)).rejects.toMatchObject({ status: 404 });
      await expect(answerAssignment(db, scope, id, { jawaban: "akan" }, null)).rejects.toMatchObject({
        status: 404,
      });
      await expect(commentAssignment(db, scope, id, { tanggapan: "x" })).rejects.toMatchObject({
        status: 404,
      });
    }
    expect((await getAssignments(db, hukum, { kab: "arunika" })).total).toBe(0);
    await expect(getAssignments(db, stranger, { kab: "arunika" })).rejects.toMatchObject({ status: 404 });
    expect((await getAssignments(db, umum, { kab: "arunika" })).total).toBe(1);
    await expect(getAssignForm(db, umum, FEE)).rejects.toMatchObject({ status: 403 });
    await expect(assignFindings(db, umum, FEE, [], DUE)).rejects.toMatchObject({ status: 403 });
    await expect(
      closeAssignment(db, umum, id, { hasil: "ditarik", catatan_tutup: "x" }),
    ).rejects.toMatchObject({
      status: 403,
    });
    await expect(returnAssignment(db, umum, id, { catatan_kembali: "x" })).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      moveDueDate(db, umum, id, { tenggat_baru: "2026-06-30", alasan_tenggat: "x" }),
    ).rejects.toMatchObject({
      status: 403,
    });
  });

  it("are told beside the finding where it is asked for, and counted in the queue of each role", async () => {
    const { db, penilai, umum, hukum, stranger, goTo } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    const findings = async (withSent: boolean) =>
      (await getFindings(db, penilai, { ...FEE, kab: ["arunika"], withSent })).rows.map(({ sent }) => sent);
    expect(await findings(true)).toEqual([{ id, no: 1, due: "2026-05-18" }]);
    expect(await findings(false)).toEqual([undefined]);
    await planAction(db, penilai, "arunika", {
      uraian: "Menambah baris biaya",
      penanggung: "umum",
      jabatan: "Kepala Bagian Umum",
      tenggat: "2026-05-10",
    });
    goTo("2026-05-20");
    const counts = { owed: 1, owedLate: 1, answered: 0, lateActions: 1 };
    for (const scope of [penilai, umum]) {
      expect(await getWaitingFollowUp(db, scope)).toMatchObject([
        { regency: { slug: "arunika" }, ...counts },
      ]);
    }
    for (const scope of [hukum, stranger]) expect(await getWaitingFollowUp(db, scope)).toEqual([]);
    await answerAssignment(db, umum, id, { jawaban: "akan" }, null);
    expect(await getWaitingFollowUp(db, penilai)).toMatchObject([{ owed: 0, owedLate: 0, answered: 1 }]);
  });

  it("give rise to an action whose cause is the finding", async () => {
    const { db, penilai } = await world(openTestDb);
    const id = await sendFee(db, penilai);
    await planAction(db, penilai, "arunika", {
      penugasan: id,
      uraian: "Menambah baris biaya",
      penanggung: "umum",
      jabatan: "Kepala Bagian Umum",
      tenggat: "2026-06-01",
    });
    expect((await getAction(db, penilai, "arunika", 1)).action).toMatchObject({
      assignmentId: id,
      service: { name: "Peminjaman Aula" },
      origin: { kind: "temuan", code: "missing", component: "biaya", place: "Bagian Umum" },
    });
    expect((await getAssignment(db, penilai, id)).actions).toMatchObject([{ no: 1, state: "rencana" }]);
  });
});
