import { type Paper, paragraph } from "#app/reports/paper.ts";

const cell = (words: string) => [paragraph(words)];

/** A paper with every kind of block; its table is longer than a page. */
export const samplePaper = (given: Partial<Paper> = {}): Paper => ({
  fileName: "contoh",
  title: "Laporan contoh",
  subtitle: "Kabupaten Arunika",
  foot: "Laporan contoh · Kabupaten Arunika",
  landscape: false,
  at: "2025-07-02T02:00:00.000Z",
  mark: "DRAF",
  letterhead: {
    kind: "letterhead",
    lines: ["PEMERINTAH KABUPATEN ARUNIKA", "SEKRETARIAT DAERAH", "Jalan Contoh Nomor 1"],
  },
  blocks: [
    { kind: "facts", rows: [["Periode", "Triwulan II 2025 (April–Juni)"]] },
    paragraph("Data contoh: bukan hasil survei yang sebenarnya.", "status"),
    { kind: "heading", level: 1, words: "1. Hasil" },
    {
      kind: "figures",
      items: [
        { label: "IKM", figure: "82,40 (B)", notes: ["selang 80,9–83,9"] },
        { label: "Responden", figure: "290", notes: ["sampel 320"] },
        { label: "Bebas masalah", figure: "13 dari 63", notes: [] },
      ],
    },
    {
      kind: "chart",
      spec: {
        kind: "dots",
        id: "unsur",
        title: "Waktu paling lemah",
        desc: "Titik tiap unsur",
        rows: [
          { label: "Waktu", value: 74.2, interval: [70.1, 78.3], before: 75.5, end: "74,20 (C)" },
          { label: "Biaya", value: 96.1, interval: [94.2, 98], before: null, end: "96,10 (A)" },
        ],
        bands: [
          { from: 88.31, letter: "A" },
          { from: 76.61, letter: "B" },
          { from: 65, letter: "C" },
          { from: 25, letter: "D" },
        ],
      },
    },
    { kind: "heading", level: 2, words: "Nilai tiap unsur" },
    {
      kind: "table",
      caption: "Tabel 1. Nilai tiap baris",
      feet: 1,
      columns: [
        { head: "Baris", share: 50 },
        { head: "n", share: 20, align: "right" },
        { head: "Nilai", share: 30, align: "right" },
      ],
      rows: [
        ...Array.from({ length: 90 }, (_, at) => [
          cell(`Baris ke-${at + 1}`),
          cell(String(at + 1)),
          cell("74,20"),
        ]),
        [cell("Jumlah"), cell("4095"), cell("–")],
      ],
    },
    {
      kind: "beside",
      columns: [
        [{ kind: "heading", level: 2, words: "Kiri" }, paragraph("Satu dari dua.")],
        [{ kind: "heading", level: 2, words: "Kanan" }, paragraph("Dua dari dua.")],
      ],
    },
    { kind: "break" },
    { kind: "heading", level: 1, words: "2. Penutup" },
    paragraph("Suhu ≥ 25 derajat → ruang tunggu; café, Łódź, x\u00A0y.", "quote"),
    {
      kind: "signature",
      placed: "Arunika, 2 Juli 2025",
      office: "Kepala Bagian Organisasi",
      name: "………………………",
      nip: "NIP ………………………",
    },
  ],
  ...given,
});
