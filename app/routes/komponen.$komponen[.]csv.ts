import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { componentPlacesTable } from "#app/ui/tables/component.ts";
import { loader as page } from "./komponen.$komponen.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { info, places, filters } = await page(args);
  const table = componentPlacesTable(info, places, filters);
  return csvResponse(table.fileName, toCsv(table));
}
