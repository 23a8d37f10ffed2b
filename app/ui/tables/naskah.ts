import { component } from "#app/reader/components.ts";
import type { DeclaredRow, DeclaredState, NaskahLine, NaskahListRow, RegencyRef } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Cell, count, type Table, text } from "../table.ts";
import { bagianName, decreeName, ROLE_WORDS } from "../words-of.ts";

/** Every version of every decree, those in force first inside a regency. */
export const naskahTable = (rows: readonly NaskahListRow[], filters: Filters): Table<NaskahListRow> => ({
  id: "tabel-naskah",
  caption: "Naskah yang tersimpan",
  fileName: "naskah",
  rowHead: "keputusan",
  rows,
  rowKey: (row) => `${row.slug}/${row.version}`,
  columns: [
    {
      key: "keputusan",
      head: "Keputusan",
      cell: (row) => text(decreeName(row), link(paths.teks(row.slug, row.version), filters)),
    },
    {
      key: "kabupaten",
      head: "Kabupaten",
      cell: ({ regency }) => text(regency.name, link(paths.kabupaten(regency.slug), filters)),
    },
    {
      key: "ditetapkan",
      head: "Ditetapkan",
      cell: (row) => ({ kind: "date", date: row.signed, why: "tanggal tidak terbaca" }),
    },
    {
      key: "versi",
      head: "Versi",
      cell: (row) => text(`${row.version}${row.inForce ? "" : " (lama)"}`),
    },
    { key: "layanan", head: "Layanan", cell: (row) => count(row.services) },
    {
      key: "ditetapkan_dalam_daftar",
      head: "Dalam daftar",
      cell: (row) => count(row.declared, link(paths.daftar(row.slug), filters)),
    },
    { key: "baris_lampiran", head: "Baris lampiran", cell: (row) => count(row.coverage.annexLines) },
    { key: "tanpa_pemilik", head: "Tanpa pemilik", cell: (row) => count(row.coverage.unassignedLines) },
    {
      key: "teks",
      head: "Teks",
      cell: (row) => text(row.factsOnly ? "belum diunggah" : "tersimpan"),
    },
    { key: "berkas", head: "Berkas", csvOnly: true, cell: (row) => text(row.fileName) },
  ],
});

/** Every line of a naskah with what it is and whose it is. */
export const naskahLinesTable = (sk: string, lines: readonly NaskahLine[]): Table<NaskahLine> => ({
  id: "tabel-baris",
  caption: "Baris naskah dan pemiliknya",
  fileName: `${sk}-baris`,
  rowHead: "baris",
  rows: lines,
  rowKey: (row) => String(row.line),
  columns: [
    { key: "baris", head: "Baris", cell: (row) => count(row.line) },
    { key: "peran", head: "Peran", cell: (row) => joined(row, (span) => ROLE_WORDS[span.role]) },
    {
      key: "layanan",
      head: "Layanan",
      cell: (row) => joined(row, (span) => span.service?.name ?? span.printedName ?? ""),
    },
    {
      key: "komponen",
      head: "Komponen",
      cell: (row) => joined(row, (span) => (span.component ? component(span.component).short : "")),
    },
    { key: "teks", head: "Teks", cell: (row) => text(row.text) },
  ],
});

/** What the parts of a line say, each once. */
const joined = (row: NaskahLine, of: (span: NaskahLine["spans"][number]) => string): Cell =>
  text([...new Set(row.spans.map(of).filter(Boolean))].join("; "));

export const DECLARED_WORDS: Record<DeclaredState, string> = {
  tanpa_tabel: "tanpa tabel",
  di_luar_daftar: "di luar daftar",
  nama_berbeda: "nama berbeda",
  cocok: "cocok",
};

/** The decree's list held against its annex, mismatches first. */
export const declaredTable = (
  sk: string,
  regency: RegencyRef,
  rows: readonly DeclaredRow[],
  filters: Filters,
): Table<{ row: DeclaredRow; at: number }> => ({
  id: "tabel-daftar",
  caption: "Daftar yang ditetapkan dan tabel dalam lampiran",
  fileName: `${sk}-daftar`,
  rowHead: "dalam_daftar",
  rows: rows.map((row, at) => ({ row, at })),
  rowKey: ({ at }) => String(at),
  columns: [
    {
      key: "dalam_daftar",
      head: "Dalam daftar",
      cell: ({ row }) => text(row.declared?.name ?? "– tidak ada dalam daftar"),
    },
    {
      key: "dalam_lampiran",
      head: "Dalam lampiran",
      cell: ({ row: { printed } }) =>
        printed
          ? text(
              printed.name,
              printed.service ? link(paths.layanan(regency.slug, printed.service), filters) : undefined,
            )
          : text("– tidak ada tabelnya"),
    },
    { key: "keadaan", head: "Keadaan", cell: ({ row }) => text(DECLARED_WORDS[row.state]) },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ row }) => text(bagianName({ name: row.declared?.bagian ?? row.printed?.bagian ?? null })),
    },
    {
      key: "baris",
      head: "Baris",
      cell: ({ row }) => count(row.printed?.line ?? null),
    },
  ],
});
