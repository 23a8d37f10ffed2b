import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { matrixTable } from "#app/ui/tables/matrix.ts";
import { loader as page } from "./kabupaten.$kab.bagian.$bagian.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { regency, slug, selection } = await page(args);
  const table = matrixTable(`${regency.slug}-${slug}`, selection.rows);
  return csvResponse(table.fileName, toCsv(table));
}
