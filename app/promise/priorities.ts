import { ascending, descending } from "d3-array";
import { FIRM_ANSWERS } from "../survey/figures/interval.ts";
import type { JoinedPair } from "./join.ts";

/** Who uses a service, as the register has it. */
export type User = "masyarakat" | "badan_usaha" | "perangkat_daerah" | "internal";

/** A service with its pairs, as priorities are made from it. */
export interface Candidate<Service> {
  service: Service;
  user: User | null;
  /** Users a year; null where the register does not say. */
  volume: number | null;
  pairs: readonly JoinedPair[];
  /** Components of the service at level 0 and at level 1, joined or not. */
  level0: number;
  level1: number;
}

/** In the order in which they are worked off. */
export const PRIORITY_KINDS = ["benahi", "tepati", "tidak_ada", "belum_tepat"] as const;
export type PriorityKind = (typeof PRIORITY_KINDS)[number];

export interface Priority<Service> {
  service: Service;
  kind: PriorityKind;
  /** The pairs that are the reason; empty where the survey says nothing of it. */
  pairs: JoinedPair[];
  /** How many components or pairs are the reason. */
  count: number;
}

const firm = (pair: JoinedPair): boolean => !pair.weak && (pair.experience?.n ?? 0) >= FIRM_ANSWERS;

const kindOf = <S>({
  pairs,
  level0,
  level1,
}: Candidate<S>): Pick<Priority<S>, "kind" | "pairs" | "count"> | null => {
  for (const deed of ["benahi", "tepati"] as const) {
    const reason = pairs.filter((pair) => pair.deed === deed && firm(pair));
    if (reason.length > 0) return { kind: deed, pairs: reason, count: reason.length };
  }
  if (level0 > 0) return { kind: "tidak_ada", pairs: [], count: level0 };
  return level1 > 0 ? { kind: "belum_tepat", pairs: [], count: level1 } : null;
};

const OUTSIDE: readonly (User | null)[] = ["masyarakat", "badan_usaha"];

/** How far below the bound the worst of these pairs lies, in points; nought where none was asked. */
const depth = (pairs: readonly JoinedPair[], bound: number): number =>
  Math.max(0, ...pairs.map(({ experience }) => (experience ? bound - experience.nilai : 0)));

const answers = (pairs: readonly JoinedPair[]): number =>
  Math.max(0, ...pairs.map(({ experience }) => experience?.n ?? 0));

/**
 * *Prioritas perbaikan*: benahi keduanya, then tepati janji (certain, at least ten answers), then components that are
 * absent, then those whose content is not right. Inside: users from outside the government first, then the number of
 * reasons, the distance below the bound of mutu B, the answers, the volume. No score: the order is the statement.
 */
export function priorities<Service>(
  candidates: readonly Candidate<Service>[],
  bound: number,
): Priority<Service>[] {
  return candidates
    .flatMap((candidate, place) => {
      const found = kindOf(candidate);
      return found ? [{ ...found, candidate, place }] : [];
    })
    .sort(
      (a, b) =>
        ascending(PRIORITY_KINDS.indexOf(a.kind), PRIORITY_KINDS.indexOf(b.kind)) ||
        descending(OUTSIDE.includes(a.candidate.user), OUTSIDE.includes(b.candidate.user)) ||
        descending(a.count, b.count) ||
        descending(depth(a.pairs, bound), depth(b.pairs, bound)) ||
        descending(answers(a.pairs), answers(b.pairs)) ||
        descending(a.candidate.volume ?? 0, b.candidate.volume ?? 0) ||
        ascending(a.place, b.place),
    )
    .map(({ candidate, kind, pairs, count }) => ({ service: candidate.service, kind, pairs, count }));
}
