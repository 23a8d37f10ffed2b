import { createHash } from "node:crypto";
import { canonicalHash } from "../instruments/instrument.ts";
import { COMPONENT_KEYS, type ComponentKey } from "../reader/components.ts";
import { foldedContent, type HashedContent } from "../reader/content-hash.ts";
import type { ItemValue } from "./values.ts";

/*
 * What an assessment is bound to: the text of its service, the edition of its instrument, and the answers as they were
 * handed in, the machine's beside the person's. When one of them changes, the review has to be done again, and the page
 * names what changed.
 */

/** Parts of a text by name: "nama", "bagian" and the keys of components; of a bagian the ids of its services. */
export type PartHashes = Readonly<Record<string, string>>;

export interface BoundAnswer {
  value: ItemValue;
  /** What the machine said when the person answered; null where it said nothing. */
  machine: ItemValue | null;
}

export interface Bound {
  /** Id of the stored edition: it changes with every word of its content. */
  instrument: string;
  parts: PartHashes;
  answers: Readonly<Record<string, BoundAnswer>>;
}

/** What changed since an assessment was bound. */
export interface Changes {
  instrument: boolean;
  /** Parts that differ, appeared or vanished, in the order of the decree. */
  parts: string[];
  /** Items on which the machine now says something else, or whose answer changed. */
  answers: string[];
}

const hashOf = (text: string | null | undefined): string =>
  createHash("sha256")
    .update(JSON.stringify(foldedContent(text)))
    .digest("hex")
    .slice(0, 32);

/** Each part of what `contentHash` covers, apart: two texts agree in all parts exactly where they have one content_hash. */
export const partHashes = ({ name, bagian, texts }: HashedContent): Record<string, string> => ({
  nama: hashOf(name),
  bagian: hashOf(bagian),
  ...Object.fromEntries(COMPONENT_KEYS.map((key) => [key, hashOf(texts[key])])),
});

/** Parts in the order of a decree; services of a bagian by their id. */
const PART_ORDER: readonly string[] = ["nama", "bagian", ...COMPONENT_KEYS];
const place = (part: string): number => {
  const at = PART_ORDER.indexOf(part);
  return at < 0 ? PART_ORDER.length : at;
};
const inOrder = (a: string, b: string): number => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);

/** Keys whose values differ between two records; one that only one of them has differs. */
const differingKeys = <T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  same: (x: T, y: T) => boolean,
): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => {
      const [x, y] = [a[key], b[key]];
      return x === undefined || y === undefined || !same(x, y);
    })
    .sort(inOrder);

/** What changed; null where nothing did. */
export const changesSince = (bound: Bound, now: Bound): Changes | null => {
  const changes: Changes = {
    instrument: bound.instrument !== now.instrument,
    parts: differingKeys(bound.parts, now.parts, (a, b) => a === b),
    answers: differingKeys(
      bound.answers,
      now.answers,
      (a, b) => a.value === b.value && a.machine === b.machine,
    ),
  };
  return changes.instrument || changes.parts.length > 0 || changes.answers.length > 0 ? changes : null;
};

/** Components among changed parts. */
export const changedComponents = ({ parts }: Pick<Changes, "parts">): ComponentKey[] =>
  COMPONENT_KEYS.filter((key) => parts.includes(key));

/** Fingerprint of the answers as handed in. */
export const answersHash = (answers: Bound["answers"]): string => canonicalHash(answers);

/** Fingerprint of a bagian's services as they are printed: by id their content_hash. */
export const unitHash = (services: PartHashes): string => canonicalHash(services);

/** What a person answered on one item, as far as it decides whether the answer still stands. */
export interface StandingFacts {
  kind: "tetap" | "ubah" | "jawab";
  instrument: string;
  /** Of the words that the answer was given on. */
  itemHash: string;
  machine: ItemValue | null;
}

/**
 * Does an answer still stand? The same edition, the same words under it; and where the machine's verdict was kept, the
 * machine says the same still.
 */
export const stands = (given: StandingFacts, now: Omit<StandingFacts, "kind">): boolean =>
  given.instrument === now.instrument &&
  given.itemHash === now.itemHash &&
  (given.kind !== "tetap" || given.machine === now.machine);
