import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { findingKindsTable } from "#app/ui/tables/method.ts";

export const loader = () => csvResponse(findingKindsTable.fileName, toCsv(findingKindsTable));
