import { z } from "zod";
import { COMPONENTS } from "#app/reader/components.ts";
import { ALL_FINDING_CODES, ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { LevelFilter, ServiceFilter } from "#app/server/views.ts";
import { USER_SLUGS, userName, userOfSlug } from "./user-words.ts";

/** Order of services in a table, and how its rows are grouped. The first of each is the default and left out of links. */
export const SORTS = ["masalah", "naskah", "nama"] as const;
export const GROUPINGS = ["bagian", "rumpun", "tanpa"] as const;

/** What a cell of the map says, as a filter value: a level of substance, unreadable, not yet judged. */
export const LEVELS = ["0", "1", "2", "3", "T", "belum"] as const satisfies readonly LevelFilter[];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slug = z.string().max(120).regex(SLUG);
const findingSlugs = [...new Set(ALL_FINDING_CODES.map((code) => ALL_FINDINGS[code].slug))] as [
  string,
  ...string[],
];
const componentSlugs = COMPONENTS.map((one) => one.slug) as [string, ...string[]];

/** The filters that take several values, in the order in which an address names them. The only list. */
const MANY = {
  kabupaten: { label: "Kabupaten", value: slug },
  tahun: { label: "Tahun keputusan", value: z.string().regex(/^(19|20)\d\d$/) },
  rumpun: { label: "Rumpun", value: slug },
  bagian: { label: "Bagian", value: slug },
  pengguna: { label: "Pengguna", value: z.enum(USER_SLUGS) },
  komponen: { label: "Komponen", value: z.enum(componentSlugs) },
  tingkat: { label: "Tingkat", value: z.enum(LEVELS) },
  temuan: { label: "Temuan", value: z.enum(findingSlugs) },
} as const;
/** The filters that take one value; without it they have their default. */
const ONE = {
  /** As the survey spells it; "" is the newest there is. */
  periode: {
    label: "Periode",
    value: z.string().regex(/^\d{4}(-(TW[1-4]|S[12]|0[1-9]|1[0-2]|sd-TW[1-4]))?$/),
    fallback: "",
  },
  urut: { label: "Urutan", value: z.enum(SORTS), fallback: SORTS[0] },
  kelompok: { label: "Kelompok", value: z.enum(GROUPINGS), fallback: GROUPINGS[0] },
  hal: { label: "Halaman", value: z.coerce.number().int().min(1).max(100_000), fallback: 1 },
} as const;

export type ManyKey = keyof typeof MANY;
export type OneKey = keyof typeof ONE;
export type FilterKey = ManyKey | OneKey;
export const MANY_KEYS = Object.keys(MANY) as ManyKey[];
export const FILTER_KEYS = [...MANY_KEYS, ...(Object.keys(ONE) as OneKey[])] as const;

/** Filters of a page, parsed. Empty lists and defaults mean "not filtered". */
export type Filters = Record<ManyKey, readonly string[]> & {
  periode: string;
  urut: (typeof SORTS)[number];
  kelompok: (typeof GROUPINGS)[number];
  hal: number;
};

/** A value in the address that means nothing here; the page says so and goes on without it. */
export interface IgnoredValue {
  key: string;
  value: string;
}

export const NO_FILTERS: Filters = {
  kabupaten: [],
  tahun: [],
  rumpun: [],
  bagian: [],
  pengguna: [],
  komponen: [],
  tingkat: [],
  temuan: [],
  periode: ONE.periode.fallback,
  urut: ONE.urut.fallback,
  kelompok: ONE.kelompok.fallback,
  hal: ONE.hal.fallback,
};

export const filterLabel = (key: FilterKey): string =>
  (key in MANY ? MANY[key as ManyKey] : ONE[key as OneKey]).label;

/** Reads the filters of an address. Never throws: what it doesn't know is returned in `ignored`. */
export function parseFilters(query: URLSearchParams): { filters: Filters; ignored: IgnoredValue[] } {
  const filters: Filters = { ...NO_FILTERS };
  const ignored: IgnoredValue[] = [];
  for (const key of MANY_KEYS) {
    const kept = new Set<string>();
    for (const value of valuesOf(query, key)) {
      const parsed = MANY[key].value.safeParse(value);
      if (parsed.success) kept.add(parsed.data);
      else ignored.push({ key, value });
    }
    filters[key] = [...kept];
  }
  const one = <Key extends OneKey>(key: Key): Filters[Key] => {
    let chosen: unknown = ONE[key].fallback;
    for (const value of valuesOf(query, key)) {
      const parsed = ONE[key].value.safeParse(value);
      if (parsed.success) chosen = parsed.data;
      else ignored.push({ key, value });
    }
    return chosen as Filters[Key];
  };
  return {
    filters: {
      ...filters,
      periode: one("periode"),
      urut: one("urut"),
      kelompok: one("kelompok"),
      hal: one("hal"),
    },
    ignored,
  };
}

const valuesOf = (query: URLSearchParams, key: string): string[] =>
  query
    .getAll(key)
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter(Boolean);

/**
 * Drops the values of a filter that name nothing in the data (a bagian that doesn't exist) and reports them, so that a
 * mistyped address never shows an empty page without a word.
 */
export function keepKnown(
  parsed: { filters: Filters; ignored: IgnoredValue[] },
  known: Partial<Record<ManyKey, ReadonlySet<string>>>,
): { filters: Filters; ignored: IgnoredValue[] } {
  const filters = { ...parsed.filters };
  const ignored = [...parsed.ignored];
  for (const key of MANY_KEYS) {
    const names = known[key];
    if (!names) continue;
    for (const value of filters[key]) if (!names.has(value)) ignored.push({ key, value });
    filters[key] = filters[key].filter((value) => names.has(value));
  }
  return { filters, ignored };
}

/** "1 isi belum tepat"; what is no level goes by its word alone. */
export const LEVEL_NAMES: Record<LevelFilter, string> = {
  "0": "0 tidak ada",
  "1": "1 isi belum tepat",
  "2": "2 inti terpenuhi",
  "3": "3 lengkap dan terukur",
  T: "tidak terbaca",
  belum: "belum dinilai",
};

/** How a value of a filter reads on a page. Slugs of places come from `names`; one that isn't there is shown as it stands. */
export function filterValueName(key: ManyKey, value: string, names: ReadonlyMap<string, string>): string {
  if (key === "komponen") return COMPONENTS.find((one) => one.slug === value)?.short ?? value;
  if (key === "pengguna") return userName(userOfSlug(value));
  if (key === "tingkat") return LEVEL_NAMES[value as LevelFilter] ?? value;
  if (key === "temuan")
    return (
      ALL_FINDING_CODES.map((code) => ALL_FINDINGS[code]).find((one) => one.slug === value)?.label ?? value
    );
  return names.get(value) ?? value;
}

/**
 * Filters as the use cases take them: names of components and codes instead of slugs. Only those that the page `uses`;
 * the others are kept in its links for the pages that do.
 */
export function toServiceFilter(filters: Filters, uses: readonly FilterKey[]): ServiceFilter {
  const of = (key: ManyKey): readonly string[] => (uses.includes(key) ? filters[key] : []);
  const [komponen, temuan, tingkat] = [of("komponen"), of("temuan"), of("tingkat")];
  return {
    tahun: of("tahun").map(Number),
    rumpun: [...of("rumpun")],
    bagian: [...of("bagian")],
    pengguna: of("pengguna").map((slug) => userOfSlug(slug) ?? "belum"),
    komponen: COMPONENTS.filter((one) => komponen.includes(one.slug)).map((one) => one.key),
    tingkat: LEVELS.filter((level) => tingkat.includes(level)),
    temuan: ALL_FINDING_CODES.filter((code) => temuan.includes(ALL_FINDINGS[code].slug)),
  };
}
