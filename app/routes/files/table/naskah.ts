import { naskahTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "../../naskah._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ rows, filters }) => ({
  table: naskahTable(rows, filters),
  regencies: [...new Map(rows.map((row) => [row.regency.slug, row.regency])).values()],
  decrees: rows,
}));
