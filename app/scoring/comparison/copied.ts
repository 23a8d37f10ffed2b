import type { ComponentKey } from "../../reader/components.ts";
import type { ReadService } from "../../reader/schema.ts";
import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import { contentWords } from "../words.ts";
import type { Copy } from "./copy.ts";
import { ShingleIndex, wordsOf } from "./shingles.ts";
import { copiedBases, templates } from "./templates.ts";
import { OPENERS, phrasesOf, type Topic, topicOf } from "./topics.ts";

/** Components whose words must be the service's own. The others are alike by nature, or judged by other rules. */
const COMPARED = [
  "persyaratan",
  "prosedur",
  "produk",
  "sarana",
  "kompetensi",
  "jumlah_pelaksana",
  "jaminan_pelayanan",
  "jaminan_keamanan",
  "evaluasi_kinerja",
] as const satisfies readonly ComponentKey[];

/** Only a procedure must keep clear of a neighbour's subject; elsewhere a word of one's own name in it may explain it. */
const STRICT: ComponentKey = "prosedur";
/** What the user brings, does and gets names the subject itself, not the trade of the whole bagian. */
const ASKED_OF_USER = new Set<ComponentKey>(["persyaratan", "prosedur", "produk"]);
/** A phrase that so many services without it in their names use is a form of words. */
const BOILERPLATE = 5;

/** So much of a text stands in the other one: it is the same text. */
const SAME = 0.7;
/** So much of another's name makes a produk the other's. */
const MOST = 0.6;
/** Words around another's subject that both texts share: it came along with its sentence. */
const RUN = 7;

interface Entry {
  service: number;
  words: string[];
}

interface Own {
  topic: Topic;
  names: Set<string>;
  phrases: Set<string>;
  bagian: Set<string>;
}

/** Texts that belong to another service of the same file, with the service they came from. */
export const copies = (reading: Standards): Copy[] => {
  const own = reading.services.map(ownOf);
  const owners = ownersOf(own);
  const found: Copy[] = [];
  const texts = COMPARED.map((component) => ({
    component,
    entries: reading.services.flatMap((service, at): Entry[] => {
      const text = service.components[component]?.text;
      return text ? [{ service: at, words: wordsOf(text) }] : [];
    }),
  }));
  for (const { component, entries } of texts) {
    const index = new ShingleIndex();
    for (const { words } of entries) index.add(words);
    const telling = withoutBoilerplate(entries, own, owners);
    entries.forEach((entry, id) => {
      const copy = copyOf(reading, component, entry, id, entries, index, own, telling);
      if (copy) found.push(copy);
    });
  }
  found.push(...templates(reading), ...copiedBases(reading));
  const said = new Set<string>();
  return found.filter(({ service, component }) => {
    const mark = `${service} ${component}`;
    if (said.has(mark)) return false;
    said.add(mark);
    return true;
  });
};

const ownOf = (service: ReadService): Own => {
  const topic = topicOf(service.name);
  return {
    topic,
    names: new Set(wordsOf(service.name)),
    phrases: new Set(phrasesOf(topic)),
    bagian: new Set(wordsOf(service.bagian ?? "")),
  };
};

/** Phrases that only few services use beside those whose names have them. */
const withoutBoilerplate = (
  entries: readonly Entry[],
  own: readonly Own[],
  owners: ReadonlyMap<string, number[]>,
): Map<string, number[]> => {
  const users = new Map<string, Set<number>>();
  for (const { service, words } of entries) {
    for (const { phrase } of namedIn(words, owners)) {
      if ((own[service] as Own).phrases.has(phrase)) continue;
      const seen = users.get(phrase);
      if (seen) seen.add(service);
      else users.set(phrase, new Set([service]));
    }
  }
  return new Map([...owners].filter(([phrase]) => (users.get(phrase)?.size ?? 0) <= BOILERPLATE));
};

/** Services by each phrase of their names. */
const ownersOf = (own: readonly Own[]): Map<string, number[]> => {
  const owners = new Map<string, number[]>();
  own.forEach(({ phrases }, service) => {
    for (const phrase of phrases) owners.set(phrase, [...(owners.get(phrase) ?? []), service]);
  });
  return owners;
};

/** Phrases of other services' names in a text, each with the place of its first and last word, longest first. */
const namedIn = (words: readonly string[], owners: ReadonlyMap<string, number[]>) => {
  const places = words.flatMap((word, at) => (contentWords(word).length > 0 ? [{ word, at }] : []));
  const found: { phrase: string; from: number; to: number }[] = [];
  for (let i = 0; i < places.length; i++) {
    for (let length = Math.min(5, places.length - i); length > 0; length--) {
      const run = places.slice(i, i + length);
      const phrase = run.map(({ word }) => word).join(" ");
      const from = (run[0] as { at: number }).at;
      const to = (run.at(-1) as { at: number }).at;
      if (owners.has(phrase) && to - from < length + 3) {
        found.push({ phrase, from, to });
        i += length - 1;
        break;
      }
    }
  }
  return found.sort((a, b) => b.phrase.length - a.phrase.length);
};

/** Posts and units are named after their field: "kepala bagian …", "JF yang membidangi …". */
const POST = new Set(
  "membidangi jf kepala kasubbag kasubag kabag sub bagian bidang analis tim seksi koordinator subbagian".split(
    " ",
  ),
);

/** Is a phrase of another's name strange here, or explained by one's own name, bagian or the post it stands in? */
const isStranger = (
  { phrase, from }: { phrase: string; from: number },
  words: readonly string[],
  own: Own,
  component: ComponentKey,
): boolean => {
  if (own.phrases.has(phrase)) return false;
  const parts = phrase.split(" ");
  if (parts.every((word) => own.names.has(word))) return false;
  const ofTrade = (word: string) =>
    ASKED_OF_USER.has(component) ? own.bagian.has(word) : [...own.bagian].some((one) => word.includes(one));
  if (parts.every(ofTrade)) return false;
  if (own.topic.abbreviations.includes(parts.map((word) => word[0]).join(""))) return false;
  if (component !== STRICT && parts.some((word) => own.names.has(word) || own.bagian.has(word))) return false;
  return !words.slice(Math.max(0, from - 4), from).some((word) => POST.has(word));
};

/** Words of one's own name that the other's lacks: where one stands in a text, it was written for this service. */
const namesItself = (words: readonly string[], own: Own, other: Own): boolean =>
  own.topic.words.some(
    (word) => word.length >= 5 && !OPENERS.has(word) && !other.names.has(word) && words.includes(word),
  );

const copyOf = (
  reading: Standards,
  component: ComponentKey,
  { service, words }: Entry,
  id: number,
  entries: readonly Entry[],
  index: ShingleIndex,
  own: readonly Own[],
  owners: ReadonlyMap<string, number[]>,
): Copy | null => {
  const self = own[service] as Own;
  const text = reading.services[service]?.components[component]?.text ?? "";
  const strangers = namedIn(words, owners).filter((one) => isStranger(one, words, self, component));
  if (strangers.length === 0) return null;
  const likest = new Map(
    index
      .likest(id)
      .map((one) => [
        (entries[one.id] as Entry).service,
        { ...one, words: (entries[one.id] as Entry).words },
      ]),
  );
  for (const { phrase, from, to } of strangers) {
    const others = (owners.get(phrase) ?? []).filter((other) => sameRegency(reading, service, other));
    for (const other of others) {
      const copy = (run: readonly string[]): Copy => ({
        service,
        component,
        source: other,
        quote: printed(text, run),
      });
      const like = likest.get(other);
      const theirs = own[other] as Own;
      if (like && like.share >= SAME && !namesItself(words, self, theirs)) {
        return copy(words.slice(Math.max(0, from - 3), to + 4));
      }
      if (like && component === STRICT && phrase.includes(" ")) {
        const run = sharedRun(words, like.words, from, to);
        if (run.length >= RUN && !namesItself(run, self, theirs)) return copy(run);
      }
    }
    const full =
      component === "produk"
        ? others.find((other) => phrase.split(" ").length >= MOST * (own[other] as Own).topic.words.length)
        : undefined;
    if (full !== undefined && !namesItself(words, self, own[full] as Own)) {
      return { service, component, source: full, quote: quoted(text) };
    }
  }
  return null;
};

const sameRegency = (reading: Standards, a: number, b: number): boolean => {
  const [one, two] = [reading.services[a], reading.services[b]];
  return (
    a !== b &&
    one !== undefined &&
    two !== undefined &&
    one.same_as !== b &&
    two.same_as !== a &&
    reading.decrees[one.decree]?.regency === reading.decrees[two.decree]?.regency
  );
};

/** The longest run of words around places `from` to `to` that also stands in the other text. */
const sharedRun = (
  words: readonly string[],
  other: readonly string[],
  from: number,
  to: number,
): string[] => {
  let best: string[] = [];
  for (let at = 0; at + (to - from) < other.length; at++) {
    if (other[at] !== words[from]) continue;
    let right = 0;
    while (from + right < words.length && words[from + right] === other[at + right]) right++;
    if (right <= to - from) continue;
    let left = 0;
    while (from - left > 0 && at - left > 0 && words[from - left - 1] === other[at - left - 1]) left++;
    if (left + right > best.length) best = words.slice(from - left, from + right);
  }
  return best;
};

/** A run of words as the text prints it. */
const printed = (text: string, run: readonly string[]): string => {
  const found = new RegExp(run.join("(?:[^a-z]|\\b[a-z]\\b)+"), "i").exec(text);
  return quoted(found?.[0] ?? run.join(" "));
};
