import type { Layout } from "../columns/layout.ts";
import type { Place } from "../model.ts";
import { looksPersonal } from "../personal.ts";
import type { FieldKey, SkmOptions } from "../schema.ts";
import { clean, isEmptyAnswer, nameKey, words } from "../text.ts";
import { ByCells } from "./by-cells.ts";
import { quarterOf } from "./dates.ts";
import { isYear, normalisePeriod, type PeriodParts, periodOf, readPeriodParts } from "./periods.ts";

/** What titles and the sheet's name say for every row. */
export interface Context {
  place: Place;
  year: number | null;
}

/** Columns that name the place of a row, the wider first. */
export const PLACE_FIELDS = ["regency", "bagian", "service", "period"] as const;

const LABELS: readonly (readonly [keyof Place, RegExp])[] = [
  ["service", /^(?:(?:jenis|nama) )?(?:layanan|pelayanan)$/],
  [
    "bagian",
    /^(?:nama )?(?:bagian|biro|unit(?: (?:kerja|pelayanan|layanan|organisasi|penyelenggara(?: pelayanan)?))?|bagian unit(?: kerja)?|unit kerja bagian|satuan kerja|satker|skpd|opd|perangkat daerah|upp|instansi)$/,
  ],
  ["regency", /^(?:kabupaten|kota|kabupaten kota|kab kota|pemerintah daerah)$/],
];

/**
 * What titles say for the rows below: labels ("Unit Pelayanan : Bagian Umum"), a bagian named without one, and the period
 * of titles and sheet name.
 */
export const contextOf = (
  titles: readonly (readonly string[])[],
  sheet: string | null,
  options: SkmOptions,
): Context => {
  const place: Place = { regency: null, bagian: null, service: null, period: null };
  const texts = titles.map((cells) => [...new Set(cells.map(clean).filter(Boolean))]);
  for (const row of texts) labelled(row, place);
  for (const text of [...texts.flat(), sheet ?? ""]) place.bagian ??= bagianIn(text);
  const periods = [...texts.flat().map(periodIn), sheet ? readPeriodParts(sheet) : null].filter(
    (one) => one !== null,
  );
  const best = periods.find((one) => one.part) ?? periods[0] ?? null;
  const year = best?.year ?? periods.find((one) => one.year)?.year ?? null;
  place.period = options.period === undefined ? periodOf(best, year) : normalisePeriod(options.period);
  return { place, year };
};

/** The period that a title names; a regulation's year is none. */
const periodIn = (text: string): PeriodParts | null =>
  readPeriodParts(
    text.replace(/\b(?:nomor|no\.?)?\s*\d+\s*(?:\/|tahun)\s*(?:20\d{2})/gi, (match) =>
      /permen|kepmen|peraturan|keputusan|menpan|panrb|uu\b|undang/i.test(text) ? "" : match,
    ),
  );

const BAGIAN =
  /^(?:(?:[\p{L}()]+\s+){0,8}?(?:skm|ikm|masyarakat|responden|unit|pada|di)\s*[-–:]?\s+)?((?:bagian|bag\.)\s+\p{L}.*)$/iu;
/** Where the name of a bagian ends in a title. */
const AFTER_BAGIAN =
  /[\s,;:(/–-]+(?:pada|di|sekretariat|setda|kabupaten|kab|kota|provinsi|pemerintah|triwulan|tribulan|tw|semester|smt|kuartal|tahun|thn|ta|periode|bulan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|\d).*$|\s*[:(].*$/iu;
/** "Bagian I", "Bagian A" and "Bagian data responden" are parts of a form. */
const NO_BAGIAN =
  /^(?:[a-z]|[ivx]+|dari|data|isian|ini|yang|profil|identitas|pertama|kedua|ketiga|akhir|awal)$/i;

/** A bagian that a title or sheet names: "SKM BAGIAN UMUM SETDA KABUPATEN ...", as far as its own name goes. */
const bagianIn = (text: string): string | null => {
  const name = BAGIAN.exec(clean(text))?.[1]
    ?.replace(AFTER_BAGIAN, "")
    .replace(/[\s,.;:–-]+$/, "");
  const first = /^\S+\s+(\p{L}+)/u.exec(name ?? "")?.[1] ?? "";
  return name && name.length <= 80 && first !== "" && !NO_BAGIAN.test(first) ? name : null;
};

/** Words without which a date among the rows ("Arunika, 3 Juli 2025") is no period of those below. */
const NAMES_PERIOD = /\b(?:periode|tri\s?wulan|tribulan|tw|semester|smt|kuartal|bulan|tahun)\b/i;

/**
 * What a title among the rows says for those below it; null where the row is no such title. A bagian begins anew, so
 * that a service of the one before does not hold.
 */
export const contextBelow = (
  cells: readonly string[],
  before: Context,
  options: SkmOptions,
): Context | null => {
  const texts = cells.map(clean).filter(Boolean);
  if (texts.length === 0 || texts.length > 2) return null;
  const place: Place = { regency: null, bagian: null, service: null, period: null };
  labelled(texts, place);
  const lone = texts.length === 1 ? (texts[0] as string) : "";
  place.bagian ??= bagianIn(lone);
  const named = texts.find((text) => NAMES_PERIOD.test(text) && text.length < 120);
  const parts = named && options.period === undefined ? periodIn(texts.join(" ")) : null;
  const year = parts?.year ?? before.year;
  place.period = periodOf(parts, year);
  if (Object.values(place).every((one) => one === null)) return null;
  return {
    place: {
      regency: place.regency ?? before.place.regency,
      bagian: place.bagian ?? before.place.bagian,
      service: place.service ?? (place.bagian ? null : before.place.service),
      period: place.period ?? before.place.period,
    },
    year,
  };
};

const labelOf = (text: string): keyof Place | undefined =>
  LABELS.find(([, pattern]) => pattern.test(words(text)))?.[0];

const labelled = (texts: readonly string[], place: Place): void => {
  for (const [at, text] of texts.entries()) {
    const [, label = "", value = ""] = /^([^:=]{3,40})\s*[:=]\s*(.*)$/.exec(text) ?? [];
    const key = labelOf(label || text);
    if (!key) continue;
    const next = texts[at + 1] ?? "";
    // Label and name in two cells of their own, unless they are headers beside one another.
    const pair = texts.length === 2 && at === 0 && labelOf(next) === undefined;
    const found = value || (label || next.startsWith(":") || pair ? next.replace(/^:\s*/, "") : "");
    if (found && place[key] === null && !looksPersonal(found)) place[key] = found;
  }
};

/** Any year: a title that names a quarter alone is one too. */
const NOWHERE: Context = { place: { regency: null, bagian: null, service: null, period: null }, year: 2000 };

/** Does a row say where or when those below it belong? */
export const namesPlace = (cells: readonly string[]): boolean => {
  let filled = 0;
  for (const cell of cells) if (cell !== "" && ++filled > 2) return false;
  return contextBelow(cells, NOWHERE, {}) !== null;
};

/** Names that differ only in case or spaces are one, spelled as first printed. */
class Names {
  readonly #first = new Map<string, string | null>();

  get(cell: string): string | null {
    let name = this.#first.get(cell);
    if (name !== undefined) return name;
    const text = clean(cell);
    const key = `\u0000${nameKey(text)}`;
    name = isEmptyAnswer(text) || looksPersonal(text) ? null : (this.#first.get(key) ?? text);
    if (name !== null) this.#first.set(key, name);
    if (this.#first.size < 100_000) this.#first.set(cell, name);
    return name;
  }
}

/** Different cells of place that are kept to be given again. */
const MOST_PLACES = 20_000;

/** Places rows: group columns, then period by option, column, date, title. */
export class Placer {
  readonly #context: Context;
  readonly #option: boolean;
  readonly #columns: Record<"regency" | "bagian" | "service", number>;
  readonly #periodColumns: readonly { index: number; header: string }[];
  readonly #names = { regency: new Names(), bagian: new Names(), service: new Names() };
  readonly #periods = new Map<string, string | null>();
  readonly #places = new ByCells<Place>(MOST_PLACES);
  readonly #placeColumns: readonly number[];

  constructor(layout: Layout, context: Context, options: SkmOptions) {
    this.#context = context;
    this.#option = options.period !== undefined;
    const first = (field: FieldKey) => layout.columns.findIndex((column) => column.field === field);
    this.#columns = { regency: first("regency"), bagian: first("bagian"), service: first("service") };
    this.#periodColumns = layout.columns.filter((column) => column.field === "period");
    const { regency, bagian, service } = this.#columns;
    this.#placeColumns = [regency, bagian, service, ...this.#periodColumns.map(({ index }) => index)].filter(
      (at) => at >= 0,
    );
  }

  /** Rows with the same cells of place and the same day share one place. */
  place(cells: readonly string[], date: string | null): Place {
    const known = this.#places.get(date ?? "", cells, this.#placeColumns);
    if (known) return known;
    const place = this.#read(cells, date);
    this.#places.set(date ?? "", cells, this.#placeColumns, place);
    return place;
  }

  #read(cells: readonly string[], date: string | null): Place {
    const { place } = this.#context;
    return {
      regency: this.#name("regency", cells) ?? place.regency,
      bagian: this.#name("bagian", cells) ?? place.bagian,
      service: this.#name("service", cells) ?? place.service,
      period: this.#option
        ? place.period
        : (this.#printedPeriod(cells) ?? (date ? quarterOf(date) : null) ?? place.period),
    };
  }

  #name(key: "regency" | "bagian" | "service", cells: readonly string[]): string | null {
    const cell = this.#columns[key] < 0 ? undefined : cells[this.#columns[key]];
    return cell === undefined || cell === "" ? null : this.#names[key].get(cell);
  }

  #printedPeriod(cells: readonly string[]): string | null {
    if (this.#periodColumns.length === 0) return null;
    const texts = this.#periodColumns.map(({ index }) => clean(cells[index] ?? ""));
    const key = texts.join("\u0000");
    let period = this.#periods.get(key);
    if (period === undefined) {
      period = this.#readPeriod(texts);
      if (this.#periods.size < 10_000) this.#periods.set(key, period);
    }
    return period;
  }

  #readPeriod(texts: readonly string[]): string | null {
    const filled = texts.filter((text) => !isEmptyAnswer(text));
    if (!filled.length) return null;
    const labelled = this.#periodColumns
      .map(({ header }, at) => (isEmptyAnswer(texts[at] ?? "") ? "" : `${header} ${texts[at]}`))
      .join(" ");
    const parts = readPeriodParts(filled.join(" "));
    const best = parts?.part ? parts : (readPeriodParts(labelled) ?? parts);
    if (best && !best.part && !filled.every(isYear)) return filled.join(" ");
    return periodOf(best, this.#context.year) ?? filled.join(" ");
  }
}
