import { expect, it } from "vitest";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { getFindings } from "#app/server/findings.server.ts";
import { ingestFile, type Overrides } from "#app/server/ingest.server.ts";
import { getJob, runNextJob } from "#app/server/jobs.server.ts";
import { getNaskah, listNaskah } from "#app/server/naskah.server.ts";
import { getUpload, listWaitingUploads } from "#app/server/preview.server.ts";
import { seedRegencies } from "#app/server/regency-register.server.ts";
import { getService } from "#app/server/service.server.ts";
import type { JobProgress } from "#app/server/stored-json.ts";
import {
  confirmUpload,
  discardUpload,
  MAX_UPLOAD_BYTES,
  stageUpload,
  sweepAnteroom,
} from "#app/server/upload.server.ts";
import { JOB_HANDLERS, longestSilence } from "#app/server/upload-jobs.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { dropStaged, stageRows } from "#db/queries/staging.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const ingest = (db: Db, text: string | Uint8Array, name = "arunika.txt", overrides: Overrides = {}) =>
  ingestFile(
    db,
    scope,
    { name, stream: streamOf(typeof text === "string" ? bytesOf(text) : text) },
    overrides,
  );
const ingestSpec = (db: Db, spec: DecreeSpec, name?: string) => ingest(db, decreeText(spec), name);
const work = (db: Db) => runNextJob(db, JOB_HANDLERS, { worker: "pekerja uji" });

/** Rows of every table that a reading fills, in the anteroom and outside of it. */
const rowCounts = async (db: Db) => {
  const counts: Record<string, [number, number]> = {};
  for (const table of ["file", "decree", "naskah_line", "span", "component", "finding", "service"] as const) {
    const rows = await db.read.selectFrom(table).select("r").execute();
    counts[table] = [rows.filter(({ r }) => r === 0).length, rows.filter(({ r }) => r > 0).length];
  }
  return counts;
};
const NOTHING = {
  file: [0, 0],
  decree: [0, 0],
  naskah_line: [0, 0],
  span: [0, 0],
  component: [0, 0],
  finding: [0, 0],
  service: [0, 0],
};

describeEachEngine("storing a decree", (openTestDb) => {
  it("adds its regency, bagian and services, and leaves nothing in the anteroom", async () => {
    const db = await openTestDb();
    const result = await ingestSpec(db, ARUNIKA);
    expect(result).toMatchObject({
      kind: "stored",
      outcome: {
        message: "3 layanan dalam 1 keputusan tersimpan.",
        stored: [
          {
            regency: { name: "Kabupaten Arunika", slug: "arunika", code: null },
            decree: {
              slug: "arunika-060-12-org-2024",
              version: 1,
              number: "060/12/ORG TAHUN 2024",
              year: 2024,
            },
            kind: "baru",
            services: 3,
            linked: 0,
            proposed: 0,
            added: 3,
          },
        ],
      },
    });
    const counts = await rowCounts(db);
    // 92 lines, of which the text's 21 blank ones have no span; 3 tables of 14 components.
    // 3 findings of the reading; 2 bagian without access for vulnerable groups; no maklumat, consultation, predecessor.
    expect(counts).toMatchObject({
      file: [0, 1],
      decree: [0, 1],
      naskah_line: [0, 92],
      component: [0, 42],
      finding: [0, 8],
      service: [0, 3],
    });
    expect(counts.span?.[0]).toBe(0);
    expect(counts.span?.[1]).toBeGreaterThan(60);
  });

  it("leaves one event in the chain of the regency, beside the one that added it", async () => {
    const db = await openTestDb();
    await ingestSpec(db, ARUNIKA);
    const { id } = await db.read.selectFrom("regency").select("id").executeTakeFirstOrThrow();
    expect(id).toBe(10_000);
    expect(await verifyChain(db.read, id)).toEqual({ ok: true, events: 2 });
    const events = await db.read
      .selectFrom("event")
      .select(["action", "after"])
      .where("r", "=", id)
      .orderBy("seq")
      .execute();
    expect(events.map((event) => event.action)).toEqual(["naskah.simpan", "kabupaten.tambah"]);
    expect(JSON.parse(events[0]?.after ?? "")).toMatchObject({
      decrees: [{ decree: "arunika-060-12-org-2024", version: 1, services: 3, added: 3 }],
    });
  });

  it("finds a regency of the shipped table by its name", async () => {
    const db = await openTestDb();
    await seedRegencies(db, scope);
    await seedRegencies(db, scope);
    await ingestSpec(db, { ...ARUNIKA, regency: "BALANGAN" });
    const rows = await db.read.selectFrom("decree").select("r").execute();
    expect(rows).toEqual([{ r: 6311 }]);
    expect(await db.read.selectFrom("regency").select("id").execute()).toHaveLength(6);
  });

  it("changes nothing for the same file again, and says since when it is stored", async () => {
    const db = await openTestDb({ clock: () => new Date("2025-06-16T06:45:00.000Z") });
    await ingestSpec(db, ARUNIKA);
    const before = await rowCounts(db);
    expect(await ingestSpec(db, ARUNIKA, "salinan.txt")).toEqual({
      kind: "known",
      message: "Naskah ini sudah tersimpan sejak 16 Juni 2025. Tidak ada yang diubah.",
    });
    expect(await rowCounts(db)).toEqual(before);
  });

  it("changes nothing for the same text in another file: line ends, blanks and blank lines do not count", async () => {
    const db = await openTestDb({ clock: () => new Date("2025-06-16T06:45:00.000Z") });
    await ingestSpec(db, ARUNIKA);
    const before = await rowCounts(db);
    const spaced = decreeText(ARUNIKA).replaceAll("\n\n", "\n\n\n").replaceAll("\n", " \r\n");
    expect(await ingest(db, spaced)).toEqual({
      kind: "known",
      message: "Naskah ini sudah tersimpan sejak 16 Juni 2025. Tidak ada yang diubah.",
    });
    expect(await rowCounts(db)).toEqual(before);
  });

  it("writes a heading in capitals as a name, and leaves what is short for something in capitals", async () => {
    const db = await openTestDb();
    await ingestSpec(db, {
      bagian: [
        { name: "BAGIAN PEREKONOMIAN DAN SDA", services: [{ name: "Penerimaan Tamu Daerah" }] },
        { name: "BAGIAN HUKUM DAN HAM", services: [{ name: "Pelayanan Surat" }] },
      ],
    });
    expect(await db.read.selectFrom("bagian").select("name").orderBy("name").execute()).toEqual([
      { name: "Bagian Hukum dan HAM" },
      { name: "Bagian Perekonomian dan SDA" },
    ]);
  });

  it("keeps the older text beside a newer one of the same decree and counts only the newer", async () => {
    const db = await openTestDb();
    const [umum, hukum] = ARUNIKA.bagian;
    await ingestSpec(db, ARUNIKA);
    const mended: DecreeSpec = {
      bagian: [
        // The evaluation is added, a service is left out, a new one stands there.
        { name: "BAGIAN UMUM", services: [{ name: "Penerimaan Tamu Daerah" }, { name: "Pelayanan Surat" }] },
        hukum as NonNullable<typeof hukum>,
      ],
    };
    const result = await ingestSpec(db, mended, "arunika-2.txt");
    expect(result).toMatchObject({
      kind: "stored",
      outcome: {
        stored: [{ kind: "versi", decree: { version: 2 }, services: 3, linked: 2, proposed: 0, added: 1 }],
      },
    });
    const naskah = await listNaskah(db, scope);
    expect(naskah.map(({ version, inForce }) => [version, inForce])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await db.read.selectFrom("bagian").select("name").orderBy("name").execute()).toEqual([
      { name: "Bagian Hukum" },
      { name: "Bagian Umum" },
    ]);
    // Peminjaman Aula is no longer printed: kept in the register (number 1), counted nowhere.
    const { regencies } = await getDashboard(db, scope, {});
    expect(regencies[0]).toMatchObject({ services: 3, complete: 2, incomplete: 1, years: [2024] });
    await expect(getService(db, scope, "arunika", 1)).rejects.toMatchObject({ status: 404 });
    const guest = await getService(db, scope, "arunika", 2);
    expect(guest.decree.version).toBe(2);
    expect(guest.otherTexts.map(({ decree }) => decree.version)).toEqual([1]);
    // 2 of the reading, 2 of its bagian, 3 of the decree.
    expect((await getFindings(db, scope, { filter: {} })).total).toBe(7);
    expect(umum?.services).toHaveLength(2);
    // The older text can still be opened.
    const older = await getNaskah(db, scope, "arunika-060-12-org-2024", 1);
    expect(older.superseded).toBe(true);
    expect(older.lines).toHaveLength(92);
  });

  it("counts a service once that a newer decree prints again, whichever is stored first", async () => {
    const db = await openTestDb();
    await ingestSpec(db, { ...ARUNIKA, number: "060/9/ORG", year: 2025 }, "baru.txt");
    await ingestSpec(db, { ...ARUNIKA, number: "060/1/ORG", year: 2021 }, "lama.txt");
    const { regencies } = await getDashboard(db, scope, {});
    expect(regencies[0]).toMatchObject({ services: 3, years: [2025] });
    expect((await getService(db, scope, "arunika", 1)).decree.year).toBe(2025);
    const naskah = await listNaskah(db, scope);
    expect(naskah.map(({ year, inForce }) => [year, inForce])).toEqual([
      [2025, true],
      [2021, false],
    ]);
  });

  it("links a service whose name was misread by proposal, and remembers the name", async () => {
    const db = await openTestDb();
    await ingestSpec(db, ARUNIKA);
    const misread: DecreeSpec = {
      number: "060/9/ORG",
      year: 2025,
      bagian: [
        { name: "Bagian Umum", services: [{ name: "Peminjaman Aula" }, { name: "Penerimaan Tarnu Daerah" }] },
        { name: "Bagian Hukum", services: [{ name: "Legalisasi Dokumen" }] },
      ],
    };
    const first = await ingestSpec(db, misread, "b.txt");
    expect(first).toMatchObject({ outcome: { stored: [{ linked: 2, proposed: 1, added: 0 }] } });
    const again = await ingestSpec(db, { ...misread, number: "060/10/ORG", year: 2026 }, "c.txt");
    expect(again).toMatchObject({ outcome: { stored: [{ linked: 3, proposed: 0, added: 0 }] } });
    expect(await db.read.selectFrom("service").select("id").execute()).toHaveLength(3);
  });

  it("cuts a file of two decrees into two versions, each with its own lines and services", async () => {
    const db = await openTestDb();
    const [umum, hukum] = ARUNIKA.bagian as [DecreeSpec["bagian"][number], DecreeSpec["bagian"][number]];
    const first = decreeText({ issuer: "SEKRETARIS DAERAH", number: "060/1/ORG", bagian: [umum] });
    const second = decreeText({ issuer: "SEKRETARIS DAERAH", number: "060/2/ORG", bagian: [hukum] });
    const result = await ingest(db, `${first}\n${second}`);
    expect(result).toMatchObject({
      outcome: {
        message: "3 layanan dalam 2 keputusan tersimpan.",
        stored: [
          { decree: { number: "060/1/ORG TAHUN 2024" }, services: 2 },
          { decree: { number: "060/2/ORG TAHUN 2024" }, services: 1 },
        ],
      },
    });
    const naskah = await listNaskah(db, scope);
    const lines = first.split("\n").length;
    expect(naskah.map((row) => row.lines)).toEqual([
      [1, lines],
      // The closing line end opens no line.
      [lines + 1, lines + second.split("\n").length - 1],
    ]);
    // The first decree again, alone: its text is known.
    expect(await ingest(db, first, "hanya-satu.txt")).toMatchObject({ kind: "known" });
  });

  it("refuses a decree whose number cannot be read, says how to give it, and keeps nothing", async () => {
    const db = await openTestDb();
    const text = decreeText({ ...ARUNIKA, number: null });
    const refused = await ingest(db, text);
    expect(refused.kind).toBe("refused");
    expect(refused).toMatchObject({ message: expect.stringContaining("--nomor 1=") });
    expect(await rowCounts(db)).toEqual(NOTHING);
    const given = await ingest(db, text, "a.txt", { numbers: new Map([[1, "060/77/ORG"]]) });
    expect(given).toMatchObject({ outcome: { stored: [{ decree: { number: "060/77/ORG" } }] } });
  });

  it("refuses what is no decree, with the reader's own words", async () => {
    const db = await openTestDb();
    expect(await ingest(db, "")).toEqual({
      kind: "refused",
      message: "Berkas ini kosong. Simpan ulang naskahnya, lalu unggah kembali.",
    });
    expect(await ingest(db, "Daftar belanja: beras, gula, kopi.")).toMatchObject({ kind: "refused" });
    expect(await ingest(db, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("bukan teks"),
    });
    expect(await rowCounts(db)).toEqual(NOTHING);
  });

  it("stops taking a file beyond 25 MB and keeps nothing of it", async () => {
    const db = await openTestDb();
    let taken = 0;
    const endless = (function* () {
      for (;;) {
        taken += 1_000_000;
        yield new Uint8Array(1_000_000);
      }
    })();
    const staging = stageUpload(db, scope, { name: "besar.txt", stream: endless });
    await expect(staging).rejects.toMatchObject({ code: "too_large", status: 413 });
    expect(taken).toBe(MAX_UPLOAD_BYTES + 1_000_000);
    expect(await rowCounts(db)).toEqual(NOTHING);
  });

  it("stores letters of another encoding and text with mark-up as they were read", async () => {
    const db = await openTestDb();
    const text = decreeText(ARUNIKA).replace("Surat keterangan.", "Surat <b>“keterangan”</b> – asli.");
    await ingest(db, new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")));
    const sheet = await getService(db, scope, "arunika", 1);
    expect(sheet.components.find(({ key }) => key === "produk")?.text).toBe("Surat “keterangan” – asli.");
  });
});

describeEachEngine("an upload before it is confirmed", (openTestDb) => {
  const staged = async (db: Db, text = decreeText(ARUNIKA), name = "arunika.txt") => {
    const upload = await stageUpload(db, scope, { name, stream: streamOf(bytesOf(text)) });
    if (upload.kind !== "job") throw new Error("the file is known");
    return upload;
  };
  const identity = {
    index: 0,
    regency: "Kabupaten Arunika",
    issuer: "Bupati",
    number: "060/12/ORG",
    year: 2024,
  };

  it("says line by line how far its reading is, decree by decree, and how long it may now be silent", async () => {
    const db = await openTestDb();
    const first = decreeText(ARUNIKA);
    const second = decreeText({ ...ARUNIKA, number: "060/13/ORG" });
    const { uploadId } = await staged(db, `${first}\n${second}`);
    const said: unknown[] = [];
    const progress = async (step: JobProgress, silentMs?: number) => void said.push([step, silentMs]);
    await JOB_HANDLERS.baca({ db, scope, args: { uploadId }, progress });
    // Under a megabyte: two minutes, and half a minute for the megabyte that has begun.
    const silence = 150_000;
    const reading = said.filter((one) => (one as [JobProgress])[0].label === "Membaca naskah");
    const total = first.split("\n").length + second.split("\n").length - 1;
    expect(reading.map((one) => (one as [JobProgress])[0])).toEqual(
      [0, 0, expect.any(Number), total].map((done, nth) => ({
        label: "Membaca naskah",
        done,
        total: nth === 0 ? 1 : total,
      })),
    );
    expect(new Set(said.map((one) => (one as [JobProgress, number])[1]))).toEqual(new Set([silence]));
  });

  it("may be silent for longer the larger it is: fourteen minutes at 24 MB", () => {
    expect(longestSilence(24_000_000)).toBe(14 * 60_000);
    expect(longestSilence(1)).toBe(150_000);
  });

  it("is read by the worker and then shows what it holds, while no page shows any of it", async () => {
    const db = await openTestDb();
    const { jobId, uploadId } = await staged(db);
    expect(await getUpload(db, scope, uploadId)).toMatchObject({ step: "antre", decrees: [] });
    await work(db);
    expect(await getJob(db, scope, jobId)).toMatchObject({
      state: "selesai",
      next: `/unggah/${uploadId}/pratinjau`,
    });
    const view = await getUpload(db, scope, uploadId);
    expect(view).toMatchObject({ step: "pratinjau", lines: 92, name: "arunika.txt" });
    expect(view.decrees).toHaveLength(1);
    expect(view.decrees[0]).toMatchObject({
      regencyName: "Arunika",
      regency: null,
      number: "060/12/ORG TAHUN 2024",
      needs: [],
      status: { kind: "baru", version: 1 },
      lines: [1, 92],
      findings: [
        { code: "missing", count: 1 },
        { code: "blank", count: 1 },
        { code: "placeholder", count: 1 },
      ],
    });
    expect(
      view.decrees[0]?.services.map(({ name, link, completeness }) => [name, link.kind, completeness.all]),
    ).toEqual([
      ["Peminjaman Aula", "baru", { present: 14, absent: 0, unreadable: 0 }],
      ["Penerimaan Tamu Daerah", "baru", { present: 13, absent: 1, unreadable: 0 }],
      ["Legalisasi Dokumen", "baru", { present: 12, absent: 2, unreadable: 0 }],
    ]);
    expect(view.decrees[0]?.declared.map(({ state }) => state)).toEqual(["cocok", "cocok", "cocok"]);
    expect(await getDashboard(db, scope, {})).toMatchObject({ regencies: [], total: { services: 0 } });
    expect((await getFindings(db, scope, { filter: {} })).total).toBe(0);
    expect(await listNaskah(db, scope)).toEqual([]);
  });

  it("is found again while it waits, also when the same file is handed in once more", async () => {
    const db = await openTestDb();
    const first = await staged(db);
    const second = await staged(db);
    expect(second).toEqual(first);
    await work(db);
    expect(await staged(db)).toEqual(first);
    expect(await listWaitingUploads(db, scope)).toMatchObject([{ id: first.uploadId, step: "pratinjau" }]);
  });

  it("is stored once confirmed; confirming or storing twice changes nothing more", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    await work(db);
    const confirmation = { decrees: [identity] };
    await confirmUpload(db, scope, uploadId, confirmation);
    await confirmUpload(db, scope, uploadId, confirmation);
    await work(db);
    const before = await rowCounts(db);
    await work(db);
    expect(await rowCounts(db)).toEqual(before);
    expect(before.service).toEqual([0, 3]);
    expect(await getUpload(db, scope, uploadId)).toMatchObject({
      step: "tersimpan",
      outcome: { stored: [{ kind: "baru", services: 3 }] },
    });
    await expect(confirmUpload(db, scope, uploadId, confirmation)).rejects.toMatchObject({ status: 409 });
  });

  it("takes what the person says for what was read", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    await work(db);
    const decrees = [{ ...identity, regency: "Kota Segara Biru", number: "188/5", year: 2023 }];
    await confirmUpload(db, scope, uploadId, { decrees });
    await work(db);
    const [naskah] = await listNaskah(db, scope);
    expect(naskah).toMatchObject({
      regency: { name: "Kota Segara Biru", slug: "kota-segara-biru" },
      number: "188/5",
      year: 2023,
    });
  });

  it("shows proposed links, and makes a new service where the person does not take one", async () => {
    const db = await openTestDb();
    await ingestSpec(db, ARUNIKA);
    const spec: DecreeSpec = {
      number: "060/9/ORG",
      year: 2025,
      bagian: [{ name: "Bagian Umum", services: [{ name: "Penerimaan Tarnu Daerah" }] }],
    };
    const { uploadId } = await staged(db, decreeText(spec), "b.txt");
    await work(db);
    const view = await getUpload(db, scope, uploadId);
    expect(view.decrees[0]?.services[0]?.link).toMatchObject({
      kind: "usul",
      service: { no: 2, name: "Penerimaan Tamu Daerah" },
      bagian: "Bagian Umum",
    });
    await confirmUpload(db, scope, uploadId, {
      decrees: [{ ...identity, number: "060/9/ORG", year: 2025 }],
      asNew: [0],
    });
    await work(db);
    expect(await getUpload(db, scope, uploadId)).toMatchObject({
      outcome: { stored: [{ linked: 0, proposed: 0, added: 1 }] },
    });
    expect(await db.read.selectFrom("service").select("no").orderBy("no").execute()).toHaveLength(4);
  });

  it("asks for the identity that is not whole", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db, decreeText({ ...ARUNIKA, number: null }));
    await work(db);
    expect((await getUpload(db, scope, uploadId)).decrees[0]?.needs).toEqual(["number"]);
    const empty = { decrees: [{ ...identity, number: " " }] };
    await expect(confirmUpload(db, scope, uploadId, empty)).rejects.toMatchObject({ status: 422 });
    expect(await getUpload(db, scope, uploadId)).toMatchObject({ step: "pratinjau" });
  });

  it("leaves nothing but its record when it is thrown away", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    await work(db);
    await discardUpload(db, scope, uploadId);
    expect(await rowCounts(db)).toEqual(NOTHING);
    expect(await getUpload(db, scope, uploadId)).toMatchObject({ step: "dibuang", decrees: [] });
    expect(await listWaitingUploads(db, scope)).toEqual([]);
    await expect(discardUpload(db, scope, uploadId)).rejects.toMatchObject({ status: 409 });
    expect(await verifyChain(db.read, 0)).toMatchObject({ ok: true });
    // The same file may come again.
    expect((await staged(db)).uploadId).not.toBe(uploadId);
  });

  it("is thrown away by itself after a fortnight", async () => {
    let day = 1;
    const db = await openTestDb({ clock: () => new Date(Date.UTC(2025, 0, day)) });
    const { uploadId } = await staged(db);
    await work(db);
    day = 15;
    await sweepAnteroom(db, scope);
    expect((await getUpload(db, scope, uploadId)).step).toBe("pratinjau");
    day = 16;
    await sweepAnteroom(db, scope);
    expect((await getUpload(db, scope, uploadId)).step).toBe("dibuang");
    expect(await rowCounts(db)).toEqual(NOTHING);
  });

  it("is either stored or thrown away when both are asked for at once", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    await work(db);
    await confirmUpload(db, scope, uploadId, { decrees: [identity] });
    const [, discarded] = await Promise.allSettled([work(db), discardUpload(db, scope, uploadId)]);
    const { step } = await getUpload(db, scope, uploadId);
    const { service } = await rowCounts(db);
    if (discarded.status === "fulfilled") expect([step, service]).toEqual(["dibuang", [0, 0]]);
    else expect([step, service]).toEqual(["tersimpan", [0, 3]]);
    expect(await verifyChain(db.read, 0)).toMatchObject({ ok: true });
  });

  it("starts anew after a crash in the middle of staging, with each row once", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    const place = { r: 0, id: "x", upload_id: uploadId, ordinal: 0 };
    const half = {
      decree: [
        {
          ...place,
          regency_name: null,
          issuer: null,
          issuer_key: "",
          number: null,
          number_key: "",
          number_annex: null,
          year: null,
          signed: null,
          maklumat: 0 as const,
          slug: "",
        },
      ],
      decree_text: [],
      naskah_line: [],
      reading: [],
      span: [],
      service_text: [],
      declared: [],
      component: [],
      finding: [],
      verdict: [],
      unit_verdict: [],
      citation: [],
    };
    // What a worker that was killed left behind.
    await stageRows(db, half);
    expect(await getUpload(db, scope, uploadId)).toMatchObject({ step: "antre", decrees: [] });
    await work(db);
    expect((await getUpload(db, scope, uploadId)).decrees).toHaveLength(1);
    expect((await rowCounts(db)).decree).toEqual([1, 0]);
    await db.write.transaction().execute((trx) => dropStaged(trx, uploadId));
    expect(await rowCounts(db)).toMatchObject({ decree: [0, 0], component: [0, 0], naskah_line: [0, 0] });
  });

  it("stores nothing at all when storing breaks in the middle, and can be stored afterwards", async () => {
    const db = await openTestDb();
    const { uploadId } = await staged(db);
    await work(db);
    const before = await rowCounts(db);
    // An index that no second service can satisfy breaks the store after texts and readings were copied.
    await db.write.schema.createIndex("trap").on("service").column("r").unique().execute();
    await confirmUpload(db, scope, uploadId, { decrees: [identity] });
    for (let attempt = 0; attempt < 3; attempt++) await work(db);
    const view = await getUpload(db, scope, uploadId);
    expect(await getJob(db, scope, view.jobId ?? "")).toMatchObject({ state: "gagal" });
    expect(view.step).toBe("pratinjau");
    expect(await rowCounts(db)).toEqual(before);
    expect(await db.read.selectFrom("regency").select("id").execute()).toEqual([]);
    await db.write.schema.dropIndex("trap").execute();
    await confirmUpload(db, scope, uploadId, { decrees: [identity] });
    await work(db);
    expect((await rowCounts(db)).service).toEqual([0, 3]);
  });
});
