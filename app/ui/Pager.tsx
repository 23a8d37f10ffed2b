import { formatCount } from "#app/format/numbers.ts";
import type { Filters } from "./filters.ts";
import { link } from "./links.ts";

interface Props {
  path: string;
  filters: Filters;
  page: number;
  pages: number;
  /** "Layanan 1–80 dari 412". */
  shown: string;
  extra?: Readonly<Record<string, string | undefined>>;
  /** Tells two pagers of one table apart. */
  label?: string;
}

/** Where one is in a long table, and the way on. */
export const Pager = ({ path, filters, page, pages, shown, extra = {}, label = "Halaman tabel" }: Props) => (
  <nav className={pages > 1 ? "pager" : "pager no-print"} aria-label={label}>
    <p>{shown}</p>
    {page > 1 && <a href={link(path, filters, { change: { hal: page - 1 }, extra })}>Halaman sebelumnya</a>}
    {page < pages && (
      <a href={link(path, filters, { change: { hal: page + 1 }, extra })}>Halaman berikutnya</a>
    )}
    {pages > 1 && (
      <p>
        Halaman {formatCount(page)} dari {formatCount(pages)}
      </p>
    )}
  </nav>
);
