import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { naskahTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "./naskah._index.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { rows, filters } = await page(args);
  const table = naskahTable(rows, filters);
  return csvResponse(table.fileName, toCsv(table));
}
