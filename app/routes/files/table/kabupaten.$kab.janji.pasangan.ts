import { pairsTable } from "#app/ui/survey/promise-tables.ts";
import { promiseBand, promiseMethod } from "#app/ui/survey/promise-words.ts";
import { loader as page } from "../../kabupaten.$kab.janji.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view }) => ({
  table: pairsTable(view.regency.slug, view),
  regencies: [view.regency],
  band: promiseBand(view),
  method: promiseMethod(view.bound),
}));
