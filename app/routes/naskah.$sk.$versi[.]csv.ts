import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { database } from "#app/server/database.server.ts";
import { getNaskah } from "#app/server/naskah.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import type { NaskahLine } from "#app/server/views.ts";
import { toCsv } from "#app/ui/csv.ts";
import { naskahLinesTable } from "#app/ui/tables/naskah.ts";
import { loader as page } from "./naskah.$sk.$versi.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { view } = await page(args);
  const { slug, version } = view.decree;
  const lines: NaskahLine[] = [];
  for (let at = 1; at <= view.pages.length; at += 1) {
    lines.push(...(await getNaskah(database(), localOperator(), slug, version, { page: at })).lines);
  }
  const table = naskahLinesTable(`${slug}-${version}`, lines);
  return csvResponse(table.fileName, toCsv(table));
}
