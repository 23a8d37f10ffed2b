import { describe, expect, it } from "vitest";
import { isWebsiteLine } from "#app/reader/marks.ts";

describe("lines of a website", () => {
  it.each([
    "Beranda > Standar Pelayanan > Bagian Hukum",
    "Home / Layanan / Dinas Sosial",
    "Beranda | Profil | Kontak",
    "Bagikan: Facebook Twitter WhatsApp",
    "Share on X, Telegram",
    "Dilihat 1.294 kali",
    "Views: 12",
    "© 2024 Pemerintah Kabupaten Arunika",
    "Hak Cipta 2023 Dinas Kominfo",
  ])("are told by what they say: %s", (line) => {
    expect(isWebsiteLine(line)).toBe(true);
  });

  it.each([
    "Beranda > pilih menu pengaduan",
    "Bagikan nomor antrean kepada pemohon",
    "Bagikan tautan melalui WhatsApp kepada pemohon",
    "Dilihat dari kelengkapan berkas",
    "Dibaca 2 kali oleh petugas",
    "Hak cipta atas karya didaftarkan pemohon",
    "Facebook: @dinsos.arunika",
    "WhatsApp 0812 5550 1771",
  ])("are no contents that begin alike: %s", (line) => {
    expect(isWebsiteLine(line)).toBe(false);
  });
});
