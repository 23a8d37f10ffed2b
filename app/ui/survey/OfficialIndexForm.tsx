import type { OfficialIndex } from "#app/server/survey/views.ts";

/** Place of the form on the page of results. */
export const OFFICIAL_INDEX_SECTION = "angka-resmi";

const NAMES: readonly (readonly [OfficialIndex, string])[] = [
  ["gabungan", "gabungan responden"],
  ["rata_unit", "rata-rata unit"],
];

/** Which figure above the unit a regency gives as its official one; both stay printed. */
export function OfficialIndexForm({ official, action }: { official: OfficialIndex; action: string }) {
  return (
    <section aria-labelledby={OFFICIAL_INDEX_SECTION}>
      <h2 id={OFFICIAL_INDEX_SECTION}>Angka resmi kabupaten</h2>
      <p>
        Angka resmi di atas tingkat unit adalah{" "}
        <strong>{NAMES.find(([key]) => key === official)?.[1]}</strong>. Angka yang lain tetap ditampilkan di
        bawahnya.
      </p>
      <form method="post" action={action} className="no-print">
        <div className="field">
          <label htmlFor="indeks-resmi">Angka resmi</label>
          <select id="indeks-resmi" name="indeks" defaultValue={official}>
            {NAMES.map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="second">
          Tetapkan angka resmi
        </button>
      </form>
    </section>
  );
}
