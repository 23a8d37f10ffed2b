import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { bagianTable } from "#app/ui/tables/regency.ts";
import { loader as page } from "./kabupaten.$kab._index.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view, filters } = await page(args);
  const table = bagianTable(view.regency.slug, view.bagian, filters);
  return csvResponse(table.fileName, toCsv(table));
}
