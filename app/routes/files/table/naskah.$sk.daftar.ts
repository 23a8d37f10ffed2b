import { declaredTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "../../naskah.$sk.daftar.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: declaredTable(view.decree.slug, view.regency, view.rows, filters),
  regencies: [view.regency],
  decrees: [view.decree],
}));
