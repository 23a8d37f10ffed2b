import { periodNames } from "#app/format/periods.ts";

interface Props {
  path: string;
  periods: readonly string[];
  period: string | null;
  /** Slugs of the filter `bagian`, kept. */
  bagian: readonly string[];
  /** What only this page's address holds, kept. */
  extra?: Readonly<Record<string, string>>;
}

/** Which period; nothing where there is no choice. */
export const PeriodForm = ({ path, periods, period, bagian, extra = {} }: Props) =>
  periods.length < 2 ? null : (
    <section className="filters" aria-label="Saringan">
      <form method="get" action={path}>
        <div className="field">
          <label htmlFor="periode">Periode</label>
          <select id="periode" name="periode" defaultValue={period ?? ""}>
            {periods.map((one) => (
              <option key={one} value={one}>
                {periodNames(one).long}
              </option>
            ))}
          </select>
        </div>
        {bagian.length > 0 && <input type="hidden" name="bagian" value={bagian.join(",")} />}
        {Object.entries(extra).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Terapkan saringan</button>
      </form>
    </section>
  );
