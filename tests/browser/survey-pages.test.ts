import { execFile } from "node:child_process";
import { promisify } from "node:util";
import ExcelJS from "exceljs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDecimal } from "#app/format/numbers.ts";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

/** Pages of the survey over the invented answers that every fresh start has. */

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
  plain = await app.newContext(browser, { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
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
    const context = await app.newContext(browser);
    const scripted = await context.newPage();
    for (const width of [1280, 390]) {
      await scripted.setViewportSize({ width, height: 900 });
      await scripted.goto(app.url + pathOf(name));
      expect(await axeFaults(scripted), `${width} px`).toEqual([]);
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
    const context = await app.newContext(browser, { viewport: { width: 688, height: 980 } });
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
      [
        one.service,
        one.n,
        formatDecimal(one.ikm, 2),
        // A grade of fewer than five is marked as what it is.
        (one.n ?? 0) < 5 ? `${one.mutu} (n < 5)` : one.mutu,
      ].join("|"),
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

  it.each([
    ["a service", "tabel-skm-layanan"],
    ["a bagian", "tabel-skm-bagian"],
    ["a period", "tabel-tren"],
  ])("of %s, from its own row", async (_, table) => {
    await open(`${KAB}/skm`);
    const links = await page
      .locator(`#${table} td.figure a`)
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("href") ?? "", one.textContent ?? ""] as const),
      );
    expect(links.length).toBeGreaterThan(2);
    for (const [href, figure] of links) {
      expect(await open(href)).toContain("Dengan bobot tercetak 0,11 hasilnya");
      expect([href, await page.locator("h1").innerText()]).toEqual([
        href,
        expect.stringContaining(`IKM ${figure} (`),
      ]);
    }
  });

  it("of the mean of units: each unit with its index, and their mean", async () => {
    await open(`${KAB}/skm`);
    const mean = page.locator("a[href$='#rata-rata-unit']");
    const shown = await mean.innerText();
    await mean.click();
    const steps = await page.locator("h2#rata-rata-unit + ol").innerText();
    expect(steps).toContain(shown);
    for (const { service, ikm, n } of newest.groups)
      expect(steps).toContain(`${service} ${formatDecimal(ikm, 2)} (n = ${n})`);
  });
});

describe("beside the index", () => {
  it("stand change, the index without U4, the interval and the lines of mutu", async () => {
    const main = await open(`${KAB}/skm`);
    const { ikm } = newest.total;
    const [before, year] = await Promise.all(
      ["2025-tw2", "2024-tw3"].map((one) => command(`lembayung-skm-${one}.csv`)),
    );
    const points = (than: { total: Group } | undefined) =>
      formatDecimal(Math.abs(ikm - (than?.total.ikm ?? 0)), 2);
    expect(main).toContain(
      `+${points(before)} terhadap Triwulan II 2025, belum dapat disebut naik atau turun`,
    );
    expect(main).toContain(`naik ${points(year)} terhadap Triwulan III 2024`);
    const others = Object.entries(newest.total.unsur).filter(([key]) => key !== "biaya");
    const without = (others.reduce((sum, [, { sum: all, n }]) => sum + all / n, 0) / others.length) * 25;
    expect(main).toContain(`Tanpa unsur biaya, indeksnya ${formatDecimal(without, 2)}.`);
    expect(main).toMatch(/selang 95% \d\d,\d–\d\d,\d/);
    const drawn = await page.locator("svg.chart-wide").first().locator("text").allTextContents();
    for (const bound of ["65,00", "76,61", "88,31"]) expect(drawn).toContain(bound);
  });

  it("stand services that nobody asked about, by name", async () => {
    await open(`${KAB}/skm`);
    const asked = new Set(newest.groups.map(({ service }) => service));
    const rows = await tableRows("tabel-belum-disurvei");
    expect(rows.map(({ Layanan }) => Layanan)).toEqual(["Legalisasi Salinan Produk Hukum Daerah"]);
    expect(asked.has("Legalisasi Salinan Produk Hukum Daerah")).toBe(false);
  });

  it("stand questions on the fee, in the words of a question", async () => {
    await open(SERVICE);
    const asked = await page.locator("section[aria-labelledby='biaya-dan-jawaban'] li").allInnerTexts();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(
      /^Standar menyebut tarif, tetapi \d+ dari 9 responden menyatakan gratis\. .*\?$/,
    );
  });

  it("stand suggestions, found by the beginning of a word", async () => {
    await open(`${KAB}/skm`);
    const all = await page.locator(".suggestions li").count();
    await page.getByLabel("Cari kata dalam saran").fill("kipas");
    await page.getByRole("button", { name: "Cari" }).click();
    await page.waitForURL(/cari=/);
    const found = await page.locator(".suggestions q").allInnerTexts();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all);
    expect(found.filter((one) => !one.includes("kipas"))).toEqual([]);
  });
});

describe("promise and experience", () => {
  it("name what to do in the corners, and give each priority its reason by component", async () => {
    await open(`${KAB}/janji`);
    const drawn = await page.locator("#kuadran-wide text").allTextContents();
    for (const deed of ["Benahi keduanya", "Tepati janji", "Tuliskan praktik baik", "Pertahankan"])
      expect(drawn).toContain(deed);
    const rows = await tableRows("tabel-prioritas");
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter((row) => !/(tidak ada|belum tepat|di bawah 76,61)\.$/.test(row.Sebab ?? ""))).toEqual(
      [],
    );
    expect(rows.filter((row) => /^(Satu|Dua|Tiga|Empat) komponen/.test(row.Sebab ?? ""))).toEqual([]);
  });

  it("weigh how many use a service in a year, once a person says it", async () => {
    await open(`${KAB}/janji`);
    const same = (await tableRows("tabel-prioritas")).filter(({ Tindakan }) => Tindakan?.startsWith("Tulis"));
    const last = same.filter(({ Pengguna }) => Pengguna === "masyarakat").at(-1)?.Layanan ?? "";
    expect(last).not.toBe(same[0]?.Layanan);
    await page.getByRole("link", { name: last }).first().click();
    await page.getByLabel("Pengguna setahun").fill("1.200");
    await page.getByRole("button", { name: "Simpan jumlah pengguna" }).click();
    await page.waitForURL(/#pengguna$/);
    expect(await page.locator("main").innerText()).toContain("1.200 pengguna setahun");
    await open(`${KAB}/janji`);
    const now = await tableRows("tabel-prioritas");
    expect(now.find(({ Layanan }) => Layanan === last)?.Pengguna).toBe("masyarakat 1.200 setahun");
  });
});

describe("who answered", () => {
  it.each(["hasil SKM", "hasil SKM, bagian", "hasil SKM, layanan"])(
    "is drawn group by group with the figures of its table, none of fewer than five but joined: %s",
    async (name) => {
      await open(pathOf(name));
      const groups = await page.evaluate(() =>
        [...document.querySelectorAll('[id^="tabel-profil-"]:is(table)')].map((table) => ({
          title: table.closest(".with-table")?.querySelector("figcaption")?.textContent ?? "",
          drawn: [
            ...(table.closest(".with-table")?.querySelectorAll(".chart-wide text, .chart-wide tspan") ?? []),
          ].map((text) => text.textContent ?? ""),
          rows: [...table.querySelectorAll("tbody tr")].map((row) =>
            [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
          ),
        })),
      );
      expect(groups.length).toBeGreaterThan(1);
      for (const { title, drawn, rows } of groups) {
        const counts = rows.map(([, n = ""]) => Number(n));
        // Joined groups may be more people together than the largest by itself; they are named by nobody.
        const named = rows.filter(([value = ""]) => !value.includes("digabung"));
        const most = Math.max(0, ...named.map(([, n = ""]) => Number(n)));
        const all = counts.reduce((sum, n) => sum + n, 0);
        expect(title).toContain(named.length === 0 ? `${all} responden` : `${most} dari ${all} responden`);
        for (const [value = "", n = ""] of rows) {
          expect(drawn.join(" ")).toContain(n);
          if (Number(n) < 5) expect(value).toContain("lainnya");
        }
      }
    },
  );
});

describe("the history of imports", () => {
  it("keeps to the regency of the address and shows the way out", async () => {
    const wayOut = '<a href="/skm/impor/riwayat">Hapus saringan kabupaten</a>';
    const faces = ["", "?kabupaten=lembayung", "?kabupaten=balangan"].map(async (query) =>
      (await app.fetch(`${app.url}/skm/impor/riwayat${query}`)).text(),
    );
    const [every, own, other] = await Promise.all(faces);
    expect([every, own, other].map((face) => face?.includes(wayOut))).toEqual([false, false, true]);
    expect(other).toMatch(/0 dari \d+ impor menurut saringan kabupaten/);
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
    `skm/layanan/${SERVICE.split("/").at(-1)}/unsur`,
    `skm/layanan/${SERVICE.split("/").at(-1)}/periode`,
    `skm/layanan/${SERVICE.split("/").at(-1)}/responden`,
    "janji",
    "janji/pasangan",
  ];

  it.each(TABLES)(
    "say of every row, in their name and in their notes that it is invented: %s",
    async (table) => {
      const csv = await app.fetch(`${app.url}${KAB}/${table}.csv`);
      expect(csv.status).toBe(200);
      expect(csv.headers.get("Content-Disposition")).toContain("-data-contoh.csv");
      const [head = "", ...lines] = (await csv.text()).trimEnd().split("\r\n");
      expect(head.split(";").at(-1)).toBe("status_data");
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !line.endsWith(";data contoh"))).toEqual([]);

      const xlsx = await app.fetch(`${app.url}${KAB}/${table}.xlsx`);
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
    const [head = ""] = (await (await app.fetch(`${app.url}/kabupaten/balangan/peta.csv`)).text()).split(
      "\r\n",
    );
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

describe("a file that says how many were served and prints an index of its own", () => {
  // Twelve answers: 4 throughout but for waktu, 3. IKM = (8 x 4 + 3) / 9 x 25 = 97.2222; with 0.11: 35 x 0.11 x 25 = 96.25.
  const FILE = [
    "No;Layanan;Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Sarana;Pengaduan;Saran",
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `${at + 1};Legalisasi Salinan Produk Hukum Daerah;4;4;3;4;4;4;4;4;4;${at === 0 ? "Balas ke 0812-3456-7890 atau sari@contoh.id" : ""}`,
    ),
    "IKM;;;;;;;;;;96,25;",
  ].join("\n");

  it("is stored with both, and its page shows the target, the masked suggestion and the reconciliation", async () => {
    const step = async (button: string) => {
      await page.getByRole("button", { name: button }).click();
    };
    await page.setViewportSize({ width: 1280, height: 900 });
    await open("/skm/impor");
    await page.getByLabel("Kabupaten atau kota").selectOption("lembayung");
    await page
      .getByLabel("Berkas hasil survei")
      .setInputFiles({ name: "legalisasi.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
    await step("Unggah hasil survei");
    await page.waitForURL(/\/kolom$/);
    await page.getByLabel("Periode seluruh berkas").fill("TW IV 2025");
    await page.getByLabel("Jumlah pengguna layanan").fill("50");
    await step("Lanjut: cocokkan layanan");
    await page.waitForURL(/\/layanan$/);
    await step("Lanjut: periksa hasilnya");
    await page.waitForURL(/\/periksa$/);
    const check = await page.locator("main").innerText();
    expect(check).toContain("97,22");
    expect(check).toContain("96,25");
    await step("Simpan hasil survei ini");
    await page.waitForURL(/\/selesai$/);
    const main = await open(`${KAB}/skm?periode=2025-TW4`);
    // Krejcie-Morgan: 44 of 50.
    expect(main).toContain("12 responden dari sampel 44");
    expect(main).toContain("Balas ke [telepon] atau [surel]");
    // Twelve equal answers: the interval has no width, and says that it means nothing.
    expect(main).toContain("Semua responden memberi jawaban yang sama.");
    expect(await open(`${KAB}/skm/hitungan?periode=2025-TW4`)).toContain(
      "berkasnya mencetak IKM 96,25, berbeda karena memakai bobot 0,11",
    );
  });
});
