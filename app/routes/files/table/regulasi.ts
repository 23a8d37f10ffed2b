import { placeNames } from "#app/ui/filter-options.ts";
import { regulationsTable } from "#app/ui/tables/regulations.ts";
import { loader as page } from "../../regulasi.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ rows, filters, regencies, options, places }) => ({
  table: regulationsTable(rows, filters),
  regencies,
  names: placeNames(options, places),
}));
