import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { database } from "#app/server/database.server.ts";
import { getDeclared } from "#app/server/naskah.server.ts";
import { parseFilters } from "#app/ui/filters.ts";
import { link, paths } from "#app/ui/links.ts";
import { queryOf } from "#app/ui/request.ts";

/** A decree without a version leads to the text in force. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { decree } = await getDeclared(database(), context.scope, params.sk ?? "");
  throw redirect(link(paths.teks(decree.slug, decree.version), parseFilters(queryOf(request)).filters));
}
