import { placeNames } from "#app/ui/filter-options.ts";
import { unitsTable } from "#app/ui/tables/durations.ts";
import { loader as page } from "../../komponen.$komponen.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(
  (args) => page({ ...args, params: { komponen: "jangka-waktu" } }),
  ({ units, shown, options, regencies }) => ({
    table: unitsTable(units),
    regencies: shown,
    names: placeNames(options, { regencies }),
  }),
);
