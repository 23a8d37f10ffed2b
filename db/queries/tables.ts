import type { Reader } from "../connection.ts";
import { type Scope, tablesInScope } from "../scope.ts";
import { DECREE_COLUMNS } from "./columns.ts";

/** Tables that repeat this one. */
export const repeatsOf = (db: Reader, scope: Scope, r: number, tableId: string) =>
  db
    .selectFrom("service_text as st")
    .select(["st.id", "st.line"])
    .where(tablesInScope(scope, "st", "id"))
    .where("st.r", "=", r)
    .where("st.same_as", "=", tableId)
    .orderBy("st.line")
    .execute();

/** Other printed tables of a service, of the newest decree and version first. */
export const otherTables = (db: Reader, scope: Scope, r: number, serviceId: string, tableId: string) =>
  db
    .selectFrom("service_text as st")
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .innerJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .select(["st.line", "d.slug", ...DECREE_COLUMNS])
    .where(tablesInScope(scope, "st", "id"))
    .where("st.r", "=", r)
    .where("st.service_id", "=", serviceId)
    .where("st.id", "<>", tableId)
    .where("rd.current", "=", 1)
    .orderBy("d.year", (o) => o.desc().nullsLast())
    .orderBy("d.slug")
    .orderBy("dt.version", "desc")
    .execute();
