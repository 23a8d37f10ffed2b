import { placeNames } from "#app/ui/filter-options.ts";
import { allComponentsTable } from "#app/ui/tables/dashboard.ts";
import { loader as page } from "../../_index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: allComponentsTable(view.total.substance, filters),
  regencies: view.regencies.map((one) => one.regency),
  decrees: view.regencies.flatMap((one) => one.decrees),
  names: placeNames(view.options),
}));
