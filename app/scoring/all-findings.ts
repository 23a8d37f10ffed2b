import { capitalise } from "../format/words.ts";
import { type ComponentKey, component } from "../reader/components.ts";
import { FINDINGS, type FindingKind } from "../reader/findings-registry.ts";
import {
  type Apart,
  FINDING_OF,
  SUBSTANCE_CODES,
  SUBSTANCE_FINDINGS,
  type SubstanceCode,
} from "./findings-registry.ts";

/** Both registries as one, for what lists, filters and exports findings of either kind: the reader's first. */
export const ALL_FINDINGS = { ...FINDINGS, ...SUBSTANCE_FINDINGS } as const satisfies Record<
  string,
  FindingKind
>;

export type AnyFindingCode = keyof typeof ALL_FINDINGS;
export const ALL_FINDING_CODES = Object.keys(ALL_FINDINGS) as AnyFindingCode[];

/** Codes of what is told beside the findings, and counted with none of them. */
export const APART_CODES: readonly SubstanceCode[] = SUBSTANCE_CODES.filter(
  (code) => SUBSTANCE_FINDINGS[code].apart !== null,
);

/** Criteria of level 3 whose finding is a note. */
export const NOTED_CRITERIA: readonly string[] = Object.keys(FINDING_OF).filter(
  (criterion) => FINDING_OF[criterion] === "short_of_level_3",
);

/** May it only be asked (*perlu konfirmasi*), never charged? */
export const isQuestion = (code: AnyFindingCode): boolean => {
  const kind: FindingKind & { question?: boolean } = ALL_FINDINGS[code];
  return kind.question === true;
};

/** What it is told beside, where it is no defect; null of every finding. */
export const apartOf = (code: AnyFindingCode): Apart | null => {
  const kind: FindingKind & { apart?: Apart | null } = ALL_FINDINGS[code];
  return kind.apart ?? null;
};

/** "Biaya: isi kosong", or the finding alone where it is on no component. */
export const pairWords = (finding: { component: ComponentKey | null; code: AnyFindingCode }): string => {
  const { label } = ALL_FINDINGS[finding.code];
  return finding.component ? `${component(finding.component).short}: ${label}` : capitalise(label);
};
