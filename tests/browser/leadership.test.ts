import ExcelJS from "exceljs";
import JSZip from "jszip";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

/** The page of the leadership and the report of a quarter, over the invented answers that every fresh start has. */

const KAB = "/kabupaten/lembayung";
const SUMMARY = `${KAB}/ringkasan?periode=2025-TW2`;
const REPORTS = `${KAB}/laporan?periode=2025-TW2`;

let app: TestApp;
let browser: Browser;
let plain: BrowserContext;
let page: Page;
/** Path of the report that was issued. */
let report: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  plain = await app.newContext(browser, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  page = await plain.newPage();
  await page.goto(app.url + REPORTS);
  await page.fill("#nomor", "065/12/ORG/2025");
  await page.fill("#tanggal", "2025-07-08");
  await page.getByRole("button", { name: "Buat laporan" }).click();
  for (let at = 0; at < 90 && page.url().includes("/pekerjaan/"); at++) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  report = new URL(page.url()).pathname;
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const bytes = async (path: string): Promise<Uint8Array> => {
  const answer = await app.fetch(app.url + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};

const pagesOf = async (pdf: Uint8Array): Promise<string[]> =>
  (await extractText(await getDocumentProxy(pdf))).text.map((text) => text.replace(/\s+/g, " "));

describe("the pages of the leadership", () => {
  it("answer without script, fit 1280 and 390 px, and pass axe (WCAG 2.2 AA)", async () => {
    expect(report).toMatch(/^\/kabupaten\/lembayung\/laporan\/[0-9a-f-]{36}$/);
    const scripted = await (await app.newContext(browser)).newPage();
    for (const path of [SUMMARY, REPORTS, report, "/ringkasan?periode=2025-TW2"]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const answer = await page.goto(app.url + path);
        expect([path, answer?.status()]).toEqual([path, 200]);
        const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
        expect([path, width, wide]).toEqual([path, width, 0]);
        await scripted.setViewportSize({ width, height: 900 });
        await scripted.goto(app.url + path);
        expect([path, width, await axeFaults(scripted)]).toEqual([path, width, []]);
      }
    }
  });

  it("say first that the figures are invented", async () => {
    for (const path of [SUMMARY, report]) {
      await page.goto(app.url + path);
      expect((await page.locator(".band").innerText()).toLowerCase()).toContain("data contoh");
    }
  });

  it("print a quarter on one sheet of A4, and as PDF too", async () => {
    await page.goto(app.url + SUMMARY);
    const printed = await pagesOf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    expect(printed).toHaveLength(1);
    const paper = await pagesOf(await bytes(`${KAB}/ringkasan.pdf?periode=2025-TW2`));
    expect(paper).toHaveLength(1);
    // The figure of the page of the survey stands on the screen, in print and on paper.
    await page.goto(`${app.url}${KAB}/skm?periode=2025-TW2`);
    const index = /IKM gabungan responden: (\d+,\d+ \([A-D]\))/.exec(
      await page.locator("main").innerText(),
    )?.[1];
    expect(index).toBeTruthy();
    expect(printed[0]).toContain(index);
    expect(paper[0]).toContain(index);
  });

  it("open the rows of each main figure with one click", async () => {
    await page.goto(app.url + SUMMARY);
    const links = await page
      .locator(".main-figure")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(links).toHaveLength(3);
    for (const href of links) expect((await page.goto(app.url + (href ?? "")))?.status()).toBe(200);
  });
});

describe("the report of a quarter in every format", () => {
  it("shows the same index, and its marks, on the page, as PDF, DOCX, XLSX and CSV", async () => {
    await page.goto(app.url + report);
    const main = await page.locator("main").innerText();
    const index = /IKM (\d+,\d+ \([A-D]\)), selang/.exec(main)?.[1] ?? "";
    expect(index).not.toBe("");
    const pages = await pagesOf(await bytes(`${report}.pdf`));
    expect(pages.join(" ")).toContain(`IKM ${index}, selang`);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain(`Halaman ${at + 1} dari ${pages.length}`);
      expect(text).toContain("DRAF");
    }
    const docx = await JSZip.loadAsync(await bytes(`${report}.docx`));
    const document = (await docx.file("word/document.xml")?.async("string")) ?? "";
    expect(document.replace(/<[^>]+>/g, "")).toContain(`IKM ${index}, selang`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytes(`${report}.xlsx`)).buffer as ArrayBuffer);
    const trend = workbook.getWorksheet("Tren") as ExcelJS.Worksheet;
    const last = trend.getRow(trend.rowCount);
    const value = (last.getCell(3).value as number).toFixed(2).replace(".", ",");
    expect(`${value} (${last.getCell(4).value})`).toBe(index);
    const csv = new TextDecoder().decode(await bytes(`${report}.csv?tabel=tren`));
    expect(csv).toContain(`;${index.slice(0, -4)};${index.at(-2)};`);
    expect(csv).toContain("DRAF, data contoh");
  });
});
