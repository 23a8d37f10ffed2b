import { prioritiesTable } from "#app/ui/survey/promise-tables.ts";
import { promiseBand, promiseMethod } from "#app/ui/survey/promise-words.ts";
import { loader as page } from "../../kabupaten.$kab.janji.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: prioritiesTable(view.regency.slug, view, filters),
  regencies: [view.regency],
  band: promiseBand(view),
  method: promiseMethod(view.bound),
}));
