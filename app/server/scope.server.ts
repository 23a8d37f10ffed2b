import { type Scope, scopeOf } from "#db/scope.ts";

/** Until accounts exist, whoever sits at this machine works in every regency under this name. */
export const localOperator = (): Scope => scopeOf("operator lokal", "all");

/** Whoever asked for a job, while the worker does it. Until accounts exist every name works in every regency. */
export const onBehalfOf = (actor: string): Scope => scopeOf(actor, "all");

/** The program itself, where nobody asked: seeding, sweeping. */
export const system = (): Scope => scopeOf("sistem", "all");
