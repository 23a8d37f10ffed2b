import { FILTER_KEYS, type Filters, NO_FILTERS } from "../filters.ts";
import { link } from "../links.ts";

interface Select {
  key: string;
  label: string;
  /** What is chosen now; "" for all. */
  value: string;
  options: readonly (readonly [value: string, name: string])[];
}

interface Props {
  path: string;
  filters: Filters;
  selects: readonly Select[];
}

/** Filters of a list that are its own (status, whose, why), as one form that works without script. */
export function FilterSelects({ path, filters, selects }: Props) {
  const own = new Set(selects.map(({ key }) => key));
  const kept = FILTER_KEYS.filter(
    (key) => key !== "hal" && !own.has(key) && String(filters[key]) !== String(NO_FILTERS[key]),
  );
  const set = selects.filter(({ value }) => value !== "");
  const nameOf = ({ options, value }: Select) => options.find(([one]) => one === value)?.[1] ?? value;
  return (
    <section className="filters" aria-label="Saringan">
      {set.length > 0 && (
        <p className="active-filters">
          <strong>Saringan:</strong> {set.map((one) => `${one.label}: ${nameOf(one)}`).join("; ")}.{" "}
          <a href={link(path, { ...filters, bagian: [] })}>Hapus semua saringan</a>
        </p>
      )}
      <form method="get" action={path}>
        {selects
          .filter(({ options, value }) => options.length > 1 || value !== "")
          .map(({ key, label, value, options }) => (
            <div className="field" key={key}>
              <label htmlFor={`saring-${key}`}>{label}</label>
              <select id={`saring-${key}`} name={key} defaultValue={value}>
                <option value="">Semua</option>
                {value !== "" && !options.some(([one]) => one === value) && (
                  <option value={value}>{value}</option>
                )}
                {options.map(([one, name]) => (
                  <option key={one} value={one}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          ))}
        {kept.map((key) => (
          <input key={key} type="hidden" name={key} value={String(filters[key])} />
        ))}
        <button type="submit">Terapkan saringan</button>
      </form>
    </section>
  );
}
