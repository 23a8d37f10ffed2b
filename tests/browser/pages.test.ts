import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALL_FINDING_CODES } from "#app/scoring/all-findings.ts";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { previewOf, storeFile } from "./story.ts";

const KAB = "/kabupaten/segara-biru";
const SK = "/naskah/segara-biru-060-17-2025";

let app: TestApp;
let browser: Browser;
/** Every kind of page, by name; those whose address depends on what was stored are filled in before the tests. */
const addresses = new Map<string, string>([
  ["dasbor", "/"],
  ["dasbor, tersaring", "/?rumpun=hukum&temuan=isi-kosong&tingkat=9"],
  ["kabupaten", KAB],
  ["kabupaten, hanya hasil baca", "/kabupaten/balangan"],
  ["bagian", `${KAB}/bagian/umum`],
  ["perbaikan", `${KAB}/bagian/umum/perbaikan`],
  ["perbaikan, hanya hasil baca", "/kabupaten/balangan/bagian/umum/perbaikan"],
  ["peta", `${KAB}/peta`],
  ["peta, tanpa kelompok", `${KAB}/peta?urut=nama&kelompok=tanpa`],
  ["peta besar", "/kabupaten/balangan/peta"],
  ["peta, kosong", `${KAB}/peta?komponen=sarana`],
  ["komponen", "/komponen/jangka-waktu"],
  [
    "komponen, satu kabupaten dan satuannya",
    "/komponen/jangka-waktu?kabupaten=segara-biru&satuan=hari-kerja",
  ],
  ["regulasi", "/regulasi"],
  ["regulasi, dikutip", ""],
  ["temuan", "/temuan"],
  ["temuan, kosong", "/temuan?temuan=berkas-kosong"],
  ["naskah", "/naskah"],
  ["metode", "/metode"],
  ["jejak", "/jejak"],
  ["unggah", "/unggah"],
  ["tidak ada", "/tidak-ada"],
  ["naskah, baris", ""],
  ["naskah, kutipan", ""],
  ["naskah, markup dan cari", ""],
  ["naskah, hanya hasil baca", ""],
  ["daftar", ""],
  ["lembar layanan", ""],
  ["lembar, hanya hasil baca", ""],
  ["pratinjau", ""],
  ["selesai", ""],
]);

const linkIn = async (path: string, pattern: RegExp): Promise<string> => {
  const found = pattern.exec(await (await app.fetch(app.url + path)).text())?.[1];
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found.replaceAll("&amp;", "&");
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  const preview = await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
  const text = await linkIn("/naskah", /href="(\/naskah\/segara-biru[^"/]*\/1)"/);
  addresses.set("naskah, baris", text);
  addresses.set("naskah, kutipan", `${text}?baris=51#b51`);
  addresses.set("naskah, markup dan cari", `${text}?markup=1&cari=meja`);
  addresses.set("daftar", text.replace(/\/1$/, "/daftar"));
  addresses.set(
    "lembar layanan",
    await linkIn(`${KAB}/peta`, /href="(\/kabupaten\/segara-biru\/layanan\/[^"#]*)"/),
  );
  addresses.set(
    "lembar, hanya hasil baca",
    await linkIn("/kabupaten/balangan/peta", /href="(\/kabupaten\/balangan\/layanan\/[^"#]*)"/),
  );
  addresses.set(
    "naskah, hanya hasil baca",
    await linkIn("/kabupaten/balangan", /href="(\/naskah\/balangan[^"/]*\/1)"/),
  );
  addresses.set(
    "regulasi, dikutip",
    (await linkIn("/regulasi", /href="(\/regulasi\?peraturan=[^"]*)"/)) as string,
  );
  addresses.set("selesai", preview.replace("pratinjau", "selesai"));
  addresses.set(
    "pratinjau",
    await previewOf(app, "dua.txt", writeDecree({ ...SEGARA_BIRU, regency: "Arunika", number: null })),
  );
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Opens every page in turn at a width, without script, and collects what `look` complains about. */
async function complaints(
  width: number,
  look: (page: Page, name: string) => Promise<string[]>,
): Promise<string[]> {
  const context = await app.newContext(browser, {
    viewport: { width, height: 800 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  const found: string[] = [];
  for (const [name, path] of addresses) {
    await page.goto(app.url + path);
    found.push(...(await look(page, name)).map((complaint) => `${name} (${path}): ${complaint}`));
  }
  await context.close();
  return found;
}

describe("every page", () => {
  it("has an address of its own", () => {
    expect([...addresses].filter(([, path]) => path === "")).toEqual([]);
    expect(new Set(addresses.values()).size).toBe(addresses.size);
    expect(addresses.get("naskah, baris")).toBe(`${SK}/1`);
  });

  it("is whole without script: a finding that begins with no figure, a title, and not one script", async () => {
    const found = await complaints(1280, async (page, name) => {
      const h1 = await page.locator("h1").allInnerTexts();
      const title = await page.title();
      const wrong: string[] = [];
      if (h1.length !== 1 || !/^[A-Z“(]/.test(h1[0] ?? "")) wrong.push(`h1 is ${JSON.stringify(h1)}`);
      if (!title.endsWith(" – Tolok")) wrong.push(`title is ${title}`);
      if (title.startsWith("Kesalahan:") !== (name === "tidak ada")) wrong.push(`title is ${title}`);
      if ((await page.locator("script").count()) > 0) wrong.push("carries a script");
      return wrong;
    });
    expect(found).toEqual([]);
  });

  it.each([1280, 390, 320])("never scrolls sideways at %i px", async (width) => {
    const found = await complaints(width, async (page) => {
      const box = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
      return (box[0] ?? 0) > (box[1] ?? 0) ? [`${box[0]} px wide`] : [];
    });
    expect(found).toEqual([]);
  });

  it("names nothing by its code and cuts nothing with dots", async () => {
    const codes = ALL_FINDING_CODES.filter((code) => code.includes("_"));
    const found = await complaints(1280, async (page) => {
      const face = await page.locator("main").innerText();
      return [...codes.filter((code) => face.includes(code)), ...(face.includes("…") ? ["…"] : [])];
    });
    expect(found).toEqual([]);
  });

  it.each([...addresses.keys()])("passes axe (WCAG 2.2 AA), wide and narrow: %s", async (name) => {
    const context = await app.newContext(browser);
    const page = await context.newPage();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(app.url + addresses.get(name));
      expect(await axeFaults(page), `${width} px`).toEqual([]);
    }
    await context.close();
  });
});

describe("the keyboard", () => {
  it("finds the way past the menu first, and always sees where it is", async () => {
    const page = await (await app.newContext(browser)).newPage();
    await page.goto(`${app.url}${KAB}/peta`);
    await page.keyboard.press("Tab");
    const first = page.locator(":focus");
    expect(await first.innerText()).toBe("Lewati ke isi halaman");
    expect((await first.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      const ring = await page.locator(":focus").evaluate((one) => getComputedStyle(one).outline);
      expect(ring).toContain("3px");
    }
    await page.close();
  });

  it("stops in the map only at names, heads and marked cells", async () => {
    const page = await (await app.newContext(browser)).newPage();
    await page.goto(`${app.url}${KAB}/peta`);
    // 14 heads, 2 bagian, 5 services and the 2 components that are not there.
    expect(await page.locator("#peta a").count()).toBe(14 + 2 + 5 + 2);
    await page.close();
  });
});

describe("the service sheet", () => {
  it("shows what a decree prints as text and never as markup", async () => {
    const context = await app.newContext(browser);
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const text = addresses.get("naskah, baris") ?? "";
    for (const path of [`${KAB}/peta`, text, `${text}?markup=1`]) {
      await page.goto(app.url + path);
      expect(await page.locator("main script, .naskah b").count()).toBe(0);
    }
    expect(await page.locator(".naskah").innerText()).toContain("<script>alert(1)</script>");
    expect(dialogs).toEqual([]);
    await context.close();
  });

  it("leads from a component to its lines and back in one click each, with the filters kept", async () => {
    const context = await app.newContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}${addresses.get("lembar layanan")}?komponen=biaya`);
    const sheet = new URL(page.url());
    await page
      .locator("#produk")
      .getByRole("link", { name: /^Lihat di naskah, baris/ })
      .first()
      .click();
    const lines = new URL(page.url());
    expect(lines.searchParams.get("komponen")).toBe("biaya");
    expect(lines.hash).toBe(`#b${lines.searchParams.get("baris")?.split("-")[0]}`);
    await page.locator(".line.quoted").first().waitFor();
    expect(await page.locator(".line.quoted").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Kembali ke lembar layanan" }).click();
    expect(new URL(page.url()).pathname).toBe(sheet.pathname);
    expect(new URL(page.url()).search).toBe("?komponen=biaya");
    await context.close();
  });

  it("redirects a wrong name to the right one and knows no service without a number", async () => {
    const right = addresses.get("lembar layanan") ?? "";
    const no = /layanan\/(\d+)-/.exec(right)?.[1];
    const wrong = await app.fetch(`${app.url}${KAB}/layanan/${no}-nama-lama?tingkat=0`, {
      redirect: "manual",
    });
    expect([wrong.status, wrong.headers.get("Location")]).toEqual([301, `${right}?tingkat=0`]);
    expect((await app.fetch(`${app.url}${KAB}/layanan/nama`)).status).toBe(404);
    expect((await app.fetch(`${app.url}${KAB}/layanan/99999-nama`)).status).toBe(404);
  });
});

describe("filters", () => {
  it("that mean nothing are ignored aloud", async () => {
    const face = await (await app.fetch(`${app.url}/?tingkat=9&rumpun=antah&hal=x`)).text();
    for (const value of ["tingkat=9", "rumpun=antah", "hal=x"]) {
      expect(face).toContain(`Saringan “${value}” tidak dikenal dan diabaikan.`);
    }
  });

  it("by regency narrow the list of texts and its table as a file", async () => {
    const [every, one, file] = await Promise.all(
      ["/naskah", "/naskah?kabupaten=balangan", "/naskah.csv?kabupaten=balangan"].map(async (path) =>
        (await app.fetch(`${app.url}${path}`)).text(),
      ),
    );
    expect([every?.includes('href="/naskah/melawi'), one?.includes('href="/naskah/melawi')]).toEqual([
      true,
      false,
    ]);
    expect(one).toContain("8 dari 14 naskah menurut saringan kabupaten.");
    expect(one).toContain("Tersimpan delapan naskah dari Kabupaten Balangan");
    const wayOut = '<a href="/naskah">Hapus saringan kabupaten</a>';
    expect([every?.includes(wayOut), one?.includes(wayOut)]).toEqual([false, true]);
    expect([file?.includes("Balangan"), file?.includes("Melawi")]).toEqual([true, false]);
    const unknown = await (await app.fetch(`${app.url}/naskah?kabupaten=antah`)).text();
    expect(unknown).toContain("Saringan “kabupaten=antah” tidak dikenal dan diabaikan.");
    expect(unknown).toContain('href="/naskah/melawi');
  });

  it("follow every link of a page", async () => {
    const face = await (await app.fetch(`${app.url}${KAB}/peta?komponen=biaya&urut=nama`)).text();
    const links = [...face.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map((match) => match[1] ?? "");
    const without = links.filter((href) => !href.includes("komponen=") || !href.includes("urut=nama"));
    // Only the links that take the filter away may lack it.
    expect(without.every((href) => href.startsWith(`${KAB}/peta`))).toBe(true);
    expect(links.length).toBeGreaterThan(20);
  });
});

describe("tables as files", () => {
  /** The file of a table, from the link below it, and the names at the heads of the table's rows. */
  const fileOf = (face: string, id: string): { href: string; heads: string[] } => {
    const table = face.slice(face.indexOf(`id="${id}"`), face.indexOf(`id="${id}-akhir"`));
    const foot = face.slice(face.indexOf(`id="${id}-akhir"`)).split("</p>", 1)[0] ?? "";
    const heads = [...table.matchAll(/<th [^>]*scope="row"[^>]*>(.*?)<\/th>/gs)].map((match) =>
      (match[1] ?? "")
        .replace(/<span class="cell-note">.*?<\/span>/gs, "")
        .replace(/<[^>]*>/g, "")
        .trim(),
    );
    return { href: (/href="([^"]*\.csv[^"]*)"/.exec(foot)?.[1] ?? "").replaceAll("&amp;", "&"), heads };
  };

  it.each([
    ["/?tingkat=0,1", ["tabel-kabupaten", "tabel-komponen", "tabel-rumpun"]],
    [`${KAB}?tingkat=0,1`, ["tabel-bagian", "tabel-komponen", "tabel-keputusan"]],
    ["/temuan?kabupaten=balangan", ["tabel-jenis"]],
    ["/metode", ["tabel-peran", "tabel-komponen", "tabel-kriteria", "tabel-temuan"]],
    [`${KAB}/register`, ["register-bagian", "register-layanan"]],
  ])("hold the rows of each table of %s, with the filters of the page", async (path, ids) => {
    const face = await (await app.fetch(`${app.url}${path}`)).text();
    for (const id of ids) {
      const { href, heads } = fileOf(face, id);
      expect(heads.length, id).toBeGreaterThan(0);
      expect(href.split("?")[1], id).toBe(path.split("?")[1]);
      const file = await app.fetch(`${app.url}${href}`);
      expect([file.status, file.headers.get("Content-Type")], href).toEqual([200, "text/csv; charset=utf-8"]);
      const rows = (await file.text()).trimEnd().split("\r\n").slice(1);
      expect(rows.length, href).toBe(heads.length);
      for (const [at, head] of heads.entries())
        expect(rows[at], href).toContain(head.replaceAll("&amp;", "&"));
    }
  });
});
