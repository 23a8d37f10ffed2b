import { revisionTable } from "#app/ui/tables/revision.ts";
import { loader as page } from "../../kabupaten.$kab.bagian.$bagian_.perbaikan.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ judged, revision, filters }) => ({
  table: revisionTable(revision, filters),
  regencies: [judged.regency],
  decrees: judged.decrees,
}));
