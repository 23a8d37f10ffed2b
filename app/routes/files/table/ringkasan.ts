import { comparedTable } from "#app/ui/leadership/compare-table.ts";
import { loader as page } from "../../ringkasan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: comparedTable(view, filters),
  regencies: view.regencies.map(({ regency }) => regency),
}));
