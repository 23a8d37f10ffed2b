import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const KAB = "/kabupaten/segara-biru";

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

/** Fields of a CSV line; quotes doubled inside quotes. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll('""', '"'),
  );

async function csv(path: string): Promise<{ heads: string[]; rows: Record<string, string>[]; name: string }> {
  const answer = await app.fetch(app.url + path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head = "", ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  const heads = fieldsOf(head);
  const rows = lines.map((line) => Object.fromEntries(fieldsOf(line).map((field, at) => [heads[at], field])));
  return { heads, rows, name: answer.headers.get("Content-Disposition") ?? "" };
}

/** A workbook: what its figures rest on, and its rows as a CSV would write them. */
async function xlsx(
  path: string,
): Promise<{ about: Map<string, string>; rows: string[][]; types: Set<string> }> {
  const answer = await app.fetch(app.url + path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toContain("spreadsheetml.sheet");
  expect(answer.headers.get("Content-Disposition")).toMatch(/filename="[a-z0-9-]+\.xlsx"/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const data = workbook.getWorksheet("Data");
  const width = data?.columnCount ?? 0;
  const types = new Set<string>();
  const rows: string[][] = [];
  data?.eachRow((row, at) => {
    if (at === 1) return;
    rows.push(
      Array.from({ length: width }, (_, column) => {
        const { value } = row.getCell(column + 1);
        if (value === null) return "";
        types.add(value instanceof Date ? "date" : typeof value);
        return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
      }),
    );
  });
  const about = new Map<string, string>();
  workbook.getWorksheet("Keterangan")?.eachRow((row) => {
    about.set(String(row.getCell(1).value), String(row.getCell(2).value));
  });
  return { about, rows, types };
}

/** Rows of a table on the page: text of each cell by column head. */
const tableRows = (id: string): Promise<Record<string, string>[]> =>
  page.locator(`#${id}`).evaluate((table) => {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent ?? "");
    return [...table.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries(
        [...row.children].map((cell, at) => [heads[at] ?? "", (cell.textContent ?? "").trim()]),
      ),
    );
  });

describe("a table and its file", () => {
  it("say the same on the dasbor, row by row", async () => {
    await page.goto(`${app.url}/`);
    const shown = await tableRows("tabel-kabupaten");
    const file = await csv("/.csv");
    expect(file.name).toContain('filename="dasbor.csv"');
    expect(shown.length).toBe(file.rows.length);
    for (const [place, row] of shown.entries()) {
      const line = file.rows[place] ?? {};
      expect(row.Kabupaten?.startsWith(line.kabupaten ?? "?")).toBe(true);
      expect(row.Layanan).toBe(line.layanan);
      expect(row.Temuan?.split(" ")[0]).toBe(line.temuan);
      expect(row["Tidak terbaca (T)"]).toBe(line.tidak_terbaca);
      if (line.layanan === "0") continue;
      const dotted = (text = ""): string => text.replaceAll(".", "");
      expect(dotted(row["Komponen bermasalah"])).toBe(`${line.bermasalah} dari ${line.bermasalah_dari}`);
      // Problems are levels 0 and 1 of levels 0 to 3; T and what is not judged are outside.
      const at = (key: string): number => Number(line[key]);
      expect(at("tingkat_0") + at("tingkat_1")).toBe(at("bermasalah"));
      expect(at("bermasalah") + at("tingkat_2") + at("tingkat_3")).toBe(at("bermasalah_dari"));
      expect(at("bermasalah_dari") + at("tidak_terbaca") + at("belum_dinilai")).toBe(14 * at("layanan"));
      expect(row["Lengkap 14"]?.startsWith(`${line.lengkap_14} dari ${line.lengkap_14_dari}`)).toBe(true);
    }
  });

  it("leave an invented region out of what is counted over all regions, and say so", async () => {
    await page.goto(`${app.url}/`);
    const rows = (await csv("/.csv")).rows.filter((row) => !row.kabupaten?.includes("Lembayung"));
    const standards = rows.reduce((sum, row) => sum + Number(row.layanan), 0);
    expect(await page.locator("main").innerText()).toContain(
      `Keputusan yang berlaku; ${standards} standar; kabupaten contoh tidak ikut dihitung.`,
    );
    // Only the invented region has answers of that quarter.
    await page.goto(`${app.url}/ringkasan?periode=2025-TW3`);
    expect(await page.locator("h1").innerText()).toBe(
      "Di semua daerah, belum ada survei pada Triwulan III 2025",
    );
    expect(await page.locator("main").innerText()).toContain("tidak ikut dihitung pada judul");
  });

  it("open a component of one region for that region, from its page, its map and its bagian", async () => {
    for (const path of [KAB, `${KAB}/peta`, `${KAB}/bagian/umum`]) {
      const html = await (await app.fetch(app.url + path)).text();
      const links = [...html.matchAll(/href="(\/komponen\/[^"]*)"/g)].map(([, href = ""]) => href);
      expect([path, links.length > 0]).toEqual([path, true]);
      expect(links.filter((href) => !href.includes("kabupaten=segara-biru"))).toEqual([]);
    }
    // The figure beside the name on the region's page is the one that the component's page begins with.
    await page.goto(`${app.url}${KAB}`);
    await page.getByRole("link", { name: "5. Produk" }).first().click();
    expect(await page.locator("h1").innerText()).toBe(
      "Di Segara Biru, satu dari 5 standar belum mempunyai produk yang jelas",
    );
  });

  it("have as many rows as the link promises, on every page with a file", async () => {
    const sheet = /href="(\/kabupaten\/segara-biru\/layanan\/[^"#]*)"/.exec(
      await (await app.fetch(`${app.url}${KAB}/peta`)).text(),
    )?.[1];
    const text = /href="(\/naskah\/segara-biru[^"/]*\/1)"/.exec(
      await (await app.fetch(`${app.url}/naskah`)).text(),
    )?.[1];
    const paths = [
      "/",
      KAB,
      `${KAB}/peta`,
      `${KAB}/bagian/umum`,
      sheet,
      "/komponen/biaya",
      "/temuan",
      "/naskah",
      text,
      text?.replace(/1$/, "daftar"),
      "/metode",
      "/regulasi",
      "/kabupaten/balangan/peta?komponen=jangka-waktu&tingkat=0,1",
    ];
    for (const path of paths) {
      await page.goto(app.url + path);
      const link = page.getByRole("link", { name: /^Unduh CSV/ }).first();
      const promised = Number(/\(([\d.]+) baris\)/.exec(await link.innerText())?.[1]?.replaceAll(".", ""));
      const { heads, rows } = await csv((await link.getAttribute("href")) ?? "");
      expect([path, rows.length]).toEqual([path, promised]);
      const other = page.getByRole("link", { name: /^Unduh XLSX/ }).first();
      expect(await other.innerText()).toBe((await link.innerText()).replace("CSV", "XLSX"));
      const book = await xlsx((await other.getAttribute("href")) ?? "");
      // An empty row has no cells; an apostrophe keeps a formula text in the CSV only.
      const inCsv = rows.map((row) =>
        heads.map((head) => (row[head] ?? "").replace(/^'(?=\s*[=+\-@\t\r])/, "")),
      );
      expect([path, book.rows]).toEqual([path, inCsv.filter((row) => row.some(Boolean))]);
      expect([path, book.types.has("object")]).toEqual([path, false]);
    }
  });

  it("name the filters, the status, the source and the instant beside the rows of a workbook", async () => {
    const { about, rows, types } = await xlsx(`${KAB}/peta.xlsx?tingkat=0&komponen=produk`);
    expect(rows.map((row) => row[2])).toEqual(["Penerimaan Tamu Daerah"]);
    expect(types).toEqual(new Set(["string", "number"]));
    expect(about.get("Saringan")).toBe("Komponen: Produk; Tingkat: 0 tidak ada");
    expect(about.get("Jumlah baris")).toBe("1");
    expect(about.get("Status")).toMatch(/^Angka sementara/);
    expect(about.get("Sumber")).toMatch(
      /^Keputusan Bupati.* Nomor 060\/17 Tahun 2025, ditetapkan 3 Februari 2025/,
    );
    expect(about.get("Alamat")).toBe(`${app.url}${KAB}/peta?tingkat=0&komponen=produk`);
    expect(about.get("Dibuat")).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4} pukul \d\d\.\d\d WI(B|TA|T)$/);
  });

  it("have no file in a format that nobody knows, nor a page's table as a paper", async () => {
    for (const path of ["/temuan.ods", `${KAB}/peta.docx`, "/.docx"]) {
      expect([path, (await app.fetch(app.url + path)).status]).toEqual([path, 404]);
    }
  });

  it("give the counts that were worked out by hand for a decree of our own", async () => {
    // 5 services × 14 = 70 components; biaya without row in one, produk empty in another: 2 absent, 68 there. All else
    // names its thing, so the two are the only problems: level 0, both public (3 × 6 = 18 and 2 × 6 = 12).
    const { rows } = await csv(`${KAB}.csv`);
    expect(
      rows.map((row) => [
        row.bagian,
        row.layanan,
        row.lengkap_14,
        row.lengkap_14_dari,
        row.bermasalah,
        row.bermasalah_dari,
        row.publik_bermasalah,
        row.publik_bermasalah_dari,
        row.layanan_tanpa_masalah,
      ]),
    ).toEqual([
      ["Bagian Umum", "3", "1", "3", "2", "42", "2", "18", "1"],
      ["Bagian Hukum", "2", "2", "2", "0", "28", "0", "12", "2"],
    ]);
    await page.goto(app.url + KAB);
    expect(await page.locator("h1").innerText()).toBe(
      "Di Segara Biru, 2 dari 70 komponen bermasalah, terbanyak pada Bagian Umum (2 dari 42)",
    );
    await page.goto(`${app.url}${KAB}/peta`);
    expect(await page.locator("h1").innerText()).toBe("Di Segara Biru, 2 dari 70 komponen bermasalah");
    const map = await csv(`${KAB}/peta.csv`);
    // A date counted from a full file is level 3; a contact without who handles it and by when, level 2.
    expect(
      map.rows.map((row) => [
        row.layanan?.slice(0, 9),
        row.biaya,
        row.produk,
        row.jangka_waktu,
        row.pengaduan,
      ]),
    ).toEqual([
      ["Peminjama", "0", "3", "3", "2"],
      ["Penerimaa", "3", "0", "3", "2"],
      ["Fasilitas", "3", "3", "3", "2"],
      ["Legalisas", "3", "3", "3", "2"],
      ["Konsultas", "3", "3", "3", "2"],
    ]);
  });

  it("keep the filters of the page", async () => {
    const { rows } = await csv(`${KAB}/peta.csv?tingkat=0&komponen=produk`);
    expect(rows.map((row) => row.layanan)).toEqual(["Penerimaan Tamu Daerah"]);
  });
});

/** First figures of the h1 of a page: "156 dari 858" gives [156, 858]. */
async function figuresOfTitle(path: string): Promise<number[]> {
  await page.goto(app.url + path);
  const h1 = await page.locator("h1").innerText();
  return (h1.match(/\d[\d.]*/g) ?? []).map((one) => Number(one.replaceAll(".", "")));
}

const sumOf = (rows: Record<string, string>[], key: string): number =>
  rows.reduce((sum, row) => sum + Number(row[key]), 0);

describe("the figures of an h1 are those of its table", () => {
  it("on the dasbor: one component, over all regencies that are real", async () => {
    const [k, n] = await figuresOfTitle("/");
    const rows = await tableRows("tabel-komponen");
    expect(rows.map((row) => row.Bermasalah?.replaceAll(".", ""))).toContain(`${k} dari ${n}`);
    const most = Math.max(...rows.map((row) => Number(row.Bermasalah?.split(" ")[0])));
    expect(k).toBe(most);
  });

  it("on a kabupaten: its bagian added up, and the bagian that has most", async () => {
    const h1 = await figuresOfTitle("/kabupaten/balangan");
    const { rows } = await csv("/kabupaten/balangan.csv");
    expect(h1.slice(0, 2)).toEqual([sumOf(rows, "bermasalah"), sumOf(rows, "bermasalah_dari")]);
    expect(h1.slice(-2)).toEqual([Number(rows[0]?.bermasalah), Number(rows[0]?.bermasalah_dari)]);
  });

  it("on a component: its regencies added up, invented ones left out", async () => {
    const h1 = await figuresOfTitle("/komponen/jangka-waktu");
    const { rows } = await csv("/komponen/jangka-waktu.csv");
    const real = rows.filter((row) => !row.kabupaten?.includes("Lembayung"));
    expect(h1).toEqual([sumOf(real, "bermasalah"), sumOf(real, "bermasalah_dari")]);
  });

  it("on the register of regulations: its rows that can be named", async () => {
    const [count] = await figuresOfTitle("/regulasi");
    const { rows } = await csv("/regulasi.csv");
    expect(rows.filter((row) => !row.peraturan?.startsWith("Kutipan tanpa")).length).toBeGreaterThanOrEqual(
      count ?? Number.NaN,
    );
  });
});

describe("a figure opens its rows", () => {
  it("for a printed unit of jangka waktu", async () => {
    await page.goto(`${app.url}/komponen/jangka-waktu`);
    const link = page.locator("#tabel-satuan a").first();
    const promised = Number((await link.innerText()).replaceAll(".", ""));
    await link.click();
    await page.locator("#tabel-satuan-layanan").waitFor();
    await page.waitForLoadState();
    expect(await page.locator("#tabel-satuan-layanan tbody tr").count()).toBe(promised);
  });

  it("for a regulation", async () => {
    await page.goto(`${app.url}/regulasi`);
    const link = page.locator("#tabel-regulasi a").first();
    const promised = Number((await link.innerText()).replaceAll(".", ""));
    await link.click();
    await page.waitForLoadState();
    expect(await page.locator("#tabel-dikutip tbody tr").count()).toBe(promised);
  });

  it("for problems and for what can't be read, per regency", async () => {
    await page.goto(`${app.url}/`);
    const links = await page
      .locator("#tabel-kabupaten a[href*='tingkat=']")
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("href") ?? "", one.textContent ?? ""] as const),
      );
    expect(links.length).toBeGreaterThan(3);
    for (const [href, figure] of links) {
      const symbols = href.includes("tingkat=0,1") ? ["tanda-0", "tanda-1"] : ["tanda-t"];
      await page.goto(app.url + href);
      // One service is no map but its strip.
      const signs = symbols
        .flatMap((symbol) => ["#peta tbody", ".strip"].map((place) => `${place} use[href="#${symbol}"]`))
        .join(", ");
      const marked = await page.locator(signs).count();
      expect([href, marked]).toEqual([href, Number(figure.split(" ")[0]?.replaceAll(".", ""))]);
    }
  });

  it("for findings, per regency", async () => {
    await page.goto(`${app.url}/`);
    const links = await page
      .locator("#tabel-kabupaten a[href^='/temuan']")
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("href") ?? "", one.textContent ?? ""] as const),
      );
    for (const [href, figure] of links) {
      const { rows } = await csv(href.replace("/temuan?", "/temuan.csv?"));
      expect([href, rows.length]).toEqual([href, Number(figure)]);
    }
  });

  it("and the h1 of the map repeats the totals of its table", async () => {
    await page.goto(`${app.url}/kabupaten/balangan/peta`);
    const [k, n] = (/, (\d+) dari (\d+) komponen/.exec(await page.locator("h1").innerText()) ?? [])
      .slice(1)
      .map(Number);
    const count = (symbol: string) => page.locator(`#peta tbody use[href="#${symbol}"]`).count();
    const [none, weak, core, full] = await Promise.all(
      ["tanda-0", "tanda-1", "tanda-2", "tanda-3"].map(count),
    );
    expect(k).toBe((none ?? 0) + (weak ?? 0));
    expect(n).toBe((k ?? 0) + (core ?? 0) + (full ?? 0));
  });
});

/** Sheets of A4 that a page prints: a PDF names each in an object of type Page. */
async function sheetsOf(path: string): Promise<number> {
  const paper = await (await app.newContext(browser)).newPage();
  await paper.goto(app.url + path);
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  await paper.context().close();
  return [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;
}

describe("on paper", () => {
  it("the map of 63 services takes two sheets, its legend the first row of the repeated heads", async () => {
    expect(await sheetsOf("/kabupaten/balangan/peta")).toBe(2);
    const paper = await (await app.newContext(browser, { viewport: { width: 688, height: 980 } })).newPage();
    await paper.emulateMedia({ media: "print" });
    await paper.goto(`${app.url}/kabupaten/balangan/peta`);
    expect(await paper.locator("#peta tbody tr.service").count()).toBe(63);
    const head = paper.locator("#peta thead");
    expect(await head.evaluate((one) => getComputedStyle(one).display)).toBe("table-header-group");
    expect(await head.locator("tr").first().innerText()).toMatch(/tidak ada.*tidak terbaca/s);
    // 4.6 mm are 17.4 CSS pixels; a name of one line needs no more than its sign.
    const heights = await paper
      .locator("#peta tbody tr.service")
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeLessThanOrEqual(17.5);
    await paper.context().close();
  });

  it("no figure of a table is lost, the menu is gone, nothing is wider than A4", async () => {
    // A4 less 14 mm on either side is 182 mm: 688 CSS pixels.
    const paper = await (await app.newContext(browser, { viewport: { width: 688, height: 980 } })).newPage();
    for (const path of [
      "/",
      KAB,
      `${KAB}/peta`,
      "/kabupaten/balangan/peta",
      "/temuan?kabupaten=balangan",
      "/naskah",
      "/metode",
    ]) {
      await page.goto(app.url + path);
      const onScreen = (await page.locator("main table").allInnerTexts()).join(" ").match(/\d[\d.,]*/g) ?? [];
      await paper.emulateMedia({ media: "print" });
      await paper.goto(app.url + path);
      const onPaper = new Map<string, number>();
      for (const figure of (await paper.locator("main table").allInnerTexts())
        .join(" ")
        .match(/\d[\d.,]*/g) ?? []) {
        onPaper.set(figure, (onPaper.get(figure) ?? 0) + 1);
      }
      const lost = onScreen.filter((figure) => {
        const left = onPaper.get(figure) ?? 0;
        onPaper.set(figure, left - 1);
        return left <= 0;
      });
      expect([path, lost]).toEqual([path, []]);
      expect(await paper.locator(".masthead nav").isVisible()).toBe(false);
      const wide = await paper.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect([path, wide]).toEqual([path, 0]);
    }
    await paper.context().close();
  });
});
