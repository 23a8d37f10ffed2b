import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = [
  "KEPUTUSAN BUPATI ARUNIKA",
  "NOMOR 364/7 TAHUN 2025",
  "TENTANG",
  "STANDAR PELAYANAN",
  "MEMUTUSKAN:",
];
const LABELS = ["Dasar Hukum", "Persyaratan", "Prosedur Pelayanan", "Jangka Waktu", "Produk Pelayanan"];

/** Services between rules, each named by its count. */
const decree = (names: readonly string[]): string =>
  [
    ...HEAD,
    "KESATU : Standar pelayanan tercantum dalam Lampiran.",
    "LAMPIRAN KEPUTUSAN BUPATI ARUNIKA",
    "NOMOR 364/7 TAHUN 2025",
    ...names.flatMap((name, at) => [
      "=".repeat(60),
      `LAYANAN ${at + 1}: ${name}`,
      "=".repeat(60),
      ...LABELS.flatMap((label, nth) => [
        `[${nth + 1}] ${label}`,
        "-".repeat(40),
        `Isi ${label} bagi warga`,
        "",
      ]),
    ]),
  ].join("\n");

describe("services that are counted by the word", () => {
  it("bear the name behind their count", () => {
    const names = ["Pemadaman Api Unggun", "Penjinakan Lebah", "Pengecatan Hidran"];
    const { services } = readText(decree(names));
    expect(services.map(({ no, name }) => `${no} ${name}`)).toEqual(
      names.map((name, at) => `${at + 1} ${name}`),
    );
  });
});
