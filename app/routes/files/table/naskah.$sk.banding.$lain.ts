import { comparisonTable } from "#app/ui/tables/comparison.ts";
import { loader as page } from "../../naskah.$sk.banding.$lain.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: comparisonTable(view, filters),
  regencies: [view.regency],
  decrees: [view.before, view.after],
}));
