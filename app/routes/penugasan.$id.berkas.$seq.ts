import type { LoaderFunctionArgs } from "@remix-run/node";
import { entryFile } from "#app/server/assignments/assignments.server.ts";
import { database } from "#app/server/database.server.ts";
import { numberIn } from "#app/server/followup/actions.server.ts";

/** The file of one turn of a conversation. */
export const loader = ({ params, context }: LoaderFunctionArgs): Promise<Response> =>
  entryFile(database(), context.scope, params.id ?? "", numberIn(params.seq));
