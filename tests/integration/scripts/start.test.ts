import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewOf } from "#tests/browser/story.ts";
import { ARUNIKA, decreeText } from "#tests/integration/decree-text.ts";
import { signedApp, startTestApp, type TestApp } from "#tests/setup/app.ts";
import { freePort } from "#tests/setup/postgres.ts";
import { type Ended, spawnStart } from "../../../scripts/lib/spawn-start.ts";

const folders: string[] = [];
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "tolok-start-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Number of lines that are not about building: one sentence and nothing else. */
const sentences = ({ stdout, stderr }: Ended): string[] =>
  `${stdout}${stderr}`.split("\n").filter((line) => line && !line.startsWith("Menyusun"));

const listenOn = (port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });

describe("npm start", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it("prints an address on this machine only, whose first page answers 200 by itself", async () => {
    expect(app.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(app.url, { redirect: "error" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer.text()).toMatch(/<html lang="id"[\s\S]*<h1/);
  });

  it("takes the port that PORT names", async () => {
    const port = await freePort();
    const second = await startTestApp({ PORT: String(port) });
    await second.stop();
    expect(second.url).toBe(`http://127.0.0.1:${port}`);
  });

  it("never replaces a taken PORT by another: one sentence, exit code 1, data untouched", async () => {
    const taken = await listenOn(0, "127.0.0.1");
    const { port } = taken.address() as { port: number };
    const data = join(temporary(), "data");
    const ended = await spawnStart({ PORT: String(port), TOLOK_DATA: data }).ended;
    taken.close();
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      `Porta ${port} sudah dipakai program lain; hentikan program itu atau pilih porta lain, misalnya PORT=${port + 1}.`,
    ]);
    expect(existsSync(data)).toBe(false);
  });

  it("refuses a PORT that is no port", async () => {
    const ended = await spawnStart({ PORT: "tiga ribu", TOLOK_DATA: temporary() }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      'Nilai PORT="tiga ribu" tidak dapat dipakai; seharusnya bilangan 0 sampai 65535, misalnya PORT=3000.',
    ]);
  });

  it("without PORT goes on from 3000 to the next free port", async () => {
    const blockers = await Promise.all(
      [3000, 3001].map((port) => listenOn(port, "127.0.0.1").catch(() => null)),
    );
    const next = await startTestApp({ PORT: "" });
    await next.stop();
    for (const blocker of blockers) blocker?.close();
    expect(Number(new URL(next.url).port)).toBeGreaterThan(3001);
    expect(Number(new URL(next.url).port)).toBeLessThan(3100);
  });

  it("binds the address that HOST names, and says so where this machine has no such address", async () => {
    const everywhere = await startTestApp({ HOST: "0.0.0.0" });
    const answer = await fetch(everywhere.url);
    await everywhere.stop();
    expect(answer.status).toBe(200);

    const ended = await spawnStart({ HOST: "203.0.113.7", PORT: "0", TOLOK_DATA: temporary() }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      'Alamat HOST="203.0.113.7" tidak dapat dipakai pada mesin ini; kosongkan HOST atau isi dengan 127.0.0.1.',
    ]);
  });

  it("takes a relative TOLOK_DATA from where it was called, and so does its worker", async () => {
    const cwd = temporary();
    const started = spawnStart({ TOLOK_DATA: "data", PORT: "0" }, cwd);
    const preview = await previewOf(
      signedApp(await started.url, join(cwd, "data")),
      "a.txt",
      decreeText(ARUNIKA),
    );
    started.child.kill("SIGTERM");
    await started.ended;
    expect(preview).toMatch(/pratinjau$/);
    expect(existsSync(join(cwd, "data/tolok.db"))).toBe(true);
  });

  it("makes the folder that TOLOK_DATA names and keeps the database there", async () => {
    const data = join(temporary(), "satu", "dua");
    const started = await startTestApp({ TOLOK_DATA: data });
    await started.stop();
    expect(existsSync(join(data, "tolok.db"))).toBe(true);
  });

  it.each([
    ["below a file", () => join(fileIn(temporary()), "data")],
    ["a file itself", () => fileIn(temporary())],
  ])("says in one sentence that the data folder cannot be written: %s", async (_case, place) => {
    const data = place();
    const ended = await spawnStart({ TOLOK_DATA: data, PORT: "0" }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      `Folder data ${data} tidak dapat ditulisi; beri izin tulis atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
    ]);
  });

  it.runIf(existsSync("/proc/self"))("gives up at once where no folder can be made", async () => {
    const ended = await spawnStart({ TOLOK_DATA: "/proc/tolok/data", PORT: "0" }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toHaveLength(1);
  });

  // Only root may make a small disk; elsewhere the unit test of the sentences has to do.
  it.runIf(mayMount()).each([
    ["before the tables are made", "512k"],
    ["while the sample is stored", "2500k"],
  ])("says in one sentence that the disk is full: %s", async (_case, size) => {
    const disk = temporary();
    mountSmallDisk(disk, size);
    const ended = await spawnStart({ TOLOK_DATA: disk, PORT: "0" }).ended;
    spawnSync("umount", [disk]);
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      `Ruang simpan untuk folder data ${disk} penuh; kosongkan ruang atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
    ]);
  });

  it("is not started twice on one data folder", async () => {
    const ended = await spawnStart({ TOLOK_DATA: app.dataDir, PORT: "0" }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toHaveLength(1);
    expect(sentences(ended)[0]).toMatch(
      /^Tolok sudah berjalan dengan folder data .+ \(proses \d+\); hentikan dahulu atau pilih folder lain dengan TOLOK_DATA\.$/,
    );
  });

  it("starts again on the data folder of a server that was killed", async () => {
    const data = temporary();
    const first = spawnStart({ TOLOK_DATA: data, PORT: "0" });
    await first.url;
    first.child.kill("SIGKILL");
    await first.ended;
    expect(existsSync(join(data, "tolok.lock"))).toBe(true);
    const second = await startTestApp({ TOLOK_DATA: data });
    expect((await fetch(second.url)).status).toBe(200);
    await second.stop();
  });

  it("gives port and data folder back when it is asked to stop", async () => {
    const data = temporary();
    const first = spawnStart({ TOLOK_DATA: data, PORT: "0" });
    await first.url;
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    expect(existsSync(join(data, "tolok.lock"))).toBe(false);
  });

  it("says that a database is damaged instead of overwriting it", async () => {
    const data = temporary();
    writeFileSync(join(data, "tolok.db"), "bukan basis data ".repeat(400));
    const ended = await spawnStart({ TOLOK_DATA: data, PORT: "0" }).ended;
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([
      `Basis data di folder ${data} rusak atau bukan milik Tolok; pulihkan dari cadangan atau pilih folder lain dengan TOLOK_DATA, lalu jalankan lagi.`,
    ]);
  });
});

function mountSmallDisk(folder: string, size: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;
}

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "tolok-mount-"));
  const may = mountSmallDisk(folder, "64k");
  if (may) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return may;
}

function fileIn(folder: string): string {
  const file = join(folder, "berkas");
  writeFileSync(file, "");
  return file;
}
