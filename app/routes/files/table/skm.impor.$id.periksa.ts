import { database } from "#app/server/database.server.ts";
import { rejectedOfDraft } from "#app/server/survey/rejected.server.ts";
import { REJECTED_METHOD, rejectedTable } from "#app/ui/survey/import/tables.ts";
import { loader as page } from "../../skm.impor.$id.periksa.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ step: { draft } }, { context }) => ({
  table: rejectedTable(draft.fileName),
  parts: () => rejectedOfDraft(database(), context.scope, draft.id),
  regencies: [draft.regency],
  method: REJECTED_METHOD,
}));
