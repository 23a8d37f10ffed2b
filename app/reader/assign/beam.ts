import { bits } from "../bits.ts";
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
/** A state after which no number is due. */
const NO_NUMBER = -1;

/**
 * Readings of all rows so far, one entry each: where it stands, what it cost, and the rows at which it opened a component.
 * The first `count` entries hold.
 */
interface States {
  count: number;
  /** Index into the 14 keys; -1 where no row is owned yet. */
  readonly components: Int8Array;
  /** Bits of the components that the service has. */
  readonly masks: Uint16Array;
  /** The number that stood last; `NO_NUMBER` where none is known. */
  readonly numbers: Int32Array;
  readonly services: Int32Array;
  readonly costs: Float64Array;
  readonly steps: (Step | null)[];
}

const states = (): States => ({
  count: 0,
  components: new Int8Array(BEAM),
  masks: new Uint16Array(BEAM),
  numbers: new Int32Array(BEAM),
  services: new Int32Array(BEAM),
  costs: new Float64Array(BEAM),
  steps: new Array(BEAM).fill(null),
});

const copy = (from: States, at: number, to: States, place: number): void => {
  to.components[place] = from.components[at] as number;
  to.masks[place] = from.masks[at] as number;
  to.numbers[place] = from.numbers[at] as number;
  to.services[place] = from.services[at] as number;
  to.steps[place] = from.steps[at] as Step | null;
};
/** A hypothesis this much dearer than the best one never comes back: no later row can cost the best one as much. */
const HOPELESS = 9;

/** Does a row's number fit a component that is opened after a row numbered `last`? */
const numberFits = (value: number, component: number, last: number): boolean =>
  value === component + 1 ||
  (component >= 6 && value === component - 5) ||
  (last !== NO_NUMBER && value === last + 1);

/** For a row without label the number must point at the very component; `current` is the one before it. */
const numberPoints = (value: number, component: number, last: number, current: number): boolean => {
  if (last !== NO_NUMBER && current >= 0)
    return value - last === component - current || (value === 1 && component === 6 && current === 5);
  return value === component + 1;
};

/** Cost of a new service that opens at `component`, where the one before owns `owned` and stands at `current`. */
const restartCost = (
  isFirst: boolean,
  component: number,
  current: number,
  owned: number,
  bonus: number,
): number => {
  let cost = COST.restart - bonus;
  if (component === 0) cost -= 2.5;
  else if (component === 6 && isFirst) cost -= 0.8;
  if (isFirst) cost -= 0.5;
  if (current >= 12) cost -= 1.5;
  if (bits(owned) >= 8) cost -= 1;
  // A service of which only the inner half was read still waits for the other one.
  if ((owned & PUBLIC_HALF) === 0 && component < 6) cost += 3;
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
const openingsOf = (beam: States, features: Features, profile: Profile | null): readonly Opening[] => {
  const unlabelled = mayOpenUnlabelled(features, profile);
  if (!unlabelled && features.candidates.length === 0) {
    const bare = bareStart(features);
    return bare && standsAt(beam, bare.after)
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

/** Does any state stand at this component? */
const standsAt = ({ count, components }: States, component: number): boolean => {
  for (let at = 0; at < count; at++) if (components[at] === component) return true;
  return false;
};

/** Cost of a row that no component owns. A label with its number, or before its content on a line, wants its component. */
const unownedCost = (features: Features): number => {
  if (features.row.kind === "table" && features.filled.length > 1) return COST.unownedRow;
  const labelled = features.candidates.some(
    (one) =>
      one.complete &&
      one.similarity > 0.9 &&
      (features.number !== null || (features.row.kind === "prose" && one.restLetters > 0)),
  );
  return labelled ? COST.unowned + COST.unownedLabel : COST.unowned;
};

/** For each state of the beam, what it costs to go on with its component; overwritten row by row. */
const GOING_ON = new Float64Array(BEAM);

const fillGoingOn = (
  { count, components, numbers }: States,
  features: Features,
  profile: Profile | null,
  value: number,
): void => {
  for (let at = 0; at < count; at++) {
    const component = components[at] as number;
    const last = numbers[at] as number;
    const repeated = value !== NO_NUMBER && value === last;
    let same = 0;
    // States of one component differ only in whether the row repeats their number.
    while (same < at) {
      if (components[same] === component && (value !== NO_NUMBER && value === numbers[same]) === repeated)
        break;
      same++;
    }
    if (same < at) GOING_ON[at] = GOING_ON[same] as number;
    else if (component === -1) GOING_ON[at] = unownedCost(features);
    else {
      const number = last === NO_NUMBER ? null : last;
      GOING_ON[at] = continuation(features, COMPONENT_KEYS[component] as ComponentKey, profile, number);
    }
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

const keyOf = (service: number, number: number, component: number, mask: number): number =>
  (((service + 1) * 32 + number + 1) * 16 + component + 1) * 16384 + mask;

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
const countedOn = (last: number): number => (last === NO_NUMBER ? NO_NUMBER : last + 1);

/** The readings that are in the race, carried from row to row. */
export class Beam {
  #now = states();
  #next = states();

  constructor() {
    this.#begin(-1, 0, null);
  }

  #begin(service: number, cost: number, step: Step | null): void {
    const now = this.#now;
    now.count = 1;
    now.components[0] = -1;
    now.masks[0] = 0;
    now.numbers[0] = NO_NUMBER;
    now.services[0] = service;
    now.costs[0] = cost;
    now.steps[0] = step;
  }

  /** Index of the cheapest reading, the earlier one where two cost the same. */
  get #best(): number {
    const { count, costs } = this.#now;
    let best = 0;
    for (let at = 1; at < count; at++) if ((costs[at] as number) < (costs[best] as number)) best = at;
    return best;
  }

  /** The last row at which the cheapest reading opened a component. */
  get step(): Step | null {
    return this.#now.steps[this.#best] as Step | null;
  }

  /** A new service begins here for certain: only the cheapest reading goes on, and owns nothing. */
  reset(): void {
    const best = this.#best;
    const { components, services, costs, steps } = this.#now;
    const service = services[best] as number;
    const next = service + (service === -1 || (components[best] as number) >= 0 ? 1 : 0);
    this.#begin(Math.max(next, 0), costs[best] as number, steps[best] as Step | null);
  }

  /**
   * Carries all readings over one row: the beam then holds those worth keeping.
   *
   * @returns the margin of the best one: what the best reading costs more that takes the row otherwise.
   */
  extend(row: number, features: Features, profile: Profile | null, bonus: number): number {
    const value = rowNumber(features, profile)?.value ?? NO_NUMBER;
    fillGoingOn(this.#now, features, profile, value);
    const openings = openingsOf(this.#now, features, profile);
    if (openings.length === 0) this.#carryOn();
    else {
      fillReached(this.#now, openings, features.number?.value === 1, value, bonus);
      this.#keep(row, value, openings);
    }
    return this.#margin;
  }

  /** All readings go on with what they have: cheapest first, the earlier one where two cost the same, without the hopeless ones. */
  #carryOn(): void {
    const now = this.#now;
    const next = this.#next;
    for (let from = 0; from < now.count; from++) {
      const cost = (now.costs[from] as number) + (GOING_ON[from] as number);
      let at = from;
      for (; at > 0 && (next.costs[at - 1] as number) > cost; at--) {
        copy(next, at - 1, next, at);
        next.costs[at] = next.costs[at - 1] as number;
      }
      copy(now, from, next, at);
      next.costs[at] = cost;
    }
    next.count = now.count;
    const limit = (next.costs[0] as number) + HOPELESS;
    while ((next.costs[next.count - 1] as number) > limit) next.count--;
    this.#swap();
  }

  /** The cheapest of the readings that were reached become the states. */
  #keep(row: number, value: number, openings: readonly Opening[]): void {
    const now = this.#now;
    const next = this.#next;
    next.count = fillKept();
    for (let place = 0; place < next.count; place++) {
      const entry = KEPT[place] as number;
      const from = reached.states[entry] as number;
      const move = reached.moves[entry];
      copy(now, from, next, place);
      next.costs[place] = reached.costs[entry] as number;
      if (move === GOES_ON) continue;
      const { component, candidate } = openings[reached.openings[entry] as number] as Opening;
      const restarts = move === RESTARTS;
      const before = now.services[from] as number;
      const service = restarts ? before + 1 : Math.max(0, before);
      const bit = 1 << component;
      next.components[place] = component;
      next.masks[place] = restarts ? bit : (now.masks[from] as number) | bit;
      next.services[place] = service;
      if (value !== NO_NUMBER) next.numbers[place] = value;
      else next.numbers[place] = service === before ? countedOn(now.numbers[from] as number) : NO_NUMBER;
      next.steps[place] = { row, service, component, candidate, previous: now.steps[from] as Step | null };
    }
    this.#swap();
  }

  #swap(): void {
    [this.#now, this.#next] = [this.#next, this.#now];
  }

  get #margin(): number {
    const { count, components, services, costs } = this.#now;
    const best = this.#best;
    let rival = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      const cost = costs[at] as number;
      if (cost < rival && (components[at] !== components[best] || services[at] !== services[best]))
        rival = cost;
    }
    return rival === Number.POSITIVE_INFINITY ? 10 : rival - (costs[best] as number);
  }
}

/** All readings of a row by all states; `isFirst`: the row is numbered one. */
const fillReached = (
  { count, components, masks, numbers, services, costs }: States,
  openings: readonly Opening[],
  isFirst: boolean,
  value: number,
  bonus: number,
): void => {
  reached.count = 0;
  reached.cheapest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at++) {
    const service = services[at] as number;
    const last = numbers[at] as number;
    const current = components[at] as number;
    const owned = masks[at] as number;
    const cost = costs[at] as number;
    const standing = Math.max(0, service);
    const numberless = standing === service ? countedOn(last) : NO_NUMBER;
    const number = value === NO_NUMBER ? numberless : value;
    for (let which = 0; which < openings.length; which++) {
      const opening = openings[which] as Opening;
      const { component, after } = opening;
      if (after !== ANY && after !== current) continue;
      let start = opening.labelled;
      if (Number.isNaN(start)) {
        const points = value !== NO_NUMBER && numberPoints(value, component, last, current);
        start = points ? opening.pointed : opening.unpointed;
      } else if (value !== NO_NUMBER && !numberFits(value, component, last)) start += COST.badNumber;
      const bit = 1 << component;
      const order = follow(current, component, owned);
      reach(keyOf(standing, number, component, owned | bit), cost + start + order, at, which, OPENS);
      if (current === -1 || after !== ANY) continue;
      const restart = restartCost(isFirst, component, current, owned, bonus) + follow(-1, component, 0);
      reach(keyOf(service + 1, value, component, bit), cost + start + restart, at, which, RESTARTS);
    }
    reach(keyOf(service, last, current, owned), cost + (GOING_ON[at] as number), at, -1, GOES_ON);
  }
};
