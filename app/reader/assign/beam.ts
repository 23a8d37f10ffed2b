import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import {
  bareStart,
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
  /** Only a service that stands at this component may be opened so; -1: one of which no row is owned yet. */
  after: number;
}

/** After whatever component. */
const ANY = -2;
const NO_OPENINGS: readonly Opening[] = [];

const openingBy = (
  component: number,
  candidate: Candidate | null,
  labelled: number,
  after: number,
): Opening => ({ component, candidate, labelled, pointed: 0, unpointed: 0, after });

/** All ways in which a row may open a component for one of these states; most rows have none or one. */
const openingsOf = (
  beam: readonly State[],
  features: Features,
  profile: Profile | null,
): readonly Opening[] => {
  const unlabelled = mayOpenUnlabelled(features, profile);
  if (!unlabelled && features.candidates.length === 0) {
    const bare = bareStart(features);
    return bare && beam.some((state) => state.component === bare.after)
      ? [openingBy(bare.component, null, bare.cost, bare.after)]
      : NO_OPENINGS;
  }
  const openings: Opening[] = [];
  let labelled = 0;
  for (const { key } of features.candidates) {
    const component = COMPONENT_KEYS.indexOf(key);
    if (labelled & (1 << component)) continue;
    labelled |= 1 << component;
    const { cost, candidate } = labelledStart(features, key, profile);
    if (cost < Number.POSITIVE_INFINITY) openings.push(openingBy(component, candidate, cost, ANY));
    else labelled &= ~(1 << component);
  }
  // A row with a label is no bare one.
  if (!unlabelled) return openings;
  const costOf = unlabelledStart(features, profile);
  for (let component = 0; component < N; component++) {
    if (labelled & (1 << component)) continue;
    const key = COMPONENT_KEYS[component] as ComponentKey;
    const unpointed = costOf(key, false);
    if (unpointed === Number.POSITIVE_INFINITY) continue;
    const pointed = costOf(key, true);
    openings.push({ component, candidate: null, labelled: Number.NaN, pointed, unpointed, after: ANY });
  }
  return openings;
};

export const cheapestOf = (beam: readonly State[]): State => {
  let best = beam[0] as State;
  for (const state of beam) if (state.cost < best.cost) best = state;
  return best;
};

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

/** For each state of the beam, what it costs to go on with its component; overwritten row by row. */
const GOING_ON = new Float64Array(BEAM);

const fillGoingOn = (
  beam: readonly State[],
  features: Features,
  profile: Profile | null,
  value: number | null,
): void => {
  for (let at = 0; at < beam.length; at++) {
    const { component, lastNumber } = beam[at] as State;
    const repeated = value !== null && value === lastNumber;
    let same = 0;
    // States of one component differ only in whether the row repeats their number.
    while (same < at) {
      const other = beam[same] as State;
      if (other.component === component && (value !== null && value === other.lastNumber) === repeated) break;
      same++;
    }
    if (same < at) GOING_ON[at] = GOING_ON[same] as number;
    else if (component === -1) GOING_ON[at] = unownedCost(features);
    else
      GOING_ON[at] = continuation(features, COMPONENT_KEYS[component] as ComponentKey, profile, lastNumber);
  }
};

/** How a reading is carried over a row. */
const GOES_ON = 0;
const OPENS = 1;
const RESTARTS = 2;

/** All readings of a row that are still in the race, one entry each; the first `count` entries hold. */
const MOST = BEAM * (2 * N + 1);
const reached = {
  count: 0,
  cheapest: 0,
  /** Readings that stand at the same place with the same history have one key: only the cheapest of them is kept. */
  keys: new Float64Array(MOST),
  costs: new Float64Array(MOST),
  states: new Int32Array(MOST),
  openings: new Int32Array(MOST),
  moves: new Int8Array(MOST),
};

const reach = (
  key: number,
  cost: number,
  state: number,
  opening: number,
  move: typeof GOES_ON | typeof OPENS | typeof RESTARTS,
): void => {
  if (cost > reached.cheapest + HOPELESS) return;
  if (cost < reached.cheapest) reached.cheapest = cost;
  const { keys, costs } = reached;
  let at = 0;
  while (at < reached.count && keys[at] !== key) at++;
  if (at === reached.count) reached.count++;
  else if ((costs[at] as number) <= cost) return;
  keys[at] = key;
  costs[at] = cost;
  reached.states[at] = state;
  reached.openings[at] = opening;
  reached.moves[at] = move;
};

const keyOf = (service: number, number: number | null, component: number, mask: number): number =>
  (((service + 1) * 32 + (number ?? -1) + 1) * 16 + component + 1) * 16384 + mask;

/** Entries of the cheapest readings, cheapest first, the earlier one where two cost the same; `fillKept` tells how many. */
const KEPT = new Int32Array(BEAM);

const fillKept = (): number => {
  const { costs, count, cheapest } = reached;
  let kept = 0;
  for (let entry = 0; entry < count; entry++) {
    const cost = costs[entry] as number;
    if (cost > cheapest + HOPELESS) continue;
    let at = kept;
    while (at > 0 && (costs[KEPT[at - 1] as number] as number) > cost) at--;
    if (at >= BEAM) continue;
    if (kept < BEAM) kept++;
    for (let to = kept - 1; to > at; to--) KEPT[to] = KEPT[to - 1] as number;
    KEPT[at] = entry;
  }
  return kept;
};

/** The number a component has after a row without number opened it: counted on from the one before. */
const countedOn = (state: State): number | null => (state.lastNumber === null ? null : state.lastNumber + 1);

/** The states of the kept readings; a state that only goes on is carried over as it is. */
const statesOf = (
  beam: readonly State[],
  row: number,
  value: number | null,
  openings: readonly Opening[],
): State[] => {
  const states: State[] = [];
  const kept = fillKept();
  for (let at = 0; at < kept; at++) {
    const entry = KEPT[at] as number;
    const from = beam[reached.states[entry] as number] as State;
    const move = reached.moves[entry];
    if (move === GOES_ON) {
      states.push(from);
      continue;
    }
    const { component, candidate } = openings[reached.openings[entry] as number] as Opening;
    const restarts = move === RESTARTS;
    const service = restarts ? from.service + 1 : Math.max(0, from.service);
    states.push({
      component,
      mask: restarts ? 1 << component : from.mask | (1 << component),
      lastNumber: value ?? (service === from.service ? countedOn(from) : null),
      service,
      cost: reached.costs[entry] as number,
      step: { row, service, component, candidate, previous: from.step },
    });
  }
  // The costs before this row were needed until here.
  for (let at = 0; at < kept; at++) (states[at] as State).cost = reached.costs[KEPT[at] as number] as number;
  return states;
};

/** All readings go on with what they have: cheapest first, the earlier one where two cost the same, without the hopeless ones. */
const carryOn = (beam: State[]): void => {
  for (let from = 0; from < beam.length; from++) {
    const state = beam[from] as State;
    state.cost += GOING_ON[from] as number;
    let at = from;
    for (; at > 0 && (beam[at - 1] as State).cost > state.cost; at--) beam[at] = beam[at - 1] as State;
    beam[at] = state;
  }
  const limit = (beam[0] as State).cost + HOPELESS;
  while ((beam.at(-1) as State).cost > limit) beam.pop();
};

/**
 * Carries all readings over one row: the beam then holds those worth keeping.
 *
 * @returns the margin of the best one.
 */
export const extendBeam = (
  beam: State[],
  row: number,
  features: Features,
  profile: Profile | null,
  bonus: number,
): number => {
  const value = rowNumber(features, profile)?.value ?? null;
  fillGoingOn(beam, features, profile, value);
  const openings = openingsOf(beam, features, profile);
  if (openings.length === 0) {
    carryOn(beam);
    return marginOf(beam);
  }
  reached.count = 0;
  reached.cheapest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < beam.length; at++) {
    const state = beam[at] as State;
    const { service, lastNumber, component: current, mask: owned } = state;
    const standing = Math.max(0, service);
    const number = value ?? (standing === service ? countedOn(state) : null);
    for (let which = 0; which < openings.length; which++) {
      const opening = openings[which] as Opening;
      const { component, after } = opening;
      if (after !== ANY && after !== current) continue;
      let start = opening.labelled;
      if (Number.isNaN(start)) {
        const points = value !== null && numberPoints(value, component, state);
        start = points ? opening.pointed : opening.unpointed;
      } else if (value !== null && !numberFits(value, component, state)) start += COST.badNumber;
      const mask = owned | (1 << component);
      const order = follow(current, component, owned);
      reach(keyOf(standing, number, component, mask), state.cost + start + order, at, which, OPENS);
      if (current === -1 || after !== ANY) continue;
      const restart = restartCost(features, state, component, bonus) + follow(-1, component, 0);
      const anew = keyOf(service + 1, value, component, 1 << component);
      reach(anew, state.cost + start + restart, at, which, RESTARTS);
    }
    const goesOn = state.cost + (GOING_ON[at] as number);
    reach(keyOf(service, lastNumber, current, owned), goesOn, at, -1, GOES_ON);
  }
  const states = statesOf(beam, row, value, openings);
  beam.length = 0;
  for (const state of states) beam.push(state);
  return marginOf(beam);
};
