import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/server/csv-response.server.ts";
import { database } from "#app/server/database.server.ts";
import { getNaskah } from "#app/server/naskah.server.ts";
import { localOperator } from "#app/server/scope.server.ts";
import type { NaskahLine } from "#app/server/views.ts";
import { toCsv } from "#app/ui/csv.ts";
import { declaredTable, naskahLinesTable } from "#app/ui/tables/naskah.ts";
import { loader as linesPage } from "./naskah.$sk.$versi.tsx";
import { loader as declaredPage } from "./naskah.$sk.daftar.tsx";

/** One route for both tables of a decree: the router ranks `daftar.csv` no higher than `:versi.csv`. */
export const loader = (args: LoaderFunctionArgs): Promise<Response> =>
  args.params.versi === "daftar" ? declared(args) : lines(args);

async function declared(args: LoaderFunctionArgs): Promise<Response> {
  const { view, filters } = await declaredPage(args);
  const table = declaredTable(view.decree.slug, view.regency, view.rows, filters);
  return csvResponse(table.fileName, toCsv(table));
}

async function lines(args: LoaderFunctionArgs): Promise<Response> {
  const { view } = await linesPage(args);
  const { slug, version } = view.decree;
  const all: NaskahLine[] = [];
  for (let page = 1; page <= view.pages.length; page += 1) {
    all.push(...(await getNaskah(database(), localOperator(), slug, version, { page })).lines);
  }
  const table = naskahLinesTable(`${slug}-${version}`, all);
  return csvResponse(table.fileName, toCsv(table));
}
