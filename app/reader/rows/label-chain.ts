import { COMPONENT_KEYS, LAW_ORDER } from "../components.ts";

/**
 * Labels without numbers are believed where they follow one another in the order in which tables print them. Words of a
 * content that sound like a label stand between them: they are passed over.
 */

/** The two orders: users' half first, as decrees print it, and the one with the legal basis first. */
const ORDERS: readonly (readonly number[])[] = [
  COMPONENT_KEYS.map((_, at) => at),
  COMPONENT_KEYS.map((key) => LAW_ORDER.indexOf(key)),
];

/** What a new table costs, in labels, and where in the order it may begin. */
const RESTART = 3;
const FIRST_RANKS = 2;
/** So many anchors back the one before is looked for. */
const REACH = 24;
/** A label that is a word like any other stands right between two of its neighbours in the order. */
const WEAK_GAP = 2;

interface Labelled {
  component: number;
  /** Its words are few: alone it shows nothing. */
  weak: boolean;
}

interface Link {
  score: number;
  before: number;
  /** The anchor opens a table. */
  opens: boolean;
}

/** The chains of one order, each a list of indexes; and how many labels they hold less what their tables cost. */
const chainsIn = (
  anchors: readonly Labelled[],
  ranks: readonly number[],
): { score: number; chains: number[][] } => {
  const links: Link[] = [];
  let best = -1;
  for (let at = 0; at < anchors.length; at++) {
    const { component, weak } = anchors[at] as Labelled;
    const rank = ranks[component] as number;
    const worth = weak ? 0.5 : 1;
    let link: Link = { score: worth - RESTART, before: -1, opens: true };
    for (let other = Math.max(0, at - REACH); other < at; other++) {
      const above = links[other] as Link;
      const step = rank - (ranks[(anchors[other] as Labelled).component] as number);
      if (step > 0 && above.score + worth > link.score)
        link = { score: above.score + worth, before: other, opens: false };
      else if (rank < FIRST_RANKS && above.score + worth - RESTART > link.score)
        link = { score: above.score + worth - RESTART, before: other, opens: true };
    }
    links.push(link);
    if (best < 0 || link.score > (links[best] as Link).score) best = at;
  }
  const chains: number[][] = [];
  let chain: number[] = [];
  for (let at = best; at >= 0; at = (links[at] as Link).before) {
    chain.unshift(at);
    if (!(links[at] as Link).opens) continue;
    chains.unshift(chain);
    chain = [];
  }
  return { score: best < 0 ? 0 : (links[best] as Link).score, chains };
};

/** Chains of labels in one of the two orders, as indexes into the anchors; weak ones only between close neighbours. */
export const labelChains = (anchors: readonly Labelled[]): number[][] => {
  const [first, second] = ORDERS.map((ranks) => ({ ranks, ...chainsIn(anchors, ranks) }));
  if (!first || !second) return [];
  const { ranks, chains } = second.score > first.score ? second : first;
  const rankOf = (at: number | undefined): number =>
    at === undefined ? Number.NaN : (ranks[(anchors[at] as Labelled).component] as number);
  return chains.map((chain) =>
    chain.filter(
      (at, place) =>
        !(anchors[at] as Labelled).weak ||
        (rankOf(at) - rankOf(chain[place - 1]) <= WEAK_GAP &&
          rankOf(chain[place + 1]) - rankOf(at) <= WEAK_GAP),
    ),
  );
};
