import { placeNames } from "#app/ui/filter-options.ts";
import { componentPlacesTable } from "#app/ui/tables/component.ts";
import { loader as page } from "../../komponen.$komponen.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ info, places, shown, filters, options, regencies }) => ({
  table: componentPlacesTable(info, places, filters),
  regencies: shown,
  names: placeNames(options, { regencies }),
}));
