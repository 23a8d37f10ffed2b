import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCESS } from "#app/server/access.ts";
import { patternOf } from "#app/server/http/access-guard.ts";
import { post, startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { cookieFrom, firstPassword, TEST_PASSWORD } from "#tests/setup/sign-in.ts";
import { SERVER_BUILD } from "../../scripts/lib/build.mjs";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { storeFile } from "./story.ts";

const KAB = "/kabupaten/segara-biru";
const SK = "/naskah/segara-biru-060-17-2025";
const OTHERS = ["penilai", "pereviu", "pimpinan", "bagian"] as const;

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  // A regency that the first accounts do not work in, and that opens nothing.
  await storeFile(app, "segara-biru.txt", writeDecree(SEGARA_BIRU));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Filled in as each form wants it, so that nothing but the rights can refuse it. */
const FORM = { tindakan: "simpan", pengguna: "masyarakat", indeks: "gabungan" };

const asked = async (path: string, cookie = "", method = "GET"): Promise<Response> =>
  method === "POST"
    ? post(app.url + path, new URLSearchParams(FORM), { Cookie: cookie })
    : fetch(app.url + path, { redirect: "manual", headers: { Cookie: cookie } });

/** An address of the other regency for each entry of the registry; null: it names no regency. */
const foreignPath = (pattern: string): string | null => {
  if (pattern.startsWith("/kabupaten/:kab")) {
    return pattern
      .replace("/kabupaten/:kab", KAB)
      .replace(":bagian", "umum")
      .replace(":layanan", "1-peminjaman-aula-samudra");
  }
  if (pattern.startsWith("/naskah/:sk")) {
    return pattern.replace("/naskah/:sk", SK).replace(":versi", "1").replace(":lain", "balangan-1-2024");
  }
  return null;
};

describe("a visitor", () => {
  it("reads on the first page the names of all regencies, and figures only of those that are open", async () => {
    const answer = await asked("/");
    const face = await answer.text();
    expect(answer.status).toBe(200);
    for (const name of ["Temanggung", "Balangan", "Lembayung", "Segara Biru"]) expect(face).toContain(name);
    expect(face).not.toContain(`href="${KAB}"`);
    expect(face).not.toContain('href="/unggah"');
    expect(face).toContain('href="/masuk"');
  });

  it.each([
    "/metode",
    "/regulasi",
    "/komponen/jangka-waktu",
    "/naskah",
    "/kabupaten/balangan",
    "/kabupaten/balangan/peta",
    "/kabupaten/balangan/bagian/umum",
    "/kabupaten/lembayung/skm",
    "/kabupaten/lembayung/janji",
    "/kabupaten/balangan.csv",
  ])("reads what is open: %s", async (path) => {
    expect((await asked(path)).status).toBe(200);
  });

  it("reads no word of a respondent, though the figures are open", async () => {
    const [closed, open] = await Promise.all([
      (await asked("/kabupaten/lembayung/skm?cari=a")).text(),
      (await app.fetch(`${app.url}/kabupaten/lembayung/skm`)).text(),
    ]);
    expect(closed).not.toContain("Saran responden");
    expect(open).toContain("Saran responden");
  });

  it.each([
    "/temuan",
    "/temuan?kabupaten=balangan",
    "/kabupaten/balangan/bagian/umum/perbaikan",
    "/kabupaten/balangan/bagian/umum/perbaikan.docx",
    "/unggah",
    "/skm/impor",
    "/skm/impor/riwayat",
    "/pekerjaan/01890000-0000-7000-8000-000000000000",
    "/akun",
    "/pengguna",
    "/pengaturan",
    KAB,
    `${KAB}/peta.csv`,
    `${SK}/1`,
  ])("is sent to the login and back: %s", async (path) => {
    const answer = await asked(path);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      303,
      `/masuk?kembali=${encodeURIComponent(path)}`,
    ]);
  });

  it("changes nothing", async () => {
    for (const path of ["/unggah", "/kabupaten/lembayung/skm", "/pengguna", "/pengaturan", "/skm/impor"]) {
      const answer = await asked(path, "", "POST");
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.headers.get("Location")).toMatch(/^\/masuk\?kembali=/);
    }
    expect((await asked("/metode", "", "POST")).status).toBe(405);
  });
});

describe("every address of the registry", () => {
  it("is one of the built pages or files, and each of those has its entry", async () => {
    const { routes } = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
    const built = Object.keys(routes)
      .filter((id) => id !== "root")
      .map((id) => patternOf(routes, id));
    expect([...new Set(built)].sort()).toEqual(Object.keys(ACCESS).sort());
  });

  it.each(OTHERS)("shows and lets %s change nothing of a regency that is not theirs", async (role) => {
    const cookie = await app.cookieOf(role);
    for (const [pattern, { read, write }] of Object.entries(ACCESS)) {
      const path = foreignPath(pattern);
      if (path === null || typeof read === "string") continue;
      const answer = await asked(path, cookie);
      expect([role, path, answer.status]).toEqual([
        role,
        path,
        expect.toSatisfy((status: number) => status === 404 || status === 403),
      ]);
      expect(await answer.text()).not.toMatch(/Aula Samudra|Legalisasi Salinan/);
      if (write) expect([403, 404]).toContain((await asked(path, cookie, "POST")).status);
      for (const ending of ["csv", "xlsx", "docx"]) {
        expect([403, 404]).toContain((await asked(`${path}.${ending}`, cookie)).status);
      }
    }
    for (const list of ["/", "/naskah", "/temuan", "/regulasi", "/komponen/biaya", "/unggah", "/skm/impor"]) {
      const face = await (await asked(list, cookie)).text();
      expect([list, face.includes("Aula Samudra"), face.includes(`${KAB}/`)]).toEqual([list, false, false]);
    }
  });

  it.each(OTHERS)("answers %s by role where it names no regency", async (role) => {
    const cookie = await app.cookieOf(role);
    const { routes } = (await import(pathToFileURL(SERVER_BUILD).href)) as ServerBuild;
    // Addresses of files and of forms alone have nothing to show by themselves.
    const pages = new Set(
      Object.entries(routes).flatMap(([id, { module }]) => (module.default ? [patternOf(routes, id)] : [])),
    );
    for (const [pattern, access] of Object.entries(ACCESS)) {
      if (pattern.includes(":") || pattern === "/keluar" || pattern === "/masuk") continue;
      if (!pages.has(pattern)) continue;
      const may = typeof access.read === "string" || access.read.includes(role) || access.open !== undefined;
      expect([pattern, (await asked(pattern, cookie)).status]).toEqual([pattern, may ? 200 : 403]);
    }
  });

  it("shows a bagian its own services and says so", async () => {
    const cookie = await app.cookieOf("bagian");
    const [own, whole] = await Promise.all([
      (await asked("/kabupaten/lembayung/peta", cookie)).text(),
      (await app.fetch(`${app.url}/kabupaten/lembayung/peta`)).text(),
    ]);
    const services = (face: string) =>
      new Set(face.match(/\/kabupaten\/lembayung\/layanan\/\d+/g) ?? []).size;
    expect(own).toMatch(/angka dan daftar hanya memuat layanan [^<]*\(Kabupaten Lembayung\)/);
    expect(services(own)).toBeGreaterThan(0);
    expect(services(own)).toBeLessThan(services(whole));
    expect(whole).not.toContain("angka dan daftar hanya memuat");
  });
});

describe("logging in, without script", () => {
  it("asks for a new password first, then leads back, says who is there, and out again", async () => {
    const fresh = await startTestApp();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    try {
      await page.goto(`${fresh.url}/temuan?tingkat=0`);
      expect(new URL(page.url()).pathname).toBe("/masuk");
      await page.getByLabel("Nama pengguna").fill("penilai");
      await page.getByLabel("Kata sandi").fill("salah");
      await page.getByRole("button", { name: "Masuk" }).click();
      await page.waitForLoadState();
      expect(await page.locator(".error-summary").innerText()).toContain("tidak cocok");
      expect(await page.title()).toMatch(/^Kesalahan: Masuk/);
      expect(await page.getByLabel("Nama pengguna").inputValue()).toBe("penilai");
      const first = firstPassword(fresh.dataDir, "penilai");
      await page.getByLabel("Kata sandi").fill(first);
      await page.getByRole("button", { name: "Masuk" }).click();
      await page.goto(`${fresh.url}/temuan`);
      expect(await page.locator("h1").innerText()).toBe("Ganti kata sandi Anda sebelum melanjutkan");
      await page.getByLabel("Kata sandi saat ini").fill(first);
      await page.getByLabel("Kata sandi baru", { exact: true }).fill(TEST_PASSWORD);
      await page.getByLabel("Kata sandi baru sekali lagi").fill(TEST_PASSWORD);
      await page.getByRole("button", { name: "Simpan kata sandi baru" }).click();
      expect(await page.locator(".done").innerText()).toContain("Kata sandi Anda sudah diganti");
      expect(await page.locator(".masthead .account").innerText()).toMatch(/Penilai\s*\(penilai, Kabupaten/);
      await page.getByRole("button", { name: "Keluar", exact: true }).click();
      expect(new URL(page.url()).pathname).toBe("/");
      await page.goto(`${fresh.url}/temuan?tingkat=0`);
      await page.getByLabel("Nama pengguna").fill("penilai");
      await page.getByLabel("Kata sandi").fill(TEST_PASSWORD);
      await page.getByRole("button", { name: "Masuk" }).click();
      expect(page.url()).toBe(`${fresh.url}/temuan?tingkat=0`);
      const [cookie] = await context.cookies();
      expect(cookie).toMatchObject({ name: "tolok_sesi", httpOnly: true, sameSite: "Lax", secure: false });
    } finally {
      await context.close();
      await fresh.stop();
    }
  });

  it("marks the cookie as safe behind https, and never goes to another site afterwards", async () => {
    await app.cookieOf("penilai");
    const form = { pengguna: "penilai", sandi: TEST_PASSWORD, kembali: "//penyerang.example/" };
    const answer = await post(`${app.url}/masuk`, new URLSearchParams(form), {
      "X-Forwarded-Proto": "https",
    });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/"]);
    expect(answer.headers.get("Set-Cookie")).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookieFrom(answer)).not.toBe(await app.cookieOf("penilai"));
  });

  it("lets an admin add somebody, hand out a link once, and open a regency", async () => {
    const page = await (await app.newContext(browser, { javaScriptEnabled: false })).newPage();
    await page.goto(`${app.url}/pengguna`);
    await page.getByLabel("Nama", { exact: true }).fill("Sri Rahayu");
    await page.getByLabel("Nama pengguna").fill("sri.rahayu");
    await page.getByLabel("Peran").selectOption("bagian");
    await page.getByLabel("Daerah").selectOption("segara-biru");
    await page.getByLabel("Bagian", { exact: true }).selectOption("segara-biru/hukum");
    await page.getByRole("button", { name: "Tambah akun" }).click();
    expect(await page.locator(".done .secret").innerText()).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    await page.getByRole("link", { name: "Sri Rahayu" }).click();
    await page.getByRole("button", { name: "Buat tautan sekali pakai" }).click();
    const link = await page.locator(".done .secret").innerText();
    expect(link).toContain(`${app.url}/akun/sandi-baru/`);
    // Loading the page again would send the form again; opening it shows the link no more.
    await page.goto(page.url());
    expect(await page.locator(".secret").count()).toBe(0);
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await visitor.goto(link);
    await visitor.getByLabel("Kata sandi baru", { exact: true }).fill(TEST_PASSWORD);
    await visitor.getByLabel("Kata sandi baru sekali lagi").fill(TEST_PASSWORD);
    await visitor.getByRole("button", { name: "Simpan kata sandi baru" }).click();
    await visitor.getByLabel("Nama pengguna").fill("sri.rahayu");
    await visitor.getByLabel("Kata sandi").fill(TEST_PASSWORD);
    await visitor.getByRole("button", { name: "Masuk" }).click();
    await visitor.goto(`${app.url}${KAB}/peta`);
    const text = await visitor.locator("main").innerText();
    expect(text).toContain("Legalisasi Salinan Peraturan");
    expect(text).not.toContain("Aula Samudra");
    expect((await visitor.goto(link))?.status()).toBe(404);
    expect((await asked(`${KAB}/peta`)).status).toBe(303);
    await page.goto(`${app.url}/pengaturan`);
    const setting = page.locator("form.setting").filter({ hasText: "Kabupaten Segara Biru" });
    await setting.getByLabel(/Standar pelayanan/).check();
    await setting.getByRole("button").click();
    expect(await page.locator(".done").innerText()).toContain("Kabupaten Segara Biru");
    expect((await asked(`${KAB}/peta`)).status).toBe(200);
    expect((await asked(`${KAB}/skm`)).status).toBe(303);
    await page.goto(`${app.url}/pengaturan`);
    await setting.getByLabel(/Standar pelayanan/).uncheck();
    await setting.getByRole("button").click();
    expect((await asked(`${KAB}/peta`)).status).toBe(303);
  });
});

describe("the pages of accounts", () => {
  const look = async (page: Page, path: string) => {
    const found: string[] = [];
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(app.url + path);
      const box = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
      if ((box[0] ?? 0) > (box[1] ?? 0)) found.push(`${path} at ${width}: ${box[0]} px wide`);
      if (width === 320) continue;
      found.push(...(await axeFaults(page)).map((fault) => `${path} at ${width}: ${fault}`));
    }
    return found;
  };

  it("pass axe and never scroll sideways, for who is logged in and for who is not", async () => {
    const admin = await (await app.newContext(browser)).newPage();
    await admin.goto(`${app.url}/pengguna`);
    const one = await admin.locator(".accounts a").first().getAttribute("href");
    const found: string[] = [];
    for (const path of ["/akun", "/pengguna", one ?? "", "/pengaturan", "/"])
      found.push(...(await look(admin, path)));
    await admin.goto(`${app.url}/akun`);
    await admin.getByRole("button", { name: "Siapkan verifikasi dua langkah" }).click();
    expect(await admin.locator(".secret").first().innerText()).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    found.push(...(await axeFaults(admin)).map((fault) => `kunci: ${fault}`));
    const visitor = await (await browser.newContext()).newPage();
    for (const path of ["/masuk", "/"]) found.push(...(await look(visitor, path)));
    expect(found).toEqual([]);
  });
});
