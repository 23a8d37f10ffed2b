import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

const KAB = "/kabupaten/lembayung";
/** Pages of the workbench and of the leadership: what holds on every page is looked at on each. */
const PAGES = [
  `${KAB}/register`,
  `${KAB}/register/bagian/hukum`,
  `${KAB}/register/layanan/4`,
  `${KAB}/sippn`,
  `${KAB}/pekppp`,
  `${KAB}/ringkasan?periode=2025-TW3`,
  `${KAB}/laporan`,
  `${KAB}/tindak-lanjut/baru`,
  `${KAB}/penugasan/baru?bagian=hukum`,
  "/ringkasan",
  "/antrean",
  "/jejak",
  "/metode/penilai-dan-mesin",
];
const FIGURE = /\d[\d.,]*/g;

let app: TestApp;
let browser: Browser;
let plain: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  plain = await (await app.newContext(browser, { javaScriptEnabled: false })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("pages of the workbench and of the leadership", () => {
  it.each(PAGES)("answer on %s, fit 1280, 390 and 320 px, and pass axe", async (path) => {
    const page = await (await app.newContext(browser)).newPage();
    const found: string[] = [];
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await page.goto(app.url + path))?.status()).toBe(200);
      const [wide, room] = await page
        .locator("html")
        .evaluate((html) => [html.scrollWidth, html.clientWidth] as const);
      if (wide > room) found.push(`${width}: ${wide} px wide`);
      if (width === 320) continue;
      found.push(...(await axeFaults(page)).map((fault) => `${width}: ${fault}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
  });

  it.each(PAGES)("show on %s by keyboard where one is, and lose no figure on A4", async (path) => {
    const page = await (await app.newContext(browser, { viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(app.url + path);
    const figures = async () =>
      (await page.locator("main table").allInnerTexts()).join(" ").match(FIGURE) ?? [];
    const onScreen = await figures();
    const unseen: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0
          ? ""
          : element.outerHTML.slice(0, 80);
      });
      if (where === null) break;
      if (where !== "") unseen.push(where);
    }
    expect(unseen).toEqual([]);

    await page.setViewportSize({ width: 688, height: 980 });
    await page.emulateMedia({ media: "print" });
    await page.goto(app.url + path);
    const onPaper = new Map<string, number>();
    for (const figure of await figures()) onPaper.set(figure, (onPaper.get(figure) ?? 0) + 1);
    const lost = onScreen.filter((figure) => {
      const left = onPaper.get(figure) ?? 0;
      onPaper.set(figure, left - 1);
      return left <= 0;
    });
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    await page.context().close();
    expect([lost, wide]).toEqual([[], 0]);
  });

  it("keep who answers for a service, without script, and show the number covered", async () => {
    await plain.goto(`${app.url}${KAB}/register/layanan/4`);
    await plain.getByLabel("Nama", { exact: true }).fill("Ratna Wulandari");
    await plain.getByLabel("Jabatan").fill("Kepala Subbagian Perundang-undangan");
    await plain.getByLabel("NIP").fill("198511302010012014");
    await plain.getByRole("button", { name: "Simpan penanggung jawab" }).click();
    const main = await plain.locator("main").innerText();
    expect(main).toContain("Ratna Wulandari");
    expect(main).not.toContain("198511302010012014");
    await plain.goto(`${app.url}${KAB}/register`);
    expect(await plain.locator("main").innerText()).toContain("Ratna Wulandari");
  });

  it("leave a board for the counter that a visitor may take, and none of what is not there", async () => {
    const board = await fetch(`${app.url}${KAB}/layanan/4/papan.pdf`);
    expect([board.status, board.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    const office = await fetch(`${app.url}${KAB}/bagian/hukum/papan.pdf`);
    expect(
      Buffer.from(await office.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await app.fetch(`${app.url}${KAB}/layanan/999/papan.pdf`)).status).toBe(404);
  });
});
