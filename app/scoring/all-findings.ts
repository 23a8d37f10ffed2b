import { FINDINGS, type FindingKind } from "../reader/findings-registry.ts";
import { SUBSTANCE_FINDINGS } from "./findings-registry.ts";

/** Both registries as one, for what lists, filters and exports findings of either kind: the reader's first. */
export const ALL_FINDINGS = { ...FINDINGS, ...SUBSTANCE_FINDINGS } as const satisfies Record<
  string,
  FindingKind
>;

export type AnyFindingCode = keyof typeof ALL_FINDINGS;
export const ALL_FINDING_CODES = Object.keys(ALL_FINDINGS) as AnyFindingCode[];
