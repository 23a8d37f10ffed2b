import type { ComponentKey } from "../reader/components.ts";

/** One kind of meeting of a criterion's machine verdict with what people said, and how often it occurred. */
export interface Meeting {
  component: ComponentKey;
  criterion: string;
  /** Null: the machine did not see the question arise. */
  machine: boolean | null;
  /** As the person sees it; undefined where nothing differs from the machine. */
  person: boolean | null | undefined;
  times: number;
}

/** How people treated the machine's verdicts on one criterion. */
export interface AgainstMachine {
  component: ComponentKey;
  criterion: string;
  /** Verdicts that the question arose for, to the machine or to the person. */
  compared: number;
  changed: number;
  /** Of these: met after the machine, not after the person; and the other way round. */
  toUnmet: number;
  toMet: number;
  /** The person, or the machine alone, saw no such question. */
  other: number;
}

/**
 * Override rate of each criterion: of the verdicts that people judged, those they changed. What was kept counts as judged;
 * what nobody looked at is not here.
 */
export function againstMachine(meetings: readonly Meeting[]): AgainstMachine[] {
  const rows = new Map<string, AgainstMachine>();
  for (const { component, criterion, machine, person, times } of meetings) {
    const differs = person !== undefined && person !== machine;
    if (machine === null && !differs) continue;
    const row = rows.get(criterion) ?? {
      component,
      criterion,
      compared: 0,
      changed: 0,
      toUnmet: 0,
      toMet: 0,
      other: 0,
    };
    rows.set(criterion, row);
    row.compared += times;
    if (!differs) continue;
    row.changed += times;
    if (machine === true && person === false) row.toUnmet += times;
    else if (machine === false && person === true) row.toMet += times;
    else row.other += times;
  }
  return [...rows.values()];
}
