import { expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { beginAssessments } from "#app/server/assessment/begin.server.ts";
import { keepMachine } from "#app/server/assessment/judge.server.ts";
import { moveAssessment } from "#app/server/assessment/move.server.ts";
import { getComparison } from "#app/server/comparison.server.ts";
import type { Asked } from "#app/server/correction/asked.ts";
import { correct, getCorrections, rehearse, undoCorrection } from "#app/server/correction/correct.server.ts";
import { rereadText } from "#app/server/correction/reread.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getRegency } from "#app/server/regency.server.ts";
import { getService } from "#app/server/service.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { assessmentsIn } from "#db/queries/assessments.ts";
import { correctionsOf } from "#db/queries/corrections.ts";
import { readingOf, readingRows } from "#db/queries/reading-rows.ts";
import { regencyBySlug } from "#db/queries/regencies.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("Sari", "all");
/** Whose jobs run in a test. */
const operator = scopeOf("operator lokal", "all");
const SK = "arunika-060-12-org-2024";
const LINES = decreeText(ARUNIKA).split("\n");
/** The nth line (1-based) that holds these words. */
const lineOf = (words: string, nth = 1): number => {
  let seen = 0;
  return LINES.findIndex((line) => line.includes(words) && ++seen === nth) + 1;
};

const opened = async (open: (options?: { clock: () => Date }) => Promise<Db>) => {
  const db = await open({ clock: () => new Date("2026-03-02T02:00:00.000Z") });
  await ingestFile(db, operator, { name: "arunika.txt", stream: streamOf(bytesOf(decreeText(ARUNIKA))) });
  return db;
};

const asked = (part: Partial<Asked> & Pick<Asked, "op">): Asked => ({
  lines: [],
  words: "",
  service: null,
  into: null,
  component: null,
  name: "",
  bagian: "",
  ...part,
});

const doing = (db: Db, part: Partial<Asked> & Pick<Asked, "op">, by = scope) =>
  correct(db, by, { sk: SK, version: 1, asked: asked(part), reason: "Cocok dengan naskah asli" });

const placeOf = async (db: Db) => {
  const r = (await regencyBySlug(db.read, scope, "arunika"))?.id as number;
  const text = await db.read
    .selectFrom("decree_text")
    .select("id")
    .where("r", "=", r)
    .executeTakeFirstOrThrow();
  return { r, textId: text.id };
};

/** Everything that counts of the reading, without ids that may be new. */
const stateOf = async (db: Db) => {
  const place = await placeOf(db);
  const reading = await readingOf(db.read, place.r, place);
  if (!reading) throw new Error("no reading");
  const { span, service_text, component, declared, finding } = await readingRows(db.read, reading);
  const names = new Map(service_text.map(({ id, ordinal }) => [id, ordinal]));
  const named = <T extends { service_text_id: string | null }>({ service_text_id, ...row }: T) => ({
    ...row,
    table: names.get(service_text_id ?? ""),
  });
  const services = await db.read
    .selectFrom("service")
    .select(["no", "name", "bagian_id", "text_id"])
    .where("r", "=", place.r)
    .orderBy("no")
    .execute();
  return {
    span,
    tables: service_text.map(({ id: _id, same_as, ...row }) => ({ ...row, same: names.get(same_as ?? "") })),
    component: component.map(named),
    declared: declared.map(named),
    finding: finding.map(({ id: _id, ...row }) => JSON.stringify(named(row))).sort(),
    coverage: reading.coverage,
    services: services.map(({ text_id, ...row }) => ({ ...row, table: names.get(text_id ?? "") })),
  };
};

const levelOf = async (db: Db, no: number, key: string) =>
  (await getService(db, scope, "arunika", no)).components.find((one) => one.key === key)?.level;
const textOf = async (db: Db, no: number, key: string) =>
  (await getService(db, scope, "arunika", no)).components.find((one) => one.key === key)?.text;

describeEachEngine("corrections of a reading", (openTestDb) => {
  it("move lines to another component: text, level, findings and counts follow at once, and go back when it is undone", async () => {
    const db = await opened(openTestDb);
    const before = await stateOf(db);
    const problems = (await getRegency(db, scope, "arunika", {})).summary;
    // The second service has no evaluation; the sentence of its supervision row is given to it.
    const line = lineOf("Pengawasan", 2);
    expect(await levelOf(db, 2, "evaluasi_kinerja")).toBe("0");
    const done = await doing(db, { op: "pindah", lines: [line], service: 1, component: "evaluasi_kinerja" });
    expect(done).toMatchObject({ seq: 1, effect: { conflict: null } });
    expect(await textOf(db, 2, "evaluasi_kinerja")).toBe(
      "Atasan langsung memeriksa buku register setiap Jumat.",
    );
    expect(await textOf(db, 2, "pengawasan")).toBeNull();
    expect(await levelOf(db, 2, "pengawasan")).toBe("0");
    expect(await levelOf(db, 2, "evaluasi_kinerja")).not.toBe("0");
    const now = (await getRegency(db, scope, "arunika", {})).summary;
    expect(now).not.toEqual(problems);
    await undoCorrection(db, scope, { sk: SK, version: 1, seq: 1, reason: "Keliru" });
    expect(await stateOf(db)).toEqual(before);
    expect((await getRegency(db, scope, "arunika", {})).summary).toEqual(problems);
    expect(
      (await getCorrections(db, scope, SK, 1)).map(({ state, by, reason }) => [state, by, reason]),
    ).toEqual([["dibatalkan", "Sari", "Cocok dengan naskah asli"]]);
    expect(await verifyChain(db.read, (await placeOf(db)).r)).toMatchObject({ ok: true });
  });

  it("keep what hangs on services that they do not touch", async () => {
    const db = await opened(openTestDb);
    const { r } = await placeOf(db);
    const tables = await db.read
      .selectFrom("service_text")
      .selectAll()
      .where("r", "=", r)
      .orderBy("ordinal")
      .execute();
    const penilai = { scope: scopeOf("sari", [r]), grants: [{ r, role: "penilai" as const, bagianId: "" }] };
    const { ids } = await beginAssessments(db, penilai, { kab: "arunika", layanan: [1, 2] });
    await keepMachine(db, penilai, ids, "semua");
    for (const id of ids) await moveAssessment(db, penilai, id, "ajukan");
    const states = async () => (await assessmentsIn(db.read, operator, { ids })).map(({ state }) => state);
    expect(await states()).toEqual(["diajukan", "diajukan"]);
    await doing(db, { op: "nama", service: 0, name: "Peminjaman Aula Utama" });
    expect((await states()).sort()).toEqual(["diajukan", "perlu_direviu_ulang"]);
    const now = await db.read
      .selectFrom("service_text")
      .innerJoin("reading", "reading.id", "service_text.reading_id")
      .select(["service_text.id", "content_hash", "service_id"])
      .where("service_text.r", "=", r)
      .where("current", "=", 1)
      .orderBy("ordinal")
      .execute();
    expect(now.map(({ id }) => id)).toEqual(tables.map(({ id }) => id));
    expect(now.map((row, at) => row.content_hash === tables[at]?.content_hash)).toEqual([false, true, true]);
    expect(now.map(({ service_id }) => service_id)).toEqual(tables.map(({ service_id }) => service_id));
    expect((await getService(db, scope, "arunika", 1)).service.name).toBe("Peminjaman Aula Utama");
  });

  it("show beforehand what they change, and change nothing by it", async () => {
    const db = await opened(openTestDb);
    const before = await stateOf(db);
    const shown = await rehearse(db, scope, {
      sk: SK,
      version: 1,
      asked: asked({
        op: "pindah",
        lines: [lineOf("Pengawasan", 2)],
        service: 1,
        component: "evaluasi_kinerja",
      }),
    });
    if ("problem" in shown) throw new Error(shown.problem.message);
    expect(
      shown.effect.services.map(({ after, components }) => [after?.name, components.map(({ key }) => key)]),
    ).toEqual([["Penerimaan Tamu Daerah", ["pengawasan", "evaluasi_kinerja"]]]);
    expect(shown.effect.services[0]?.components[1]).toMatchObject({
      before: { level: "0", text: null },
      after: { text: "Atasan langsung memeriksa buku register setiap Jumat." },
    });
    expect(await stateOf(db)).toEqual(before);
    const { r, textId } = await placeOf(db);
    expect(await correctionsOf(db.read, r, textId)).toEqual([]);
    expect((await readingOf(db.read, r, { textId }))?.machine_id).toBeNull();
  });

  it("split, merge, remove and add services, in register and list; all undone is the reading of the machine", async () => {
    const db = await opened(openTestDb);
    const before = await stateOf(db);
    const names = async () =>
      (await stateOf(db)).services.filter(({ table }) => table !== undefined).map(({ name }) => name);
    // The third service is a false one and goes to nobody; its lines are unassigned then.
    await doing(db, { op: "hapus", service: 2 });
    expect(await names()).toEqual(["Peminjaman Aula", "Penerimaan Tamu Daerah"]);
    // Added again with its lines, the reader finds its fourteen rows.
    const [from, to] = [lineOf("Jenis Layanan: Legalisasi"), LINES.length];
    const lines = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const added = await doing(db, {
      op: "tambah",
      lines,
      name: "Legalisasi Dokumen",
      bagian: "Bagian Hukum",
    });
    expect(added).toMatchObject({ seq: 2, effect: { conflict: null } });
    expect(await names()).toEqual(["Peminjaman Aula", "Penerimaan Tamu Daerah", "Legalisasi Dokumen"]);
    expect(await textOf(db, 3, "dasar_hukum")).toBe(
      "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
    );
    expect(await textOf(db, 3, "biaya")).toBeNull();
    // The second half of the first service becomes one of its own, then goes to the second.
    await doing(db, { op: "pisah", service: 0, lines: [lineOf("Sarana")], name: "Peminjaman Halaman" });
    expect(await names()).toContain("Peminjaman Halaman");
    expect(await textOf(db, 1, "sarana")).toBeNull();
    const half = (await stateOf(db)).services.find(({ name }) => name === "Peminjaman Halaman");
    expect(await textOf(db, half?.no as number, "sarana")).toBe("Meja layanan, komputer, dan ruang tunggu.");
    await doing(db, { op: "gabung", service: 100_003, into: 0 });
    expect(await names()).not.toContain("Peminjaman Halaman");
    expect(await textOf(db, 1, "sarana")).toBe("Meja layanan, komputer, dan ruang tunggu.");
    // What rests on an undone correction is set aside, and says so.
    await undoCorrection(db, scope, { sk: SK, version: 1, seq: 3, reason: "" });
    expect((await getCorrections(db, scope, SK, 1)).map(({ seq, conflict }) => [seq, conflict])).toEqual([
      [4, "sandaran_batal"],
      [3, null],
      [2, null],
      [1, null],
    ]);
    for (const seq of [1, 2, 4]) await undoCorrection(db, scope, { sk: SK, version: 1, seq, reason: "" });
    const now = await stateOf(db);
    const { services: _then, ...machine } = before;
    const { services, ...restored } = now;
    expect(restored).toEqual(machine);
    expect(
      services.filter(({ table }) => table !== undefined).map(({ name, table }) => [name, table]),
    ).toEqual(before.services.map(({ name, table }) => [name, table]));
  });

  it("show in a comparison of two versions of the decree", async () => {
    const db = await opened(openTestDb);
    const second = decreeText(ARUNIKA).replace("Meja layanan, komputer", "Loket, komputer");
    await ingestFile(db, operator, { name: "arunika-2.txt", stream: streamOf(bytesOf(second)) });
    const compared = async () =>
      (await getComparison(db, scope, SK, SK, { after: 2, before: 1 })).rows
        .filter(({ change }) => change !== "sama")
        .map(({ change, after, components }) => [
          change,
          after?.name,
          components.map(({ key, change: how, words }) => [
            key,
            how,
            words?.map(({ sign }) => sign).join(""),
          ]),
        ]);
    expect(await compared()).toEqual([["berubah", "Peminjaman Aula", [["sarana", "isi", "-+="]]]]);
    // The first version is corrected: its evaluation was the fifth row's supervision.
    await doing(db, {
      op: "pindah",
      lines: [lineOf("Pengawasan", 2)],
      service: 1,
      component: "evaluasi_kinerja",
    });
    expect(await compared()).toEqual([
      ["berubah", "Peminjaman Aula", [["sarana", "isi", "-+="]]],
      [
        "berubah",
        "Penerimaan Tamu Daerah",
        [
          ["pengawasan", "muncul", undefined],
          ["evaluasi_kinerja", "hilang", undefined],
        ],
      ],
    ]);
  });

  it("hold when the text is read again by another reader, whose tables are counted otherwise", async () => {
    const db = await opened(openTestDb);
    const { r, textId } = await placeOf(db);
    const line = lineOf("Pengawasan", 2);
    await doing(db, { op: "pindah", lines: [line], service: 1, component: "evaluasi_kinerja" });
    await doing(db, { op: "nama", service: 2, name: "Legalisasi Dokumen Daerah" });
    await doing(db, { op: "pisah", service: 0, lines: [lineOf("Sarana")], name: "Peminjaman Halaman" });
    const before = await stateOf(db);
    const ids = async () =>
      (
        await db.read
          .selectFrom("service")
          .select(["no", "text_id"])
          .where("r", "=", r)
          .orderBy("no")
          .execute()
      ).map(({ text_id }) => text_id);
    const linked = await ids();
    // The other reader finds one table more before the first: all others move up by one.
    const later = (bytes: Uint8Array, name: string): Reading => {
      const reading = readDecree(bytes, name);
      const up = (ordinal: number | null) => (ordinal === null ? null : ordinal + 1);
      const [first] = reading.services;
      if (!first) throw new Error("nothing read");
      const ghost = { ...first, name: "Tabel Semu", line: 40, components: { ...first.components } };
      for (const key of COMPONENT_KEYS) ghost.components[key] = null;
      return {
        ...reading,
        reader: "9.0.0",
        services: [ghost, ...reading.services.map((one) => ({ ...one, same_as: up(one.same_as) }))],
        listed: reading.listed.map((one) => ({ ...one, service: up(one.service) })),
        findings: reading.findings.map((one) => ({ ...one, service: up(one.service) })),
        spans: reading.spans.map((span) => ({ ...span, service: up(span.service) })),
      };
    };
    expect(await rereadText(db, scope, SK, 1, later)).toEqual({ reader: "9.0.0", holding: 3, conflicts: 0 });
    expect((await ids()).slice(0, 4)).toEqual(linked);
    expect(await textOf(db, 2, "evaluasi_kinerja")).toBe(
      "Atasan langsung memeriksa buku register setiap Jumat.",
    );
    const now = await stateOf(db);
    expect(now.tables.map(({ name }) => name).sort()).toEqual(
      ["Tabel Semu", ...before.tables.map(({ name }) => name)].sort(),
    );
    // Read again as it was, everything is as before but for the service that was added in between.
    await rereadText(db, scope, SK, 1);
    const again = await stateOf(db);
    expect({ ...again, services: null }).toEqual({ ...before, services: null });
    const readings = await db.read
      .selectFrom("reading")
      .select("current")
      .where("text_id", "=", textId)
      .execute();
    expect(readings.map(({ current }) => current).sort()).toEqual([0, 1]);
  });

  it("are kept aside, to be seen, where the other reading has nothing to apply them to", async () => {
    const db = await opened(openTestDb);
    await doing(db, { op: "nama", service: 2, name: "Legalisasi Dokumen Daerah" });
    const blind = (bytes: Uint8Array, name: string): Reading => {
      const reading = readDecree(bytes, name);
      const gone = <T extends { service: number | null }>(one: T) =>
        one.service === 2 ? { ...one, service: null } : one;
      return {
        ...reading,
        services: reading.services.slice(0, 2),
        listed: reading.listed.map(gone),
        findings: reading.findings.filter(({ service }) => service !== 2),
        spans: reading.spans.map((span) =>
          span.service === 2 ? { ...span, role: "unassigned", service: null, component: null } : span,
        ),
      };
    };
    expect(await rereadText(db, scope, SK, 1, blind)).toMatchObject({ holding: 0, conflicts: 1 });
    expect(await getCorrections(db, scope, SK, 1)).toMatchObject([
      { seq: 1, state: "bertentangan", conflict: "layanan_hilang" },
    ]);
    expect((await stateOf(db)).tables.map(({ name }) => name)).toEqual([
      "Peminjaman Aula",
      "Penerimaan Tamu Daerah",
    ]);
    // The next reader finds it again, and the correction holds again.
    expect(await rereadText(db, scope, SK, 1)).toMatchObject({ holding: 1, conflicts: 0 });
    expect((await getService(db, scope, "arunika", 3)).service.name).toBe("Legalisasi Dokumen Daerah");
  });

  it("say nothing to who may not see the whole regency, and refuse what is no line", async () => {
    const db = await opened(openTestDb);
    const { r } = await placeOf(db);
    const elsewhere = scopeOf("Budi", [6311]);
    const bagian = scopeOf("Umum", [r], new Map([[r, ["tidak-ada"]]]));
    const wish = { op: "nama", service: 0, name: "Lain" } as const;
    await expect(doing(db, wish, elsewhere)).rejects.toMatchObject({ status: 404 });
    await expect(doing(db, wish, bagian)).rejects.toMatchObject({ status: 404 });
    await expect(getCorrections(db, elsewhere, SK, 1)).rejects.toMatchObject({ status: 404 });
    expect(await doing(db, { op: "pindah", lines: [999_999], service: 0, component: "biaya" })).toMatchObject(
      {
        problem: { field: "baris" },
      },
    );
    expect(
      await doing(db, {
        op: "pindah",
        lines: [lineOf("Biaya")],
        words: "seribu",
        service: 0,
        component: "produk",
      }),
    ).toMatchObject({ problem: { field: "kutipan" } });
    expect(await doing(db, { op: "gabung", service: 0, into: 0 })).toMatchObject({
      problem: { field: "ke" },
    });
    const { r: same, textId } = await placeOf(db);
    expect(await correctionsOf(db.read, same, textId)).toEqual([]);
  });
});
