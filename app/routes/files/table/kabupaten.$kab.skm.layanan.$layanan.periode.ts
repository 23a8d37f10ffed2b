import { SURVEY_METHOD } from "#app/ui/survey/sentences.ts";
import { trendTable } from "#app/ui/survey/tables.ts";
import { surveyBand } from "#app/ui/survey/words.ts";
import { loader as page } from "../../kabupaten.$kab.skm.layanan.$layanan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, service }) => ({
  table: trendTable(`${view.regency.slug}-layanan-${service.no}`, view.trend),
  regencies: [view.regency],
  band: surveyBand(view.regency),
  method: SURVEY_METHOD,
}));
