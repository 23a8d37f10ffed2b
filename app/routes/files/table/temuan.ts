import { placeNames } from "#app/ui/filter-options.ts";
import { findingsTable } from "#app/ui/tables/findings.ts";
import { loader as page } from "../../temuan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: findingsTable(view.rows, filters),
  regencies: view.byRegency.map((one) => one.regency),
  names: placeNames(view.options, view.places),
}));
