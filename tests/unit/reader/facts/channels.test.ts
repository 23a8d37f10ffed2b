import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractChannels } from "#app/reader/facts/channels.ts";
import { sourceOf } from "#app/reader/facts/source.ts";
import { CHANNELS } from "#app/reader/schema.ts";

const channels = (text: string) => extractChannels(sourceOf(text, [[0, 1]]));

describe("each channel", () => {
  it.each([
    ["Datang langsung ke kantor", ["tatap_muka"]],
    ["Tatap Muka langsung kepada petugas", ["tatap_muka"]],
    ["Disampaikan langsung kepada Camat", ["tatap_muka"]],
    ["Langsung ke Biro Umum", ["tatap_muka"]],
    ["Helpdesk (datang\nlangsung)", ["tatap_muka"]],
    ["menyampaikan langsung ke ruang pelayanan", ["tatap_muka"]],
    ["Loket pengaduan di lantai 1", ["tatap_muka"]],
    ["1. Langsung; 2. Surat;", ["tatap_muka", "surat"]],
    ["melalui surat tertulis kepada Kepala Bagian", ["surat"]],
    ["1. Surat yang dialamatkan kepada Camat; 2. WA 0812-7000-1000", ["surat", "whatsapp"]],
    ["Surat ditujukan ke Kepala Dinas", ["surat"]],
    ["disampaikan secara tertulis ke Bagian Umum, Jl. Melati Nomor 3", ["surat"]],
    ["Melalui surat, SMS, dan kotak saran", ["surat", "kotak_saran", "sms"]],
    ["Telp. (0411) 123456", ["telepon"]],
    ["No. HP : 0812-3456-7890", ["telepon"]],
    ["Hubungi narahubung 0812 3456 7890", ["telepon"]],
    ["Kantor (0411) 123456", ["telepon"]],
    ["WA : 0812 3456 7890 / 0813 4567 8901", ["whatsapp"]],
    ["Whats App 081234567890", ["whatsapp"]],
    ["HP/WA 081234567890", ["telepon", "whatsapp"]],
    ["E-mail : bagian.umum@arunika.go.id", ["email"]],
    ["Surel: a@b.go.id", ["email"]],
    ["umum_arunika@gmail.com", ["email"]],
    ["Instagram: @umum_arunika", ["instagram"]],
    ["IG : umum.arunika FB : Umum Arunika", ["instagram", "facebook"]],
    ["Fanpage: Umum Arunika", ["facebook"]],
    ["Website: https://umum.arunika.go.id", ["website"]],
    ["www.umum.arunika.go.id/aduan", ["website"]],
    ["umum.arunika.go.id", ["website"]],
    ["Tertulis disampaikan ke kotak pengaduan", ["kotak_saran"]],
    ["Telp/Faximile: (0411) 22221", ["telepon", "fax"]],
    ["Fax : (0411) 22221", ["fax"]],
    ["SMS ke 081234567890", ["sms"]],
  ])("%j", (text, expected) => expect(channels(text)).toEqual(expected));
});

describe("SP4N-LAPOR!", () => {
  it.each([
    ["SP4N-LAPOR!", ["sp4n_lapor"]],
    ["E-Lapor (SP4N lapor)", ["sp4n_lapor"]],
    ["platform lapor.go.id", ["sp4n_lapor"]],
    ["SP4N LAPOR : https://www.lapor.go.id", ["sp4n_lapor"]],
    ["Website : www.lapor.go.id", ["website", "sp4n_lapor"]],
    ["www.lapor.go.id", ["website", "sp4n_lapor"]],
  ])("%s", (text, expected) => expect(channels(text)).toEqual(expected));
});

describe("what is no channel", () => {
  it.each([
    "Bagian Umum, Jl. Melati Nomor 3 Arunika",
    "Jam kerja Senin-Kamis (07.30-15.30)",
    "Diteruskan kepada atasan langsung",
    "Berdasarkan Surat Keputusan Bupati",
    "Petugas menyusun jawaban tertulis",
  ])("%s", (text) => expect(channels(text)).toEqual([]));

  it("does not take an account's name for an address of the web", () => {
    expect(channels("Instagram: umum.arunika.com")).toEqual(["instagram"]);
  });
});

describe("the way of a complaint through the office", () => {
  it("names no channels: only what is said about reaching the office counts", () => {
    const text = [
      "a. Pengaduan dapat dilakukan melalui :",
      "1) WA : 0812-3456-7890;",
      "2) Email : aduan@arunika.go.id",
      "b. Alur Penanganan Pengaduan :",
      "Pengguna menyampaikan aduan secara lisan/telepon/tertulis, petugas menerima",
      "c. Jangka waktu penyelesaian 5 hari",
    ].join("\n");
    expect(channels(text)).toEqual(["whatsapp", "email"]);
    expect(channels(text.replaceAll("\n", " "))).toEqual(["whatsapp", "email"]);
  });

  it("is read again behind it", () => {
    const text = "1. Mekanisme: aduan dicatat secara tertulis\n2. Media: datang langsung, telepon";
    expect(channels(text)).toEqual(["tatap_muka", "telepon"]);
  });

  it("is a list of channels after all where its items begin with them", () => {
    const text =
      "Prosedur pengaduan : a. datang langsung ke kantor; b. telepon; c. email aduan@arunika.go.id";
    expect(channels(text)).toEqual(["tatap_muka", "telepon", "email"]);
  });

  it("is used where nothing else is said", () => {
    expect(channels("Mekanisme : pengguna menyampaikan aduan secara tertulis kepada kepala bagian")).toEqual([
      "surat",
    ]);
  });
});

it("gives channels in their order and each once, whatever the text", () => {
  const scraps = fc.array(
    fc.constantFrom(
      "WA",
      "Telp",
      "e-mail",
      "\n",
      ":",
      "(0411)",
      "123456",
      "alur pengaduan",
      "surat",
      "IG",
      "@",
      "lapor.go.id",
    ),
  );
  fc.assert(
    fc.property(scraps, (parts) => {
      const found = channels(parts.join(" "));
      expect(found).toEqual(CHANNELS.filter((channel) => found.includes(channel)));
    }),
  );
});
