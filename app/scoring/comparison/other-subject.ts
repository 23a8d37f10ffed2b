import type { ComponentKey } from "../../reader/components.ts";
import type { ReadService } from "../../reader/schema.ts";
import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import { contentWords } from "../words.ts";
import type { Copy } from "./copy.ts";
import { wordsOf } from "./shingles.ts";
import { topicOf } from "./topics.ts";

/** What the user brings, goes through and gets: all three speak of what the service is about. */
const ABOUT_SUBJECT = ["persyaratan", "prosedur", "produk"] as const satisfies readonly ComponentKey[];
/** Shorter ones stand for offices and papers of every service. */
const ABBREVIATION = /\b[A-Z]{4,8}\b/g;
/** An abbreviation in the texts of more services is a form of words. */
const FEW = 5;
/** Letters of a name's word that its forms share. */
const STEM = 5;

/** The ministry's name holds the abbreviation of what services are named after. */
const MINISTRY = /\b[a-z]*pan[ -]?rb\b/gi;

const textOf = (service: ReadService, component: ComponentKey): string =>
  service.components[component]?.text ?? "";

const abbreviationsIn = (text: string): ReadonlySet<string> =>
  // In a text all in capitals nothing tells an abbreviation from a word.
  new Set(text === text.toUpperCase() ? [] : text.match(ABBREVIATION));

const namesItself = ({ name }: ReadService, text: string): boolean => {
  const own = [...contentWords(name).map((word) => word.slice(0, STEM)), ...topicOf(name).abbreviations];
  const said = wordsOf(text);
  return own.length === 0 || own.some((one) => said.some((word) => word.startsWith(one)));
};

/** A title that has the abbreviation, or words in a row of which it is made. */
const speaksOf = (text: string, abbreviation: string): boolean => {
  const words = wordsOf(text);
  const initials = words.map((word) => word[0]).join("");
  return words.includes(abbreviation) || initials.includes(abbreviation);
};

/**
 * Texts about another subject than the service's: an abbreviation that its name lacks stands in what the user brings, goes
 * through and gets, and no word of its name does. The legal basis belongs to them where it speaks of the same.
 */
export const otherSubjects = ({ services }: Standards): Copy[] => {
  const found = services.map((service) => ABOUT_SUBJECT.map((key) => abbreviationsIn(textOf(service, key))));
  const users = new Map<string, number>();
  for (const sets of found)
    for (const one of new Set(sets.flatMap((set) => [...set]))) users.set(one, (users.get(one) ?? 0) + 1);
  return services.flatMap((service, at): Copy[] => {
    const [first, ...others] = found[at] as ReadonlySet<string>[];
    const subject = [...(first ?? [])].find(
      (one) => others.every((set) => set.has(one)) && (users.get(one) ?? 0) <= FEW,
    );
    const said = ABOUT_SUBJECT.map((key) => textOf(service, key)).join("\n");
    const small = subject?.toLowerCase() ?? "";
    if (!subject || speaksOf(service.name, small) || namesItself(service, said)) return [];
    const reason = `yang dibicarakan ${subject}, bukan hal yang disebut nama layanan ini.`;
    const titles = textOf(service, "dasar_hukum").replace(MINISTRY, " ");
    const law = speaksOf(titles, small) && !namesItself(service, titles);
    return [...ABOUT_SUBJECT, ...(law ? (["dasar_hukum"] as const) : [])].map((component) => {
      const text = textOf(service, component);
      const from = Math.max(0, text.indexOf(subject));
      const quote = quoted(text.slice(text.lastIndexOf(" ", from - 20) + 1));
      return { service: at, component, source: null, quote, reason };
    });
  });
};
