import type { Filters } from "./filters.ts";
import { isNarrowed, type LinkOptions, link, linkWithoutAny, paths } from "./links.ts";

interface Props {
  path: string;
  filters: Filters;
  extra?: LinkOptions["extra"];
}

/** The way out of a page of standards that shows none: fewer filters, or the first decree. */
export const NothingHere = ({ path, filters, extra }: Props) => (
  <p>
    {isNarrowed(filters) ? (
      <a href={linkWithoutAny(path, filters, extra)}>Hapus semua saringan</a>
    ) : (
      <a href={link(paths.unggah(), filters)}>Unggah naskah pertama</a>
    )}
    .
  </p>
);
