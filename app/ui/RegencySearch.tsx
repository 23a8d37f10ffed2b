import { FILTER_KEYS, type Filters, NO_FILTERS } from "./filters.ts";

interface Props {
  path: string;
  search: string;
  filters: Filters;
}

/** Finds a regency among many by its name; the filters stay. */
export const RegencySearch = ({ path, search, filters }: Props) => (
  <form method="get" action={path} className="search">
    <div className="field">
      <label htmlFor="cari">Cari kabupaten atau kota</label>
      <input id="cari" name="cari" type="search" defaultValue={search} maxLength={100} />
    </div>
    {FILTER_KEYS.filter((key) => key !== "hal" && String(filters[key]) !== String(NO_FILTERS[key])).map(
      (key) => (
        <input key={key} type="hidden" name={key} value={String(filters[key])} />
      ),
    )}
    <button type="submit">Cari</button>
  </form>
);
