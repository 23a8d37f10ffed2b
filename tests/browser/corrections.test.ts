import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const TEXT = "/naskah/segara-biru-060-17-2025/1";
const TAMU = "Penerimaan Tamu Daerah";
const EVALUATION = "Evaluasi dilakukan setiap tiga bulan melalui survei";

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

const opened = async (options: Parameters<TestApp["newContext"]>[1] = {}) => {
  const context = await app.newContext(browser, options);
  return { context, page: await context.newPage() };
};

/** The rows of the regency's page: what the dashboard counts. */
const counted = async (): Promise<string> => (await app.fetch(`${app.url}/kabupaten/segara-biru.csv`)).text();

/** Bermasalah of Bagian Umum, as the regency's table counts it. */
const problemsOfUmum = async (): Promise<number> => {
  const [head, ...rows] = (await counted())
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(/[;,]/));
  const row = rows.find((cells) => cells.some((cell) => cell.includes("Bagian Umum"))) ?? [];
  return Number(row[head?.indexOf("bermasalah") ?? -1]);
};

const levelOn = async (page: Page, component: string): Promise<string> => {
  await page.goto(`${app.url}/kabupaten/segara-biru/layanan/2-penerimaan-tamu-daerah`);
  return page.locator(`section#${component}`).innerText();
};

const fits = async (page: Page) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([width, wide]).toEqual([width, 0]);
  }
};

describe("a reading that is corrected without scripts", () => {
  it("shows first what changes, then level and dashboard follow, and undone the old figures are back", async () => {
    const { context, page } = await opened({ javaScriptEnabled: false });
    const before = { rows: await counted(), problems: await problemsOfUmum() };
    expect(before.problems).toBeGreaterThan(0);
    const level = await levelOn(page, "evaluasi-kinerja");
    expect(level).toContain(EVALUATION);
    await page.goto(app.url + TEXT);
    await page.getByRole("link", { name: "Perbaiki bacaan" }).click();
    await fits(page);
    const line = page.locator("li.line", { hasText: EVALUATION }).nth(1);
    await line.getByRole("checkbox").check();
    await page.getByLabel("Sebagai").selectOption({ label: "tanpa pemilik" });
    await page.getByRole("button", { name: "Lihat yang akan berubah" }).click();
    expect(await page.locator("h1").innerText()).toBe(
      "Periksa dahulu yang akan berubah, lalu simpan koreksinya",
    );
    expect(await page.locator("main h3").allInnerTexts()).toEqual([TAMU]);
    expect(await page.locator("main h4").allInnerTexts()).toEqual(["14. Evaluasi kinerja pelaksana"]);
    expect(await page.locator(".changed del").innerText()).toContain(EVALUATION);
    await fits(page);
    // Nothing counts yet.
    expect(await counted()).toBe(before.rows);
    await page.getByLabel("Alasan koreksi").fill("Pada naskah asli baris ini dicoret.");
    await page.getByRole("button", { name: "Simpan koreksi" }).click();
    expect(new URL(page.url()).pathname).toBe(`${TEXT}/koreksi`);
    expect(await page.locator("h1").innerText()).toBe("Satu koreksi berlaku pada bacaan naskah ini");
    await fits(page);
    expect(await problemsOfUmum()).toBe(before.problems + 1);
    expect(await levelOn(page, "evaluasi-kinerja")).not.toContain(EVALUATION);
    await page.getByRole("link", { name: "lihat koreksinya" }).click();
    await page.getByLabel("Alasan pembatalan").fill("Ternyata berlaku.");
    await page.getByRole("button", { name: "Batalkan koreksi" }).click();
    expect(await page.locator("h1").innerText()).toBe("Bacaan naskah ini belum dikoreksi");
    expect(await page.locator("main").innerText()).toContain("Ternyata berlaku.");
    expect(await counted()).toBe(before.rows);
    expect(await levelOn(page, "evaluasi-kinerja")).toBe(level);
    await context.close();
  });

  it("asks again for what is missing, beside the field, and keeps what was typed", async () => {
    const { context, page } = await opened({ javaScriptEnabled: false });
    await page.goto(`${app.url}${TEXT}/perbaiki`);
    await page.getByLabel("Sebagai").selectOption({ label: "4. Biaya/tarif" });
    await page.getByRole("button", { name: "Lihat yang akan berubah" }).click();
    expect(await page.locator(".error-summary").innerText()).toContain("Pilih sedikitnya satu baris");
    expect(await page.getByLabel("Sebagai").inputValue()).toBe("biaya");
    await context.close();
  });

  it("renames a service, and the sheet has the new name", async () => {
    const { context, page } = await opened({ javaScriptEnabled: false });
    await page.goto(`${app.url}${TEXT}/koreksi`);
    await page.getByText("Ganti nama layanan").click();
    const form = page.locator("details", { hasText: "Ganti nama layanan" });
    await form.getByLabel("Layanan", { exact: true }).selectOption({ index: 1 });
    await form.getByLabel("Nama layanan").fill("Peminjaman Aula Samudra Raya");
    await form.getByRole("button").click();
    await page.getByLabel("Alasan koreksi").fill("Nama pada naskah asli");
    await page.getByRole("button", { name: "Simpan koreksi" }).click();
    await page.goto(`${app.url}/kabupaten/segara-biru/layanan/1`);
    expect(new URL(page.url()).pathname).toMatch(/1-peminjaman-aula-samudra-raya$/);
    const file = await (await app.fetch(`${app.url}${TEXT}/koreksi.csv`)).text();
    expect(file).toContain("Ganti nama layanan");
    await context.close();
  });
});

describe("pages that correct", () => {
  it("pass axe, wide and narrow", async () => {
    const { context, page } = await opened();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of [`${TEXT}/perbaiki`, `${TEXT}/koreksi`]) {
        await page.goto(app.url + path);
        expect(await axeFaults(page)).toEqual([]);
      }
      await page.goto(`${app.url}${TEXT}/perbaiki`);
      await page.locator("li.line", { hasText: EVALUATION }).first().getByRole("checkbox").check();
      await page.getByLabel("Sebagai").selectOption("page_noise");
      await page.getByRole("button", { name: "Lihat yang akan berubah" }).click();
      await page.getByLabel("Alasan koreksi").waitFor();
      expect(await axeFaults(page)).toEqual([]);
    }
    await context.close();
  });
});

describe("lines chosen with scripts", () => {
  it("are ticked by marking their text, and by Shift and the arrow keys", async () => {
    const { context, page } = await opened();
    await page.goto(`${app.url}${TEXT}/perbaiki`);
    const line = page.locator("li.line", { hasText: EVALUATION }).first();
    const box = line.getByRole("checkbox");
    await line.locator("[data-baris]").evaluate((span) => {
      const text = span.firstChild as Text;
      const from = text.data.indexOf("setiap");
      document.getSelection()?.setBaseAndExtent(text, from, text, text.data.length);
      document.dispatchEvent(new MouseEvent("mouseup"));
    });
    expect(await box.isChecked()).toBe(true);
    expect(await page.locator("#kutipan").inputValue()).toBe("setiap tiga bulan melalui survei");
    await box.focus();
    await page.keyboard.press("Shift+ArrowUp");
    expect(await page.locator("input[name=baris]:checked").count()).toBe(2);
    await context.close();
  });
});
