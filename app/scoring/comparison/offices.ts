import { COMPONENT_KEYS, type ComponentKey } from "../../reader/components.ts";
import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import { contentWords } from "../words.ts";
import type { Copy } from "./copy.ts";
import { OPENERS, topicOf } from "./topics.ts";

/** Offices and fields of work that another's text left behind: a province's, another bagian's. */

/** Officials of a province: in the text of a regency's own staff they betray a province's template. */
const OFFICIALS = /\b(?:oleh|dihadiri oleh,?|kepada)\s+kepala biro\b(?![^;\n]{0,40}provinsi)/i;
/** A regency's drafts go to its own DPRD; a draft of the provincial government is none of its papers. */
const ORGANS =
  /\bdprd\s+prov(?:insi|\.)|\b(?:draft?|rancangan|naskah|kajian|telaah\w*)(?:\s+(?!(?:kepada|ke|dari|oleh|di|pada|dengan|untuk|melalui|bersama)\s)[a-z]+){0,4}?\s+pemerintah\s+provinsi\b/i;
const PROVINCIAL: readonly { pattern: RegExp; components: readonly ComponentKey[]; reason: string }[] = [
  {
    pattern: OFFICIALS,
    components: COMPONENT_KEYS,
    reason: "pejabat yang disebut adalah pejabat provinsi; isi ini tampaknya dari naskah provinsi.",
  },
  {
    pattern: ORGANS,
    components: ["prosedur"],
    reason: "langkahnya langkah pemerintah provinsi; isi ini tampaknya dari naskah provinsi.",
  },
];

/** Who meets over a service's staff is named by office: "Kepala Bagian …". */
const HEAD = /\b(?:kepala bagian|kabag\.?)\s+([a-z]+(?:[ \n]+[a-z]+){0,7})/gi;
/** The field in which a guarantee claims competence. */
const FIELD = /\bkompetensi di ?bidang\s+([a-z]+(?: [a-z]+){0,4}?)(?=\s+(?:dan|serta|yang)\b|\s*[,;.\n]|$)/i;
/** Shorter words are in too many names to tell a field. */
const TELLING = 6;

const unitWords = (bagian: string): string =>
  bagian
    .toLowerCase()
    .replace(/\bbagian\b/g, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();

/** Texts that name a province's office, the head of another bagian, or another bagian's field as their own. */
export const strangeOffices = ({ services, decrees }: Standards): Copy[] => {
  const units = new Set(services.flatMap(({ bagian }) => (bagian ? [unitWords(bagian)] : [])));
  units.delete("");
  const fields = services.map(({ name }) => new Set(contentWords(name)));
  return services.flatMap((service, at): Copy[] => {
    const found: Copy[] = [];
    const add = (component: ComponentKey, quote: string, reason: string): void => {
      found.push({ service: at, component, source: null, quote: quoted(quote), reason });
    };
    const text = (component: ComponentKey): string => service.components[component]?.text ?? "";
    const provincial = /gubernur/i.test(decrees[service.decree]?.issuer ?? "");
    for (const { pattern, components, reason } of provincial ? [] : PROVINCIAL) {
      if (pattern === ORGANS && /provinsi/i.test(service.name)) continue;
      for (const component of components) {
        const match = pattern.exec(text(component));
        if (match) add(component, match[0], reason);
      }
    }
    if (!service.bagian) return found;
    const own = unitWords(service.bagian);
    for (const match of text("evaluasi_kinerja").matchAll(HEAD)) {
      const words = `${unitWords(match[1] as string)} `;
      const unit = [...units].find((one) => words.startsWith(`${one} `));
      if (!unit || unit === own || words.startsWith(own)) continue;
      add("evaluasi_kinerja", match[0].slice(0, match[0].length - words.length + 1 + unit.length), HEADED);
      break;
    }
    const field = FIELD.exec(text("jaminan_pelayanan"));
    const words = contentWords(field?.[1] ?? "").filter(
      (word) => word.length >= TELLING && !OPENERS.has(word),
    );
    if (field && words.length > 0) {
      // A name may write the field as an abbreviation.
      const initials = contentWords(field[1] as string).map((word) => word[0]);
      const near = new Set([...(fields[at] as Set<string>), ...own.split(" ")]);
      const has = (one: ReadonlySet<string>) => words.every((word) => one.has(word));
      const of = (mine: boolean) =>
        services.some(
          (other, index) =>
            other.bagian !== null &&
            (unitWords(other.bagian) === own) === mine &&
            has(fields[index] as Set<string>),
        );
      const abbreviated = topicOf(service.name).abbreviations.includes(initials.join(""));
      if (!abbreviated && !words.some((word) => near.has(word)) && of(false) && !of(true))
        add("jaminan_pelayanan", field[0], "bidang yang disebut adalah bidang bagian lain.");
    }
    return found;
  });
};

const HEADED = "pejabat yang disebut memimpin bagian lain.";
