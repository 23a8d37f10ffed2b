import type { ComparedRegency, ComparedView } from "#app/server/leadership/compare.server.ts";
import { shortChange } from "#app/survey/words.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { intervalWords } from "../survey/words.ts";
import { count, decimal, SHARE, share, type Table, text } from "../table.ts";

/** Regencies side by side, by name; each figure opens its own page. */
export const comparedTable = (view: ComparedView, filters: Filters): Table<ComparedRegency> => ({
  id: "tabel-daerah",
  caption: "Daerah menurut nama",
  fileName: `ringkasan-daerah-${view.period.toLowerCase()}`,
  rowHead: "daerah",
  shortNames: true,
  rows: view.regencies,
  rowKey: ({ regency }) => regency.slug,
  columns: [
    {
      key: "daerah",
      head: "Daerah",
      cell: ({ regency }) =>
        text(
          regency.name,
          link(paths.ringkasan(regency.slug), filters, { change: { periode: view.period } }),
          regency.sample ? "data contoh" : undefined,
        ),
    },
    {
      key: "ikm",
      head: "IKM",
      cell: ({ regency, index }) =>
        decimal(
          index?.ikm ?? null,
          2,
          index ? (index.mutu ?? undefined) : "tidak disurvei",
          link(paths.hitungan(regency.slug), filters, { change: { periode: view.period } }),
        ),
    },
    { key: "selang", head: "Selang 95%", cell: ({ index }) => text(intervalWords(index?.interval ?? null)) },
    { key: "n", head: "n", cell: ({ index }) => count(index?.n ?? null) },
    {
      key: "perubahan",
      head: "Perubahan",
      cell: ({ index }) => text(index ? shortChange(index.change) : ""),
    },
    {
      key: "lengkap",
      head: "Lengkap 14",
      twoFigures: SHARE,
      cell: ({ standards: { complete, incomplete } }) => share(complete, complete + incomplete),
    },
    {
      key: "tanpa_masalah",
      head: "Tanpa masalah",
      twoFigures: SHARE,
      cell: ({ regency, standards: { substance } }) =>
        share(
          substance.free,
          substance.judgedServices - substance.uncertain,
          link(paths.kabupaten(regency.slug), filters),
        ),
    },
    {
      key: "direviu",
      head: "Direviu",
      twoFigures: SHARE,
      cell: ({ standards: { substance } }) => share(substance.review.reviewed, substance.review.verdicts),
    },
  ],
});
