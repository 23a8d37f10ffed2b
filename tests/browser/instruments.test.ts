import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Edition, indicatorsOf } from "#app/instruments/edition.ts";
import { SHIPPED_EDITIONS } from "#app/instruments/shipped.ts";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const PLACE = "/kabupaten/segara-biru/ombudsman";
const [LIST] = SHIPPED_EDITIONS as [Edition];

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

/** A page without script, closed after the work. */
async function withPage<Result>(work: (page: Page) => Promise<Result>, width = 1280): Promise<Result> {
  const context = await app.newContext(browser, {
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Texts of a table's cells, row by row, once the page stands whole: a click leads on before the last row has come. */
const cells = async (page: Page, table: string): Promise<string[][]> => {
  await page.waitForLoadState();
  return page
    .locator(`#${table} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((one) => one.textContent ?? "")),
    );
};

const fileOf = async (path: string): Promise<string[]> =>
  (await (await app.fetch(app.url + path)).text())
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");

describe("the self-check of a regency", () => {
  it("says first that it is none of the Ombudsman's, and finds its headline in its table", async () => {
    await withPage(async (page) => {
      await page.goto(app.url + PLACE);
      expect(await page.locator(".band").innerText()).toContain("Penilaian mandiri, bukan nilai Ombudsman.");
      const rows = await cells(page, "tabel-indikator");
      expect(rows).toHaveLength(14);
      const h1 = await page.locator("h1").innerText();
      const bagian = await cells(page, "tabel-bagian");
      const whole = bagian.map((row) => /^(\d+) dari (\d+)$/.exec(row[3] ?? ""));
      const [k, n] = [1, 2].map((at) => whole.reduce((sum, one) => sum + Number(one?.[at] ?? 0), 0));
      expect(h1).toContain("isi ke-14 indikator Proses");
      expect(k === 0 ? h1.includes("belum ada layanan") : h1.includes(`${k} dari ${n} layanan`)).toBe(true);
    });
  });

  it("leads from a count to as many rows, each with the words and lines that decided", async () => {
    await withPage(async (page) => {
      await page.goto(app.url + PLACE);
      const row = page.locator("#tabel-indikator tbody tr", {
        hasText: "Ketersediaan Informasi biaya/tarif",
      });
      const shown = await row.locator("td").first().innerText();
      await row.locator("td a").first().click();
      const rows = await cells(page, "tabel-rincian");
      expect(rows).toHaveLength(Number(/^(\d+) dari/.exec(shown)?.[1]));
      expect(
        rows.every((one) => one[2] === "terbukti" && one[1] === "Ketersediaan Informasi biaya/tarif"),
      ).toBe(true);
      await page
        .locator("#tabel-rincian a", { hasText: /^\d+(–\d+)?$/ })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toMatch(/^\/naskah\//);
    });
  });

  it("gives its tables as files with the same rows", async () => {
    const counts = await Promise.all(
      ["", "/indikator", "/bagian", "/menunggu", "/hasil-resmi"].map(
        async (part) => (await fileOf(`${PLACE}${part}.csv`)).length - 1,
      ),
    );
    const services = (counts[0] ?? 0) / 14;
    expect(Number.isInteger(services) && services > 0).toBe(true);
    expect(counts.slice(1)).toEqual([14, 2, indicatorsOf(LIST).length, 0]);
    expect((await app.fetch(`${app.url}${PLACE}.xlsx`)).status).toBe(200);
  });

  it("shows the other editions by what a decree can prove of them, and knows no unknown one", async () => {
    await withPage(async (page) => {
      await page.goto(`${app.url}${PLACE}?edisi=ombudsman-2022-2024-edisi-1`);
      expect(await page.locator("#tabel-unit tbody tr").count()).toBe(2 * 2);
      expect(await page.locator("main").innerText()).toContain("Simulasi nilai tidak dibuat.");
    });
    expect((await app.fetch(`${app.url}${PLACE}?edisi=antah`)).status).toBe(404);
  });

  it("records an official result apart, keeps what was typed beside a fault, and withdraws with a reason", async () => {
    await withPage(async (page) => {
      await page.goto(app.url + PLACE);
      await page.locator("#edisi").selectOption("ombudsman-2022-2024-edisi-1");
      await page.getByLabel("Tahun penilaian").fill("2021");
      await page.getByLabel("Yang dinilai").fill("Pemerintah Kabupaten Segara Biru");
      await page.getByLabel("Nilai", { exact: true }).fill("87,43");
      await page.getByLabel("Kategori atau sebutan").fill("B");
      await page.getByLabel("Terlihat pada").fill("Piagam yang diterima Bupati");
      await page.getByRole("button", { name: "Catat hasil resmi" }).click();
      await page.waitForLoadState();
      expect(await page.title()).toMatch(/^Kesalahan:/);
      expect(await page.locator(".error-summary").innerText()).toContain("tidak berlaku pada tahun 2021");
      expect(await page.getByLabel("Nilai", { exact: true }).inputValue()).toBe("87,43");
      await page.getByLabel("Tahun penilaian").fill("2023");
      await page.getByRole("button", { name: "Catat hasil resmi" }).click();
      await page.waitForLoadState();
      const [row] = await cells(page, "tabel-hasil-resmi");
      expect(row?.slice(0, 5)).toEqual([
        "2023",
        "Pemerintah Kabupaten Segara Biru",
        "Penilaian penyelenggaraan pelayanan publik 2022–2024",
        "87,43",
        "B",
      ]);
      await page.getByLabel("Alasan pencabutan").fill("Nilai tahun lain");
      await page.getByRole("button", { name: "Cabut catatan ini" }).click();
      await page.waitForLoadState();
      expect(await page.locator("#tabel-hasil-resmi tbody tr").innerText()).toContain("dicabut");
      expect(await page.getByRole("button", { name: "Cabut catatan ini" }).count()).toBe(0);
    });
  });
});

describe("editions", () => {
  it("are listed and opened with every figure, its source and how surely it was seen", async () => {
    await withPage(async (page) => {
      await page.goto(`${app.url}/instrumen`);
      expect(await page.locator("#tabel-instrumen tbody tr").count()).toBe(5);
      await page.getByRole("link", { name: "Penilaian penyelenggaraan pelayanan publik 2022–2024" }).click();
      await page.waitForLoadState("load");
      const figures = await cells(page, "tabel-angka");
      expect(figures[0]?.slice(0, 5)).toEqual([
        "Input",
        "Bobot dimensi (%)",
        "21,85",
        "terlihat pada sumber",
        "Salindia penilaian 2023 (id.scribd.com/document/658994325)",
      ]);
      expect(figures.filter((row) => row[2] === "belum ada sumber").every((row) => row[4] === "–")).toBe(
        true,
      );
      expect(figures.some((row) => row[2] === "belum ada sumber")).toBe(true);
    });
  });

  it("are taken in by a file after a look at it, told their faults in Indonesian, and superseded", async () => {
    const file = (name: string, content: unknown) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
    });
    await withPage(async (page) => {
      await page.goto(`${app.url}/instrumen`);
      const send = async (content: unknown) => {
        await page.getByLabel("Berkas edisi").setInputFiles(file("edisi.json", content));
        await page.getByRole("button", { name: "Periksa berkas" }).click();
      };
      await page.getByRole("button", { name: "Periksa berkas" }).click();
      await page.locator(".error-summary", { hasText: "Berkas belum dipilih" }).waitFor();
      await send("{ bukan json");
      await page.locator(".error-summary", { hasText: "bukan JSON yang utuh" }).waitFor();
      await send({ ...LIST, owner: 3 });
      await page.locator(".error-summary", { hasText: "owner: harus berupa teks." }).waitFor();
      await send({ ...LIST, gaps: ["Isi yang lain."] });
      await page.locator(".error-summary", { hasText: "edisi yang sudah tersimpan tidak diubah" }).waitFor();
      await send(LIST);
      await page.locator("[role=status]", { hasText: "Tidak ada yang diubah" }).waitFor();
      await send({ ...LIST, edition: "ombudsman-2026/2", gaps: ["Isi yang lain."] });
      await page.locator("#judul-pratinjau", { hasText: "Pratinjau" }).waitFor();
      expect(await page.locator("#tabel-instrumen tbody tr").count()).toBe(5);
      await page.getByRole("button", { name: "Simpan edisi ini" }).click();
      expect(new URL(page.url()).pathname).toBe("/instrumen/ombudsman-2026-edisi-2");
      await page.goto(`${app.url}/instrumen/ombudsman-2026-edisi-1`);
      await page.locator(".band", { hasText: "digantikan ombudsman-2026/2" }).waitFor();
    });
  });
});

describe("the new pages", () => {
  const PAGES = [
    PLACE,
    `${PLACE}?edisi=ombudsman-2015-2021-edisi-1&bagian=umum`,
    `${PLACE}?edisi=ombudsman-2022-2024-edisi-1`,
    "/kabupaten/balangan/ombudsman",
    "/instrumen",
    "/instrumen/pekppp-edisi-1",
    "/instrumen/ombudsman-2026-edisi-1",
  ];

  it.each(PAGES)("%s is whole without script, passes axe and never scrolls sideways", async (path) => {
    for (const width of [1280, 390, 320]) {
      await withPage(async (page) => {
        await page.goto(app.url + path);
        expect(await page.locator("h1").innerText()).toMatch(/^[A-Z]/);
        expect(await page.title()).toMatch(/ – Tolok$/);
        const [whole, seen] = await page
          .locator("html")
          .evaluate((html) => [html.scrollWidth, html.clientWidth]);
        expect(`${width}: ${whole}`).toBe(`${width}: ${seen}`);
        expect(await page.locator("main").innerText()).not.toMatch(/…|_sk|ya_tidak|unverified/);
      }, width);
    }
    const context = await app.newContext(browser);
    const page = await context.newPage();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(app.url + path);
      expect(await axeFaults(page), `${width} px`).toEqual([]);
    }
    await context.close();
  });
});
