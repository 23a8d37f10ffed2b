import { correctionsTable } from "#app/ui/tables/corrections.ts";
import { loader as page } from "../../naskah.$sk.$versi_.koreksi.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, corrections }) => ({
  table: correctionsTable(view.decree.slug, corrections, view.regency.zone),
  regencies: [view.regency],
  decrees: [view.decree],
}));
