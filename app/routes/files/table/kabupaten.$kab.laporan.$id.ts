import type { LoaderFunctionArgs } from "@remix-run/node";
import { formatOfPath } from "#app/reports/formats.ts";
import { reportCsv, reportXlsx } from "#app/reports/report/files.ts";
import { tablesOf } from "#app/reports/report/model.ts";
import { fileNameOf } from "#app/reports/report/paper.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
import { getReport } from "#app/server/leadership/reports.server.ts";

/** A report as a workbook of all its tables, or one of them as CSV (`?tabel=unsur`). */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { model } = await getReport(database(), context.scope, params.kab ?? "", params.id ?? "");
  if (formatOfPath(pathname) === "xlsx")
    return fileResponse(fileNameOf(model), "xlsx", await reportXlsx(model));
  const table = tablesOf(model).find(({ id }) => id === searchParams.get("tabel"));
  if (!table) throw notFound();
  return fileResponse(`${fileNameOf(model)}-${table.id}`, "csv", reportCsv(table, model));
}
