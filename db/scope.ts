import { type RawBuilder, type SqlBool, sql } from "kysely";
import { ANTEROOM } from "./schema.ts";

/**
 * Whose rows a caller may touch, and under what name. The private part makes it impossible to build one from a request:
 * only `scopeOf` makes scopes, and only app/server/scope.server.ts calls it.
 */
export class Scope {
  readonly actor: string;
  readonly regencies: readonly number[] | "all";
  readonly #made = true;

  private constructor(actor: string, regencies: readonly number[] | "all") {
    this.actor = actor;
    this.regencies = regencies;
  }

  static of(actor: string, regencies: readonly number[] | "all"): Scope {
    return new Scope(actor, regencies);
  }

  /** Is this regency in the scope? The anteroom never is. */
  includes(r: number): boolean {
    return this.#made && r !== ANTEROOM && (this.regencies === "all" || this.regencies.includes(r));
  }
}

export const scopeOf = (actor: string, regencies: readonly number[] | "all"): Scope =>
  Scope.of(actor, regencies);

/** Rows of a table or alias whose `r` is in the scope; the anteroom is in none. */
export const inScope = (scope: Scope, alias: string, column = "r"): RawBuilder<SqlBool> => {
  const r = sql.ref(`${alias}.${column}`);
  if (scope.regencies === "all") return sql<SqlBool>`${r} > ${sql.lit(ANTEROOM)}`;
  const ids = scope.regencies.filter((id) => id !== ANTEROOM);
  return ids.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${r} in (${sql.join(ids)})`;
};
