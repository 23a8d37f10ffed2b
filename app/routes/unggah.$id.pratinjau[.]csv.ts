import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { previewServicesTable } from "#app/ui/tables/preview.ts";
import { loader as page } from "./unggah.$id.pratinjau.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { upload } = await page(args);
  const table = previewServicesTable(upload);
  return csvResponse(table.fileName, toCsv(table));
}
