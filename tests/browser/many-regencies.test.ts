import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

/** With the six of the sample more than one page of regencies. */
const WRITTEN = 60;
const NAMES = Array.from({ length: WRITTEN }, (_, at) => {
  const letters = `${String.fromCharCode(97 + Math.floor(at / 10))}${String.fromCharCode(97 + (at % 10))}`;
  return `${at < 3 ? "Segara" : "Nusa"} ${letters[0]?.toUpperCase()}${letters[1]}ruma`;
});

let app: TestApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  const text = NAMES.map((regency, at) =>
    writeDecree({
      regency,
      number: `060/${at + 1}`,
      year: 2025,
      bagian: [
        { name: "Bagian Umum", services: [{ name: "Peminjaman Aula", blank: at === 0 ? ["produk"] : [] }] },
      ],
    }),
  ).join("\n\n");
  await storeFile(app, "banyak.txt", text);
  page = await (
    await app.newContext(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  ).newPage();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const bodyRows = () => page.locator("main table").first().locator("tbody tr").count();

describe("a dashboard of many regencies", () => {
  it("shows fifty of them a page, a tick for each, and names the rest on the next page", async () => {
    await page.goto(`${app.url}/`);
    // The invented regency of the sample is in the table, but is no tick.
    expect(await page.locator(".tick-strip line").count()).toBe(WRITTEN + 5);
    expect(await bodyRows()).toBe(50);
    expect(await page.locator("main").textContent()).toContain(`Kabupaten 1–50 dari ${WRITTEN + 6}`);
    await page
      .getByRole("link", { name: /berikut/i })
      .first()
      .click();
    await page.waitForLoadState("load");
    expect(await bodyRows()).toBe(WRITTEN + 6 - 50);
  });

  it("finds some of them by a word of their name, and keeps the others out of the table only", async () => {
    await page.goto(`${app.url}/`);
    await page.getByLabel("Cari kabupaten atau kota").fill("segara");
    await page.getByRole("button", { name: "Cari" }).click();
    await page.waitForLoadState();
    expect(new URL(page.url()).searchParams.get("cari")).toBe("segara");
    expect(await bodyRows()).toBe(3);
    expect(await page.locator(".tick-strip line.own").count()).toBe(3);
    expect(await page.locator(".tick-strip line").count()).toBe(WRITTEN + 5);
    expect(await page.locator("main").textContent()).toContain("Ditemukan tiga kabupaten");
  });

  it("needs no scrolling sideways at 390 px and passes axe", async () => {
    await page.goto(`${app.url}/`);
    const [wide, seen] = [
      await page.locator("html").evaluate((html) => html.scrollWidth),
      await page.locator("html").evaluate((html) => html.clientWidth),
    ];
    expect(wide).toBe(seen);
    const scripted = await (
      await app.newContext(browser, { viewport: { width: 390, height: 844 } })
    ).newPage();
    await scripted.goto(`${app.url}/`);
    expect(await axeFaults(scripted)).toEqual([]);
  });
});
