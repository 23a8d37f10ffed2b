import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import { contentWords } from "../words.ts";

/** A contact in the pengaduan of `service` that another service's tells to be doubtful. */
export interface DoubtfulContact {
  service: number;
  /** `another`: it belongs to the bagian of `source`. `twin`: one letter or digit apart from that of `source`. */
  kind: "another" | "twin";
  source: number;
  quote: string;
}

interface Use {
  service: number;
  printed: string;
}

interface Contact {
  key: string;
  mail: boolean;
  uses: Use[];
  /** Uses by name of the bagian. */
  byBagian: Map<string, Use[]>;
}

const MAIL = /[\w.+-]{2,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}/g;
const PHONE = /(?<!\d)(?:\+62|62|0)[\d\s().-]{6,16}\d/g;
/** Words of a bagian's name that short ones would find in any address. */
const LONG = 6;
/** So many times as often is a contact printed by the bagian that it belongs to, and so often at least. */
const MORE = 2;
const OFTEN = 3;
const SHORTEST_KEY = 9;

const digitsOf = (phone: string): string => phone.replace(/\D/g, "").replace(/^62/, "0");

/** Contacts of each regency, by their address or digits. */
const contactsOf = ({ services, decrees }: Standards): Map<string, Contact>[] => {
  const regencies = new Map<string | null, Map<string, Contact>>();
  services.forEach((one, service) => {
    const text = one.components.pengaduan?.text;
    if (!text || one.same_as !== null) return;
    const regency = decrees[one.decree]?.regency ?? null;
    const contacts = regencies.get(regency) ?? new Map<string, Contact>();
    regencies.set(regency, contacts);
    const found = [
      ...[...text.matchAll(MAIL)].map(([printed]) => ({ printed, key: printed.toLowerCase(), mail: true })),
      ...[...text.matchAll(PHONE)].map(([printed]) => ({ printed, key: digitsOf(printed), mail: false })),
    ];
    const seen = new Set<string>();
    for (const { printed, key, mail } of found) {
      if (seen.has(key) || key.length < SHORTEST_KEY) continue;
      seen.add(key);
      const contact: Contact = contacts.get(key) ?? { key, mail, uses: [], byBagian: new Map() };
      contacts.set(key, contact);
      const use = { service, printed };
      contact.uses.push(use);
      const bagian = one.bagian ?? "";
      contact.byBagian.set(bagian, [...(contact.byBagian.get(bagian) ?? []), use]);
    }
  });
  return [...regencies.values()];
};

/**
 * An address that two bagian print, one of them far more often, is that one's when it bears words of its name and none
 * of the other's. A number that several bagian share may be the switchboard, so numbers are left alone.
 */
const ofAnotherBagian = ({ key, mail, byBagian }: Contact): DoubtfulContact[] => {
  if (!mail || byBagian.size !== 2) return [];
  const [owner, guest] = [...byBagian].sort((a, b) => b[1].length - a[1].length) as [
    [string, Use[]],
    [string, Use[]],
  ];
  const names = (bagian: string) =>
    contentWords(bagian).some((word) => word.length >= LONG && key.includes(word));
  const clear = owner[1].length >= OFTEN && owner[1].length >= MORE * guest[1].length;
  if (!clear || !names(owner[0]) || names(guest[0])) return [];
  const source = (owner[1][0] as Use).service;
  return guest[1].map(({ service, printed }) => ({
    service,
    kind: "another",
    source,
    quote: quoted(printed),
  }));
};

/** The key with each of its signs left out once: keys one sign apart share one of these, or are one of them. */
const shortened = (key: string): string[] => {
  const all = [key];
  for (let at = 0; at < key.length; at++) all.push(key.slice(0, at) + key.slice(at + 1));
  return all;
};

/** Do two different keys differ in one sign that was changed, added or left out? */
const oneApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
};

/**
 * Addresses and numbers one sign apart, found by an index of their shortened forms. Numbers count only where a digit was
 * added or lost: two lines of one office often differ in one digit. The less printed of two is the doubtful one.
 */
const nearTwins = (contacts: ReadonlyMap<string, Contact>): DoubtfulContact[] => {
  const index = new Map<string, Contact[]>();
  const found: DoubtfulContact[] = [];
  const paired = new Set<string>();
  for (const contact of contacts.values()) {
    for (const form of shortened(contact.key)) {
      const others = index.get(form) ?? [];
      for (const other of others) {
        const mark = `${other.key} ${contact.key}`;
        if (other === contact || paired.has(mark) || other.mail !== contact.mail) continue;
        if (!contact.mail && other.key.length === contact.key.length) continue;
        if (!oneApart(other.key, contact.key)) continue;
        paired.add(mark);
        const [rare, usual] = contact.uses.length <= other.uses.length ? [contact, other] : [other, contact];
        const source = (usual.uses[0] as Use).service;
        for (const { service, printed } of rare.uses) {
          found.push({ service, kind: "twin", source, quote: quoted(printed) });
        }
      }
      others.push(contact);
      index.set(form, others);
    }
  }
  return found;
};

/** Contacts of another bagian, and near-twins, within each regency. */
export const doubtfulContacts = (standards: Standards): DoubtfulContact[] =>
  contactsOf(standards).flatMap((contacts) => [
    ...[...contacts.values()].flatMap(ofAnotherBagian),
    ...nearTwins(contacts),
  ]);
