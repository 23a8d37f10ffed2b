import { pairsTable } from "#app/ui/survey/promise-tables.ts";
import { SURVEY_METHOD } from "#app/ui/survey/sentences.ts";
import { loader as page } from "../../kabupaten.$kab.janji.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: pairsTable(view.regency.slug, view),
  regencies: [view.regency],
  method: SURVEY_METHOD,
}));
