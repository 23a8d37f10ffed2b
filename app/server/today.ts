import { dateInZone } from "#app/format/dates.ts";
import type { Db } from "#db/connection.ts";
import type { RegencyRef } from "./views.ts";

/** The date it is now where the regency lies: `YYYY-MM-DD`. */
export const todayIn = (db: Pick<Db, "now">, { zone }: Pick<RegencyRef, "zone">): string =>
  dateInZone(db.now(), zone);
