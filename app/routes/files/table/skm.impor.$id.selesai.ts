import { REJECTED_METHOD, rejectedTable } from "#app/ui/survey/import/tables.ts";
import { loader as page } from "../../skm.impor.$id.selesai.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ step }) => ({
  table: rejectedTable(step.rejected, step.draft.fileName),
  regencies: [step.draft.regency],
  method: REJECTED_METHOD,
}));
