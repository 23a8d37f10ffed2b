import type { FilterOptions } from "#app/server/views.ts";
import { type FilterField, filterOptions, type Places, placeNames } from "./filter-options.ts";
import {
  FILTER_KEYS,
  type Filters,
  filterLabel,
  filterValueName,
  MANY_KEYS,
  type ManyKey,
  NO_FILTERS,
} from "./filters.ts";
import { linkWithout, linkWithoutAny } from "./links.ts";

interface Props {
  path: string;
  filters: Filters;
  /** Filters that this page applies, in the order of the form. Others in the address are kept for the pages that do. */
  uses: readonly FilterField["key"][];
  options: FilterOptions;
  places?: Places;
  /** What only this page's address holds, and choosing a filter keeps. */
  extra?: Readonly<Record<string, string | undefined>>;
  /** What the page lists: of findings, a component filters those on it; of services, those where it is a problem. */
  rows?: "layanan" | "temuan";
}

/** What the filters on components mean on this page; null where it has none. */
function componentWords(uses: Props["uses"], rows: "layanan" | "temuan"): string | null {
  if (!uses.includes("komponen")) return null;
  if (rows === "temuan")
    return "Saringan Komponen: temuan pada komponen itu; saringan Tingkat: hanya bila komponennya pada tingkat itu.";
  return "Saringan Komponen: layanan yang komponen itu bermasalah (tingkat 0 atau 1), atau berada pada tingkat yang dipilih dalam saringan Tingkat.";
}

/** The filters of a page: what is set, as links that take themselves away, and a form that works without script. */
export function FilterForm({
  path,
  filters,
  uses,
  options,
  places = {},
  extra = {},
  rows = "layanan",
}: Props) {
  const fields = filterOptions(options, uses, places);
  const names = placeNames(options, places);
  const set = MANY_KEYS.flatMap((key) => filters[key].map((value) => ({ key, value })));
  const applied = set.filter(({ key }) => uses.includes(key));
  const waiting = set.filter(({ key }) => !uses.includes(key));
  const inForm = new Set<string>(fields.map((field) => field.key));
  const kept = FILTER_KEYS.filter(
    (key) => key !== "hal" && !inForm.has(key) && String(filters[key]) !== String(NO_FILTERS[key]),
  );
  const components = componentWords(uses, rows);
  const labelOf = (key: ManyKey): string =>
    key === "komponen" && components !== null && rows === "layanan" && filters.tingkat.length === 0
      ? "Komponen bermasalah"
      : filterLabel(key);
  const chips = (some: typeof set) =>
    some.map(({ key, value }) => (
      <Chip
        key={`${key}=${value}`}
        words={`${labelOf(key)}: ${filterValueName(key, value, names)}`}
        href={linkWithout(path, filters, key, value, extra)}
      />
    ));
  return (
    <section className="filters" aria-label="Saringan">
      {applied.length > 0 && (
        <p className="active-filters">
          <strong>Saringan:</strong> {chips(applied)}{" "}
          <a href={linkWithoutAny(path, filters, extra)}>Hapus semua saringan</a>
        </p>
      )}
      {waiting.length > 0 && (
        <p className="active-filters note">
          Tersimpan untuk halaman lain, tidak dipakai di sini: {chips(waiting)}
        </p>
      )}
      {components && filters.komponen.length + filters.tingkat.length > 0 && (
        <p className="note">{components}</p>
      )}
      {fields.length > 0 && (
        <form method="get" action={path}>
          {fields.map((field) => (
            <FilterSelect key={field.key} field={field} filters={filters} names={names} />
          ))}
          {kept.map((key) => (
            <input key={key} type="hidden" name={key} value={String(filters[key])} />
          ))}
          {Object.entries(extra).map(
            ([key, value]) =>
              value !== undefined && <input key={key} type="hidden" name={key} value={value} />,
          )}
          <button type="submit">Terapkan saringan</button>
        </form>
      )}
    </section>
  );
}

const Chip = ({ words, href }: { words: string; href: string }) => (
  <a className="chip" href={href}>
    {words}
    <span className="hidden-text"> (hapus saringan ini)</span>
    <svg className="cross" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path d="M1 1l8 8M9 1L1 9" />
    </svg>
  </a>
);

interface SelectProps {
  field: FilterField;
  filters: Filters;
  names: ReadonlyMap<string, string>;
}

function FilterSelect({ field: { key, options }, filters, names }: SelectProps) {
  const current = String(filters[key]);
  const isMany = key !== "urut" && key !== "kelompok";
  const id = `saring-${key}`;
  return (
    <div className="field">
      <label htmlFor={id}>{filterLabel(key)}</label>
      <select id={id} name={key} defaultValue={current}>
        {isMany && <option value="">Semua</option>}
        {isMany && filters[key].length > 1 && (
          <option value={current}>
            {filters[key].map((value) => filterValueName(key as ManyKey, value, names)).join(", ")}
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
