import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

const KAB = "/kabupaten/lembayung";
const PAGES = [
  `${KAB}/register`,
  `${KAB}/register/bagian/hukum`,
  `${KAB}/register/layanan/4`,
  `${KAB}/sippn`,
  `${KAB}/pekppp`,
  "/metode/penilai-dan-mesin",
];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

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

describe("the register, exports and evidence", () => {
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
      const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
      found.push(...violations.map((one) => `${width}: ${one.id} at ${one.nodes[0]?.html}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
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
