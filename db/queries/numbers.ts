import { sql } from "kysely";
import type { Writer } from "../connection.ts";

/** The next number in a regency. Only inside a change: changes of one regency run one after another. */
export const nextNo = async (trx: Writer, table: "action" | "assignment", r: number): Promise<number> => {
  const { highest } = await trx
    .selectFrom(table)
    .select(sql<number>`coalesce(max(no), 0)`.as("highest"))
    .where("r", "=", r)
    .executeTakeFirstOrThrow();
  return Number(highest) + 1;
};
