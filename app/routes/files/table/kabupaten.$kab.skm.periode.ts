import { SURVEY_METHOD } from "#app/ui/survey/sentences.ts";
import { trendTable } from "#app/ui/survey/tables.ts";
import { surveyBand } from "#app/ui/survey/words.ts";
import { loader as page } from "../../kabupaten.$kab.skm._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: trendTable(view.regency.slug, view.trend),
  regencies: [view.regency],
  band: surveyBand(view.regency),
  method: SURVEY_METHOD,
}));
