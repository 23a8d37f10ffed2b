import type { Tarif } from "../schema.ts";
import { type Amount, amountsOf, perWhat } from "./rupiah.ts";
import { type FactSource, linesOf, quote } from "./source.ts";
import { nearAny, type Token, tokenize } from "./tokens.ts";

const LINE_LIMIT = 120;

/** Start and end of the printed line around an amount, at most `LINE_LIMIT` characters to each side. */
function lineAround(text: string, amount: Amount): [number, number] {
  const from = Math.max(0, amount.start - LINE_LIMIT);
  const before = text.slice(from, amount.start).lastIndexOf("\n");
  const after = text.slice(amount.end, amount.end + LINE_LIMIT).indexOf("\n");
  return [from + before + 1, after < 0 ? amount.end + LINE_LIMIT : amount.end + after];
}

/**
 * Every amount above nothing that a biaya states, in whole rupiah, in order of the text. `per` is given only where the
 * text says it ("per lembar", "/hari", or a heading "per hari" over several); the row's own words are in `text`.
 */
export function extractTarif(source: FactSource): Tarif[] {
  const amounts = amountsOf(source.text).filter((amount) => amount.rupiah > 0);
  const per = perWhat(source.text, amounts);
  return amounts.map((amount, i) => ({
    rupiah: amount.rupiah,
    per: per[i] as string | null,
    text: quote(source, ...lineAround(source.text, amount)),
    lines: linesOf(source, amount.start, amount.end),
  }));
}

const NEGATIONS = ["tidak", "tanpa", "tiada", "bebas", "nol", "bukan"];
const SHORT_NEGATIONS = /^(tdk|tak|tdak|non)$/;
const COSTS = ["biaya", "dipungut", "pungutan", "pungut", "tarif", "retribusi", "bayaran", "berbayar"];
const CHARGED = [
  "dikenakan",
  "dikenai",
  "dibebankan",
  "dibebani",
  "memungut",
  "membayar",
  "bayar",
  "dibayar",
];
const FILLERS = ["ada", "di", "perlu", "akan", "dengan", "apapun", "pun", "oleh", "untuk", "sepeser"];
/** Words between "tidak" and the word for a cost. */
const NEGATION_REACH = 4;

/** "tidak ada biaya", "tanpa dipungut biaya", "tidak di pungut biaya", "bebas biaya", in any spelling a scan leaves. */
function deniesCost(tokens: readonly Token[], at: number): boolean {
  const word = (tokens[at] as Token).lower;
  if (!SHORT_NEGATIONS.test(word) && !nearAny(word, NEGATIONS)) return false;
  for (let i = at + 1; i <= at + NEGATION_REACH && i < tokens.length; i++) {
    const next = tokens[i] as Token;
    if (next.kind === "break") continue;
    if (nearAny(next.lower, COSTS) || nearAny(next.lower, CHARGED)) return true;
    if (!FILLERS.includes(next.lower)) return false;
  }
  return false;
}

const FREE_WORDS = ["gratis", "nihil", "cuma-cuma"];
const NEGATED = /^(tidak|tdk|bukan|tak)$/;
/** The budget of the government pays: nothing is asked of the user. */
const BUDGET_PAYS =
  /\b(?:dibebankan|ditanggung|dibiayai|bersumber)\s{1,3}(?:(?:pada|oleh|dari|dalam|kepada)\s{1,3})?(?:dana\s{1,3})?(?:apbd|apbn|pemerintah|negara|dpa|anggaran)/iu;

function saysFree(text: string): boolean {
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== "word") continue;
    const free =
      nearAny(token.lower, FREE_WORDS) || (token.lower === "cuma" && tokens[at + 2]?.lower === "cuma");
    if (free && !NEGATED.test(tokens[at - 1]?.lower ?? "")) return true;
    if (deniesCost(tokens, at)) return true;
  }
  return BUDGET_PAYS.test(text);
}

/** Costs that go to others (stamps, copies, posting) make no free service a paid one. */
const SIDE_COST =
  /mat[e]?rai|meterai|fotoc?k?opi|foto\s?copy|penggandaan|ongkos kirim|pengiriman|ditanggung (?:oleh )?pe(?:mohon|ngguna)/iu;
const FEE =
  /\b(?:tarif|biaya|besaran|besarnya)\s{1,3}(?:sewa|tarif|ditetapkan|sebesar|sesuai|berdasarkan|mengacu|mengikuti)|\bpnbp\b|\btarif\s{0,3}\(\s?rp|\bretribusi\b|\b(?:dikenakan|dikenai|dipungut|membayar|berbayar)\b|\bsewa\b|\d\s?(?:%|persen)|ditanggung (?:oleh )?pe(?:mohon|ngguna)/iu;
const NOT_FREE = /\b(?:tidak|bukan|tdk)\s{1,3}gratis\b/iu;
const FEE_BESIDE_FREE =
  /\b(?:tarif|biaya|besaran)\s{1,3}(?:retribusi|sewa)|\bretribusi\s{1,3}(?:sesuai|sebesar|berdasarkan)|\b(?:dikenakan|dikenai)\s{1,3}(?:tarif|biaya|retribusi)|\bsewa\b/iu;

/** Sentences, list items, exceptions; a point inside an amount or an abbreviation does not end one. */
const segmentsOf = (text: string): string[] =>
  text.split(/[\n;]|(?<=[\p{L})]{3})\.\s{1,3}(?=\p{Lu})|\b(?:[Kk]ecuali|[Ss]edangkan|[Nn]amun|[Tt]etapi)\b/u);

/**
 * Is the service free? `true` where the text says so in any wording ("gratis", "tanpa dipungut biaya", "Rp0", "nihil"),
 * `false` where it states a fee, with or without amount, for all or part of the service; null where it says neither.
 * What the user pays to others (stamps, copies) beside a free service is no fee.
 */
export function extractGratis(source: FactSource): boolean | null {
  const text = source.text;
  const free = saysFree(text);
  const segments = segmentsOf(text);
  const amounts = segments.flatMap((segment) =>
    free && SIDE_COST.test(segment) ? [] : amountsOf(segment).map((amount) => amount.rupiah),
  );
  if (amounts.some((rupiah) => rupiah > 0)) return false;
  if (free) return !segments.some((segment) => FEE_BESIDE_FREE.test(segment) && !saysFree(segment));
  if (amounts.length > 0 || isNothing(text)) return true;
  return segments.some((segment) => FEE.test(segment)) || NOT_FREE.test(text) ? false : null;
}

/** A bare nought, or a bare "tidak ada". */
const isNothing = (text: string): boolean =>
  /^(?:(?:0|nol)(?:\s?\((?:0|nol|nihil)[^()]{0,12}\))?(?:\s?rupiah)?|tidak ada)[\s.,-]*$/iu.test(text.trim());
