import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const KAB = "/kabupaten/lembayung";

let app: TestApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tolok-tindak-"));
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  // A regency in which none of the first accounts but the admin works.
  await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page without script of one of the first accounts, closed after the work. */
async function as<Result>(
  username: string,
  work: (page: Page) => Promise<Result>,
  { width = 1280, script = false } = {},
): Promise<Result> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
  });
  const [name = "", value = ""] = (await app.cookieOf(username)).split("=");
  await context.addCookies([{ name, value, url: app.url }]);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const open = async (page: Page, path: string): Promise<number> =>
  (await page.goto(app.url + path))?.status() ?? 0;
const h1 = (page: Page): Promise<string> => page.locator("h1").innerText();
/** Clicks what leads to another page and waits for that page. */
const follow = async (page: Page, what: Locator): Promise<void> => {
  await Promise.all([page.waitForNavigation(), what.click()]);
};
const press = (page: Page, words: string): Promise<void> =>
  follow(page, page.locator(`button:text-is("${words}")`));
/** So many days from the date where Lembayung lies: seven hours ahead of UTC. */
const day = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const cells = (page: Page, table: string): Promise<string[][]> =>
  page
    .locator(`#${table} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((one) => one.textContent ?? "")),
    );
const fileOf = async (page: Page, path: string): Promise<Buffer> => {
  const answer = await page.request.get(app.url + path);
  expect(answer.status()).toBe(200);
  return answer.body();
};

/** Addresses that the story makes. */
let assignment = "";
let action = "";

describe("findings go to their bagian and come back", () => {
  it("are chosen on the list of findings and sent with a date, once", async () => {
    await as("penilai", async (page) => {
      await open(page, "/temuan?kabupaten=lembayung&bagian=hukum");
      await follow(page, page.locator("a", { hasText: /^Tugaskan \d+ temuan ini$/ }).first());
      const chosen = await page.locator('input[name="temuan"]').count();
      expect(chosen).toBeGreaterThan(1);
      await page.fill("#tenggat", day(7));
      await page.fill("#catatan", "Mohon dibenahi pada perubahan keputusan berikutnya");
      await press(page, "Tugaskan yang dipilih");
      expect(await page.locator(".done").innerText()).toContain(
        `Terkirim ${chosen} penugasan kepada 1 bagian.`,
      );
      expect(await cells(page, "tabel-penugasan")).toHaveLength(chosen);
      expect(await h1(page)).toBe(
        `Di Lembayung, semua ${chosen} penugasan belum ditutup; tidak ada yang terlambat`,
      );
      assignment = new URL(
        (await page.locator("#tabel-penugasan a").first().getAttribute("href")) ?? "",
        app.url,
      ).pathname;
      await open(page, "/temuan?kabupaten=lembayung&bagian=hukum");
      expect(await page.locator(`a[href^="${assignment}"]`).count()).toBe(1);
    });
  });

  it("say what the form lacks beside its field, and keep what was typed", async () => {
    await as("penilai", async (page) => {
      await open(page, `${KAB}/penugasan/baru?bagian=organisasi`);
      await page.fill("#catatan", "Pesan yang tetap");
      await page.locator("#tenggat").evaluate((field) => field.removeAttribute("required"));
      await press(page, "Tugaskan yang dipilih");
      expect(await page.title()).toMatch(/^Kesalahan:/);
      expect(await page.locator(".error-summary").innerText()).toContain("Isi tanggal tenggat");
      expect(await page.inputValue("#catatan")).toBe("Pesan yang tetap");
    });
  });

  it("are answered by the bagian with the new words and a file, and closed by the penilai", async () => {
    const file = join(folder, "lampiran.pdf");
    writeFileSync(file, "%PDF-1.7 isi baru");
    await as("bagian", async (page) => {
      expect(await open(page, assignment)).toBe(200);
      expect(await page.locator("#judul-tutup").count()).toBe(0);
      await page.selectOption("#jawaban", "sudah");
      await press(page, "Kirim jawaban");
      expect(await page.locator(".error-summary").innerText()).toContain(
        "Tuliskan isi yang sudah diperbaiki",
      );
      await page.selectOption("#jawaban", "sudah");
      await page.fill("#naskah_baru", "Bila terlambat, permohonan didahulukan pada hari berikutnya.");
      await page.setInputFiles("#berkas", file);
      await press(page, "Kirim jawaban");
      expect(await page.locator(".scope").innerText()).toContain(
        "Dijawab, menunggu penilai: sudah diperbaiki",
      );
      const link = (await page.locator('a[href*="/berkas/"]').getAttribute("href")) ?? "";
      expect((await fileOf(page, link)).toString()).toBe("%PDF-1.7 isi baru");
    });
    await as("penilai", async (page) => {
      await open(page, assignment);
      expect(await page.locator(".talk").innerText()).toContain("permohonan didahulukan");
      await page.fill("#catatan_kembali", "Sebutkan siapa yang mendahulukan");
      await press(page, "Kembalikan dengan catatan");
      expect(await page.locator(".scope").innerText()).toContain("Dikembalikan");
    });
    await as("bagian", async (page) => {
      await open(page, assignment);
      await page.selectOption("#jawaban", "tidak_sependapat");
      await page.fill("#catatan", "Sudah diatur dalam SOP");
      await press(page, "Kirim jawaban");
    });
    await as("penilai", async (page) => {
      await open(page, assignment);
      await page.selectOption("#hasil", "diterima");
      await press(page, "Tutup penugasan");
      expect(await page.locator(".scope").innerText()).toContain("Ditutup: jawaban diterima");
      expect(await page.locator("#jawaban").count()).toBe(0);
    });
  });

  it("are refused as a file of no known kind, and what was typed stays", async () => {
    const file = join(folder, "program.pdf");
    writeFileSync(file, Buffer.from([0x4d, 0x5a, 0x90, 0x00]));
    await as("bagian", async (page) => {
      await open(page, `${KAB}/penugasan?keadaan=ditugaskan`);
      await follow(page, page.locator("#tabel-penugasan a").first());
      await page.selectOption("#jawaban", "akan");
      await page.fill("#catatan", "Tetap di sini");
      await page.setInputFiles("#berkas", file);
      await press(page, "Kirim jawaban");
      expect(await page.locator("#berkas-salah").innerText()).toContain("jenisnya tidak dikenal");
      expect(await page.inputValue("#catatan")).toBe("Tetap di sini");
    });
  });

  it("stand in a nota dinas with its head, its number and a table of findings", async () => {
    await as("penilai", async (page) => {
      await open(page, `${KAB}/penugasan/nota?bagian=hukum`);
      const rows = Number(/untuk (\d+) penugasan/.exec(await h1(page))?.[1]);
      const typed = {
        nomor: "000.8/77/ORG",
        kop: "PEMERINTAH KABUPATEN LEMBAYUNG\nSEKRETARIAT DAERAH",
        nama: "Contoh Nama",
      };
      const query = new URLSearchParams({ bagian: "hukum", ...typed });
      const zip = await JSZip.loadAsync(await fileOf(page, `${KAB}/penugasan/nota.docx?${query}`));
      const text = (await zip.file("word/document.xml")?.async("string")) ?? "";
      for (const words of [
        "000.8/77/ORG",
        "SEKRETARIAT DAERAH",
        "Contoh Nama",
        "Cara membenahi",
        "Data contoh",
      ])
        expect(text).toContain(words);
      expect(text.match(/<w:tr[ >]/g)?.length).toBeGreaterThan(rows);
      expect((await fileOf(page, `${KAB}/penugasan/nota.pdf?${query}`)).subarray(0, 5).toString()).toBe(
        "%PDF-",
      );
    });
  });
});

describe("follow-up is planned, proven and counted", () => {
  it("begins at a priority, with its cause in the form", async () => {
    await as("penilai", async (page) => {
      await open(page, `${KAB}/janji`);
      await follow(page, page.locator('a:text-is("Buat rencana tindak lanjut")').first());
      expect(await page.locator(".scope").innerText()).toMatch(/^Asal: (Komponen|Survei)/);
      // The browser itself asks for what is required; past it, the form does.
      for (const id of ["uraian", "jabatan"])
        await page.locator(`#${id}`).evaluate((field) => field.removeAttribute("required"));
      await press(page, "Simpan rencana ini");
      expect(await page.locator(".error-summary li").count()).toBe(3);
      await page.fill("#uraian", "Menuliskan komponen yang belum ada");
      await page.fill("#jabatan", "Kepala Bagian Hukum");
      await page.selectOption("#penanggung", "hukum");
      await page.fill("#direncanakan", day(-40));
      await page.fill("#tenggat", day(-12));
      await press(page, "Simpan rencana ini");
      action = new URL(page.url()).pathname;
      expect(await h1(page)).toBe("Menuliskan komponen yang belum ada");
      expect(await page.locator(".scope").innerText()).toContain("terlambat, rencana, 12 hari");
    });
  });

  it("is offered beside the weakest unsur and beside a finding", async () => {
    await as("penilai", async (page) => {
      await open(page, `${KAB}/skm`);
      await follow(page, page.locator('#tabel-unsur a:text-is("Buat rencana")').first());
      expect(await page.locator(".scope").innerText()).toMatch(
        /^Asal: Survei Triwulan III 2025, unsur waktu/,
      );
      await page.fill("#uraian", "Menambah petugas loket pada hari Senin");
      await page.fill("#jabatan", "Sekretaris Daerah");
      await page.selectOption("#penanggung", "setda");
      await page.selectOption("#triwulan", { index: 2 });
      await press(page, "Simpan rencana ini");
      expect(await page.locator(".scope").innerText()).toContain("hari lagi");
      await open(page, "/temuan?kabupaten=lembayung");
      await follow(page, page.locator('a:text-is("Buat rencana")').first());
      expect(await page.locator(".scope").innerText()).toMatch(/^Asal: Temuan/);
    });
  });

  it("says who is late first, with every number of its headline in its tables and files", async () => {
    await as("pimpinan", async (page) => {
      await open(page, `${KAB}/tindak-lanjut`);
      expect(await h1(page)).toBe("Di Lembayung, 1 dari 2 rencana terlambat, 12 hari");
      const rows = await cells(page, "tabel-rencana");
      expect(rows.map((row) => [row[3], row[4]])).toEqual([
        ["terlambat", "terlambat 12 hari"],
        ["rencana", expect.stringMatching(/^\d+ hari lagi$/)],
      ]);
      const counts = Object.fromEntries((await cells(page, "tabel-status")).map(([name, n]) => [name, n]));
      expect(counts).toEqual({ terlambat: "1", berjalan: "0", rencana: "1", selesai: "0", batal: "0" });
      expect(await page.locator("figure svg").count()).toBe(2);
      expect(await page.locator('a:has-text("Buat rencana tindak lanjut")').count()).toBe(0);
      const csv = (await fileOf(page, `${KAB}/tindak-lanjut.csv?status=terlambat`)).toString();
      expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
      expect(csv).toContain(";12;");
      expect((await fileOf(page, `${KAB}/tindak-lanjut.xlsx`)).subarray(0, 2).toString()).toBe("PK");
      expect((await fileOf(page, `${KAB}/tindak-lanjut/realisasi.csv`)).toString()).toContain("median_hari");
    });
  });

  it("leads from a count to its rows, and filters survive", async () => {
    await as("pimpinan", async (page) => {
      await open(page, `${KAB}/tindak-lanjut`);
      await follow(page, page.locator("#tabel-status a").first());
      expect(await cells(page, "tabel-rencana")).toHaveLength(1);
      expect(await page.locator(".active-filters").innerText()).toContain("Status: terlambat");
      await open(page, `${KAB}/tindak-lanjut?status=tertunda`);
      expect(await page.locator(".notice").innerText()).toContain("status=tertunda");
    });
  });

  it("is reported by its own bagian, which sees no other's", async () => {
    await as("bagian", async (page) => {
      await open(page, `${KAB}/tindak-lanjut`);
      expect(await cells(page, "tabel-rencana")).toHaveLength(1);
      expect(await open(page, action)).toBe(200);
      expect(await page.locator("#judul-ubah").count()).toBe(0);
      expect(await page.locator("#status option").allInnerTexts()).not.toContain("batal");
      await page.fill("#catatan_bukti", "Rancangan sudah diserahkan");
      await page.fill("#tanggal_bukti", day(-1));
      await press(page, "Tambah bukti");
      await page.selectOption("#status", "selesai");
      await press(page, "Simpan status");
      expect(await page.locator(".scope").innerText()).toContain("selesai dalam 40 hari");
      expect(await open(page, action.replace(/\d+$/, "2"))).toBe(404);
      expect(await open(page, `${KAB}/tindak-lanjut/baru`)).toBe(403);
      expect(await open(page, `${KAB}/penugasan/baru`)).toBe(403);
    });
  });

  it("is nobody's who works elsewhere", async () => {
    const segara = "/kabupaten/segara-biru";
    for (const username of ["penilai", "pimpinan", "bagian"]) {
      await as(username, async (page) => {
        for (const path of ["/tindak-lanjut", "/penugasan", "/tindak-lanjut/1"])
          expect([path, (await open(page, segara + path)) >= 403]).toEqual([path, true]);
      });
    }
  });

  it("waits in the queue of who has to answer, each count leading to its rows", async () => {
    await as("bagian", async (page) => {
      await open(page, "/antrean");
      expect(await h1(page)).toMatch(/^Menunggu jawaban bagian: \S+ penugasan$/);
      const link = page.locator('main a:has-text("menunggu jawaban bagian")').first();
      const count = Number(/^\d+/.exec(await link.innerText())?.[0]);
      await follow(page, link);
      expect(await cells(page, "tabel-penugasan")).toHaveLength(count);
    });
  });

  it("stands in the trail of changes", async () => {
    await as("penilai", async (page) => {
      await open(page, "/jejak?kabupaten=lembayung");
      const text = await page.locator("main").innerText();
      for (const words of [
        "Temuan ditugaskan kepada bagian",
        "Jawaban penugasan dikembalikan",
        "Penugasan ditutup",
        "Rencana tindak lanjut dicatat",
        "Status tindak lanjut diubah",
        "Bukti tindak lanjut ditambahkan",
      ])
        expect(text).toContain(words);
    });
  });
});

describe("the pages of follow-up", () => {
  const PATHS: Readonly<Record<string, () => string>> = {
    "tindak lanjut": () => `${KAB}/tindak-lanjut`,
    "rencana baru": () => `${KAB}/tindak-lanjut/baru`,
    "satu rencana": () => action,
    penugasan: () => `${KAB}/penugasan`,
    "penugasan baru": () => `${KAB}/penugasan/baru`,
    "nota dinas": () => `${KAB}/penugasan/nota`,
    "satu penugasan": () => assignment,
  };

  it.each(Object.keys(PATHS))("hold against axe, and are no wider than the phone: %s", async (name) => {
    const path = PATHS[name]?.() ?? "";
    for (const width of [390, 1280]) {
      await as(
        "penilai",
        async (page) => {
          expect(await open(page, path)).toBe(200);
          const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
          expect([width, wide]).toEqual([width, 0]);
          expect([width, await axeFaults(page)]).toEqual([width, []]);
        },
        { width, script: true },
      );
    }
  });

  it("print on A4 without a form and with every row", async () => {
    await as("penilai", async (page) => {
      await open(page, `${KAB}/tindak-lanjut`);
      const rows = await cells(page, "tabel-rencana");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".filters form").isVisible()).toBe(false);
      expect(await page.locator("#tabel-rencana tbody tr").count()).toBe(rows.length);
      const file = join(folder, "tindak-lanjut.pdf");
      await page.pdf({ path: file, format: "A4" });
      expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
    });
  });
});
