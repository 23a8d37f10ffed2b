import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

/** A name whose blanks were lost in scanning: 300 letters. */
const NAME = `Pelayanan${"peminjamanaula".repeat(21)}`.slice(0, 300);
const KAB = "/kabupaten/tanjung-lentera";

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  const services = [{ name: NAME, without: ["biaya"] as const }, { name: "Penerimaan Tamu Daerah" }];
  const decree = {
    regency: "Tanjung Lentera",
    number: "060/3",
    year: 2025,
    bagian: [{ name: "Bagian Umum", services }],
  };
  await storeFile(app, "tanjung-lentera.txt", writeDecree(decree));
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("a name of 300 letters without a blank", () => {
  it("stands whole on every page that names its service, and widens none", async () => {
    const page = await (await app.newContext(browser, { javaScriptEnabled: false })).newPage();
    const found: string[] = [];
    for (const path of [
      `${KAB}/layanan/1`,
      `${KAB}/bagian/umum`,
      `${KAB}/bagian/umum/perbaikan`,
      `${KAB}/peta`,
      `${KAB}/register`,
      `${KAB}/skm`,
      "/komponen/biaya?kabupaten=tanjung-lentera",
      "/temuan?kabupaten=tanjung-lentera",
    ]) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(app.url + path);
        const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
        if (wide > 0) found.push(`${path} at ${width}: ${wide} px too wide`);
      }
      if (!(await page.locator("main").innerText()).includes(NAME)) found.push(`${path}: not named`);
    }
    expect(found).toEqual([]);
  });
});
