import { type Scope, scopeOf } from "#db/scope.ts";

/** Until accounts exist, whoever sits at this machine works in every regency under this name. */
export const localOperator = (): Scope => scopeOf("operator lokal", "all");

/** The program itself, where nobody asked: seeding, sweeping. */
export const system = (): Scope => scopeOf("sistem", "all");
