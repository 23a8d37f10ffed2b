import { placeNames } from "#app/ui/filter-options.ts";
import { matrixTable } from "#app/ui/tables/matrix.ts";
import { loader as page } from "../../kabupaten.$kab.bagian.$bagian.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ regency, slug, selection, decrees, options, siblings }) => ({
  table: matrixTable(`${regency.slug}-${slug}`, selection.rows),
  regencies: [regency],
  decrees,
  names: placeNames(options, { bagian: siblings }),
}));
