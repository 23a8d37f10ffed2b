import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import {
  COST,
  continuation,
  follow,
  labelledStart,
  mayOpenUnlabelled,
  N,
  PUBLIC_HALF,
  rowNumber,
  unlabelledStart,
} from "./costs.ts";
import type { Candidate, Features } from "./features.ts";
import type { Profile } from "./profile.ts";

/** What a row is taken for. `service` counts tables from 0; `component` is an index into the 14 keys. */
export interface Assignment {
  service: number | null;
  component: number | null;
  /** The row opens its component (its label stands here, or is lost here). */
  opens: boolean;
  candidate: Candidate | null;
  /** Cost of the next best reading of this row minus the cost of this one: small means doubtful. */
  margin: number;
}

/** A row that the path passes over: headings, half titles, table heads, noise. */
export type Passed = "heading" | "divider" | "table_head" | "skip" | "scrap" | "signature" | "other";

interface State {
  component: number;
  mask: number;
  lastNumber: number | null;
  service: number;
  cost: number;
  step: Step | null;
}

interface Step {
  row: number;
  assignment: Assignment;
  previous: Step | null;
}

/** Hypotheses kept from row to row. */
const BEAM = 14;
/** A hypothesis this much dearer than the best one never comes back: no later row can cost the best one as much. */
const HOPELESS = 12;

const bits = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
};

/** How strongly what stands before a row announces a new table, 0 and up. */
const openings = (all: readonly Features[], passed: readonly (Passed | null)[]): number[] => {
  let pending = 0;
  let table = -1;
  return all.map((features, index) => {
    if (passed[index]) {
      if (features.half === "penyampaian") pending = Math.max(pending, 2);
      else if (features.tableHead) pending = Math.max(pending, 1);
      return 0;
    }
    let bonus = pending;
    if (features.row.table !== table || features.gap > 0) bonus += 0.5;
    table = features.row.table;
    pending = 0;
    return bonus;
  });
};

const numberFits = (value: number, component: number, state: State): boolean => {
  if (value === component + 1 || (component >= 6 && value === component - 5)) return true;
  return state.lastNumber !== null && value === state.lastNumber + 1;
};

/** For a row without label the number must point at the very component. */
const numberPoints = (value: number, component: number, state: State): boolean => {
  if (state.lastNumber !== null && state.component >= 0) {
    if (value - state.lastNumber === component - state.component) return true;
    return value === 1 && component === 6 && state.component === 5;
  }
  return value === component + 1;
};

const restartCost = (features: Features, state: State, component: number, bonus: number): number => {
  let cost = COST.restart - bonus;
  if (component === 0) cost -= 2.5;
  else if (component === 6 && features.number?.value === 1) cost -= 0.8;
  if (features.number?.value === 1) cost -= 0.5;
  if (state.component >= 12) cost -= 1.5;
  if (bits(state.mask) >= 8) cost -= 1;
  // A service of which only the inner half was read still waits for the other one.
  if ((state.mask & PUBLIC_HALF) === 0 && component < 6) cost += 3;
  return Math.max(0.2, cost);
};

/**
 * Reads all rows of an annex at once: the cheapest path over what each row may be (opening a component by label, opening
 * one whose label is lost, going on with the one before, opening a new service). Linear in the number of rows.
 */
export const assignRows = (
  all: readonly Features[],
  profiles: readonly (Profile | null)[],
  passed: readonly (Passed | null)[],
  /** Rows at which a heading ends: the next row belongs to a new service. */
  resets: ReadonlySet<number>,
): (Assignment | null)[] => {
  const bonuses = openings(all, passed);
  let beam: State[] = [{ component: -1, mask: 0, lastNumber: null, service: -1, cost: 0, step: null }];
  for (let row = 0; row < all.length; row++) {
    if (resets.has(row)) {
      const best = beam[0] as State;
      const service = best.service + (best.service === -1 || best.component >= 0 ? 1 : 0);
      beam = beam.slice(0, 1).map((state) => ({
        ...state,
        component: -1,
        mask: 0,
        lastNumber: null,
        service: Math.max(service, 0),
      }));
    }
    if (passed[row]) continue;
    beam = extend(beam, row, all[row] as Features, profiles[row] ?? null, bonuses[row] as number);
  }
  const result: (Assignment | null)[] = new Array(all.length).fill(null);
  for (let step = (beam[0] as State).step; step; step = step.previous) result[step.row] = step.assignment;
  return result;
};

const EMPTY = new Float64Array(0);

/** A number no row carries. */
const NO_NUMBER = -1;

const extend = (
  beam: readonly State[],
  row: number,
  features: Features,
  profile: Profile | null,
  bonus: number,
): State[] => {
  const next = new Map<number, State>();
  const value = rowNumber(features, profile)?.value ?? null;
  const labelled = features.candidates.length > 0;
  const openable = labelled || mayOpenUnlabelled(features, profile);
  const starts = labelled ? COMPONENT_KEYS.map((key) => labelledStart(features, key, profile)) : null;
  const goingOn = new Map<number, number>();
  const unlabelled = openable ? new Float64Array(2 * N).fill(Number.NaN) : EMPTY;
  const unowned =
    features.row.kind === "table" && features.filled.length > 1 ? COST.unownedRow : COST.unowned;

  let cheapest = Number.POSITIVE_INFINITY;
  const reach = (
    state: State,
    cost: number,
    component: number,
    mask: number,
    service: number,
    opens: boolean,
    candidate: Candidate | null,
  ): void => {
    if (cost > cheapest + HOPELESS) return;
    if (cost < cheapest) cheapest = cost;
    const lastNumber = opens
      ? (value ?? (state.lastNumber === null || service !== state.service ? null : state.lastNumber + 1))
      : state.lastNumber;
    const key = (((service + 1) * 32 + ((lastNumber ?? NO_NUMBER) + 1)) * 16 + component + 1) * 16384 + mask;
    const known = next.get(key);
    if (known && known.cost <= cost) return;
    const assignment: Assignment = {
      service: component === -1 ? null : service,
      component: component === -1 ? null : component,
      opens,
      candidate,
      margin: 0,
    };
    next.set(key, {
      component,
      mask,
      lastNumber,
      service,
      cost,
      step: { row, assignment, previous: state.step },
    });
  };
  for (const state of beam) {
    if (state.component === -1)
      reach(state, state.cost + unowned, -1, state.mask, state.service, false, null);
    else {
      const known = state.component * 64 + (value === state.lastNumber ? 1 : 0);
      let cost = goingOn.get(known);
      if (cost === undefined) {
        cost = continuation(
          features,
          COMPONENT_KEYS[state.component] as ComponentKey,
          profile,
          state.lastNumber,
        );
        goingOn.set(known, cost);
      }
      reach(state, state.cost + cost, state.component, state.mask, state.service, false, null);
    }
    if (!openable) continue;
    for (let component = 0; component < N; component++) {
      let start = starts ? (starts[component] as { cost: number }).cost : Number.POSITIVE_INFINITY;
      let candidate: Candidate | null = null;
      if (start < Number.POSITIVE_INFINITY) {
        candidate = (starts as { candidate: Candidate | null }[])[component]?.candidate ?? null;
        if (value !== null && !numberFits(value, component, state)) start += COST.badNumber;
      } else {
        const points = value !== null && numberPoints(value, component, state);
        const slot = component * 2 + (points ? 1 : 0);
        start = unlabelled[slot] as number;
        if (Number.isNaN(start)) {
          start = unlabelledStart(features, COMPONENT_KEYS[component] as ComponentKey, profile, points);
          unlabelled[slot] = start;
        }
        if (start === Number.POSITIVE_INFINITY) continue;
      }
      // What costs more than anything that may still follow need not be weighed.
      if (state.cost + start > cheapest + HOPELESS) continue;
      const order = follow(state.component, component, state.mask);
      reach(
        state,
        state.cost + start + order,
        component,
        state.mask | (1 << component),
        Math.max(0, state.service),
        true,
        candidate,
      );
      if (state.component !== -1) {
        const restart = restartCost(features, state, component, bonus) + follow(-1, component, 0);
        reach(
          state,
          state.cost + start + restart,
          component,
          1 << component,
          state.service + 1,
          true,
          candidate,
        );
      }
    }
  }
  const states = [...next.values()].filter((state) => state.cost <= cheapest + HOPELESS);
  states.sort((a, b) => a.cost - b.cost);
  if (states.length > BEAM) states.length = BEAM;
  const best = states[0];
  if (best) {
    const rival = states.find(
      (state) => state.component !== best.component || state.service !== best.service,
    );
    if (best.step) best.step.assignment.margin = rival ? rival.cost - best.cost : 10;
  }
  return states;
};
