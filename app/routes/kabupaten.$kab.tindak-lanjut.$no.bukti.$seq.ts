import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/server/database.server.ts";
import { numberIn, proofFile } from "#app/server/followup/actions.server.ts";

/** The file of one proof. */
export const loader = ({ params, context }: LoaderFunctionArgs): Promise<Response> =>
  proofFile(database(), context.scope, {
    kab: params.kab ?? "",
    no: numberIn(params.no),
    seq: numberIn(params.seq),
  });
