import { capitalise } from "#app/format/words.ts";
import { COMPONENTS, type ComponentInfo } from "#app/reader/components.ts";
import type { FindingKind } from "#app/reader/findings-registry.ts";
import { LINE_ROLES, type LineRole } from "#app/reader/schema.ts";
import { ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { CriterionRow } from "#app/server/method.server.ts";
import { sourceWords } from "../CriteriaTable.tsx";
import { count, type Table, text } from "../table.ts";
import { ROLE_WORDS, SEVERITY_WORDS } from "../words-of.ts";

/** What each role of a line means to the count. */
const ROLE_NOTES: Record<LineRole, string> = {
  component: "Menjadi isi komponen sebuah layanan.",
  label: "Nama komponen seperti tercetak; bukan isinya.",
  service_heading: "Memulai tabel sebuah layanan.",
  bagian_heading: "Menentukan bagian pemilik layanan di bawahnya.",
  divider: "Memisahkan kelompok komponen publik dan internal.",
  table_head: "Kepala kolom tabel.",
  declared_list: "Layanan yang ditetapkan menurut keputusan itu sendiri.",
  decree_head: "Nomor, pejabat, konsiderans, dan diktum.",
  signature: "Tempat, tanggal, nama, dan jabatan penanda tangan.",
  maklumat: "Janji pelayanan yang diumumkan.",
  page_noise: "Nomor halaman, kata penyambung, kepala yang terulang.",
  separator: "Garis atau baris kosong tabel.",
  unassigned: "Tidak ada bukti kepada siapa baris ini melekat; ditampilkan, tidak dibuang.",
};

export const rolesTable: Table<LineRole> = {
  id: "tabel-peran",
  caption: "Peran baris",
  fileName: "peran",
  rowHead: "peran",
  shortNames: true,
  rows: LINE_ROLES,
  rowKey: (row) => row,
  columns: [
    { key: "peran", head: "Peran", cell: (row) => text(capitalise(ROLE_WORDS[row])) },
    { key: "arti", head: "Arti", cell: (row) => text(ROLE_NOTES[row]) },
  ],
};

export const componentsTable: Table<ComponentInfo> = {
  id: "tabel-komponen",
  caption: "Empat belas komponen standar pelayanan",
  fileName: "komponen",
  rowHead: "komponen",
  shortNames: true,
  rows: COMPONENTS,
  rowKey: (row) => row.key,
  columns: [
    { key: "nomor", head: "Nomor", cell: (row) => count(row.number) },
    { key: "komponen", head: "Komponen", cell: (row) => text(row.name) },
    {
      key: "kelompok",
      head: "Kelompok",
      cell: (row) => text(row.group === "penyampaian" ? "publik" : "internal"),
    },
  ],
};

const LEVEL_ROLES = { 2: "inti (tingkat 2)", 3: "terukur (tingkat 3)" } as const;

/** Every criterion of the instrument, in its order, with where it comes from. */
export const criteriaTable = (edition: string, rows: readonly CriterionRow[]): Table<CriterionRow> => ({
  id: "tabel-kriteria",
  caption: `Kriteria substansi, edisi ${edition}`,
  fileName: "kriteria",
  rowHead: "kriteria",
  rows,
  rowKey: (row) => row.id,
  columns: [
    { key: "untuk", head: "Untuk", cell: (row) => text(row.of) },
    { key: "kriteria", head: "Kriteria", cell: (row) => text(row.sentence) },
    {
      key: "tingkat",
      head: "Menentukan",
      cell: (row) => text(row.level === null ? "tanpa tingkat, dinilai sekali" : LEVEL_ROLES[row.level]),
    },
    { key: "sifat", head: "Sifat", cell: (row) => text(row.kind) },
    { key: "sumber", head: "Sumber", cell: (row) => text(sourceWords(row)) },
  ],
});

/** Every kind of finding, the reader's and then the scorer's, as the registries have them. */
export const findingKindsTable: Table<FindingKind> = {
  id: "tabel-temuan",
  caption: "Jenis temuan",
  fileName: "metode",
  rowHead: "temuan",
  shortNames: true,
  rows: Object.values(ALL_FINDINGS),
  rowKey: (row) => row.slug,
  columns: [
    { key: "temuan", head: "Temuan", cell: (row) => text(capitalise(row.label)) },
    { key: "sifat", head: "Sifat", cell: (row) => text(SEVERITY_WORDS[row.severity]) },
    {
      key: "asal",
      head: "Asal",
      cell: (row) =>
        text(row.scan ? "hasil pindai, tidak dihitung sebagai kekurangan" : "naskah atau berkas"),
    },
    { key: "cara_membenahi", head: "Cara membenahi", cell: (row) => text(row.remedy) },
  ],
};
