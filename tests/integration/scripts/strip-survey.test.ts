import { type ChildProcess, execFileSync } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase, database } from "#app/server/database.server.ts";
import { env } from "#app/server/env.server.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { seedRegencies } from "#app/server/regency-register.server.ts";
import { stageElsewhere } from "#app/server/survey/strip-elsewhere.server.ts";
import { migrate, type Reader, type Writer } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { workbook } from "#tests/unit/survey/workbook.ts";

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs"),
    import("node:os"),
    import("node:path"),
  ]);
  process.env.TOLOK_DATA = mkdtempSync(join(tmpdir(), "tolok-kupas-"));
  delete process.env.DATABASE_URL;
});

/** The process that was started last. */
let last: ChildProcess | undefined;
subscribe("child_process", (message) => {
  last = (message as { process: ChildProcess }).process;
});

const scope = scopeOf("operator lokal", "all");
const HEAD = "Nama,No HP,Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9";
const rows = (name: string, n: number): string =>
  [HEAD, ...Array.from({ length: n }, () => `${name},081234567890,Peminjaman Aula,4,4,4,4,4,4,4,4,4`)].join(
    "\n",
  );

const send = (text: string, name = "tw2.csv") =>
  stageElsewhere(database(), scope, { kab: "arunika", name, stream: inParts(bytesOf(text)) });

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/**
 * Files of the data folder in which this stands. Looked for by another process: where this one closes a file of its own
 * open database it loses its locks, and from then on sees nothing that others write.
 */
const filesThatHold = (pattern: string): string[] => {
  const look =
    'const [folder, pattern] = process.argv.slice(1); const { readdirSync, readFileSync } = require("node:fs");' +
    'const held = readdirSync(folder).filter((name) => RegExp(pattern).test(readFileSync(folder + "/" + name, "latin1")));' +
    "console.log(JSON.stringify(held));";
  return JSON.parse(execFileSync(process.execPath, ["-e", look, env.dataDir, pattern], { encoding: "utf8" }));
};

const draftText = async (): Promise<string> =>
  (await database().read.selectFrom("survey_draft_chunk").select("text").execute())
    .map(({ text }) => text)
    .join("");

beforeAll(async () => {
  await migrate(database());
  await seedRegencies(database(), scope);
  await ingestFile(database(), scope, { name: "a.txt", stream: streamOf(bytesOf(decreeText(ARUNIKA))) });
});
afterAll(closeDatabase);

describe("a survey file on its way in", () => {
  it("is stripped in a process of its own, and neither file nor database holds a personal cell", async () => {
    const staged = await send(rows("Sulastri Wening", 5000));
    expect(staged.kind).toBe("draft");
    const text = await draftText();
    expect(text.match(/Peminjaman Aula/g)).toHaveLength(5000);
    expect(text).not.toMatch(/Sulastri|0812345/);
    const files = readdirSync(env.dataDir);
    expect(files.filter((name) => name.includes("impor"))).toEqual([]);
    expect(filesThatHold("Sulastri|0812345678")).toEqual([]);
  });

  it("is known again when it is sent once more", async () => {
    const [first, second] = [await send(rows("Bagas", 3)), await send(rows("Bagas", 3))];
    expect(second).toEqual(first);
  });

  it("is refused in the reader's words", async () => {
    await expect(send("Nama Barang,Jumlah\nKursi,4\nMeja,3")).rejects.toMatchObject({
      code: "survey_no_unsur",
      status: 422,
      message: expect.stringContaining("Tidak ada kolom unsur SKM"),
    });
  });

  it("leaves nothing behind where it was cut off, and its cause is told", async () => {
    const before = await database().read.selectFrom("survey_draft").select("id").execute();
    async function* cutOff(): AsyncGenerator<Uint8Array> {
      yield bytesOf(rows("Rengganis", 2000));
      throw new Error("the browser went away");
    }
    const request = { kab: "arunika", name: "putus.csv", stream: cutOff() };
    await expect(stageElsewhere(database(), scope, request)).rejects.toThrow("the browser went away");
    expect(await database().read.selectFrom("survey_draft").select("id").execute()).toEqual(before);
  });

  /** Kills the process as soon as a draft stands there in this state, while nobody else may write. */
  const killAt = async (state: "antre" | "kolom", before: ReadonlySet<string>): Promise<void> => {
    const isThere = async (db: Reader): Promise<boolean> =>
      (await db.selectFrom("survey_draft").select(["id", "state"]).execute()).some(
        (one) => one.state === state && !before.has(one.id),
      );
    const killed = async (trx: Writer): Promise<boolean> => {
      const there = await isThere(trx);
      if (there) last?.kill("SIGKILL");
      return there;
    };
    // Who asks for the right to write again and again keeps the process from ever having it.
    while (!((await isThere(database().read)) && (await database().write.transaction().execute(killed))))
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const draftIds = async () =>
    new Set((await database().read.selectFrom("survey_draft").select("id").execute()).map(({ id }) => id));

  it("leaves nothing half-written where its process is killed, and says what to do", async () => {
    const before = await draftIds();
    const sent = send(rows("Ningsih", 60_000)).catch((error: unknown) => error);
    await killAt("antre", before);
    expect(await sent).toMatchObject({
      code: "survey_interrupted",
      status: 503,
      message: expect.stringMatching(/terhenti sebelum selesai\. Tidak ada yang disimpan\. Unggah kembali/),
    });
    expect(await draftIds()).toEqual(before);
    const pieces = await database().read.selectFrom("survey_draft_chunk").select("draft_id").execute();
    expect(pieces.filter(({ draft_id }) => !before.has(draft_id))).toEqual([]);
    expect((await send(rows("Ningsih", 60_000))).kind).toBe("draft");
  });

  it("is there where its process dies once it is whole, though its answer is lost", async () => {
    const before = await draftIds();
    const sent = send(rows("Pandu", 20_000));
    // From here on nothing that it says is heard.
    const child = await vi.waitFor(() => (last?.connected ? last : Promise.reject(new Error("not yet"))));
    const emit = child.emit.bind(child) as (name: string, ...args: unknown[]) => boolean;
    child.emit = (name: string, ...args: unknown[]) => name === "message" || emit(name, ...args);
    await killAt("kolom", before);
    const staged = await sent;
    expect([...(await draftIds())].filter((id) => !before.has(id))).toEqual([
      staged.kind === "draft" && staged.draftId,
    ]);
  });

  it("is refused with the way out where it asks for more memory than one file may take", async () => {
    const before = await draftIds();
    // Each row has one cell, in the last column that there is: few bytes of file, many of memory.
    const wide = workbook({ rows: '<row><c r="XFD1"><v>4</v></c></row>'.repeat(5000) });
    const request = { kab: "arunika", name: "lebar.xlsx", stream: inParts(wide) };
    await expect(stageElsewhere(database(), scope, request)).rejects.toMatchObject({
      code: "survey_too_much_memory",
      status: 413,
      message: expect.stringMatching(/Tidak ada yang disimpan\. Simpan lembar surveinya saja sebagai CSV/),
    });
    expect(await draftIds()).toEqual(before);
  });

  it("waits for its turn where more come at once than are stripped at once", async () => {
    const staged = await Promise.all(["Tirta", "Wulan", "Jaka"].map((name, at) => send(rows(name, 10 + at))));
    expect(new Set(staged.map((one) => one.kind === "draft" && one.draftId)).size).toBe(3);
  });

  it("is not taken for a regency outside the scope", async () => {
    const request = { kab: "arunika", name: "a.csv", stream: inParts(bytesOf(rows("Laras", 1))) };
    await expect(stageElsewhere(database(), scopeOf("orang lain", [3323]), request)).rejects.toMatchObject({
      status: 404,
    });
  });
});
