import type { ReadService } from "../../reader/schema.ts";
import { quoted } from "../criterion.ts";
import type { Standards } from "../schema.ts";
import { contentWords } from "../words.ts";
import type { Copy } from "./copy.ts";
import { wordsOf } from "./shingles.ts";
import { topicOf } from "./topics.ts";

const SOP =
  /\b(?:sop|standar operasional prosedur)\b\)?(?:\s*\(sop\))?\s+(?:pelayanan|layanan)\s+([^;\n.,]{3,80})/gi;
const NO_SUBJECT = new Set("yang berlaku terkait publik sesuai ada dengan memahami kebijakan".split(" "));

/** The drafting of SOP and standards, in a service that is about something else: a template was filled in. */
const DRAFTING =
  /\b(?:menyusun|penyusunan|rancangan)\s+(?:standar operasional prosedur|sop)\b[^.;]{0,40}\b(?:standar pelayanan|sp)\b/i;
/** A standard as what the user receives. */
const STANDARD_AS_RESULT = /^\W*(?:dokumen\s+)?standar pelayanan\b/i;
const ABOUT_DRAFTING = /standar|\bsop|prosedur|pelayanan publik/i;

/** Staff who know the SOP of another service ("memahami SOP pelayanan konsultasi"), and a template for drafting one. */
export const templates = ({ services }: Standards): Copy[] =>
  services.flatMap((service, at): Copy[] => {
    const found: Copy[] = [];
    const name = new Set(wordsOf(service.name));
    for (const match of (service.components.kompetensi?.text ?? "").matchAll(SOP)) {
      const subject = (match[1] as string).replace(/\s*\d[.)].*$/, "");
      const words = contentWords(subject).filter((word) => !NO_SUBJECT.has(word));
      const near = (word: string) =>
        [...name].some((one) => one.includes(word.slice(0, 5)) || word.includes(one.slice(0, 6)));
      if (words.length === 0 || words.some(near)) continue;
      found.push({
        service: at,
        component: "kompetensi",
        source: null,
        quote: quoted(match[0].replace(/\s*\b\d{1,2}[.)].*$/s, "")),
        reason: "kompetensi menyebut SOP layanan lain, bukan SOP layanan ini.",
      });
      break;
    }
    const drafting = DRAFTING.exec(service.components.prosedur?.text ?? "");
    if (drafting && !ABOUT_DRAFTING.test(service.name)) {
      const reason = "langkahnya penyusunan SOP dan standar pelayanan, bukan langkah layanan ini.";
      found.push({ service: at, component: "prosedur", source: null, quote: quoted(drafting[0]), reason });
    }
    const standard = STANDARD_AS_RESULT.exec(service.components.produk?.text ?? "");
    if (standard && !ABOUT_DRAFTING.test(service.name)) {
      const reason = "hasilnya standar pelayanan, bukan hasil layanan ini.";
      const quote = quoted(service.components.produk?.text ?? "");
      found.push({ service: at, component: "produk", source: null, quote, reason });
    }
    return found;
  });

/** Shorter words of a name ("rencana", "data") stand in the titles of rules on anything. */
const LONG = 9;
/** Shorter abbreviations arise by chance from the initials of a title. */
const SPELT_OUT = 4;

/**
 * A legal basis word for word another's, whose titles speak of the other's subject, be it by the words of its name or by
 * what an abbreviation in its name stands for, and not of one's own.
 */
export const copiedBases = ({ services }: Standards): Copy[] => {
  const first = new Map<string, number>();
  return services.flatMap((service, at): Copy[] => {
    const text = service.components.dasar_hukum?.text;
    if (!text || service.same_as !== null) return [];
    const key = wordsOf(text).join(" ");
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, at);
      return [];
    }
    const source = services[other] as ReadService;
    const titles = new Set(wordsOf(text));
    const initials = wordsOf(text)
      .map((word) => word[0])
      .join("");
    const bagian = new Set(wordsOf(service.bagian ?? ""));
    const about = (one: ReadService, without: ReadService) =>
      contentWords(one.name).filter(
        (word) =>
          word.length >= LONG &&
          titles.has(word) &&
          !bagian.has(word) &&
          !contentWords(without.name).includes(word),
      ).length;
    const spellsOut = (one: ReadService) =>
      topicOf(one.name).abbreviations.some(
        (short) => short.length >= SPELT_OUT && (titles.has(short) || initials.includes(short)),
      );
    const isOthers = about(source, service) > 0 || (spellsOut(source) && !spellsOut(service));
    if (!isOthers || contentWords(service.name).some((word) => word.length >= 3 && titles.has(word))) {
      return [];
    }
    return [{ service: at, component: "dasar_hukum", source: other, quote: quoted(text) }];
  });
};
