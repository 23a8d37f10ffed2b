import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { findingsTable } from "#app/ui/tables/findings.ts";
import { loader as page } from "./temuan.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view, filters } = await page(args);
  const table = findingsTable(view.rows, filters);
  return csvResponse(table.fileName, toCsv(table));
}
