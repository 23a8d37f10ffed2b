import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceFile } from "#app/server/assessment/evidence.server.ts";
import { database } from "#app/server/database.server.ts";

/** A file of evidence, to keep. */
export const loader = ({ params, context }: LoaderFunctionArgs): Promise<Response> =>
  evidenceFile(database(), context.scope, params.id ?? "", params.bukti ?? "");
