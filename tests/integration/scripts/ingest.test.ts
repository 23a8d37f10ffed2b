import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ScoredJson } from "#app/scoring/schema.ts";
import { ARUNIKA, decreeText } from "#tests/integration/decree-text.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "tolok-ingest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string, ...args: string[]) => runOn(join(folder, "data"), name, ...args);
const runOn = (dataDir: string, name: string, ...args: string[]) => {
  const { DATABASE_URL: _url, ...environment } = process.env;
  const result = spawnSync(process.execPath, ["scripts/run.mjs", name, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...environment, TOLOK_DATA: dataDir },
    timeout: 60_000,
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
};
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("npm run ingest", () => {
  it.runIf(process.platform === "linux")("says so and ends with 1 where no folder can be made", () => {
    const { code, out, err } = runOn("/proc/tidak-ada", "ingest", write("tempat.txt", decreeText(ARUNIKA)));
    expect(code).toBe(1);
    expect(out + err).toContain("Folder data /proc/tidak-ada tidak dapat ditulisi; beri izin tulis");
  });

  it("stores each file it can, says of each what became of it, and ends with 1 where one was refused", () => {
    const good = write("baik.txt", decreeText(ARUNIKA));
    const empty = write("kosong.txt", "");
    const first = run("ingest", good, empty, join(folder, "tidak-ada.txt"), folder);
    expect(first.code).toBe(1);
    expect(first.out).toContain(`${good}: 3 layanan dalam 1 keputusan tersimpan.`);
    expect(first.out).toContain("Kabupaten Arunika, Bupati Nomor 060/12/ORG TAHUN 2024: baru, 3 layanan");
    expect(first.out).toContain("Temuan: baris tidak ada 1, isi kosong 1, hanya tanda 1");
    expect(first.out).toContain(`${empty}: Berkas ini kosong.`);
    expect(first.out).toContain("tidak-ada.txt: Berkas tidak dapat dibuka.");
    expect(first.out).toContain(`${folder}: Ini folder, bukan berkas. Sebutkan berkas di dalamnya.`);
    const second = run("ingest", good);
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/Naskah ini sudah tersimpan sejak \d+ \S+ \d{4}\. Tidak ada yang diubah\./);
  });

  it("refuses a file beyond 25 MB with its size", () => {
    const big = write("besar.txt", new Uint8Array(62_000_000).fill(32));
    const result = run("ingest", big);
    expect(result.code).toBe(1);
    expect(result.out).toContain("Ukuran berkas 62 MB melebihi batas 25 MB.");
  });

  it("says in one sentence that the data folder cannot be written", () => {
    const result = runOn(write("bukan-folder", ""), "ingest", write("a.txt", decreeText(ARUNIKA)));
    expect([result.code, result.out]).toEqual([1, ""]);
    expect(result.err).toMatch(/^Folder data .*bukan-folder tidak dapat ditulisi; [^\n]*\n$/);
  });

  it("explains itself when it is given nothing", () => {
    const result = run("ingest");
    expect(result.code).toBe(1);
    expect(result.err).toContain("Pemakaian: npm run ingest");
  });
});

describe("npm run read-decree", () => {
  it("prints the contract and nothing else with --json", () => {
    const result = run("read-decree", write("a.txt", decreeText(ARUNIKA)), "--json");
    expect(result.code).toBe(0);
    const reading = ScoredJson.parse(JSON.parse(result.out));
    expect(reading.services).toHaveLength(3);
    expect(reading.file.name).toBe("a.txt");
  });

  it("ends with 0 for any file that can be opened and 2 for one that cannot", () => {
    const empty = run("read-decree", write("e.txt", ""), "--json");
    expect(empty.code).toBe(0);
    expect(ScoredJson.parse(JSON.parse(empty.out)).findings.map(({ code }) => code)).toEqual(["empty"]);
    const absent = run("read-decree", join(folder, "tidak-ada.txt"), "--json");
    expect(absent.code).toBe(2);
    expect(absent.out).toBe("");
    expect(run("read-decree").code).toBe(2);
  });

  it("tells a person in a few lines what stands in the file", () => {
    const result = run("read-decree", write("b.txt", decreeText(ARUNIKA)));
    expect(result.out).toContain("b.txt: 92 baris, 1 keputusan, 3 layanan");
    // 13 of 14 are there; evaluasi kinerja, the last, is absent, the one problem of the service.
    expect(result.out).toMatch(
      /13\/14 {2}\d{6} \d{7}0 {2}1 bermasalah {2}Penerimaan Tamu Daerah \(baris 57\)/,
    );
  });
});
