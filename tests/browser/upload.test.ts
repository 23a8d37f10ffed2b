import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { SEGARA_BIRU, writeDecree } from "./decree.ts";
import { sendFile, storeFile } from "./story.ts";

let app: TestApp;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
});
beforeEach(async () => {
  context = await app.newContext(browser, { javaScriptEnabled: false });
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

describe("uploading a decree, without script", () => {
  it("goes from the file over progress and preview to a stored decree with links to it", async () => {
    const page = await context.newPage();
    await page.goto(`${app.url}/unggah`);
    await page.getByLabel("Berkas naskah").setInputFiles(file("segara-biru.txt", writeDecree(SEGARA_BIRU)));
    await page.getByRole("button", { name: "Unggah naskah" }).click();
    // The progress page asks again by itself (Refresh header) until the preview is there.
    await page.waitForURL(/\/unggah\/[^/]+\/pratinjau$/);
    expect(await page.locator("h1").innerText()).toMatch(
      /^Terbaca lima layanan dalam satu keputusan; 100,0% baris lampiran/,
    );
    expect(await page.locator("main").innerText()).toContain("Isi kosong: 1 (perlu diperbaiki)");
    expect(await page.locator("#tabel-pratinjau tbody tr").count()).toBe(5);
    await page.getByRole("button", { name: "Simpan naskah ini" }).click();
    await page.waitForURL(/\/unggah\/[^/]+\/selesai$/);
    expect(await page.locator("h1").innerText()).toBe("Naskah tersimpan");
    await page.getByRole("link", { name: "Kelengkapan Kabupaten Segara Biru" }).click();
    expect(await page.locator("h1").innerText()).toBe(
      // Two absent components of five services with 14 each; both of Bagian Umum, which has three.
      "Di Segara Biru, 2 dari 70 komponen bermasalah, terbanyak pada Bagian Umum (2 dari 42)",
    );
  });

  it("changes nothing for the same file and says since when it is stored", async () => {
    const page = await context.newPage();
    await page.goto(`${app.url}/unggah`);
    await page.getByLabel("Berkas naskah").setInputFiles(file("nama-lain.txt", writeDecree(SEGARA_BIRU)));
    await page.getByRole("button", { name: "Unggah naskah" }).click();
    expect(await page.getByRole("status").innerText()).toMatch(
      /^Naskah ini sudah tersimpan sejak \d+ \p{L}+ \d{4}\. Tidak ada yang diubah\./u,
    );
  });

  it("makes a newer text of the same decree its second version", async () => {
    const [umum, hukum] = SEGARA_BIRU.bagian;
    const mended = {
      ...SEGARA_BIRU,
      bagian: [
        { name: "Bagian Umum", services: (umum?.services ?? []).map(({ name }) => ({ name })) },
        hukum ?? { name: "", services: [] },
      ],
    };
    const preview = await storeFile(app, "segara-biru-2.txt", writeDecree(mended));
    const page = await context.newPage();
    await page.goto(app.url + preview);
    expect(await page.locator("main").innerText()).toContain("versi baru, versi 2");
    await page.goto(`${app.url}/kabupaten/segara-biru`);
    expect(await page.locator("h1").innerText()).toBe(
      "Di Segara Biru, tidak ada yang bermasalah dari 70 komponen",
    );
  });

  it("asks for what could not be read, names each error beside its field, and keeps what was typed", async () => {
    const page = await context.newPage();
    await page.goto(`${app.url}/unggah`);
    const text = writeDecree({ ...SEGARA_BIRU, regency: "Arunika", number: null });
    await page.getByLabel("Berkas naskah").setInputFiles(file("tanpa-nomor.txt", text));
    await page.getByRole("button", { name: "Unggah naskah" }).click();
    await page.waitForURL(/pratinjau$/);
    await page.getByRole("button", { name: "Simpan naskah ini" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toMatch(/^Kesalahan: /);
    const summary = page.getByRole("alert");
    expect(await summary.innerText()).toContain("Ada yang perlu diperbaiki");
    const field = page.getByLabel("Nomor keputusan");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await summary.getByRole("link").getAttribute("href")).toBe(`#${await field.getAttribute("id")}`);
    await field.fill("060/99");
    await page.getByRole("button", { name: "Simpan naskah ini" }).click();
    await page.waitForURL(/selesai$/);
    expect(await page.locator("main").innerText()).toContain("Nomor 060/99");
  });

  it("throws away what is not wanted", async () => {
    const page = await context.newPage();
    await page.goto(`${app.url}/unggah`);
    const text = writeDecree({ ...SEGARA_BIRU, regency: "Bukit Awan" });
    await page.getByLabel("Berkas naskah").setInputFiles(file("bukit-awan.txt", text));
    await page.getByRole("button", { name: "Unggah naskah" }).click();
    await page.waitForURL(/pratinjau$/);
    await page.getByRole("button", { name: "Jangan simpan" }).click();
    expect(await page.locator("h1").innerText()).toBe("Unggahan ini tidak disimpan");
    expect((await app.fetch(`${app.url}/kabupaten/bukit-awan`)).status).toBe(404);
  });
});

describe("a file that can't be used", () => {
  const refused = async (name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<string> => {
    const page = await context.newPage();
    const sent = await sendFile(app, name, bytes);
    if (sent.status !== 303) return sent.text();
    await page.goto(app.url + (sent.headers.get("Location") ?? ""));
    await page.waitForURL(/selesai$/);
    expect(await page.title()).toMatch(/^Kesalahan: /);
    return page.locator("main").innerText();
  };

  it("that is empty is told so, with the way out", async () => {
    expect(await refused("kosong.txt", "")).toContain(
      "Berkas ini kosong. Simpan ulang naskahnya, lalu unggah kembali.",
    );
  });

  it("that is an image is told so, whatever its name", async () => {
    const png = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 1, 0, 8,
      6,
    ]);
    expect(await refused("pindai.txt", png)).toContain("Berkas ini berisi gambar, bukan teks.");
  });

  it("that has no annex is told how much was read", async () => {
    const head =
      writeDecree({ ...SEGARA_BIRU, regency: "Tanjung Sunyi" }).split("LAMPIRAN KEPUTUSAN")[0] ?? "";
    expect(await refused("tanpa-lampiran.txt", head)).toMatch(
      /Terbaca \d+ baris, tetapi tidak ada lampiran standar pelayanan\./,
    );
  });

  it("that is too large is refused with both sizes", async () => {
    const answer = await sendFile(app, "besar.txt", "a".repeat(26_000_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(
      /Ukuran berkas 26 MB melebihi batas 25 MB\. Pisahkan lampirannya, lalu unggah satu per satu\./,
    );
  });

  it("that was not chosen is asked for, beside the field", async () => {
    const page = await context.newPage();
    await page.goto(`${app.url}/unggah`);
    await page.getByRole("button", { name: "Unggah naskah" }).click();
    await page.waitForLoadState();
    expect(await page.title()).toBe("Kesalahan: Unggah naskah – Tolok");
    expect(await page.getByRole("alert").innerText()).toContain("Berkas belum dipilih.");
    expect(await page.locator("#salah-berkas").innerText()).toContain("Berkas belum dipilih.");
  });
});
