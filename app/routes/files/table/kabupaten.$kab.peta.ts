import { placeNames } from "#app/ui/filter-options.ts";
import { matrixTable } from "#app/ui/tables/matrix.ts";
import { loader as page } from "../../kabupaten.$kab.peta.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ regency, selection, decrees, options, siblings }) => ({
  table: matrixTable(regency.slug, selection.rows),
  regencies: [regency],
  decrees,
  names: placeNames(options, { bagian: siblings }),
}));
