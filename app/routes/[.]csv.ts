import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { dashboardTable } from "#app/ui/tables/dashboard.ts";
import { loader as page } from "./_index.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view, filters } = await page(args);
  const table = dashboardTable(view.regencies, filters);
  return csvResponse(table.fileName, toCsv(table));
}
