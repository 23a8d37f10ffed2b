import type { ComponentKey } from "#app/reader/components.ts";
import type { PublishedService, PublishedView } from "#app/server/published.server.ts";
import { gapsOf, gapWords } from "../board.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Column, type Table, text } from "../table.ts";
import { bagianName, decreeName } from "../words-of.ts";

/**
 * Fields of a service in the national information system of public services, in the order that its public import guide
 * describes (four parts: description, requirements, procedure with time and fee, organiser and place). The template's
 * own column names were not seen: these are ours.
 */
const FIELDS: readonly { key: string; head: string; of: ComponentKey }[] = [
  { key: "produk_layanan", head: "Produk layanan", of: "produk" },
  { key: "persyaratan", head: "Persyaratan", of: "persyaratan" },
  { key: "prosedur", head: "Sistem, mekanisme, dan prosedur", of: "prosedur" },
  { key: "waktu_penyelesaian", head: "Waktu penyelesaian", of: "jangka_waktu" },
  { key: "biaya", head: "Biaya atau tarif", of: "biaya" },
  { key: "pengaduan", head: "Pengaduan layanan", of: "pengaduan" },
];

/** Fields that no decree fills. */
export const UNFILLED_FIELDS = ["Deskripsi layanan", "Lokasi"] as const;

export const isReady = (one: PublishedService): boolean => gapsOf(one).length === 0;

/** One row a service; the page shows what is missing, the file holds the texts. */
export function sippnTable(
  { regency, services }: Pick<PublishedView, "regency" | "services">,
  filters: Filters,
): Table<PublishedService> {
  const inFile = (
    key: string,
    head: string,
    words: (row: PublishedService) => string,
  ): Column<PublishedService> => ({
    key,
    head,
    csvOnly: true,
    cell: (row) => text(words(row)),
  });
  return {
    id: "tabel-sippn",
    caption: "Kesiapan layanan untuk dimasukkan ke SIPPN, menurut urutan naskah",
    fileName: `${regency.slug}-sippn`,
    rowHead: "nama_layanan",
    rows: services,
    rowKey: ({ service }) => String(service.no),
    columns: [
      {
        key: "nama_layanan",
        head: "Nama layanan",
        cell: ({ service }) => text(service.name, link(paths.layanan(regency.slug, service), filters)),
      },
      inFile("deskripsi_layanan", "Deskripsi layanan", () => ""),
      ...FIELDS.map(({ key, head, of }) => inFile(key, head, ({ parts }) => parts[of].text ?? "")),
      {
        key: "penyelenggara",
        head: "Penyelenggara",
        cell: ({ bagian }) =>
          text(bagianName(bagian), link(paths.bagian(regency.slug, bagian.slug), filters)),
      },
      inFile("instansi", "Instansi", () => `Sekretariat Daerah ${regency.name}`),
      inFile("lokasi", "Lokasi", () => ""),
      {
        key: "dasar",
        head: "Dasar",
        cell: ({ decree }) =>
          text(decreeName(decree), link(paths.teks(decree.slug, decree.version), filters)),
      },
      {
        key: "belum_terisi",
        head: "Belum dapat diisi dari keputusan",
        cell: (row) => text(missingWords(row) || "–"),
      },
    ],
  };
}

/** "Biaya (belum ditetapkan dalam keputusan); Produk (…)" */
const missingWords = ({ parts, decree }: PublishedService): string => {
  if (decree.factsOnly) return "Semua isian: teks layanan ini belum diunggah";
  return FIELDS.flatMap(({ head, of }) => {
    const gap = gapWords(parts[of], decree.factsOnly);
    return gap === null ? [] : [`${head} (${gap})`];
  }).join("; ");
};

/** The finding: what can be entered as it stands. */
export function sippnSentence(place: string, services: readonly PublishedService[]): string {
  if (services.length === 0) return `Belum ada standar ${place} yang dapat dimasukkan ke SIPPN`;
  const ready = services.filter(isReady).length;
  if (ready === services.length) {
    return services.length === 1
      ? `Satu standar di ${place} siap dimasukkan ke SIPPN`
      : `Semua ${services.length} standar di ${place} siap dimasukkan ke SIPPN`;
  }
  if (ready === 0) return `Di ${place}, belum ada standar yang siap dimasukkan ke SIPPN`;
  return `Di ${place}, ${ready} dari ${services.length} standar siap dimasukkan ke SIPPN`;
}
