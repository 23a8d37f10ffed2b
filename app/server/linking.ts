import { sameWords } from "#app/reader/misread.ts";
import { bagianKey, likeness, nameKey } from "./keys.ts";

/** Which service of the register a printed table is. Pure: the same tables and register give the same links. */

export interface PrintedTable {
  ordinal: number;
  bagian: string | null;
  name: string;
  /** Printed again: follows the first printing. */
  sameAs: number | null;
}

export interface KnownService {
  id: string;
  nameKey: string;
  bagianKey: string;
}

export interface KnownAlias {
  bagianKey: string;
  nameKey: string;
  nth: number;
  serviceId: string;
}

export interface Link {
  ordinal: number;
  /** `sama`: known by name and bagian. `usul`: like a known one. `baru`: new. `ganda`: repeats an earlier table. */
  kind: "sama" | "usul" | "baru" | "ganda";
  serviceId: string | null;
  /** Key under which the table is remembered. */
  alias: { bagianKey: string; nameKey: string; nth: number };
}

/** Likeness from which a name in the same bagian is proposed as the same service. */
const PROPOSE = 0.85;
/** A name of fewer words ("Konsultasi hukum") is too common to be proposed across bagian. */
const WORDS_ACROSS_BAGIAN = 4;

interface Proposal {
  index: number;
  service: KnownService;
  score: number;
}

/**
 * Links tables to services: first what was linked before under the very name and bagian, then by likeness among the
 * services that are left, each at most once. Names whose figures differ ("Tahap I", "Tahap II") are never alike.
 */
export const linkTables = (
  tables: readonly PrintedTable[],
  services: readonly KnownService[],
  aliases: readonly KnownAlias[],
): Link[] => {
  const known = new Map(aliases.map((alias) => [aliasId(alias), alias.serviceId]));
  const counts = new Map<string, number>();
  const links: Link[] = tables.map((table) => {
    const keys = { bagianKey: bagianKey(table.bagian), nameKey: nameKey(table.name) };
    const name = `${keys.bagianKey}|${keys.nameKey}`;
    const nth = counts.get(name) ?? 0;
    const alias = { ...keys, nth };
    if (table.sameAs !== null) return { ordinal: table.ordinal, kind: "ganda", serviceId: null, alias };
    counts.set(name, nth + 1);
    const serviceId = known.get(aliasId(alias)) ?? null;
    return { ordinal: table.ordinal, kind: serviceId ? "sama" : "baru", serviceId, alias };
  });
  const taken = new Set(links.map((link) => link.serviceId));
  const free = services.filter((service) => !taken.has(service.id));
  for (const { index, service } of proposalsFor(links, free)) {
    const link = links[index] as Link;
    if (link.serviceId !== null || taken.has(service.id)) continue;
    taken.add(service.id);
    links[index] = { ...link, kind: "usul", serviceId: service.id };
  }
  return links;
};

const aliasId = (alias: { bagianKey: string; nameKey: string; nth: number }): string =>
  `${alias.bagianKey}|${alias.nameKey}|${alias.nth}`;

/** Every pair that is alike enough, the likeliest first. */
const proposalsFor = (links: readonly Link[], services: readonly KnownService[]): Proposal[] => {
  const proposals: Proposal[] = [];
  for (const [index, { kind, alias }] of links.entries()) {
    if (kind !== "baru") continue;
    for (const service of services) {
      const score = proposalScore(alias, service);
      if (score > 0) proposals.push({ index, service, score });
    }
  }
  return proposals.sort(
    (a, b) => b.score - a.score || a.index - b.index || (a.service.id < b.service.id ? -1 : 1),
  );
};

/** Likeness of a table and a service where they may be proposed as one; 0 where they may not. */
const proposalScore = (alias: Link["alias"], service: KnownService): number => {
  const sameBagian =
    alias.bagianKey === service.bagianKey || alias.bagianKey === "" || service.bagianKey === "";
  if (!sameBagian) {
    const longName = alias.nameKey.split(" ").length >= WORDS_ACROSS_BAGIAN;
    return alias.nameKey === service.nameKey && longName ? 0.9 : 0;
  }
  // Each letter that one name has more is an edit: lengths alone rule most pairs out, without comparing letters.
  const [short, long] = [alias.nameKey.length, service.nameKey.length].sort((a, b) => a - b) as [
    number,
    number,
  ];
  if (short < long * PROPOSE) return 0;
  const score = likeness(alias.nameKey, service.nameKey);
  return score >= PROPOSE ? score : 0;
};

/** Likeness from which two names of a bagian are one, a letter or two of their longer words misread. */
const BAGIAN_ALIKE = 0.9;

const isMisread = (a: string, b: string): boolean => {
  const [one, other] = [a.split(" "), b.split(" ")];
  return likeness(a, b) >= BAGIAN_ALIKE && (one.length !== other.length || sameWords(one, other));
};

/** The bagian that a printed name means: known under that key, or a letter apart from one; undefined where it is new. */
export const findBagian = (
  key: string,
  bagian: readonly { id: string; name_key: string }[],
  aliases: readonly { name_key: string; bagian_id: string }[],
): string | undefined =>
  aliases.find((alias) => alias.name_key === key)?.bagian_id ??
  bagian.find((known) => known.name_key === key)?.id ??
  bagian.find((known) => isMisread(known.name_key, key))?.id;
