import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

/** Pages with drawings, and the drawings that they offer as files. */
const PAGES: readonly (readonly [path: string, least: number])[] = [
  ["/", 2],
  ["/kabupaten/lembayung", 2],
  ["/komponen/jangka-waktu", 2],
  ["/kabupaten/lembayung/skm", 2],
  ["/kabupaten/lembayung/skm?bagian=hukum", 2],
];

let app: TestApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  page = await (
    await app.newContext(browser, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
  ).newPage();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const textsOf = (root: string) =>
  page.evaluate(
    (selector) => [...document.querySelectorAll(`${selector} text`)].map((one) => one.textContent ?? ""),
    root,
  );

describe("drawings as files", () => {
  it.each(PAGES)(
    "say on %s what the page says, with its finding and where they come from",
    async (path, least) => {
      await page.goto(app.url + path);
      const links = await page
        .locator('a[href*="gambar="]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      const vectors = links.filter((href) => /\.svg\?/.test(href));
      expect(vectors.length).toBeGreaterThanOrEqual(least);
      expect(links).toHaveLength(2 * vectors.length);
      for (const href of vectors) {
        const id = new URL(href).searchParams.get("gambar");
        await page.goto(app.url + path);
        const onPage = await textsOf(`[id="${id}-wide"]`);
        const title = await page.locator(`[id="${id}-wide"] > title`).textContent();
        expect(onPage.length).toBeGreaterThan(0);

        const answer = await app.fetch(href);
        expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
          200,
          "image/svg+xml; charset=utf-8",
        ]);
        await page.setContent((await answer.text()).replace(/^<\?xml[^>]*>\s*/, ""));
        const inFile = await textsOf("svg svg");
        expect(inFile).toEqual(onPage);
        const around = (await textsOf("body > svg")).join(" ");
        expect(around.startsWith(title ?? "-")).toBe(true);
        expect(around).toContain("Sumber: Tolok, 127.0.0.1");

        const size = await page.locator("body > svg").evaluate((svg) => [svg.clientWidth, svg.clientHeight]);
        const picture = await app.fetch(href.replace(".svg?", ".png?"));
        const bytes = Buffer.from(await picture.arrayBuffer());
        expect(bytes.subarray(1, 4).toString()).toBe("PNG");
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(size.map((pixels) => 3 * pixels));
      }
    },
  );

  it("are not to be had of a page that one may not see, nor of a drawing that is not there", async () => {
    const closed = await fetch(`${app.url}/kabupaten/lembayung/tidak-ada.svg?gambar=unsur`, {
      redirect: "manual",
    });
    expect(closed.status).toBe(404);
    const visitor = await fetch(`${app.url}/temuan.png?gambar=unsur`, { redirect: "manual" });
    expect([visitor.status, visitor.headers.get("Location")]).toEqual([303, "/masuk?kembali=%2Ftemuan"]);
    expect((await app.fetch(`${app.url}/kabupaten/lembayung/skm.svg?gambar=lain`)).status).toBe(404);
    expect((await app.fetch(`${app.url}/kabupaten/lembayung/skm.svg`)).status).toBe(404);
  });
});
