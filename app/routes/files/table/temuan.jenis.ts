import { placeNames } from "#app/ui/filter-options.ts";
import { pairsTable } from "#app/ui/tables/findings.ts";
import { loader as page } from "../../temuan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: pairsTable(view.byPair, view.total, filters),
  regencies: view.byRegency.map((one) => one.regency),
  names: placeNames(view.options, view.places),
}));
