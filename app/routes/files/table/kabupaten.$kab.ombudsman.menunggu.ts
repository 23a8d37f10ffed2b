import { placeNames } from "#app/ui/filter-options.ts";
import { SELF_CHECK_METHOD } from "#app/ui/instruments/words.ts";
import { waitingTable } from "#app/ui/tables/self-check.ts";
import { loader as page } from "../../kabupaten.$kab.ombudsman.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: waitingTable(view.waiting),
  regencies: [view.regency],
  decrees: view.decrees,
  names: placeNames(view.options, { bagian: view.siblings }),
  method: SELF_CHECK_METHOD,
}));
