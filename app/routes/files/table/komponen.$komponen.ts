import { placeNames } from "#app/ui/filter-options.ts";
import { componentPlacesTable } from "#app/ui/tables/component.ts";
import { loader as page } from "../../komponen.$komponen.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ info, places, filters, options, regencies }) => ({
  table: componentPlacesTable(info, places, filters),
  regencies: places.map((one) => one.regency),
  names: placeNames(options, { regencies }),
}));
