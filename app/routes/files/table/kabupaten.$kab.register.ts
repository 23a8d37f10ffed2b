import { registerTable } from "#app/ui/tables/register.ts";
import { loader as page } from "../../kabupaten.$kab.register._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: registerTable(view, filters),
  regencies: [view.regency],
}));
