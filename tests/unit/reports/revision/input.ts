import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { JudgedComponent, JudgedService, RevisionInput } from "#app/reports/revision/model.ts";

/** Components at level 3 with a sentence of ours, save those that are given. */
export const judgedService = (
  no: number,
  name: string,
  changed: Partial<Record<ComponentKey, Partial<JudgedComponent>>> = {},
): JudgedService => ({
  no,
  slug: `layanan-${no}`,
  name,
  printedNo: String(no),
  line: no * 100,
  decree: 0,
  problems: [],
  components: COMPONENT_KEYS.map((key, at) => ({
    key,
    level: 3,
    text: `Isi ${key}`,
    lines: [no * 100 + at, no * 100 + at],
    problems: [],
    unmet: [],
    damaged: false,
    ...changed[key],
  })),
});

export const NOT_MEASURABLE = {
  label: "tidak terukur",
  words: "Tidak ada angka dan satuan waktu.",
  quote: "menyesuaikan kebutuhan",
  remedy: "Sebutkan angka dan satuannya, atau tenggat yang tetap.",
  criterion: "jangka_waktu.terukur",
};

const UNMET = [{ criterion: "jangka_waktu.terukur", reason: NOT_MEASURABLE.words, quote: null }];

/**
 * Three services, 42 components: 2 of level 1, 1 of level 0 and 1 of level 3 with another regency's name are to be
 * written anew; 1 is T; 1 is damaged and stays; the third service is free of problems. Judged: 42 - 1 = 41.
 */
export const revisionInput = (given: Partial<RevisionInput> = {}): RevisionInput => ({
  regency: { slug: "segara-biru", name: "Kabupaten Segara Biru", zone: "WITA" },
  bagian: { slug: "umum", name: "Bagian Umum" },
  decrees: [
    {
      slug: "segara-biru-060-17-2025",
      version: 1,
      name: "Keputusan Bupati Nomor 060/17 Tahun 2025",
      signed: "2025-02-03",
      factsOnly: false,
    },
  ],
  services: [
    judgedService(1, "Peminjaman Aula Samudra", {
      jangka_waktu: {
        level: 1,
        text: "Menyesuaikan kebutuhan\ndan ketersediaan aula",
        lines: [112, 113],
        problems: [NOT_MEASURABLE],
        unmet: UNMET,
      },
      biaya: {
        level: 0,
        text: null,
        lines: null,
        problems: [
          {
            label: "baris tidak ada",
            words: "Baris komponen ini tidak ada dalam tabel.",
            quote: null,
            remedy: "Tambahkan baris komponen ini beserta isinya.",
            criterion: null,
          },
        ],
      },
      produk: { level: "T", text: null, lines: [115, 115], damaged: true },
    }),
    judgedService(2, "Penerimaan Tamu Daerah", {
      jangka_waktu: {
        level: 1,
        text: "=Setiap saat <selalu> & tetap",
        lines: [202, 202],
        problems: [NOT_MEASURABLE],
        unmet: UNMET,
      },
      sarana: {
        problems: [
          {
            label: "nama daerah lain",
            words: "Nama daerah lain tertulis: Lembayung.",
            quote: "Lembayung",
            remedy: "Ganti nama daerah lain dengan milik daerah sendiri.",
            criterion: null,
          },
        ],
      },
      kompetensi: { damaged: true },
    }),
    judgedService(3, "Legalisasi Salinan Peraturan"),
  ],
  status: ["Angka sementara (hasil mesin): 0 dari 42 putusan telah direviu."],
  at: "2026-02-03T06:45:00.000Z",
  ...given,
});
