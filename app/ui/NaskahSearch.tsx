import { formatCount } from "#app/format/numbers.ts";
import type { SearchView } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import { link, linkToLines } from "./links.ts";

interface SearchFormProps {
  path: string;
  search: string;
  asked: string | undefined;
  markup: boolean;
}

/** Search by word inside one naskah; keeps the quote and the switch of the page. */
export const NaskahSearchForm = ({ path, search, asked, markup }: SearchFormProps) => (
  <form method="get" action={path} className="search">
    <div className="field">
      <label htmlFor="cari">Cari kata dalam naskah ini</label>
      <input id="cari" name="cari" type="search" defaultValue={search} maxLength={100} />
    </div>
    {asked && <input type="hidden" name="baris" value={asked} />}
    {markup && <input type="hidden" name="markup" value="1" />}
    <button type="submit">Cari</button>
  </form>
);

/** The lines in which the word stands, each a link to its place. */
export function NaskahFound({ found, path, filters }: { found: SearchView; path: string; filters: Filters }) {
  const { total, hits, query, decree } = found;
  return (
    <section aria-labelledby="hasil-cari">
      <h2 id="hasil-cari">
        {total === 0
          ? `Tidak ada baris yang memuat “${query}”`
          : `Ditemukan ${formatCount(total)} baris yang memuat “${query}”`}
      </h2>
      {total > hits.length && <p>Ditampilkan {hits.length} baris pertama. Persempit dengan kata lain.</p>}
      {hits.length > 0 && (
        <ol className="hits">
          {hits.map(({ line, text, owner }) => (
            <li key={line}>
              <a href={linkToLines(decree.slug, decree.version, [line, line], filters)}>Baris {line}</a>
              {owner?.printedName && ` · ${owner.printedName}`}
              <span className="quote">{text}</span>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={link(path, filters)}>Tutup hasil pencarian</a>
      </p>
    </section>
  );
}
