import { DURATION_UNITS, type DurationUnit, type UnitCounts } from "#app/reader/facts/printed-unit.ts";
import type { RegencyRef, ServiceRef } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";

export const UNIT_WORDS: Record<DurationUnit, string> = {
  menit: "menit",
  jam: "jam",
  hari: "hari",
  hari_kerja: "hari kerja",
  minggu: "minggu",
  bulan: "bulan",
  tahun: "tahun",
  beberapa: "lebih dari satu satuan",
  tenggat: "tenggat tetap, tanpa satuan",
  tidak_terukur: "belum terukur (tingkat 1)",
  tidak_ada: "komponennya tidak ada",
  tidak_terbaca: "tidak terbaca (T)",
};

export interface UnitRow {
  unit: DurationUnit;
  /** Services, in the order of the places. */
  counts: readonly number[];
  total: number;
}

/** A place and how many of its services promise in which unit. */
export interface UnitPlace {
  slug: string;
  /** Head of its column. */
  name: string;
  /** Invented: shown, never added up. */
  sample: boolean;
  counts: UnitCounts;
}

/** The places whose services are added up: real ones, and invented ones only where there is nothing else. */
export const countedPlaces = (places: readonly UnitPlace[]): readonly UnitPlace[] => {
  const real = places.filter((place) => !place.sample);
  return real.length > 0 ? real : places;
};

/** One row a printed unit that occurs, in the order of the units. */
export const unitRows = (places: readonly UnitPlace[]): UnitRow[] => {
  const counted = countedPlaces(places);
  return DURATION_UNITS.map((unit) => ({
    unit,
    counts: places.map((place) => place.counts[unit]),
    total: counted.reduce((sum, place) => sum + place.counts[unit], 0),
  })).filter((row) => row.counts.some((n) => n > 0));
};

/** Most columns of places: with more, only the sums are shown. */
const MOST_PLACES = 8;

/** Services per printed unit, all together and per regency; `opens` leads to the services of a unit. */
export const unitsTable = (
  places: readonly UnitPlace[],
  opens: (unit: DurationUnit) => string | undefined = () => undefined,
): Table<UnitRow> => ({
  id: "tabel-satuan",
  caption: "Layanan menurut satuan jangka waktu yang tercetak",
  fileName: "jangka-waktu-satuan",
  rowHead: "satuan",
  shortNames: true,
  rows: unitRows(places),
  rowKey: (row) => row.unit,
  columns: [
    { key: "satuan", head: "Satuan", cell: (row) => text(UNIT_WORDS[row.unit]) },
    {
      key: "layanan",
      head: "Layanan",
      cell: (row) => count(row.total, row.total > 0 ? opens(row.unit) : undefined),
    },
    ...(places.length > 1 && places.length <= MOST_PLACES
      ? places.map((place, at) => ({
          key: place.slug.replaceAll("-", "_"),
          head: place.name,
          cell: (row: UnitRow) => count(row.counts[at] ?? 0),
        }))
      : []),
  ],
});

/** A unit as a value of an address. */
export const unitSlug = (unit: DurationUnit): string => unit.replaceAll("_", "-");

export interface UnitService {
  regency: RegencyRef;
  service: ServiceRef;
}

/** The services that promise in one unit. */
export const unitServicesTable = (
  unit: DurationUnit,
  rows: readonly UnitService[],
  filters: Filters,
): Table<UnitService> => ({
  id: "tabel-satuan-layanan",
  caption: `Layanan dengan satuan: ${UNIT_WORDS[unit]}`,
  fileName: `jangka-waktu-${unitSlug(unit)}`,
  rowHead: "layanan",
  rows,
  rowKey: (row) => `${row.regency.slug}/${row.service.no}`,
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ regency, service }) =>
        text(service.name, link(paths.layanan(regency.slug, service), filters, { hash: "jangka-waktu" })),
    },
    {
      key: "kabupaten",
      head: "Kabupaten",
      cell: ({ regency }) => text(regency.name, undefined, regency.sample ? "(data contoh)" : undefined),
    },
  ],
});
