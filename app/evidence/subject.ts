import type { ComponentKey } from "../reader/components.ts";
import type { LineRange } from "../reader/schema.ts";
import type { Level } from "../scoring/schema.ts";

/** What reading and scoring left behind of one component of one service. */
export interface ComponentEvidence {
  /** `T`: the scan took it. */
  state: "ada" | "tidak_ada" | "T";
  /** Null: belum dinilai. */
  level: Level | null;
  /** Null where it is absent, and where only facts are kept. */
  text: string | null;
  lines: LineRange | null;
}

/** How one criterion came out. */
export interface CriterionAnswer {
  /** Null where the question does not arise. */
  met: boolean | null;
  reason: string;
  quote: string | null;
  lines: LineRange | null;
}

/** One service as its decree prints it. */
export interface ServiceEvidence {
  components: Readonly<Record<ComponentKey, ComponentEvidence>>;
  /** By id of the criterion; of absent and unreadable components there are none. */
  criteria: ReadonlyMap<string, CriterionAnswer>;
}

/** A bagian, or all of a regency's units, with the decrees that print its services. */
export interface UnitEvidence {
  services: readonly ServiceEvidence[];
  /** By id of the criterion of unit or decree: one answer a decree. */
  criteria: ReadonlyMap<string, readonly CriterionAnswer[]>;
  decrees: readonly { number: string | null; year: number | null }[];
}

/**
 * - `terbukti`: the decree says it. Of an indicator that needs more than a decree, that is its document half.
 * - `belum_terbukti`: the decree was read and does not say it.
 * - `tidak_terbaca`: the scan took the place where it would stand; held against nobody.
 * - `belum_pasti`: nothing can be said yet: not scored, the text is not stored, the question does not arise.
 * - `bukan_dari_sk`: no decree can prove it; a person has to.
 */
export const PROOF_STATES = [
  "terbukti",
  "belum_terbukti",
  "tidak_terbaca",
  "belum_pasti",
  "bukan_dari_sk",
] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** What a decree says to one indicator. */
export interface Proof {
  state: ProofState;
  /** Indonesian, for a head of bagian. */
  reason: string;
  /** The decree's words that decided; null where something is lacking, and where only facts are kept. */
  quote: string | null;
  lines: LineRange | null;
  /** Of an indicator with steps: the highest that the decree reaches, of how many. */
  step: { reached: number; top: number } | null;
}
