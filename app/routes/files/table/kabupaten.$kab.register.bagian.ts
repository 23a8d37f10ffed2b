import { registerBagianTable } from "#app/ui/tables/register.ts";
import { loader as page } from "../../kabupaten.$kab.register._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: registerBagianTable(view, filters),
  regencies: [view.regency],
}));
