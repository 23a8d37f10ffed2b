import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import ExcelJS from "exceljs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDecimal } from "#app/format/numbers.ts";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

/** Pages of the survey over the invented answers that every fresh start has. */

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const KAB = "/kabupaten/lembayung";
const SERVICE = `${KAB}/skm/layanan/7-peminjaman-gedung-pertemuan-graha-lembayung`;
/** Address, and the most sheets of A4 that it may take. */
const PAGES: Readonly<Record<string, readonly [path: string, sheets: number]>> = {
  "hasil SKM": [`${KAB}/skm`, 6],
  "hasil SKM, bagian": [`${KAB}/skm?bagian=hukum`, 5],
  "hasil SKM, layanan": [SERVICE, 5],
  "hasil SKM, triwulan pertama": [`${KAB}/skm?periode=2024-TW2`, 6],
  hitungan: [`${KAB}/skm/hitungan`, 4],
  "hitungan, satu unsur": [`${KAB}/skm/hitungan?unsur=waktu`, 2],
  "hitungan, bagian": [`${KAB}/skm/hitungan?bagian=hukum`, 4],
  "hitungan, layanan": [`${KAB}/skm/hitungan?layanan=7`, 4],
  janji: [`${KAB}/janji`, 4],
  "janji, bagian": [`${KAB}/janji?bagian=hukum`, 3],
  impor: ["/skm/impor", 2],
  riwayat: ["/skm/impor/riwayat", 5],
};
const NAMES = Object.keys(PAGES);
const pathOf = (name: string): string => PAGES[name]?.[0] ?? "";

interface Group {
  bagian: string | null;
  service: string | null;
  n: number;
  ikm: number;
  mutu: string;
  unsur: Record<string, { n: number; sum: number; nilai: number; mutu: string }>;
}

/** What the command says of a shipped file: another way from the same answers to the same figures. */
async function command(file: string): Promise<{ groups: Group[]; total: Group }> {
  const args = ["scripts/run.mjs", "skm", `db/samples/${file}`, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as { groups: Group[]; total: Group };
}

const graded = ({ ikm, mutu }: Pick<Group, "ikm" | "mutu">): string => `${formatDecimal(ikm, 2)} (${mutu})`;

let app: TestApp;
let browser: Browser;
let plain: BrowserContext;
let page: Page;
let newest: { groups: Group[]; total: Group };

beforeAll(async () => {
  [app, browser, newest] = await Promise.all([
    startTestApp(),
    launchBrowser(),
    command("lembayung-skm-2025-tw3.csv"),
  ]);
  plain = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  page = await plain.newPage();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const open = async (path: string): Promise<string> => {
  const answer = await page.goto(app.url + path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  return page.locator("main").innerText();
};

/** Rows of a table: text of each cell by column head. */
const tableRows = (id: string): Promise<Record<string, string>[]> =>
  page.locator(`#${id}`).evaluate((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent ?? "");
    return [...table.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries(
        [...row.children].map((cell, at) => [heads[at] ?? "", (cell.textContent ?? "").trim()]),
      ),
    );
  });

describe("every page of the survey", () => {
  it.each(NAMES)(
    "answers without script, fits 1280 and 390 px, and says that its data is invented: %s",
    async (name) => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect((await open(pathOf(name))).toLowerCase()).toContain("data contoh");
        const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
        expect([width, wide]).toEqual([width, 0]);
        expect(await page.locator("script").count()).toBe(0);
      }
    },
  );

  it.each(NAMES)("passes axe (WCAG 2.2 AA) at 1280 and 390 px: %s", async (name) => {
    const context = await browser.newContext();
    const scripted = await context.newPage();
    for (const width of [1280, 390]) {
      await scripted.setViewportSize({ width, height: 900 });
      await scripted.goto(app.url + pathOf(name));
      const { violations } = await new AxeBuilder({ page: scripted }).withTags(AXE_TAGS).analyze();
      expect(violations.map((one) => `${width} px: ${one.id} at ${one.nodes[0]?.html}`)).toEqual([]);
    }
    await context.close();
  });

  it.each(NAMES)("loses no figure of its tables on A4, and takes few sheets: %s", async (name) => {
    const [path, sheets] = PAGES[name] ?? ["", 0];
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(path);
    const figures = async (where: Page): Promise<string[]> =>
      ((await where.locator("main table").allInnerTexts()).join(" ").match(/\d[\d.,]*/g) ?? []).sort();
    const onScreen = await figures(page);
    // A4 less 14 mm on either side is 182 mm: 688 CSS pixels.
    const context = await browser.newContext({ viewport: { width: 688, height: 980 } });
    const paper = await context.newPage();
    await paper.emulateMedia({ media: "print" });
    await paper.goto(app.url + path);
    expect(await figures(paper)).toEqual(onScreen);
    const wide = await paper.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBe(0);
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
    const printed = [...pdf.matchAll(/\/Type \/Page\b/g)].length;
    expect(printed).toBeGreaterThanOrEqual(1);
    expect(printed).toBeLessThanOrEqual(sheets);
    await context.close();
  });
});

describe("figures on the pages are those of the command", () => {
  it("for the regency, in each of the six quarters", async () => {
    for (const period of ["2024-TW2", "2024-TW3", "2024-TW4", "2025-TW1", "2025-TW2", "2025-TW3"]) {
      const { total } = await command(`lembayung-skm-${period.toLowerCase()}.csv`);
      const main = await open(`${KAB}/skm?periode=${period}`);
      expect(main).toContain(`IKM gabungan responden: ${graded(total)}`);
      expect(main).toContain(`${total.n} responden`);
    }
  });

  it("for each of nine unsur, lowest first", async () => {
    await open(`${KAB}/skm`);
    const rows = await tableRows("tabel-unsur");
    const said = Object.values(newest.total.unsur).map(({ n, sum, nilai, mutu }) =>
      [sum, n, formatDecimal(nilai, 2), mutu].join(" "),
    );
    expect(
      rows.map((row) => [row["Jumlah nilai"], row.n, row["NRR × 25"], row.Mutu].join(" ")).sort(),
    ).toEqual(said.sort());
    const values = rows.map((row) => Number(row["NRR × 25"]?.replace(",", ".")));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(rows).toHaveLength(9);
  });

  it("for each service, on the table and on its own page", async () => {
    await open(`${KAB}/skm`);
    const rows = await tableRows("tabel-skm-layanan");
    const said = newest.groups.map((one) =>
      [one.service, one.n, formatDecimal(one.ikm, 2), one.mutu].join("|"),
    );
    expect(rows.map((row) => [row.Layanan, row.n, row.IKM, row.Mutu].join("|")).sort()).toEqual(said.sort());
    const own = newest.groups.find(({ service }) => service?.startsWith("Peminjaman Gedung")) as Group;
    expect(await open(SERVICE)).toContain(`IKM: ${graded(own)}`);
  });

  it("for a bagian, whose services are pooled: points and respondents are added before they are divided", async () => {
    const own = newest.groups.filter(({ bagian }) => bagian === "Bagian Hukum");
    const n = own.reduce((sum, one) => sum + one.n, 0);
    const points = Object.keys(newest.total.unsur).reduce(
      (sum, key) => sum + own.reduce((all, one) => all + (one.unsur[key]?.sum ?? 0), 0),
      0,
    );
    // Everybody answered all nine: points / (9 n) x 25, half up.
    const ikm = formatDecimal(Math.round((points * 25 * 100) / (9 * n) + 1e-9) / 100, 2);
    const main = await open(`${KAB}/skm?bagian=hukum`);
    expect(main).toContain(`IKM gabungan responden: ${ikm} (`);
    expect(main).toContain(`${n} responden`);
  });

  it("above the unit both ways, each by its name: pooled, and the plain mean of the services", async () => {
    const mean = newest.groups.reduce((sum, { ikm }) => sum + ikm, 0) / newest.groups.length;
    const main = await open(`${KAB}/skm`);
    const shown = /IKM rata-rata unit: (\d+,\d\d) \([A-D]\) dari (\d+) unit/.exec(main);
    expect(Number(shown?.[2])).toBe(newest.groups.length);
    // The page averages exact figures, this line rounded ones: at most half a hundredth apart, and its rounding.
    expect(Math.abs(Number(shown?.[1]?.replace(",", ".")) - mean)).toBeLessThanOrEqual(0.0101);
  });
});

describe("a figure opens its calculation", () => {
  it("of an unsur: answers, sum, respondents, NRR, value", async () => {
    const waktu = newest.total.unsur.waktu;
    await open(`${KAB}/skm`);
    await page.locator("#tabel-unsur").getByRole("link", { name: "Waktu penyelesaian" }).click();
    const steps = await page.locator("ol.steps").first().innerText();
    expect(steps).toContain(`${waktu?.sum} : ${waktu?.n} =`);
    expect(steps).toContain(formatDecimal(waktu?.nilai ?? 0, 2));
  });

  it("of the index: ours, and what 0,11 would have given", async () => {
    const sum = Object.values(newest.total.unsur).reduce((all, one) => all + one.sum / one.n, 0);
    const main = await open(`${KAB}/skm/hitungan`);
    expect(main).toContain(graded(newest.total));
    expect(main).toContain(`0,11 hasilnya ${formatDecimal(sum * 0.11 * 25, 2)}`);
  });
});

describe("files of the survey", () => {
  const TABLES = [
    "skm",
    "skm/unsur",
    "skm/layanan",
    "skm/periode",
    "skm/responden",
    "skm/belum-disurvei",
    "janji",
    "janji/pasangan",
  ];

  it.each(TABLES)(
    "say of every row, in their name and in their notes that it is invented: %s",
    async (table) => {
      const csv = await fetch(`${app.url}${KAB}/${table}.csv`);
      expect(csv.status).toBe(200);
      expect(csv.headers.get("Content-Disposition")).toContain("-data-contoh.csv");
      const [head = "", ...lines] = (await csv.text()).trimEnd().split("\r\n");
      expect(head.split(";").at(-1)).toBe("status_data");
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !line.endsWith(";data contoh"))).toEqual([]);

      const xlsx = await fetch(`${app.url}${KAB}/${table}.xlsx`);
      expect(xlsx.headers.get("Content-Disposition")).toContain("-data-contoh.xlsx");
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(await xlsx.arrayBuffer());
      const data = workbook.getWorksheet("Data");
      expect(data?.getRow(2).getCell(data.columnCount).value).toBe("data contoh");
      const notes: string[] = [];
      workbook.getWorksheet("Keterangan")?.eachRow((row) => notes.push(String(row.getCell(2).value)));
      expect(notes).toContain("Data contoh: bukan hasil survei yang sebenarnya.");
    },
  );

  it("of a regency that is real carry no such column", async () => {
    const [head = ""] = (await (await fetch(`${app.url}/kabupaten/balangan/peta.csv`)).text()).split("\r\n");
    expect(head).not.toContain("status_data");
  });
});

describe("charts of the survey", () => {
  it.each(["hasil SKM", "hasil SKM, layanan", "janji"])(
    "say in title and drawing that they are invented: %s",
    async (name) => {
      await open(pathOf(name));
      const captions = await page.locator("figcaption").allInnerTexts();
      expect(captions.length).toBeGreaterThan(0);
      expect(captions.filter((one) => !one.endsWith("(data contoh)"))).toEqual([]);
      const drawn = await page
        .locator("svg.chart")
        .evaluateAll((all) =>
          all.map((one) => [
            one.querySelector("title")?.textContent?.endsWith("(data contoh)"),
            [...one.querySelectorAll("text")].at(-1)?.textContent,
          ]),
        );
      expect(new Set(drawn.map((one) => one.join()))).toEqual(new Set(["true,data contoh"]));
    },
  );
});
