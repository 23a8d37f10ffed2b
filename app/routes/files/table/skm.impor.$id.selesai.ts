import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { rejectedOfImport } from "#app/server/survey/rejected.server.ts";
import { REJECTED_METHOD, rejectedTable } from "#app/ui/survey/import/tables.ts";
import { loader as page } from "../../skm.impor.$id.selesai.tsx";
import { tableFile } from "../table-file.ts";

export const loader = tableFile(page, ({ step: { draft, batch } }, { context }) => {
  if (!batch) throw notFound();
  return {
    table: rejectedTable(draft.fileName),
    parts: () => rejectedOfImport(database(), context.scope, draft.id),
    regencies: [draft.regency],
    method: REJECTED_METHOD,
  };
});
