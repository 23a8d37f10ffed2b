import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, type WrittenDecree, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const SK = "/naskah/segara-biru-060-17-2025";

/** The decree once more: another jangka waktu and a biaya in the first service, one service less, one more. */
const SECOND: WrittenDecree = {
  ...SEGARA_BIRU,
  bagian: SEGARA_BIRU.bagian.map((bagian, at) =>
    at === 0
      ? {
          ...bagian,
          services: bagian.services.map((service, index) =>
            index === 0
              ? { name: service.name, text: { jangka_waktu: "5 (lima) hari kerja sejak berkas lengkap" } }
              : service,
          ),
        }
      : {
          ...bagian,
          services: [...bagian.services.slice(0, 1), { name: "Penerbitan Salinan Keputusan Bupati" }],
        },
  ),
};

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
  await storeFile(app, "segara-biru-2.txt", writeDecree(SECOND));
  await storeFile(
    app,
    "segara-biru-lama.txt",
    writeDecree({ ...SEGARA_BIRU, number: "060/4", year: 2021, bagian: SEGARA_BIRU.bagian.slice(0, 1) }),
  );
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("two versions of one decree", () => {
  it("are led to from the naskah, and tell what is new, gone and changed, word by word", async () => {
    const context = await app.newContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}${SK}/2?tahun=2025`);
    await page.getByRole("link", { name: "Bandingkan dengan versi 1" }).click();
    const address = new URL(page.url());
    expect(address.pathname).toBe(`${SK}/banding/segara-biru-060-17-2025`);
    expect(address.searchParams.get("tahun")).toBe("2025");
    expect(await page.locator("h1").innerText()).toBe(
      "Dibandingkan dengan versi 1, satu layanan baru, satu layanan tidak dimuat lagi, dan satu layanan berubah",
    );
    const states = await page
      .locator("#tabel-banding tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [row.children[0]?.textContent?.trim(), row.children[2]?.textContent?.trim()]),
      );
    expect(states.slice(0, 3)).toEqual([
      ["Penerbitan Salinan Keputusan Bupati", "baru"],
      ["Konsultasi Rancangan Peraturan", "tidak dimuat lagi"],
      ["Peminjaman Aula Samudra", "berubah"],
    ]);
    expect(states.slice(3).every(([, state]) => state === "sama")).toBe(true);
    const words = (tag: string) => page.locator(`.changed .word-diff ${tag}`).allInnerTexts();
    expect((await words("del")).join(" ")).toMatch(/−.*3.*−.*tiga/s);
    expect((await words("ins")).join(" ")).toMatch(/\+.*5.*\+.*lima/s);
    expect(await page.locator(".changed h4").allInnerTexts()).toEqual([
      "3. Jangka waktu penyelesaian: isinya berubah",
      "4. Biaya/tarif: kini ada",
    ]);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect([width, wide]).toEqual([width, 0]);
    }
    await context.close();
  });

  it("pass axe, wide and narrow", async () => {
    const context = await app.newContext(browser);
    const page = await context.newPage();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.url}${SK}/banding/segara-biru-060-17-2025`);
      expect(await axeFaults(page)).toEqual([]);
    }
    await context.close();
  });

  it("have a file with a row for every service", async () => {
    const file = await (await app.fetch(`${app.url}${SK}/banding/segara-biru-060-17-2025.csv`)).text();
    // 5 services of the later text and 1 that only the earlier has.
    expect(file.trimEnd().split("\r\n")).toHaveLength(1 + 6);
  });
});

describe("a decree and the one before it", () => {
  it("are led to from either, the later one first in the address", async () => {
    const old = await (await app.fetch(`${app.url}/naskah/segara-biru-060-4-2021/1`)).text();
    const link = /href="([^"]*\/banding\/[^"]*)"/.exec(old)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(link).toContain(`${SK}/banding/segara-biru-060-4-2021`);
    const face = await (await app.fetch(app.url + link)).text();
    // The old one holds the first bagian only: its 3 services against 5.
    expect(face).toMatch(
      /Dibandingkan dengan Keputusan Bupati Nomor 060\/4 Tahun 2021, dua layanan baru dan satu layanan berubah/,
    );
  });

  it("of two regencies cannot be compared, nor one text with itself", async () => {
    const other = /href="(\/naskah\/melawi[^"/]*)\/1"/.exec(
      await (await app.fetch(`${app.url}/naskah`)).text(),
    )?.[1];
    const slug = other?.replace("/naskah/", "");
    expect((await app.fetch(`${app.url}${SK}/banding/${slug}`)).status).toBe(404);
    expect((await app.fetch(`${app.url}${SK}/banding/segara-biru-060-17-2025?versi=1`)).status).toBe(404);
    expect((await app.fetch(`${app.url}${SK}/banding/segara-biru-060-17-2025?versi=abc`)).status).toBe(404);
    expect((await app.fetch(`${app.url}${SK}/banding/tidak-ada`)).status).toBe(404);
  });
});
