import { formatCount } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import type { Filters } from "../filters.ts";
import { Pager } from "../Pager.tsx";
import { unitName } from "./words.ts";

/** What respondents wrote, with a search by word. */
export function Suggestions({ view, filters, path }: { view: SurveyView; filters: Filters; path: string }) {
  const { rows, total, page, pages, words, hidden } = view.suggestions;
  if (total === 0 && words === "" && hidden === 0) return null;
  const from = (page - 1) * 20 + 1;
  return (
    <section aria-labelledby="saran">
      <h2 id="saran">Saran responden</h2>
      <form method="get" action={`${path}#saran`} className="search">
        <div className="field">
          <label htmlFor="cari">Cari kata dalam saran</label>
          <input id="cari" name="cari" type="search" defaultValue={words} maxLength={100} />
        </div>
        <input type="hidden" name="periode" value={view.period ?? ""} />
        {filters.bagian.length > 0 && <input type="hidden" name="bagian" value={filters.bagian.join(",")} />}
        <button type="submit">Cari</button>
      </form>
      {hidden > 0 && (
        <p>
          Saran dari {countWord(hidden)} tempat survei dengan kurang dari lima responden tidak ditampilkan,
          agar penulisnya tidak dikenali.
        </p>
      )}
      {total === 0 && words === "" ? null : total === 0 ? (
        <p>Tidak ada saran yang memuat “{words}”.</p>
      ) : (
        <>
          <ul className="suggestions">
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words; the list is never reordered.
              <li key={at}>
                <q>{row.text}</q>
                {row.unit && <span className="cell-note"> {unitName(row.unit)}</span>}
              </li>
            ))}
          </ul>
          <Pager
            path={path}
            filters={filters}
            page={page}
            pages={pages}
            shown={`Saran ${from}–${from + rows.length - 1} dari ${formatCount(total)}`}
            extra={{ cari: words || undefined }}
            label="Halaman saran"
          />
        </>
      )}
    </section>
  );
}
