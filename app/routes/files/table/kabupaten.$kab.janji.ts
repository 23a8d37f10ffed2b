import { prioritiesTable } from "#app/ui/survey/promise-tables.ts";
import { SURVEY_METHOD } from "#app/ui/survey/sentences.ts";
import { loader as page } from "../../kabupaten.$kab.janji.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: prioritiesTable(view.regency.slug, view, filters),
  regencies: [view.regency],
  method: SURVEY_METHOD,
}));
