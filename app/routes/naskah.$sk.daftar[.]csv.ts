import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { toCsv } from "#app/ui/csv.ts";
import { declaredTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "./naskah.$sk.daftar.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view, filters } = await page(args);
  const table = declaredTable(view.decree.slug, view.regency, view.rows, filters);
  return csvResponse(table.fileName, toCsv(table));
}
