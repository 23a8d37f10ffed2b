import { serviceTable } from "#app/ui/tables/service.ts";
import { loader as page } from "../../kabupaten.$kab.layanan.$layanan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: serviceTable(view),
  regencies: [view.regency],
  decrees: [view.decree],
}));
