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

/** One reading of all rows so far: where it stands, what it cost, and the rows at which it opened a component. */
export interface State {
  /** Index into the 14 keys; -1 where no row is owned yet. */
  component: number;
  /** Bits of the components that the service has. */
  mask: number;
  lastNumber: number | null;
  service: number;
  cost: number;
  step: Step | null;
}

/** A row that opens a component. Rows between two steps go on with the earlier one. */
export interface Step {
  row: number;
  service: number;
  component: number;
  candidate: Candidate | null;
  previous: Step | null;
}

/** Hypotheses kept from row to row. */
const BEAM = 8;
/** A hypothesis this much dearer than the best one never comes back: no later row can cost the best one as much. */
const HOPELESS = 9;

const bits = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
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

/** One way in which a row may open a component, whatever came before. */
interface Opening {
  component: number;
  candidate: Candidate | null;
  /** Cost by the label; NaN where only number or answer speak. */
  labelled: number;
  /** Cost without label, where the row's number points at the component, and where it does not. */
  pointed: number;
  unpointed: number;
}

/** All ways in which a row may open a component; most rows have none or one. */
const openingsOf = (features: Features, profile: Profile | null): Opening[] => {
  const openings: Opening[] = [];
  const seen = new Set<ComponentKey>();
  for (const { key } of features.candidates) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { cost, candidate } = labelledStart(features, key, profile);
    if (cost < Number.POSITIVE_INFINITY) {
      openings.push({
        component: COMPONENT_KEYS.indexOf(key),
        candidate,
        labelled: cost,
        pointed: 0,
        unpointed: 0,
      });
    }
  }
  if (!mayOpenUnlabelled(features, profile)) return openings;
  for (let component = 0; component < N; component++) {
    const key = COMPONENT_KEYS[component] as ComponentKey;
    if (openings.some((one) => one.component === component)) continue;
    const unpointed = unlabelledStart(features, key, profile, false);
    if (unpointed === Number.POSITIVE_INFINITY) continue;
    const pointed = unlabelledStart(features, key, profile, true);
    openings.push({ component, candidate: null, labelled: Number.NaN, pointed, unpointed });
  }
  return openings;
};

export const cheapestOf = (beam: readonly State[]): State =>
  beam.reduce((best, state) => (state.cost < best.cost ? state : best));

/** Cost of the best reading that takes the row otherwise, over the best one. */
const marginOf = (beam: readonly State[]): number => {
  const best = cheapestOf(beam);
  let rival = Number.POSITIVE_INFINITY;
  for (const state of beam) {
    if (state.cost < rival && (state.component !== best.component || state.service !== best.service))
      rival = state.cost;
  }
  return rival === Number.POSITIVE_INFINITY ? 10 : rival - best.cost;
};

/** Cost of a row that no component owns. A numbered label wants its component. */
const unownedCost = (features: Features): number => {
  if (features.row.kind === "table" && features.filled.length > 1) return COST.unownedRow;
  const labelled =
    features.number !== null && features.candidates.some((one) => one.complete && one.similarity > 0.9);
  return labelled ? COST.unowned + COST.unownedLabel : COST.unowned;
};

/** Carries all readings over one row; returns those worth keeping and the margin of the best one. */
export const extendBeam = (
  beam: State[],
  row: number,
  features: Features,
  profile: Profile | null,
  bonus: number,
): { beam: State[]; margin: number } => {
  const value = rowNumber(features, profile)?.value ?? null;
  const unowned = unownedCost(features);
  const goingOn = new Float64Array(2 * N).fill(Number.NaN);
  const costOf = (state: State): number => {
    if (state.component === -1) return unowned;
    const slot = state.component * 2 + (value !== null && value === state.lastNumber ? 1 : 0);
    if (Number.isNaN(goingOn[slot])) {
      goingOn[slot] = continuation(
        features,
        COMPONENT_KEYS[state.component] as ComponentKey,
        profile,
        state.lastNumber,
      );
    }
    return goingOn[slot] as number;
  };
  const openings = openingsOf(features, profile);
  if (openings.length === 0) {
    for (const state of beam) state.cost += costOf(state);
    return { beam, margin: marginOf(beam) };
  }

  const next = new Map<number, State>();
  let cheapest = Number.POSITIVE_INFINITY;
  const reach = (state: State): void => {
    if (state.cost > cheapest + HOPELESS) return;
    if (state.cost < cheapest) cheapest = state.cost;
    const number = (state.lastNumber ?? -1) + 1;
    const key = (((state.service + 1) * 32 + number) * 16 + state.component + 1) * 16384 + state.mask;
    const known = next.get(key);
    if (!known || known.cost > state.cost) next.set(key, state);
  };
  const open = (from: State, opening: Opening, cost: number, mask: number, service: number): void => {
    if (cost > cheapest + HOPELESS) return;
    const { component, candidate } = opening;
    const counted = from.lastNumber === null || service !== from.service ? null : from.lastNumber + 1;
    const step = { row, service, component, candidate, previous: from.step };
    reach({ component, mask, lastNumber: value ?? counted, service, cost, step });
  };
  for (const state of beam) {
    for (const opening of openings) {
      let start = opening.labelled;
      if (Number.isNaN(start)) {
        const points = value !== null && numberPoints(value, opening.component, state);
        start = points ? opening.pointed : opening.unpointed;
      } else if (value !== null && !numberFits(value, opening.component, state)) start += COST.badNumber;
      const { component } = opening;
      const order = follow(state.component, component, state.mask);
      open(
        state,
        opening,
        state.cost + start + order,
        state.mask | (1 << component),
        Math.max(0, state.service),
      );
      if (state.component === -1) continue;
      const restart = restartCost(features, state, component, bonus) + follow(-1, component, 0);
      open(state, opening, state.cost + start + restart, 1 << component, state.service + 1);
    }
    // Last, since the readings above still need the state as it was.
    reach({ ...state, cost: state.cost + costOf(state) });
  }
  const states = [...next.values()].filter((state) => state.cost <= cheapest + HOPELESS);
  states.sort((a, b) => a.cost - b.cost);
  if (states.length > BEAM) states.length = BEAM;
  return { beam: states, margin: marginOf(states) };
};
