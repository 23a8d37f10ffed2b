import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { serviceTable } from "#app/ui/tables/service.ts";
import { loader as page } from "./kabupaten.$kab.layanan.$layanan.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view } = await page(args);
  const table = serviceTable(view);
  return csvResponse(table.fileName, toCsv(table));
}
