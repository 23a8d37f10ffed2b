import type { Db } from "#db/connection.ts";
import type { Gate } from "../http/access-guard.ts";
import { scopeFor } from "../scope.server.ts";
import { viewerOf } from "./sessions.server.ts";

/** Who asks and what they may, out of the accounts of the database. */
export const accountGate = (db: () => Db): Gate => ({
  viewerOf: (token) => viewerOf(db(), token),
  scopeFor: (viewer, access, doing) => scopeFor(db(), viewer, access, doing),
});
