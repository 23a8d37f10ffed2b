import { roundTable } from "#app/ui/tables/round.ts";
import { loader as page } from "../../uji-petik.$id.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: roundTable(view.verdicts),
  regencies: [view.regency],
  band: [],
}));
