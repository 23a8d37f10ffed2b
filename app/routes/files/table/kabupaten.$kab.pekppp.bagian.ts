import { placeNames } from "#app/ui/filter-options.ts";
import { PEKPPP_METHOD, pekpppUnitsTable } from "#app/ui/tables/pekppp.ts";
import { loader as page } from "../../kabupaten.$kab.pekppp.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: pekpppUnitsTable(view, filters),
  regencies: [view.regency],
  decrees: view.decrees,
  names: placeNames(view.options, { bagian: view.siblings }),
  method: PEKPPP_METHOD,
}));
