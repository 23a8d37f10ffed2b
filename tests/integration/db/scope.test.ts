import { expect, it } from "vitest";
import type { Db } from "#db/connection.ts";
import { inScope, scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const seen = async (db: Db, regencies: readonly number[] | "all") => {
  const scope = scopeOf("penguji", regencies);
  const rows = await db.read
    .selectFrom("bagian")
    .select("r")
    .where(inScope(scope, "bagian"))
    .orderBy("r")
    .execute();
  return rows.map((row) => row.r);
};

describeEachEngine("scope", (openTestDb) => {
  it("binds a query to its regencies; the anteroom is in no scope", async () => {
    const db = await openTestDb();
    await db.write
      .insertInto("bagian")
      .values(
        [0, 1, 2].map((r) => ({
          r,
          id: "x",
          name: "x",
          name_key: "x",
          slug: "x",
          family: null,
          sort_key: "x",
        })),
      )
      .execute();
    expect(await seen(db, "all")).toEqual([1, 2]);
    expect(await seen(db, [2])).toEqual([2]);
    expect(await seen(db, [0, 2])).toEqual([2]);
    expect(await seen(db, [0])).toEqual([]);
    expect(await seen(db, [])).toEqual([]);
    expect(scopeOf("penguji", "all").includes(0)).toBe(false);
  });
});
