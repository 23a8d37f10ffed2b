import type { Waktu } from "../schema.ts";
import { durationsIn, type Found, UNIT_ORDER } from "./durations.ts";
import { listMarkers } from "./lists.ts";
import { type FactSource, linesOf, quote } from "./source.ts";
import { type Token, tokenize } from "./tokens.ts";

const LIMIT = /^(maksimal|maksimum|maks|selambat|lama|lambat|batas|terlama)$/;
const TOTAL = /^(total|totalnya|keseluruhan|seluruh|seluruhnya|semua|jumlah|akumulasi)$/;
const AT_LEAST = /^(minimal|minimum|tercepat|cepat|sedikit|kurang)$/;
/** How far before a duration the words that qualify it may stand, in tokens. */
const LOOK_BACK = 6;

function qualifiedBy(tokens: readonly Token[], found: Found, words: RegExp): boolean {
  for (let i = found.from - 1; i >= 0 && i >= found.from - LOOK_BACK; i--) {
    const token = tokens[i] as Token;
    if (/^[;.]$/.test(token.text)) return false;
    if (words.test(token.lower)) return true;
  }
  return /^(paling|maksimal|maksimum)$/.test(tokens[found.to + 1]?.lower ?? "") && words === LIMIT;
}

/** "minimal 30 hari dan maksimal 37 hari" is one range. */
function joinLimits(tokens: readonly Token[], all: Found[]): Found[] {
  const joined: Found[] = [];
  for (const found of all) {
    const before = joined.at(-1);
    const gap = before ? tokens.slice(before.to, found.from) : [];
    const upper =
      before &&
      before.unit === found.unit &&
      before.max <= found.min &&
      gap.length > 0 &&
      gap.length <= 4 &&
      gap.every((token) => LIMIT.test(token.lower) || /^(dan|paling|serta|,|\/|-)$/.test(token.lower)) &&
      gap.some((token) => LIMIT.test(token.lower)) &&
      AT_LEAST.test(tokens[before.from - 1]?.lower ?? "");
    if (upper) joined[joined.length - 1] = { ...before, max: found.max, to: found.to, basis: found.basis };
    else joined.push(found);
  }
  return joined;
}

/** Parts of one compound duration ("2 bulan 11 hari 1 jam") stand side by side, each in a smaller unit; same group number. */
function groupsOf(tokens: readonly Token[], all: readonly Found[]): number[] {
  const groups: number[] = [];
  for (const [i, found] of all.entries()) {
    const before = all[i - 1];
    const gap = before ? tokens.slice(before.to, Math.max(before.to, found.from)) : [];
    const compound =
      before &&
      UNIT_ORDER.indexOf(found.unit) < UNIT_ORDER.indexOf(before.unit) &&
      gap.length <= 1 &&
      gap.every((token) => /^(,|dan|lebih)$/.test(token.lower));
    const group = groups.at(-1) ?? -1;
    groups.push(before && (compound || found.repeated) ? group : group + 1);
  }
  return groups;
}

/** Where the items of a list begin, as offsets; none where there is no list. */
function itemStarts(withBreaks: readonly Token[]): number[] {
  const starts = listMarkers(withBreaks).map((marker) => (withBreaks[marker.at] as Token).start);
  return starts.length < 2 ? [] : starts;
}

/** For each duration the list item it stands in, counted from 1; 0 before the first item and where there is no list. */
function itemsOf(all: readonly Found[], tokens: readonly Token[], starts: readonly number[]): number[] {
  let item = 0;
  return all.map((found) => {
    while (item < starts.length && (starts[item] as number) <= (tokens[found.from] as Token).start) item++;
    return item;
  });
}

/** What the time of a stage without figure depends on. */
const DEPENDS = /^(sesuai|menyesuaikan|disesuaikan|tergantung|bergantung|tentatif|fleksibel|bervariasi)$/;

/** "Pendaftaran: 5 menit. Bimbingan: sesuai bahan": the time of one stage, while another's is open. */
function hasOpenStage(tokens: readonly Token[], found: Found): boolean {
  const named = (at: number) => tokens[at]?.text === ":" && tokens[at - 1]?.kind === "word";
  return (
    named(found.from - 1) &&
    tokens.some((token, at) => at > 0 && DEPENDS.test(token.lower) && named(at - 1) && at !== found.from)
  );
}

/** What is done: "Pemeriksaan", "Verifikasi", "Menelaah". */
const ACTION =
  /^(?:pe[a-z]{5,}an|[a-z]{4,}[sk]i|me[a-z]{4,}|di[a-z]{4,}|proses|tahap(?:an)?|cetak|survei|survey|rapat|telaah|kajian|entr[iy]|input|cek|tanda)$/;
/** Words of the same form that tell of which kind a thing is. */
const KIND =
  /^(?:per(?:panjangan|ubahan|aturan|orangan|seorangan|usahaan|janjian|izinan)|penggantian|pembaruan|pelayanan|rekomendasi|seleksi)$/;
/** "Jangka waktu pengajuan …": what takes the time is named behind. */
const TIME = /^(?:jangka|waktu|lama(?:nya)?)$/;

/** What a list says of its items that hold durations: the words before the first one, and whether any stand behind. */
interface Item {
  opening: string | null;
  bare: boolean;
}

function itemsWithTime(
  tokens: readonly Token[],
  all: readonly Found[],
  items: readonly number[],
  starts: readonly number[],
): Item[] {
  const found: Item[] = [];
  all.forEach((one, i) => {
    const item = items[i] as number;
    if (item === 0 || item === items[i - 1]) return;
    let opening: string | null = null;
    for (let at = one.from - 1; at >= 0; at--) {
      const { kind, text, lower, start } = tokens[at] as Token;
      if (start < (starts[item - 1] as number)) break;
      if (kind === "word" && text.length > 1 && !TIME.test(lower)) opening = lower;
    }
    found.push({ opening, bare: opening === null && tokens[one.to]?.kind !== "word" });
  });
  return found;
}

/** Items that name kinds of a thing, or nothing, are no stages one after the other: each has its own time. */
const areAlternatives = (items: readonly Item[]): boolean => {
  const openings = items.map(({ opening }) => opening);
  const [first] = openings;
  if (first && openings.every((word) => word === first)) return true;
  if (items.every(({ bare }) => bare)) return true;
  return openings.every((word) => word !== null && (!ACTION.test(word) || KIND.test(word)));
};

/** For each duration: is it the whole, one step of several, or unclear? */
function roles(tokens: readonly Token[], all: readonly Found[], starts: readonly number[]): Waktu["of"][] {
  const items = itemsOf(all, tokens, starts);
  const groups = groupsOf(tokens, all);
  const count = new Set(groups).size;
  const whole = all.map((found) => qualifiedBy(tokens, found, TOTAL));
  const limits = all.map((found) => qualifiedBy(tokens, found, LIMIT));
  const enumerated = new Set(items.filter((item) => item > 0)).size;
  const wholeStated = whole.includes(true);
  const stages =
    enumerated >= 2 && !wholeStated && !areAlternatives(itemsWithTime(tokens, all, items, starts));
  const limitedGroups = new Set(groups.filter((_, i) => limits[i])).size;
  const role = (i: number): Waktu["of"] => {
    // Items of a list may be alternatives; stages one after the other are not.
    if (count === 1 && items[i] === 0 && hasOpenStage(tokens, all[i] as Found)) return "step";
    if (count === 1) return (items[i] as number) > 0 && !limits[i] && !whole[i] ? null : "total";
    if (wholeStated) return whole[i] ? "total" : "step";
    if (enumerated >= 2) return stages && (items[i] as number) > 0 ? "step" : null;
    return limitedGroups === 1 && limits[i] ? "total" : null;
  };
  return all.map((found, i) => (found.repeated ? "step" : role(i)));
}

/**
 * Every duration with figure and unit in a jangka waktu, in order of the text. Recorded as stated: whether it is a time of
 * completion is judged elsewhere. A compound duration gives one entry for each unit; "2 x 24 jam" gives the product
 * (48 jam) and, as a step, the period (24 jam). Dates, years, times of day and a bare "H-3" are none.
 *
 * `of`: `total` for a sole duration and one called total (or, among several, the only one with a limit), `step` for the
 * items of a list that may be stages and for the time of one stage beside another that is left open, null where it is
 * unclear, or where the items are kinds of which each has its own time.
 */
export function extractWaktu(source: FactSource): Waktu[] {
  const withBreaks = tokenize(source.text);
  const tokens = withBreaks.filter((token) => token.kind !== "break");
  const durations = joinLimits(tokens, durationsIn(tokens));
  const of = roles(tokens, durations, itemStarts(withBreaks));
  return durations.map((found, i) => {
    const start = (tokens[found.from] as Token).start;
    const end = (tokens[found.to - 1] as Token).end;
    return {
      min: found.min,
      max: found.max,
      unit: found.unit,
      basis: found.basis,
      of: of[i] as Waktu["of"],
      text: quote(source, start, end),
      lines: linesOf(source, start, end),
    };
  });
}
