import {
  FILTER_KEYS,
  type Filters,
  filterLabel,
  filterValueName,
  MANY_KEYS,
  type ManyKey,
  NO_FILTERS,
} from "./filters.ts";
import { isNarrowed, linkWithout, linkWithoutAny } from "./links.ts";

export interface FilterField {
  key: ManyKey | "urut" | "kelompok";
  /** Value and name, in the order of the list. */
  options: readonly (readonly [value: string, name: string])[];
}

interface Props {
  path: string;
  filters: Filters;
  fields: readonly FilterField[];
  /** Names of places by slug. */
  names: ReadonlyMap<string, string>;
}

/** The filters of a page: what is set, as links that take themselves away, and a form that works without script. */
export function FilterForm({ path, filters, fields, names }: Props) {
  const inForm = new Set<string>(fields.map((field) => field.key));
  const kept = FILTER_KEYS.filter(
    (key) => key !== "hal" && !inForm.has(key) && String(filters[key]) !== String(NO_FILTERS[key]),
  );
  return (
    <section className="filters" aria-label="Saringan">
      {isNarrowed(filters) && (
        <p className="active-filters">
          <strong>Saringan:</strong>{" "}
          {MANY_KEYS.flatMap((key) =>
            filters[key].map((value) => (
              <a key={`${key}=${value}`} className="chip" href={linkWithout(path, filters, key, value)}>
                {filterLabel(key)}: {filterValueName(key, value, names)}
                <span className="hidden-text"> (hapus saringan ini)</span>
                <svg className="cross" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
                  <path d="M1 1l8 8M9 1L1 9" />
                </svg>
              </a>
            )),
          )}
          <a href={linkWithoutAny(path, filters)}>Hapus semua saringan</a>
        </p>
      )}
      <form method="get" action={path}>
        {fields.map((field) => (
          <FilterSelect key={field.key} field={field} filters={filters} names={names} />
        ))}
        {kept.map((key) => (
          <input key={key} type="hidden" name={key} value={String(filters[key])} />
        ))}
        <button type="submit">Terapkan saringan</button>
      </form>
    </section>
  );
}

function FilterSelect({
  field,
  filters,
  names,
}: {
  field: FilterField;
  filters: Filters;
  names: ReadonlyMap<string, string>;
}) {
  const { key, options } = field;
  const current = String(filters[key]);
  const isMany = key !== "urut" && key !== "kelompok";
  const several = isMany && filters[key].length > 1;
  const id = `saring-${key}`;
  return (
    <div className="field">
      <label htmlFor={id}>{filterLabel(key)}</label>
      <select id={id} name={key} defaultValue={current}>
        {isMany && <option value="">Semua</option>}
        {several && (
          <option value={current}>
            {filters[key].map((value) => filterValueName(key, value, names)).join(", ")}
          </option>
        )}
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
