import { placeNames } from "#app/ui/filter-options.ts";
import { regencyComponentsTable } from "#app/ui/tables/regency.ts";
import { loader as page } from "../../kabupaten.$kab._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: regencyComponentsTable(view.regency.slug, view.summary.substance, filters),
  regencies: [view.regency],
  decrees: view.decrees,
  names: placeNames(view.options, { bagian: view.bagian.map((one) => one.bagian) }),
}));
