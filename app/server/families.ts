import { bagianKey } from "./keys.ts";

/** A family (rumpun) of bagian, by which regencies compare: the same work under names that differ. */
export interface Family {
  slug: string;
  name: string;
  /** Matches the key of a bagian's name; the first family that matches is the one. */
  pattern: RegExp;
}

/** The only list. Order decides: joint bagian go to what their name says first. */
export const FAMILIES: readonly Family[] = [
  { slug: "kerja-sama", name: "Kerja sama", pattern: /^(kerja ?sama|perbatasan)/ },
  { slug: "pemerintahan", name: "Pemerintahan", pattern: /^(administrasi )?(tata )?pemerintah/ },
  { slug: "kesejahteraan-rakyat", name: "Kesejahteraan rakyat", pattern: /kesejahteraan|kesra|bina mental/ },
  { slug: "hukum", name: "Hukum", pattern: /hukum/ },
  { slug: "pengadaan", name: "Pengadaan barang/jasa", pattern: /pengadaan|layanan pengadaan|barang jasa/ },
  { slug: "perekonomian", name: "Perekonomian dan sumber daya alam", pattern: /ekonomi|sumber daya alam/ },
  { slug: "pembangunan", name: "Administrasi pembangunan", pattern: /pembangunan/ },
  { slug: "organisasi", name: "Organisasi", pattern: /organisasi/ },
  {
    slug: "protokol",
    name: "Protokol dan komunikasi pimpinan",
    pattern: /protokol|komunikasi|humas|hubungan masyarakat/,
  },
  { slug: "keuangan", name: "Perencanaan dan keuangan", pattern: /keuangan|perencanaan/ },
  { slug: "umum", name: "Umum", pattern: /umum|rumah tangga|perlengkapan/ },
];

/** Family of a bagian by its printed name; null where none fits. */
export const familyOf = (bagian: string): Family | null => {
  const key = bagianKey(bagian);
  return FAMILIES.find((family) => family.pattern.test(key)) ?? null;
};
