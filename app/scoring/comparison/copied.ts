import type { ComponentKey } from "../../reader/components.ts";
import type { ReadService } from "../../reader/schema.ts";
import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import type { Copy } from "./copy.ts";
import { strangeOffices } from "./offices.ts";
import { otherSubjects } from "./other-subject.ts";
import { type NamedPhrase, Phrases } from "./phrases.ts";
import { ShingleIndex, wordsOf } from "./shingles.ts";
import { copiedBases, templates } from "./templates.ts";
import { OPENERS, phrasesOf, type Topic, topicOf } from "./topics.ts";
import { Vocabulary, type Words } from "./words-index.ts";

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

interface Own {
  topic: Topic;
  names: Set<string>;
  phrases: Set<number>;
  bagian: Set<string>;
}

/** What every comparison of the standards of a file or a regency looks at. */
interface Field {
  standards: Standards;
  own: readonly Own[];
  phrases: Phrases;
  /** Services by the number of each phrase of their names. */
  owners: ReadonlyMap<number, readonly number[]>;
}

/** The texts of one component: words by service, and what they share. */
interface Shelf {
  component: ComponentKey;
  texts: ReadonlyMap<number, Words>;
  index: ShingleIndex;
  /** Phrases that only few services use beside those whose names have them. */
  telling: (phrase: number) => boolean;
}

/** Texts that belong to another service of the same regency, with the service they came from. */
export const copies = (standards: Standards): Copy[] => {
  const vocabulary = new Vocabulary();
  const field = fieldOf(standards, vocabulary);
  const found: Copy[] = [];
  for (const component of COMPARED) {
    const shelf = shelfOf(field, component, vocabulary);
    for (const service of shelf.texts.keys()) {
      const copy = copyOf(field, shelf, service);
      if (copy) found.push(copy);
    }
  }
  found.push(
    ...templates(standards),
    ...strangeOffices(standards),
    ...copiedBases(standards),
    ...otherSubjects(standards),
  );
  const said = new Set<string>();
  return found.filter(({ service, component }) => {
    const mark = `${service} ${component}`;
    if (said.has(mark)) return false;
    said.add(mark);
    return true;
  });
};

const fieldOf = (standards: Standards, vocabulary: Vocabulary): Field => {
  const phrases = new Phrases(vocabulary);
  const owners = new Map<number, number[]>();
  const own = standards.services.map((service, index): Own => {
    const topic = topicOf(service.name);
    const numbers = new Set(phrasesOf(topic).map((phrase) => phrases.add(phrase)));
    for (const phrase of numbers) {
      const others = owners.get(phrase);
      if (others) others.push(index);
      else owners.set(phrase, [index]);
    }
    return {
      topic,
      names: new Set(wordsOf(service.name)),
      phrases: numbers,
      bagian: new Set(wordsOf(service.bagian ?? "")),
    };
  });
  return { standards, own, phrases, owners };
};

const shelfOf = ({ standards, own, phrases }: Field, component: ComponentKey, vocabulary: Vocabulary) => {
  const texts = new Map<number, Words>();
  const index = new ShingleIndex();
  const users = new Map<number, Set<number>>();
  const namedIn = new Map<Words, NamedPhrase[]>();
  standards.services.forEach((service, at) => {
    const text = service.components[component]?.text;
    if (!text) return;
    const words = vocabulary.wordsOf(text);
    texts.set(at, words);
    index.add(words.ids);
    const named = namedIn.get(words) ?? phrases.in(words.ids, () => true);
    namedIn.set(words, named);
    for (const { phrase } of named) {
      if ((own[at] as Own).phrases.has(phrase)) continue;
      const seen = users.get(phrase);
      if (seen) seen.add(at);
      else users.set(phrase, new Set([at]));
    }
  });
  const telling = (phrase: number) => (users.get(phrase)?.size ?? 0) <= BOILERPLATE;
  return { component, texts, index, telling } satisfies Shelf;
};

/** Posts and units are named after their field: "kepala bagian …", "JF yang membidangi …". */
const POST = new Set(
  "membidangi jf kepala kasubbag kasubag kabag sub bagian bidang analis tim seksi koordinator subbagian".split(
    " ",
  ),
);

/** Is a phrase of another's name strange here, or explained by one's own name, bagian or the post it stands in? */
const isStranger = (
  phrase: string,
  from: number,
  words: readonly string[],
  own: Own,
  component: ComponentKey,
): boolean => {
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

/** Where a text of `service` comes from another, and how that shows; null where it is the service's own. */
const copyOf = (field: Field, shelf: Shelf, service: number): Copy | null => {
  const { standards, own, phrases, owners } = field;
  const { component, texts, index } = shelf;
  const self = own[service] as Own;
  const { words, ids } = texts.get(service) as Words;
  const text = standards.services[service]?.components[component]?.text ?? "";
  const copy = (source: number, quote: string): Copy => ({ service, component, source, quote });
  for (const { phrase, from, to } of phrases.in(ids, shelf.telling)) {
    if (self.phrases.has(phrase)) continue;
    const said = phrases.textOf(phrase);
    if (!isStranger(said, from, words, self, component)) continue;
    const others = (owners.get(phrase) ?? []).filter((other) => sameRegency(standards, service, other));
    for (const other of others) {
      const theirs = texts.get(other);
      const share = theirs ? index.share(ids, theirs.ids) : 0;
      if (!theirs || share === 0) continue;
      const name = own[other] as Own;
      if (share >= SAME && !namesItself(words, self, name)) {
        return copy(other, printed(text, words.slice(Math.max(0, from - 3), to + 4)));
      }
      if (component === STRICT && (said.includes(" ") || name.topic.abbreviations.includes(said))) {
        const run = sharedRun(words, theirs.words, from, to);
        if (run.length >= RUN && !namesItself(run, self, name)) return copy(other, printed(text, run));
      }
    }
    if (component !== "produk") continue;
    const length = said.split(" ").length;
    const full = others.find((other) => length >= MOST * (own[other] as Own).topic.words.length);
    if (full !== undefined && !namesItself(words, self, own[full] as Own)) return copy(full, quoted(text));
  }
  return null;
};

const sameRegency = ({ services, decrees }: Standards, a: number, b: number): boolean => {
  if (a === b) return false;
  const [one, two] = [services[a] as ReadService, services[b] as ReadService];
  return (
    one.same_as !== b && two.same_as !== a && decrees[one.decree]?.regency === decrees[two.decree]?.regency
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
