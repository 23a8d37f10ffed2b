import { DURATION_UNITS, type DurationUnit, type UnitCounts } from "#app/reader/facts/printed-unit.ts";
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
  tidak_terukur: "tidak terukur: tanpa angka dan satuan",
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

/** Services per printed unit, all together and per regency. */
export const unitsTable = (places: readonly UnitPlace[]): Table<UnitRow> => ({
  id: "tabel-satuan",
  caption: "Layanan menurut satuan jangka waktu yang tercetak",
  fileName: "jangka-waktu-satuan",
  rowHead: "satuan",
  shortNames: true,
  rows: unitRows(places),
  rowKey: (row) => row.unit,
  columns: [
    { key: "satuan", head: "Satuan", cell: (row) => text(UNIT_WORDS[row.unit]) },
    { key: "layanan", head: "Layanan", cell: (row) => count(row.total) },
    ...(places.length > 1 && places.length <= MOST_PLACES
      ? places.map((place, at) => ({
          key: place.slug.replaceAll("-", "_"),
          head: place.name,
          cell: (row: UnitRow) => count(row.counts[at] ?? 0),
        }))
      : []),
  ],
});
