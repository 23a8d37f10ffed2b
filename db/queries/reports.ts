import type { Reader, Writer } from "../connection.ts";
import type { ReportSettingTable, ReportTable } from "../schema-reports.ts";
import { inWholeScope, type Scope } from "../scope.ts";

/** A report speaks of every bagian: who sees only some of them sees none. */

export type ReportHead = Pick<
  ReportTable,
  "id" | "period" | "title" | "number" | "draft" | "data_hash" | "issued_at" | "by"
>;

/** Reports of a regency without their contents, newest first. */
export const listReports = (db: Reader, scope: Scope, r: number): Promise<ReportHead[]> =>
  db
    .selectFrom("report")
    .select(["id", "period", "title", "number", "draft", "data_hash", "issued_at", "by"])
    .where(inWholeScope(scope, "report"))
    .where("r", "=", r)
    .orderBy("issued_at", "desc")
    .orderBy("id", "desc")
    .execute();

export const reportById = (
  db: Reader,
  scope: Scope,
  r: number,
  id: string,
): Promise<ReportTable | undefined> =>
  db
    .selectFrom("report")
    .selectAll()
    .where(inWholeScope(scope, "report"))
    .where("r", "=", r)
    .where("id", "=", id)
    .executeTakeFirst();

/** The counts of standards in the last report that was issued, not drafted, for a period; undefined where there is none. */
export const issuedStandards = (
  db: Reader,
  scope: Scope,
  r: number,
  period: string,
): Promise<{ standards: string | null } | undefined> =>
  db
    .selectFrom("report")
    .select("standards")
    .where(inWholeScope(scope, "report"))
    .where("r", "=", r)
    .where("period", "=", period)
    .where("draft", "=", 0)
    .where("standards", "is not", null)
    .orderBy("issued_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

export const insertReport = async (trx: Writer, row: ReportTable): Promise<void> => {
  await trx.insertInto("report").values(row).execute();
};

export const reportSettings = (
  db: Reader,
  scope: Scope,
  r: number,
): Promise<ReportSettingTable | undefined> =>
  db
    .selectFrom("report_setting")
    .selectAll()
    .where(inWholeScope(scope, "report_setting"))
    .where("r", "=", r)
    .executeTakeFirst();

export const storeReportSettings = async (trx: Writer, row: ReportSettingTable): Promise<void> => {
  await trx
    .insertInto("report_setting")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("r").doUpdateSet({ settings: row.settings, at: row.at, by: row.by }),
    )
    .execute();
};
