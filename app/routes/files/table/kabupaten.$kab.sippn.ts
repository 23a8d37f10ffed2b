import { placeNames } from "#app/ui/filter-options.ts";
import { sippnTable } from "#app/ui/tables/sippn.ts";
import { loader as page, SIPPN_METHOD } from "../../kabupaten.$kab.sippn.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: sippnTable(view, filters),
  regencies: [view.regency],
  decrees: view.decrees,
  names: placeNames(view.options, { bagian: view.siblings }),
  method: SIPPN_METHOD,
}));
