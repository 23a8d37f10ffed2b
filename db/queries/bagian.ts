import type { Reader } from "../connection.ts";
import type { BagianTable } from "../schema.ts";
import { bagianInScope, type Scope } from "../scope.ts";

/** Bagian of the register in scope, by name. */
export const listBagian = (
  db: Reader,
  scope: Scope,
): Promise<Pick<BagianTable, "r" | "id" | "slug" | "name">[]> =>
  db
    .selectFrom("bagian")
    .select(["r", "id", "slug", "name"])
    .where(bagianInScope(scope, "bagian"))
    .orderBy("r")
    .orderBy("sort_key")
    .orderBy("id")
    .execute();

/** The first bagian by name of each regency that has services. */
export const firstBagianOf = async (db: Reader): Promise<{ r: number; id: string }[]> => {
  const rows = await db
    .selectFrom("bagian as b")
    .innerJoin("service as s", (j) => j.onRef("s.r", "=", "b.r").onRef("s.bagian_id", "=", "b.id"))
    .select(["b.r", "b.id", "b.sort_key"])
    .distinct()
    .orderBy("b.r")
    .orderBy("b.sort_key")
    .execute();
  return rows.filter((row, at) => row.r !== rows[at - 1]?.r).map(({ r, id }) => ({ r, id }));
};
