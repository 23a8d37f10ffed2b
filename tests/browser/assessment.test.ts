import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "#tests/setup/app.ts";
import { axeFaults } from "#tests/setup/axe.ts";
import { launchBrowser } from "#tests/setup/browser.ts";

const KAB = "/kabupaten/lembayung";

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

interface As {
  script?: boolean;
  width?: number;
}

/** A browser of its own in which one of the first accounts is logged in; closed after the work. */
async function as<Result>(
  who: string,
  work: (page: Page) => Promise<Result>,
  { script = false, width = 1280 }: As = {},
): Promise<Result> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
  });
  const [name = "", value = ""] = (await app.cookieOf(who)).split("=");
  await context.addCookies([{ name, value, url: app.url }]);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Begins the assessment of a service from its own sheet. Gives the address of the sheet of the assessment. */
const begin = (no: number): Promise<string> =>
  as("penilai", async (page) => {
    await page.goto(`${app.url}${KAB}/layanan/${no}`);
    await page.getByRole("button", { name: "Mulai atau lanjutkan penilaian" }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/penilaian\/[0-9a-f-]{36}$/);
    return page.url();
  });

const keepAll = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: /untuk semua butir/ }).click();
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const item = (page: Page, key: string) => page.locator(`#butir-${key}`);

describe("the sheet of an assessment", () => {
  it("is answered, returned, answered again, finished and determined without any script", async () => {
    const sheet = await begin(1);
    await as("penilai", async (page) => {
      await page.goto(sheet);
      const time = item(page, "jangka_waktu");
      await time.getByLabel("Ubah putusan").check();
      await time.getByRole("button", { name: "Simpan putusan" }).click();
      await page.waitForLoadState();
      expect(await page.locator(".error-summary").innerText()).toContain("Tulis alasan putusan ini");
      expect(await page.title()).toContain("Kesalahan:");
      const again = item(page, "jangka_waktu");
      await again.getByLabel(/Alasan/).fill("Petugas loket menghitung dari hari berikutnya.");
      await again.getByLabel("Bila diubah, komponen ini").selectOption("tidak_terbaca");
      await again.getByRole("button", { name: "Simpan putusan" }).click();
      expect(await item(page, "jangka_waktu").locator("[data-tersimpan]").innerText()).toMatch(
        /^Tersimpan: tidak terbaca, alasan: Petugas loket .* \(penilai, \d+ \w+ \d{4} pukul \d\d\.\d\d WI(B|TA|T)\)\.$/,
      );
      await keepAll(page);
      expect(await page.locator("h1").innerText()).toMatch(/^Semua komponen .* sudah dinilai$/);
      await page.getByRole("button", { name: "Ajukan penilaian" }).click();
      await page.waitForLoadState();
      expect(await page.locator("h1").innerText()).toMatch(/menunggu reviu$/);
      expect(await page.getByRole("button", { name: "Simpan putusan" }).count()).toBe(0);
    });
    const round = await as("pereviu", async (page) => {
      await page.goto(`${app.url}/antrean`);
      expect(await page.locator("h1").innerText()).toMatch(/menunggu Anda/);
      await page.locator(`a[href="${new URL(sheet).pathname}"]`).waitFor();
      await page.locator('table.queue input[type="checkbox"]').first().check();
      await page.getByRole("button", { name: "Ambil uji petik dari penilaian yang dipilih" }).click();
      expect(await page.locator("h1").innerText()).toContain("putusan menunggu tanda");
      return page.url();
    });
    await as("pereviu", async (page) => {
      await page.goto(round);
      let first = true;
      while ((await page.locator(".round-item").count()) > 0) {
        const open = page.locator(".round-item").first();
        if (first) {
          await open.getByRole("radio", { name: "Tidak setuju" }).check();
          await open.getByLabel(/Alasan/).fill("Kalimatnya menyebut hal lain.");
        } else await open.getByRole("radio", { name: "Setuju", exact: true }).check();
        first = false;
        await open.getByRole("button", { name: "Simpan tanda" }).click();
        await page.waitForLoadState();
      }
      expect(await page.locator("h1").innerText()).toMatch(
        /satu dari \d+ putusan yang diperiksa tidak disetujui$/,
      );
      await page.goto(sheet);
      expect(await page.locator("main").innerText()).toContain("Ada putusan yang tidak disetujui");
      await page.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
      expect(await page.locator(".facts").innerText()).toContain("dikembalikan");
    });
    await as("penilai", async (page) => {
      await page.goto(`${app.url}/antrean`);
      expect(await page.locator("table.queue").innerText()).toContain("perbaiki sesuai catatan");
      await page.goto(sheet);
      expect(await page.locator(".thread").first().innerText()).toContain("Kalimatnya menyebut hal lain.");
      await page.getByRole("button", { name: "Ajukan penilaian" }).click();
    });
    // The service is of Bagian Organisasi, whose work assessing is: a second person has to stand behind it.
    await as("pereviu", async (page) => {
      await page.goto(sheet);
      expect(await page.locator("main").innerText()).toContain("Dinilai sendiri");
      expect(await page.getByRole("button", { name: "Selesaikan reviu" }).count()).toBe(0);
      expect(await page.locator("main").innerText()).toContain("belum dikuatkan penilai kedua");
    });
    await as("admin", async (page) => {
      await page.goto(sheet);
      await page.getByRole("button", { name: "Kuatkan penilaian ini" }).click();
    });
    await as("pereviu", async (page) => {
      await page.goto(sheet);
      await page.getByRole("button", { name: "Selesaikan reviu" }).click();
      await page.goto(round);
      await page.getByRole("button", { name: "Tutup uji petik dan simpan hasilnya" }).click();
      expect(await page.locator("main").innerText()).toContain("1 dari 14 tidak disetujui; tanpa selang");
    });
    await as("penilai", async (page) => {
      await page.goto(sheet);
      await page.getByRole("button", { name: "Tetapkan penilaian" }).click();
      expect(await page.locator("h1").innerText()).toMatch(/sudah ditetapkan$/);
    });
    await as("pimpinan", async (page) => {
      await page.goto(`${app.url}${KAB}/layanan/1`);
      const both = page.locator("#jangka-waktu .verdicts");
      expect(await both.innerText()).toMatch(
        /Putusan mesin[\s\S]*tingkat[\s\S]*Putusan penilai[\s\S]*tidak terbaca/,
      );
      expect(await both.innerText()).toContain("berbeda dari mesin; penilai");
      // What a person found unreadable is in no denominator: 13 of 14 are reviewed verdicts, and all are.
      expect(await page.locator(".band").innerText()).toContain("Semua 13 putusan telah direviu.");
      await page.goto(`${app.url}${KAB}/peta`);
      expect(await page.locator(".map .sign-corner").count()).toBe(1);
    });
    for (const [format, head] of [
      ["docx", "PK"],
      ["pdf", "%PDF"],
    ]) {
      const answer = await fetch(`${round}.${format}`, {
        headers: { Cookie: await app.cookieOf("pereviu") },
      });
      expect(answer.status).toBe(200);
      expect((await answer.text()).slice(0, head?.length)).toBe(head);
    }
  });

  it("saves by itself where scripts run, says so with the time, and loses nothing of two people", async () => {
    const sheet = await begin(2);
    await as(
      "penilai",
      async (page) => {
        await page.goto(sheet);
        const produk = item(page, "produk");
        await produk.getByLabel(/Pertahankan putusan mesin:/).check();
        await produk.locator("[data-tersimpan]", { hasText: "Tersimpan" }).waitFor();
        expect(await page.locator("[data-terjawab]").innerText()).toBe("1");
        // A choice among the criteria is an override, and waits for its reason.
        const select = produk.locator("select").first();
        await select.selectOption("tidak");
        expect(await produk.getByLabel("Ubah putusan").isChecked()).toBe(true);
        await produk.locator("[data-tersimpan]", { hasText: "tulis alasannya" }).waitFor();
        await produk.getByLabel(/Alasan/).fill("Hasilnya tidak disebut pada papan.");
        await produk.locator("[data-tersimpan]", { hasText: "tingkat 1" }).waitFor();
        // Meanwhile somebody else answers the same item on a sheet of their own.
        await as("admin", async (other) => {
          await other.goto(sheet);
          const theirs = item(other, "produk");
          await theirs.getByLabel(/Alasan/).fill("Diperiksa admin di loket.");
          await theirs.getByRole("button", { name: "Simpan putusan" }).click();
        });
        await produk.getByLabel(/Alasan/).fill("Hasilnya hanya disebut sebagian.");
        const met = produk.locator("[data-tersimpan]", { hasText: "Putusan lain tersimpan lebih dulu" });
        await met.waitFor();
        expect(await met.innerText()).toContain("Diperiksa admin di loket.");
        expect(await produk.getByLabel(/Alasan/).inputValue()).toBe("Hasilnya hanya disebut sebagian.");
        await produk.getByRole("button", { name: "Simpan putusan" }).click();
        await produk.locator("[data-tersimpan]", { hasText: "hanya disebut sebagian" }).waitFor();
        await page.reload();
        expect(await item(page, "produk").locator("[data-tersimpan]").innerText()).toContain("sebagian");
      },
      { script: true },
    );
  });

  it("can be worked through by keys alone", async () => {
    const sheet = await begin(3);
    await as(
      "penilai",
      async (page) => {
        await page.goto(`${sheet}#butir-biaya`);
        const biaya = item(page, "biaya");
        await biaya.locator('input[value="tetap"]').focus();
        await page.keyboard.press("Space");
        await biaya.locator("[data-tersimpan]", { hasText: "Tersimpan" }).waitFor();
        await page.keyboard.press("ArrowDown");
        expect(await biaya.getByLabel("Ubah putusan").isChecked()).toBe(true);
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("keadaan-biaya");
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("alasan-biaya");
        await page.keyboard.type("Papan di loket mencantumkan biaya lain.");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await biaya.locator("[data-tersimpan]", { hasText: "sama dengan putusan mesin" }).waitFor();
      },
      { script: true },
    );
  });

  it("takes a file as evidence with a day of its own, gives it back, and shows a refusal with the way back", async () => {
    const sheet = await begin(4);
    await as("penilai", async (page) => {
      await page.goto(sheet);
      const biaya = item(page, "biaya");
      await biaya.getByText("Tambah bukti", { exact: true }).first().click();
      await biaya.getByLabel("Tanggal bukti").fill("2026-02-11");
      await biaya.getByLabel(/^Berkas/).setInputFiles({
        name: "papan.bin",
        mimeType: "application/octet-stream",
        buffer: Buffer.from("%PDF-1.4 papan standar"),
      });
      await biaya.getByRole("button", { name: "Tambah bukti" }).click();
      const listed = item(page, "biaya").locator(".item-extra li").first();
      expect(await listed.innerText()).toContain("Tanggal bukti 11 Februari 2026");
      const href = await listed.locator("a").getAttribute("href");
      const cookie = await app.cookieOf("penilai");
      const file = await fetch(app.url + href, { headers: { Cookie: cookie } });
      expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
      expect(await file.text()).toBe("%PDF-1.4 papan standar");
      const stranger = await fetch(app.url + href, { redirect: "manual" });
      expect(stranger.status).toBe(303);
      await biaya.getByText("Tambah bukti", { exact: true }).first().click();
      await item(page, "biaya").getByLabel("Tautan").fill("bukan tautan");
      await item(page, "biaya").getByRole("button", { name: "Tambah bukti" }).click();
      expect(await page.locator(".error-summary").innerText()).toContain("https://");
      await page.getByRole("link", { name: /Kembali ke butirnya/ }).click();
      expect(new URL(page.url()).hash).toBe("#butir-biaya");
    });
  });

  it("answers an Ombudsman edition as counts under penilaian mandiri, begun for a bagian as a unit too", async () => {
    await as("penilai", async (page) => {
      await page.goto(`${app.url}${KAB}`);
      await page.locator('a[href*="/bagian/"]').first().click();
      await page.getByRole("button", { name: "Mulai penilaian bagian sebagai unit" }).click();
      expect(await page.locator("main").innerText()).toContain(
        "Penilaian mandiri, bukan nilai Ombudsman: 0 dari 0",
      );
      const first = page.locator(".item").first();
      await first.locator('select[name="jawaban"]').selectOption({ index: 1 });
      await first.getByLabel(/Alasan/).fill("Terlihat di ruang layanan.");
      await first.getByRole("button", { name: "Simpan putusan" }).click();
      expect(await page.locator("main").innerText()).toContain("1 dari 1 indikator yang dijawab terpenuhi");
      expect(await page.locator("main").innerText()).toContain("Simulasi nilai tidak dibuat.");
    });
  });

  it("and its queue fit a phone and a desk, and break no rule that axe knows", async () => {
    const sheet = await begin(5);
    for (const width of [390, 1280]) {
      await as(
        "penilai",
        async (page) => {
          for (const address of [sheet, `${app.url}/antrean`]) {
            await page.goto(address);
            expect(await sideways(page)).toBeLessThanOrEqual(0);
            expect(await axeFaults(page)).toEqual([]);
          }
        },
        { script: true, width },
      );
    }
  });

  it("is nobody's who has no role here: a visitor is sent to the login, who only reads finds no form", async () => {
    const sheet = await begin(6);
    expect((await fetch(sheet, { redirect: "manual" })).status).toBe(303);
    await as("pimpinan", async (page) => {
      await page.goto(sheet);
      expect(await page.locator("main form").count()).toBe(0);
      await page.goto(`${app.url}/antrean`);
      expect(await page.locator("h1").innerText()).toContain("tidak menilai atau mereviu");
    });
    const refused = await fetch(sheet, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ tindakan: "ajukan" }),
      headers: {
        Origin: app.url,
        "Sec-Fetch-Site": "same-origin",
        Cookie: await app.cookieOf("pimpinan"),
      },
    });
    expect(refused.status).toBe(403);
  });
});
