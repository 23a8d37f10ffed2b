import { ASSIGNMENT_METHOD } from "#app/ui/followup/assignment-words.ts";
import { sampleBand } from "#app/ui/status-band.ts";
import { assignmentsTable } from "#app/ui/tables/assignments.ts";
import { loader as page } from "../../kabupaten.$kab.penugasan._index.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ view, filters }) => ({
  table: assignmentsTable(view.regency.slug, view.rows, filters),
  regencies: [view.regency],
  band: sampleBand(view.regency),
  method: ASSIGNMENT_METHOD,
}));
