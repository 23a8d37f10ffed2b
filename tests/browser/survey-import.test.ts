import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

/** A folder for pictures of every step, for people who look at them. */
const PICTURES = process.env.TOLOK_PICTURES;

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const all = (point: number): string => Array(9).fill(point).join(",");
const SERVICE = SEGARA_BIRU.bagian[0]?.services[0]?.name ?? "";

/** Six accepted rows of 4, 4, 3, 3, 4, 3 (IKM 87.50) and a row with a 7; `mark` makes the file another one. */
const survey = (mark: string): string =>
  [
    "Stempel,Nama,Jenis Layanan,Bulan,U1,U2,U3,U4,U5,U6,U7,U8,U9",
    ...[4, 4, 3, 3, 4, 3].map(
      (point, at) =>
        `${mark}${at},Sari Dewi,${at === 5 ? `Serbaneka ${mark}` : SERVICE},Mei 2025,${all(point)}`,
    ),
    `${mark}6,Sari Dewi,${SERVICE},Mei 2025,4,4,7,4,4,4,4,4,4`,
  ].join("\n");

/** Axe and sideways scroll at both widths; afterwards the page is wide again. */
const inspect = async (page: Page, name: string): Promise<void> => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
    expect(await axeFaults(page), `${name} at ${width}`).toEqual([]);
    const wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    expect(wide, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
  }
};

describe.each([false, true])("the wizard, script %s", (javaScriptEnabled) => {
  it("goes from the file to a stored import that can be undone", async () => {
    const context = await app.newContext(browser, { javaScriptEnabled });
    const page = await context.newPage();
    const mark = javaScriptEnabled ? "b" : "a";
    const file = { name: `tw2-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(survey(mark)) };
    await page.goto(`${app.url}/skm/impor`);
    await page.getByRole("button", { name: "Unggah hasil survei" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Kesalahan: /);
    await page.getByLabel("Berkas hasil survei").setInputFiles(file);
    await page.getByRole("button", { name: "Unggah hasil survei" }).click();
    await page.waitForLoadState("load");
    expect(await page.getByRole("alert").innerText()).toContain("Kabupaten atau kota belum dipilih");
    await page.getByLabel("Kabupaten atau kota").selectOption({ label: "Kabupaten Segara Biru" });
    await page.getByLabel("Berkas hasil survei").setInputFiles(file);
    if (javaScriptEnabled) await inspect(page, "1-pilih");
    await page.getByRole("button", { name: "Unggah hasil survei" }).click();
    await page.waitForURL(/\/kolom$/);
    expect(await page.locator("h1").innerText()).toBe("Terbaca sembilan kolom unsur. Apakah sudah benar?");
    expect(await page.locator("main").innerText()).toContain("tidak disimpan karena memuat data pribadi");
    expect(await page.content()).not.toContain("Sari Dewi");
    if (javaScriptEnabled) await inspect(page, "2-kolom");
    await page.getByLabel("Jumlah pengguna layanan").fill("empat puluh");
    await page.getByRole("button", { name: "Lanjut: cocokkan layanan" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Kesalahan: /);
    expect(await page.getByLabel("Jumlah pengguna layanan").inputValue()).toBe("empat puluh");
    expect(await page.getByRole("alert").getByRole("link").count()).toBe(2);
    if (javaScriptEnabled) await inspect(page, "2-kolom-keliru");
    await page.getByLabel("Jumlah pengguna layanan").fill("");
    await page.getByLabel("U8 sarana, lalu U9 pengaduan").check();
    await page.getByRole("button", { name: "Lanjut: cocokkan layanan" }).click();
    await page.waitForURL(/\/layanan$/);
    await page.getByRole("button", { name: "Lanjut: periksa hasilnya" }).click();
    expect(await page.getByRole("alert").innerText()).toContain(
      `Pilih layanan atau bagian untuk “Serbaneka ${mark}”`,
    );
    if (javaScriptEnabled) await inspect(page, "3-layanan");
    await page.getByLabel(`Serbaneka ${mark}`).selectOption({ label: SERVICE });
    await page.getByRole("button", { name: "Lanjut: periksa hasilnya" }).click();
    await page.waitForURL(/\/periksa$/);
    const check = await page.locator("main").innerText();
    expect(check).toContain(
      "7 baris dibaca = 6 diterima + 1 ditolak + 0 ganda + 0 diabaikan (kosong, jumlah, atau catatan).",
    );
    expect(check).toContain("IKM 87,50, mutu B (Baik), 6 responden");
    if (javaScriptEnabled) {
      // The first run was undone: nothing overlaps. Mend the row instead.
      expect(check).not.toContain("Sudah ada hasil");
    }
    await page.getByText("nilai 7 di luar skala").click();
    await page.getByRole("button", { name: "Perbaiki baris 8" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Kesalahan: /);
    if (javaScriptEnabled) await inspect(page, "4-periksa");
    const csv = await app.fetch(`${page.url()}.csv`);
    expect(csv.status).toBe(200);
    expect(await csv.text()).toContain("di luar skala");
    await page.getByRole("button", { name: "Simpan hasil survei ini" }).click();
    await page.waitForURL(/\/selesai$/);
    expect(await page.locator("main").innerText()).toContain("Sebanyak 6 responden untuk Mei 2025 tersimpan");
    if (javaScriptEnabled) await inspect(page, "5-selesai");
    await page.goto(`${app.url}/kabupaten/segara-biru/skm`);
    expect(await page.locator("main").innerText()).toContain("87,50");
    await page.goBack();
    await page.getByRole("link", { name: "Riwayat impor" }).click();
    await page.getByText("Batalkan impor ini").first().click();
    await page.getByRole("button", { name: "Batalkan impor ini" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Kesalahan: /);
    if (javaScriptEnabled) await inspect(page, "6-riwayat");
    await page.getByLabel("Alasan pembatalan").first().fill("berkas percobaan");
    await page.getByRole("button", { name: "Batalkan impor ini" }).first().click();
    await page.waitForURL(/riwayat#/);
    expect(await page.locator("main").innerText()).toContain("dibatalkan, tidak dihitung");
    await context.close();
  });
});

describe("a file that is no survey", () => {
  it("is refused in the reader's words, and the regency stays chosen", async () => {
    const context = await app.newContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/skm/impor`);
    await page.getByLabel("Kabupaten atau kota").selectOption({ label: "Kabupaten Segara Biru" });
    await page.getByLabel("Berkas hasil survei").setInputFiles({
      name: "barang.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Barang,Jumlah\nKursi,4"),
    });
    await page.getByRole("button", { name: "Unggah hasil survei" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toBe("Kesalahan: Impor SKM – Tolok");
    expect(await page.getByRole("alert").innerText()).toContain(
      "Tidak ada kolom unsur SKM dalam berkas ini.",
    );
    expect(await page.getByLabel("Kabupaten atau kota").inputValue()).toBe("segara-biru");
    await context.close();
  });
});

describe("a fresh start", () => {
  it("has invented answers of the invented regency, and says so", async () => {
    const context = await app.newContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/kabupaten/lembayung/skm`);
    const words = await page.locator("main").innerText();
    expect(words).toContain("Data contoh: bukan hasil survei yang sebenarnya.");
    // The newest of six quarters: 65 respondents, by the command skm.
    expect(words).toContain("83,63");
    await page.goto(`${app.url}/kabupaten/lembayung/janji`);
    expect(await page.locator("main").innerText()).toContain(
      "Data contoh: bukan hasil survei yang sebenarnya.",
    );
    await context.close();
  });
});
