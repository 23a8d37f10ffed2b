import { type RawBuilder, type SqlBool, sql } from "kysely";
import { ANTEROOM } from "./schema.ts";

/** Regencies of a scope; of those that `only` names, nothing but the services of these bagian (by id). */
export interface ScopeParts {
  regencies: readonly number[] | "all";
  only?: ReadonlyMap<number, readonly string[]>;
}

/**
 * Whose rows a caller may touch, and under what name. The private part makes it impossible to build one from a request:
 * only `scopeOf` makes scopes, and only app/server/scope.server.ts calls it.
 */
export class Scope {
  readonly actor: string;
  readonly regencies: readonly number[] | "all";
  /** Regencies of which only some bagian are seen. */
  readonly only: ReadonlyMap<number, readonly string[]>;
  readonly #made = true;

  private constructor(actor: string, { regencies, only = new Map() }: ScopeParts) {
    this.actor = actor;
    this.regencies = regencies;
    this.only = only;
  }

  static of(actor: string, parts: ScopeParts): Scope {
    return new Scope(actor, parts);
  }

  /** Is this regency in the scope? The anteroom never is. */
  includes(r: number): boolean {
    return this.#made && r !== ANTEROOM && (this.regencies === "all" || this.regencies.includes(r));
  }

  /** Is this regency in the scope with all its bagian? */
  includesWhole(r: number): boolean {
    return this.includes(r) && !this.only.has(r);
  }
}

export const scopeOf = (
  actor: string,
  regencies: readonly number[] | "all",
  only?: ReadonlyMap<number, readonly string[]>,
): Scope => Scope.of(actor, { regencies, ...(only && { only }) });

const NOTHING = sql<SqlBool>`1 = 0`;

/** Rows of a table or alias whose `r` is in the scope; the anteroom is in none. What has no bagian is seen by every bagian. */
export const inScope = (scope: Scope, alias: string, column = "r"): RawBuilder<SqlBool> =>
  among(sql.ref(`${alias}.${column}`), scope.regencies);

/** Rows whose regency is in the scope with all its bagian: texts in which several bagian stand. */
export const inWholeScope = (scope: Scope, alias: string): RawBuilder<SqlBool> => {
  const r = sql.ref(`${alias}.r`);
  if (scope.only.size === 0) return among(r, scope.regencies);
  if (scope.regencies !== "all") {
    return among(
      r,
      scope.regencies.filter((id) => !scope.only.has(id)),
    );
  }
  return sql<SqlBool>`(${among(r, "all")} and ${r} not in (${sql.join([...scope.only.keys()])}))`;
};

/** Services (alias with `r` and `bagian_id`) of the scope. */
export const servicesInScope = (scope: Scope, alias: string, rOf = alias): RawBuilder<SqlBool> =>
  wholeOr(scope, rOf, (ids) => sql<SqlBool>`${sql.ref(`${alias}.bagian_id`)} in (${sql.join(ids)})`);

/** Bagian (alias with `r` and `id`) of the scope. */
export const bagianInScope = (scope: Scope, alias: string): RawBuilder<SqlBool> =>
  wholeOr(scope, alias, (ids) => sql<SqlBool>`${sql.ref(`${alias}.id`)} in (${sql.join(ids)})`);

/** Rows that hang on a printed table (by default `service_text_id`) of a service of the scope. */
export const tablesInScope = (scope: Scope, alias: string, column = "service_text_id"): RawBuilder<SqlBool> =>
  wholeOr(scope, alias, (ids) => {
    const [r, table] = [sql.ref(`${alias}.r`), sql.ref(`${alias}.${column}`)];
    return sql<SqlBool>`exists (select 1 from service_text tx
      join service_text first on first.r = tx.r and first.id = coalesce(tx.same_as, tx.id)
      join service sv on sv.r = first.r and sv.id = first.service_id
      where tx.r = ${r} and tx.id = ${table} and sv.bagian_id in (${sql.join(ids)}))`;
  });

/** Readings (alias with `r` and `id`) that print a service of the scope; of a regency seen whole, every one. */
export const readingsInScope = (scope: Scope, alias: string): RawBuilder<SqlBool> =>
  wholeOr(scope, alias, (ids) => {
    const [r, reading] = [sql.ref(`${alias}.r`), sql.ref(`${alias}.id`)];
    return sql<SqlBool>`exists (select 1 from service_text tx
      join service sv on sv.r = tx.r and sv.id = tx.service_id
      where tx.r = ${r} and tx.reading_id = ${reading} and sv.bagian_id in (${sql.join(ids)}))`;
  });

/** Rows of a survey that hang on a unit (`unit_kind`, `unit_id`) of the scope; what hangs on the whole of Setda is no bagian's. */
export const unitsInScope = (scope: Scope, alias: string): RawBuilder<SqlBool> =>
  wholeOr(scope, alias, (ids) => {
    const [r, kind, id] = ["r", "unit_kind", "unit_id"].map((column) => sql.ref(`${alias}.${column}`));
    const own = sql.join([...ids]);
    return sql<SqlBool>`((${kind} = 'bagian' and ${id} in (${own})) or (${kind} = 'layanan' and exists (
      select 1 from service sv where sv.r = ${r} and sv.id = ${id} and sv.bagian_id in (${own}))))`;
  });

/** What waits in the anteroom (alias with `by`) belongs to who brought it; who may do everything sees all of it. */
export const ownInAnteroom = (scope: Scope, alias: string): RawBuilder<SqlBool> => {
  const here = sql<SqlBool>`${sql.ref(`${alias}.r`)} = ${sql.lit(ANTEROOM)}`;
  if (scope.regencies === "all" && scope.only.size === 0) return here;
  return sql<SqlBool>`(${here} and ${sql.ref(`${alias}.by`)} = ${scope.actor})`;
};

/** Every regency that is seen whole, and of the others what `own` lets through for their bagian. */
const wholeOr = (
  scope: Scope,
  alias: string,
  own: (bagian: readonly string[]) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> => {
  const whole = inWholeScope(scope, alias);
  const parts = [...scope.only].filter(([r, ids]) => scope.includes(r) && ids.length > 0);
  if (parts.length === 0) return whole;
  const narrowed = parts.map(([r, ids]) => sql`(${sql.ref(`${alias}.r`)} = ${r} and ${own(ids)})`);
  return sql<SqlBool>`(${whole} or ${sql.join(narrowed, sql` or `)})`;
};

const among = (r: RawBuilder<unknown>, regencies: readonly number[] | "all"): RawBuilder<SqlBool> => {
  if (regencies === "all") return sql<SqlBool>`${r} > ${sql.lit(ANTEROOM)}`;
  const ids = regencies.filter((id) => id !== ANTEROOM);
  return ids.length === 0 ? NOTHING : sql<SqlBool>`${r} in (${sql.join(ids)})`;
};
