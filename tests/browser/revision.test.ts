import ExcelJS from "exceljs";
import JSZip from "jszip";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const PATH = "/kabupaten/segara-biru/bagian/umum/perbaikan";

let app: TestApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
  page = await (
    await app.newContext(browser, { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false })
  ).newPage();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Components to be written anew, as the page names them under each service. */
const onPage = (): Promise<string[]> =>
  page
    .locator(".mend-service")
    .evaluateAll((services) =>
      services.flatMap((service) =>
        [...service.querySelectorAll("h4")].map(
          (head) =>
            `${service.querySelector("h3")?.textContent}|${head.textContent?.replace(/^\d+\. | \(.*$/g, "")}`,
        ),
      ),
    );

describe("lembar perbaikan", () => {
  it("is reached from the page of the bagian", async () => {
    await page.goto(`${app.url}/kabupaten/segara-biru/bagian/umum`);
    await page.getByRole("link", { name: /^Lembar perbaikan/ }).click();
    await page.waitForURL(app.url + PATH);
    // Biaya without row in the first service, produk empty in the second; whatever else the criteria find.
    const rows = await onPage();
    expect(rows).toContain("Peminjaman Aula Samudra|Biaya/tarif");
    expect(rows).toContain("Penerimaan Tamu Daerah|Produk pelayanan");
    const figure = /: (\d+|satu)(?: dari \d+)? komponen perlu/.exec(
      await page.locator("h1").innerText(),
    )?.[1];
    expect(figure === "satu" ? 1 : Number(figure)).toBe(rows.length);
  });

  it("says the same as paper, workbook and CSV", async () => {
    await page.goto(app.url + PATH);
    const rows = await onPage();
    const fetched = async (ending: string) => {
      const answer = await app.fetch(`${app.url}${PATH}.${ending}`);
      expect([ending, answer.status]).toEqual([ending, 200]);
      expect(answer.headers.get("Content-Disposition")).toBe(
        `attachment; filename="matriks-semula-menjadi-segara-biru-umum.${ending}"`,
      );
      return answer.arrayBuffer();
    };
    const zip = await JSZip.loadAsync(await fetched("docx"));
    const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
    const written = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
      .filter(([table]) => table.includes("<w:tblHeader"))
      .reduce((sum, [table]) => sum + (table.match(/<w:tr[ >]/g) ?? []).length - 1, 0);
    expect(written).toBe(rows.length);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await fetched("xlsx"));
    const data: string[] = [];
    workbook.getWorksheet("Data")?.eachRow((row, at) => {
      if (at > 1 && row.getCell(5).value === "tulis ulang")
        data.push(`${row.getCell(2).value}|${row.getCell(4).value}`);
    });
    expect(data).toEqual(rows);

    const csv = new TextDecoder().decode(await fetched("csv"));
    expect((csv.match(/;tulis ulang;/g) ?? []).length).toBe(rows.length);
    expect(new TextDecoder().decode((await fetched("pdf")).slice(0, 5))).toBe("%PDF-");
    expect((await app.fetch(`${app.url}${PATH}.odt`)).status).toBe(404);
  });

  it("has room for the new text and initials on paper only", async () => {
    const paper = await (await app.newContext(browser)).newPage();
    await paper.goto(app.url + PATH);
    expect(await paper.locator(".writing").first().isVisible()).toBe(false);
    await paper.emulateMedia({ media: "print" });
    expect(await paper.locator(".writing").first().isVisible()).toBe(true);
    expect(await paper.locator(".initials").count()).toBe(
      await paper.locator(".mend-service:has(.mend)").count(),
    );
    expect(
      await paper
        .getByRole("link", { name: /^Unduh/ })
        .first()
        .isVisible(),
    ).toBe(false);
    await paper.close();
  });

  it("never shows the text of a regency of which only facts are kept", async () => {
    const listed = await (await app.fetch(`${app.url}/kabupaten/balangan`)).text();
    const bagian = /href="(\/kabupaten\/balangan\/bagian\/[^"?#]*)/.exec(listed)?.[1];
    await page.goto(`${app.url}${bagian}/perbaikan`);
    expect(await page.locator(".mend blockquote").count()).toBe(0);
    expect(await page.locator(".band").innerText()).toContain("belum diunggah");
  });
});
