import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";

const LABELS = [
  "Persyaratan",
  "Sistem, Mekanisme, dan Prosedur",
  "Jangka Waktu Penyelesaian",
  "Biaya/Tarif",
  "Produk Pelayanan",
  "Penanganan Pengaduan",
  "Dasar Hukum",
  "Sarana dan Prasarana",
  "Kompetensi Pelaksana",
  "Pengawasan Internal",
  "Jumlah Pelaksana",
  "Jaminan Pelayanan",
  "Jaminan Keamanan dan Keselamatan Pelayanan",
  "Evaluasi Kinerja Pelaksana",
];
/** Every fifth component is a list, whose first paragraph opens with the same torn tag each time. */
const hasList = (at: number): boolean => at % 5 === 0;

const paragraph = (text: string): string => `<p class=MsoNormal><span\nlang=IN>${text}</span></p>\n\n`;
const item = (number: number, text: string): string =>
  `<p class=MsoListParagraphCxSp${number === 1 ? "First" : "Last"} style='margin-left:14.2pt;text-indent:-14.2pt'><span\nlang=IN style='font-size:11.0pt'>${number}.<span\nstyle='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>${text}</p>\n\n`;

const service = (name: string, nth: number): string =>
  paragraph(`Jenis Pelayanan : ${name}`) +
  LABELS.map(
    (label, at) =>
      paragraph(`${at + 1}. ${label}:`) +
      (hasList(at)
        ? item(1, `Isi pertama ${label} ${nth}`) + item(2, `Isi kedua ${label} ${nth}`)
        : paragraph(`Isi ${label} layanan ke-${nth}`)),
  ).join("");

describe("paragraphs whose tags a word processor tore over lines", () => {
  it("are read whole, however often the same piece of a tag begins a line", () => {
    const names = ["Izin Rotan", "Label Madu", "Tera Timbangan", "Kartu Petani", "Sewa Perahu", "Uji Benih"];
    const text = `<html><body>\n${[
      "KEPUTUSAN KEPALA DINAS PERDAGANGAN KABUPATEN ARUNIKA",
      "NOMOR 500/3 TAHUN 2024",
      "TENTANG",
      "STANDAR PELAYANAN DINAS PERDAGANGAN",
      "MEMUTUSKAN:",
      "KESATU : Menetapkan standar pelayanan sebagaimana tercantum dalam Lampiran.",
      "LAMPIRAN KEPUTUSAN KEPALA DINAS PERDAGANGAN KABUPATEN ARUNIKA",
    ]
      .map(paragraph)
      .join("")}${names.map(service).join("")}</body></html>`;
    const { services } = readDecree(new TextEncoder().encode(text), "naskah.html");
    expect(services.map(({ name }) => name)).toEqual(names);
    services.forEach(({ components }, nth) => {
      Object.values(components).forEach((one, at) => {
        const label = LABELS[at];
        expect(one?.text).toBe(
          hasList(at)
            ? `1. Isi pertama ${label} ${nth}\n2. Isi kedua ${label} ${nth}`
            : `Isi ${label} layanan ke-${nth}`,
        );
      });
    });
  });
});
