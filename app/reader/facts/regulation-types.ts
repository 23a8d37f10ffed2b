import { BODIES, CAPITALS_ONLY, MINISTRIES, REGIONAL, SHORT_TYPES } from "./issuers.ts";
import { near, type Token } from "./tokens.ts";

/** The name of a regulation as far as its kind and its issuer. */
export interface RegulationName {
  /** Short type as regulation tables print it: "UU", "PP", "Permendagri", "PermenPANRB", "Perbup", "PerLKPP". */
  type: string;
  /** Index of the first token behind the name of kind and issuer (the place of an issuing regency is not part of it). */
  next: number;
}

/** How many words may name the issuer. */
const ISSUER_WORDS = 9;
const ISSUER_ENDS = /^(?:nomor|no|nomo|nomer|tahun|tentang|tanggal|perihal)$/;

/** The words of the issuer from token `at`: up to "Nomor", "Tahun", "tentang", a figure or a sign that ends an item. */
function issuerWords(tokens: readonly Token[], at: number): string {
  const words: string[] = [];
  for (let i = at; i < tokens.length && words.length < ISSUER_WORDS; i++) {
    const token = tokens[i] as Token;
    if (token.kind === "number" || /^[;:]$/.test(token.text) || ISSUER_ENDS.test(token.lower)) break;
    if (token.kind === "word") words.push(token.lower);
    else if (token.text === "&") words.push("dan");
  }
  return words.join(" ");
}

const lookUp = (names: readonly [RegExp, string][], words: string): string | undefined =>
  names.find(([pattern]) => pattern.test(words))?.[1];

const ministry = (words: string): string => lookUp(MINISTRIES, words) ?? "";

/** "Peraturan Menteri Dalam Negeri" gives "Permendagri"; an unknown ministry "Permen". */
const ofMinister = (kind: "Permen" | "Kepmen", words: string): string => `${kind}${ministry(words)}`;

const isWord = (token: Token | undefined, target: string): boolean =>
  token !== undefined && near(token.lower, target);

/** Is "Wali Kota" written in two words at token `at`? */
const isMayor = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === "wali" && tokens[at + 1]?.lower === "kota";

function regional(tokens: readonly Token[], at: number): [string, number] | null {
  if (isMayor(tokens, at)) return ["wali", at + 2];
  const found = REGIONAL.find(([name]) => isWord(tokens[at], name));
  return found ? [found[1], at + 1] : null;
}

/** "Undang-Undang", "Undang – Undang", "Undang Undang", "UndangUndang"; index behind it, or null. */
function lawAt(tokens: readonly Token[], at: number): number | null {
  if (near(tokens[at]?.lower ?? "", "undangundang", 1)) return at + 1;
  if (!isWord(tokens[at], "undang")) return null;
  const second = /^[-–—]$/.test(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1;
  return isWord(tokens[second], "undang") ? second + 1 : null;
}

function afterRegulation(tokens: readonly Token[], at: number): RegulationName | null {
  const token = tokens[at];
  const words = issuerWords(tokens, at);
  if (near(token?.lower ?? "", "pemerintah") && !/^pemerintah(?:an)? daerah/.test(words)) {
    const law = isWord(tokens[at + 1], "pengganti") ? lawAt(tokens, at + 2) : null;
    return law ? { type: "Perppu", next: law } : { type: "PP", next: at + 1 };
  }
  if (isWord(token, "presiden")) return { type: "Perpres", next: at + 1 };
  if (isWord(token, "menteri")) return { type: ofMinister("Permen", words), next: at + 1 };
  if (/^men[a-z]{3,}$/.test(token?.lower ?? "") && ministry(words.slice(3))) {
    return { type: ofMinister("Permen", words.slice(3)), next: at + 1 };
  }
  if (isWord(token, "daerah")) {
    return {
      type:
        isWord(tokens[at + 1], "provinsi") || tokens[at + 1]?.lower === "propinsi" ? "Perda Prov" : "Perda",
      next: at + 1,
    };
  }
  const region = regional(tokens, at);
  if (region) return { type: `Per${region[0]}`, next: region[1] };
  if (isWord(token, "desa")) return { type: "Perdes", next: at + 1 };
  if (/^mahkamah agung\b/.test(words)) return { type: "Perma", next: at + 2 };
  const body = lookUp(BODIES, words);
  if (body) return { type: `Per${body}`, next: at + 1 };
  if (/^(?:kepala|badan|lembaga|direktur|deputi|bersama|sekretaris|komisi|dewan)\b/.test(words)) {
    return { type: "Peraturan", next: at + 1 };
  }
  return null;
}

function afterDecision(tokens: readonly Token[], at: number): RegulationName | null {
  const words = issuerWords(tokens, at);
  if (isWord(tokens[at], "presiden")) return { type: "Keppres", next: at + 1 };
  if (isWord(tokens[at], "menteri")) return { type: ofMinister("Kepmen", words), next: at + 1 };
  const region = regional(tokens, at);
  if (region) return { type: `Kep${region[0]}`, next: region[1] };
  if (/^sekretaris daerah\b/.test(words)) return { type: "Kepsekda", next: at + 2 };
  const body = lookUp(BODIES, words);
  if (body) return { type: `Kep${body}`, next: at + 1 };
  return /^(?:kepala|direktur|deputi|bersama|sekretaris|ketua|dirjen)\b/.test(words)
    ? { type: "Keputusan", next: at + 1 }
    : null;
}

const ISSUER =
  /^(?:bersama|menteri|gubernur|bupati|walikota|wali kota|sekretaris|kepala|deputi|direktur|dirjen|presiden|mendagri|menpan|ketua|lembaga|badan|komisi)\b/;

function afterLetter(tokens: readonly Token[], at: number): RegulationName | null {
  if (isWord(tokens[at], "keputusan")) return afterDecision(tokens, at + 1);
  const circular = isWord(tokens[at], "edaran");
  const words = issuerWords(tokens, circular ? at + 1 : at);
  if (circular) {
    const body = lookUp(BODIES, words);
    return ISSUER.test(words) || body || words === ""
      ? { type: body ? `SE ${body}` : "SE", next: at + 1 }
      : null;
  }
  return ISSUER.test(words) ? { type: "Surat", next: at } : null;
}

/** Compounds of a short kind and a short ministry: "Permendagri", "PermenPANRB", "Permen PU", "KepmenPANRB". */
function shortMinisterial(tokens: readonly Token[], at: number): RegulationName | null {
  const match = /^(permen|kepmen)(\p{L}*)$/u.exec(tokens[at]?.lower ?? "");
  if (!match) return null;
  const kind = match[1] === "permen" ? "Permen" : "Kepmen";
  const suffix = match[2] as string;
  const known = ministry(
    suffix === "dag" || suffix.startsWith("dagri") ? suffix : suffix.replace(/^pan(?:rb)?$/, "panrb"),
  );
  if (suffix === "") return { type: ofMinister(kind, issuerWords(tokens, at + 1)), next: at + 1 };
  return { type: `${kind}${known || suffix}`, next: at + 1 };
}

const BODY_KINDS = /^(?:perka|perlem|perkalem|perban)$/;

/** "Perka BKN", "Perlem LKPP", "Perban BSSN": a short kind before the initials of a body. */
function shortBody(tokens: readonly Token[], at: number): RegulationName {
  const body = lookUp(BODIES, issuerWords(tokens, at + 1));
  return { type: body ? `Per${body}` : "Peraturan", next: at + 1 };
}

type Reader = (tokens: readonly Token[], at: number) => RegulationName | null;

/** How to read on from each word with which the name of a regulation begins. */
const READERS = {
  undang: (tokens, at) => {
    const law = lawAt(tokens, at);
    if (law === null) return null;
    return isWord(tokens[law], "dasar") ? { type: "UUD", next: law + 1 } : { type: "UU", next: law };
  },
  peraturan: (tokens, at) => afterRegulation(tokens, at + 1),
  keputusan: (tokens, at) => afterDecision(tokens, at + 1),
  instruksi: (tokens, at) => {
    if (isWord(tokens[at + 1], "presiden")) return { type: "Inpres", next: at + 2 };
    return ISSUER.test(issuerWords(tokens, at + 1)) ? { type: "Instruksi", next: at + 1 } : null;
  },
  petunjuk: (tokens, at) => {
    const guide = /^(?:teknis|pelaksanaan)$/.test(tokens[at + 1]?.lower ?? "");
    const numbered = ISSUER_ENDS.test(tokens[at + 2]?.lower ?? "");
    return guide && numbered ? { type: "Petunjuk", next: at + 2 } : null;
  },
  pedoman: (tokens, at) => (isWord(tokens[at + 1], "menteri") ? { type: "Pedoman", next: at + 1 } : null),
  surat: (tokens, at) => afterLetter(tokens, at + 1),
  se: (tokens, at) => {
    const named = ISSUER.test(issuerWords(tokens, at + 1)) || NUMBERED.test(tokens[at + 1]?.lower ?? "");
    return named ? { type: "SE", next: at + 1 } : null;
  },
  sk: (tokens, at) => afterDecision(tokens, at + 1),
  ministerial: shortMinisterial,
  body: shortBody,
  short: (tokens, at) => ({ type: SHORT_TYPES[(tokens[at] as Token).lower] as string, next: at + 1 }),
} satisfies Record<string, Reader>;

/** The word with which the name of a regulation may begin, cleared of the slips of a scan. */
export type Opening = keyof typeof READERS;

const NUMBERED = /^(?:nomor|no)$/;
const FULL_WORDS = ["undang", "peraturan", "keputusan", "instruksi", "petunjuk", "pedoman"] as const;

/** How all openings begin or end, the slips of a scan aside: it spares most words the comparison. */
const MAY_OPEN = /^[upkist]|[gnik]$/i;

/** With which opening does this word (as printed) begin the name of a regulation? Null for any other word. */
export function openingOf(word: string): Opening | null {
  if (word.length < 2 || !MAY_OPEN.test(word)) return null;
  const lower = word.toLowerCase();
  const capitals = word === word.toUpperCase();
  if (lower === "surat") return "surat";
  if (lower === "se" || lower === "sk") return capitals ? lower : null;
  if (Object.hasOwn(SHORT_TYPES, lower)) return capitals || !CAPITALS_ONLY.test(lower) ? "short" : null;
  if (/^(?:permen|kepmen)/.test(lower)) return "ministerial";
  if (BODY_KINDS.test(lower)) return "body";
  if (near(lower, "undangundang", 1)) return "undang";
  return FULL_WORDS.find((full) => near(lower, full)) ?? null;
}

/**
 * The name of a regulation that begins at token `at` with `opening`, in full or short, with the slips of a scan forgiven
 * ("Peraturan Pemerintali", "Undang –Undang"); null where none begins. Words that only speak of regulations ("peraturan
 * perundang-undangan", "Peraturan Pelaksanaan") begin none.
 */
export const regulationAt = (tokens: readonly Token[], at: number, opening: Opening): RegulationName | null =>
  READERS[opening](tokens, at);
