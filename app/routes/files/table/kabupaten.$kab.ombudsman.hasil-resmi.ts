import { resultsTable } from "#app/ui/tables/self-check.ts";
import { loader as page } from "../../kabupaten.$kab.ombudsman.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: resultsTable(view.results, view.regency.zone),
  regencies: [view.regency],
  method: "Dicatat seperti tertulis dalam surat atau laporan yang disebut; bukan hasil hitungan Tolok.",
  rules: true,
}));
