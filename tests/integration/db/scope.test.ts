import { expect, it } from "vitest";
import type { Db } from "#db/connection.ts";
import {
  bagianInScope,
  inScope,
  inWholeScope,
  ownInAnteroom,
  type Scope,
  scopeOf,
  servicesInScope,
  unitsInScope,
} from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const bagian = (r: number, id: string) => ({
  r,
  id,
  name: id,
  name_key: id,
  slug: id,
  family: null,
  sort_key: id,
});

const service = (r: number, no: number, bagianId: string | null) => ({
  r,
  id: `s${no}`,
  no,
  bagian_id: bagianId,
  name: "x",
  name_key: "x",
  slug: "x",
  text_id: null,
  pengguna: null,
  pengguna_confirmed: 0 as const,
  volume: null,
  person_in_charge: null,
});

const seen = async (db: Db, scope: Scope, condition: typeof inScope | typeof inWholeScope = inScope) => {
  const rows = await db.read
    .selectFrom("bagian")
    .select("r")
    .where(condition(scope, "bagian"))
    .orderBy("r")
    .execute();
  return rows.map((row) => row.r);
};

describeEachEngine("scope", (openTestDb) => {
  it("binds a query to its regencies; the anteroom is in no scope", async () => {
    const db = await openTestDb();
    await db.write
      .insertInto("bagian")
      .values([0, 1, 2].map((r) => bagian(r, "x")))
      .execute();
    const of = (regencies: readonly number[] | "all") => seen(db, scopeOf("penguji", regencies));
    expect(await of("all")).toEqual([1, 2]);
    expect(await of([2])).toEqual([2]);
    expect(await of([0, 2])).toEqual([2]);
    expect(await of([0])).toEqual([]);
    expect(await of([])).toEqual([]);
    expect(scopeOf("penguji", "all").includes(0)).toBe(false);
  });

  it("shows of a regency that is narrowed to some bagian only what is theirs", async () => {
    const db = await openTestDb();
    for (const r of [1, 2, 3]) {
      await db.write
        .insertInto("bagian")
        .values([bagian(r, "hukum"), bagian(r, "umum")])
        .execute();
      await db.write
        .insertInto("service")
        .values([service(r, 1, "hukum"), service(r, 2, "umum"), service(r, 3, null)])
        .execute();
    }
    const narrowed = scopeOf("penguji", [1, 2], new Map([[2, ["umum"]]]));
    const services = async (scope: Scope) =>
      (
        await db.read
          .selectFrom("service as s")
          .select(["s.r", "s.no"])
          .where(servicesInScope(scope, "s"))
          .orderBy("s.r")
          .orderBy("s.no")
          .execute()
      ).map(({ r, no }) => `${r}/${no}`);
    expect(await services(narrowed)).toEqual(["1/1", "1/2", "1/3", "2/2"]);
    expect(await services(scopeOf("penguji", "all", new Map([[2, ["umum"]]])))).toEqual([
      "1/1",
      "1/2",
      "1/3",
      "2/2",
      "3/1",
      "3/2",
      "3/3",
    ]);
    expect(await services(scopeOf("penguji", [2], new Map([[2, []]])))).toEqual([]);
    expect(await services(scopeOf("penguji", [1], new Map([[2, ["umum"]]])))).toEqual(["1/1", "1/2", "1/3"]);
    const names = await db.read
      .selectFrom("bagian")
      .select(["r", "id"])
      .where(bagianInScope(narrowed, "bagian"))
      .orderBy("r")
      .orderBy("id")
      .execute();
    expect(names.map(({ r, id }) => `${r}/${id}`)).toEqual(["1/hukum", "1/umum", "2/umum"]);
    // What has no bagian of its own is seen; a text in which several stand is not.
    expect(await seen(db, narrowed)).toEqual([1, 1, 2, 2]);
    expect(await seen(db, narrowed, inWholeScope)).toEqual([1, 1]);
    expect([narrowed.includes(2), narrowed.includesWhole(2), narrowed.includesWhole(1)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("gives a bagian the answers on itself and on its services, and never those on the whole of Setda", async () => {
    const db = await openTestDb();
    await db.write
      .insertInto("bagian")
      .values([bagian(2, "hukum"), bagian(2, "umum")])
      .execute();
    await db.write
      .insertInto("service")
      .values([service(2, 1, "hukum"), service(2, 2, "umum")])
      .execute();
    const units = [
      ["bagian", "hukum"],
      ["bagian", "umum"],
      ["layanan", "s1"],
      ["layanan", "s2"],
      ["setda", ""],
    ] as const;
    await db.write
      .insertInto("survey_alias")
      .values(
        units.map(([unit_kind, unit_id], at) => ({
          r: 2,
          name_key: `k${at}`,
          bagian_key: "",
          unit_kind,
          unit_id,
          at: "",
          by: "",
        })) as never,
      )
      .execute();
    const found = async (scope: Scope) =>
      (
        await db.read
          .selectFrom("survey_alias as a")
          .select(["a.unit_kind", "a.unit_id"])
          .where(unitsInScope(scope, "a"))
          .orderBy("a.unit_kind")
          .execute()
      ).map(({ unit_kind, unit_id }) => `${unit_kind} ${unit_id}`);
    expect(await found(scopeOf("penguji", [2], new Map([[2, ["umum"]]])))).toEqual([
      "bagian umum",
      "layanan s2",
    ]);
    expect(await found(scopeOf("penguji", [2]))).toHaveLength(5);
    expect(await found(scopeOf("penguji", [1]))).toEqual([]);
  });

  it("shows in the anteroom what somebody brought there themselves, and all of it to who may do everything", async () => {
    const db = await openTestDb();
    const job = (id: string, by: string) => ({
      id,
      r: 0,
      kind: "baca",
      args: "{}",
      state: "antre" as const,
      progress: null,
      worker: null,
      lease_until: null,
      attempt: 0,
      result: null,
      at: "",
      updated_at: "",
      by,
    });
    await db.write
      .insertInto("job")
      .values([job("1", "sri"), job("2", "wayan")])
      .execute();
    const found = async (scope: Scope) =>
      (
        await db.read
          .selectFrom("job")
          .select("id")
          .where(ownInAnteroom(scope, "job"))
          .orderBy("id")
          .execute()
      ).map(({ id }) => id);
    expect(await found(scopeOf("sri", [1]))).toEqual(["1"]);
    expect(await found(scopeOf("admin", "all"))).toEqual(["1", "2"]);
    expect(await found(scopeOf("orang lain", [1]))).toEqual([]);
  });
});
