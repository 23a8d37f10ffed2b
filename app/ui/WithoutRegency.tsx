import type { Filters } from "./filters.ts";
import { link } from "./links.ts";

/** The way out of a filter by regency on a page that has no form of filters. */
export const WithoutRegency = ({ path, filters }: { path: string; filters: Filters }) => (
  <p className="no-print">
    <a href={link(path, filters, { change: { kabupaten: [] } })}>Hapus saringan kabupaten</a>
  </p>
);
