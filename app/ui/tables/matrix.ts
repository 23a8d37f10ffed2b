import { COMPONENTS } from "#app/reader/components.ts";
import type { MatrixRow } from "../matrix.ts";
import { count, type Table, text } from "../table.ts";
import { userName, userOrigin } from "../user-words.ts";
import { bagianName, decreeName, reviewWords } from "../words-of.ts";

/** The map as a file: one row a service, one column a component, its level (0-3, T). */
export const matrixTable = (kab: string, rows: readonly MatrixRow[]): Table<MatrixRow> => ({
  id: "tabel-peta",
  caption: "Tingkat substansi 14 komponen per layanan",
  fileName: `${kab}-peta`,
  rowHead: "layanan",
  rows,
  rowKey: (row) => String(row.service.no),
  columns: [
    { key: "bagian", head: "Bagian", cell: (row) => text(bagianName(row.bagian)) },
    { key: "nomor_layanan", head: "Nomor", cell: (row) => count(row.service.no) },
    { key: "layanan", head: "Layanan", cell: (row) => text(row.service.name) },
    { key: "pengguna", head: "Pengguna", cell: (row) => text(userName(row.user.pengguna)) },
    { key: "pengguna_menurut", head: "Pengguna menurut", cell: (row) => text(userOrigin(row.user)) },
    { key: "keputusan", head: "Keputusan", cell: (row) => text(decreeName(row.decree)) },
    ...COMPONENTS.map(({ key, short, slug }) => ({
      key: slug.replaceAll("-", "_"),
      head: short,
      cell: (row: MatrixRow) => text(row.levels[key] ?? "belum dinilai"),
    })),
    { key: "jumlah_bermasalah", head: "Bermasalah", cell: (row) => count(row.substance.all.problems) },
    { key: "jumlah_dinilai", head: "Dinilai", cell: (row) => count(row.substance.all.judged) },
    { key: "jumlah_tidak_terbaca", head: "Tidak terbaca (T)", cell: (row) => count(row.substance.levels.T) },
    {
      key: "jumlah_berbeda_dari_mesin",
      head: "Putusan penilai berbeda dari mesin",
      cell: (row) => count(row.overruled.length),
    },
    { key: "reviu", head: "Reviu", cell: ({ review }) => text(reviewWords(review)) },
  ],
});
