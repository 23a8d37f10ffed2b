import { remembered } from "../memory.ts";
import type { DasarHukum } from "../schema.ts";
import { citationOf, headEnd, type Mention, mentionsIn, numberAndYear } from "./citations.ts";
import { listMarkers, type Marker } from "./lists.ts";
import { openingOf } from "./regulation-types.ts";
import type { FactSource } from "./source.ts";
import { type Token, tokenize } from "./tokens.ts";

export interface LegalBasis {
  /** The regulations cited as a basis, in order; those that only amend one of them, or stand in a title, are left out. */
  citations: DasarHukum[];
  /** List items that name a legal basis; null where there is none. */
  count: number | null;
}

/** Words before a regulation that make it part of another: amended by it, carried out by it, named in its title. */
const PART_OF =
  /^(?:atas|dengan|pelaksanaan|pelaksana|perubahan|pengganti|penetapan|pencabutan|penjabaran|penjelasan|penerapan|rancangan|raperda|jo|juncto|junto|yo|oleh|dari|terhadap|pada|dalam|ke|kepada|menjadi|berdasarkan|sesuai|tentang|menurut|diubah|terakhir|mencabut|untuk|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|model|isi|amanat|menunjuk|dan\/atau|undang)$/;
const JOINS = /^(?:dan|serta|atau|maupun)$/;
/** What an item begins with that names a basis without citing a regulation by number. */
const LEGAL_WORD =
  /^(?:peraturan\w*|undang|perundang\w*|keputusan|surat|edaran|instruksi|pedoman|petunjuk|juknis|juklak|perjanjian|kesepakatan|nota|mou|rekomendasi|pengumuman|penetapan|permen\w*|kepmen\w*|perda|perbup|perpres|pergub|perwal\w*|pp|uu|sk|se|sop|pasal|ketentuan|ketetapan|kitab|maklumat|naskah|menteri|hukum|kebijakan|dokumen)$/;
/** How many words from its beginning an item may take to say that it is one of the law. */
const LEGAL_REACH = 8;
const MAX_PRINTED = 60;

const openingOnce = remembered(openingOf);

/** A stretch of tokens that is one list item, or what stands between two. */
interface Segment {
  from: number;
  to: number;
  marker: Marker | null;
}

/** Cuts the tokens (without line breaks) at list markers and semicolons. */
function segmentsOf(tokens: readonly Token[], withBreaks: readonly Token[]): Segment[] {
  const markers = listMarkers(withBreaks);
  const segments: Segment[] = [];
  let open: Segment = { from: 0, to: tokens.length, marker: null };
  let nextMarker = 0;
  const close = (to: number, from: number, marker: Marker | null) => {
    if (to > open.from || open.marker) segments.push({ ...open, to });
    open = { from, to: tokens.length, marker };
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const marker = markers[nextMarker];
    if (marker && token.start >= (withBreaks[marker.at] as Token).start) {
      const content = withBreaks[marker.content];
      let from = i;
      while (from < tokens.length && content && (tokens[from] as Token).start < content.start) from++;
      close(i, content ? from : tokens.length, marker);
      nextMarker++;
      i = Math.max(i, from - 1);
    } else if (token.text === ";") close(i, i + 1, null);
  }
  segments.push(open);
  return segments.filter((segment) => segment.to > segment.from);
}

type Standing = "item" | "beside" | "part";

/** A regulation with its number, its year and a capital. */
function isCitedInFull(
  text: string,
  tokens: readonly Token[],
  { at, name }: Mention,
  segment: Segment,
): boolean {
  const end = headEnd(tokens, name.next, segment.to);
  const { number, year } = numberAndYear(text, tokens, name.next, end);
  return number !== null && year !== null && /^\p{Lu}/u.test((tokens[at] as Token).text);
}

/**
 * How a mention stands in its segment: as an item of its own, beside another in the same item ("UU … dan UU …"), or as part
 * of another. A mention that runs on behind other words needs a number and a capital to be an item; behind a numbered item
 * also a line break or punctuation.
 */
function standingOf(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  segment: Segment,
  first: boolean,
): Standing {
  const { at } = mention;
  const before = tokens[at - 1];
  const token = tokens[at] as Token;
  if (at === segment.from || !before) return "item";
  let i = at - 1;
  const joined = JOINS.test(before.lower);
  if (joined) i--;
  const previous = tokens[i];
  if (i < segment.from || !previous) return "item";
  if (!joined && previous.text === "," && !segment.marker && isCitedInFull(text, tokens, mention, segment))
    return "item";
  if (joined || /^[,/]$/.test(previous.text)) return "beside";
  if (PART_OF.test(previous.lower) || previous.text === "(") return "part";
  const end = headEnd(tokens, mention.name.next, segment.to);
  const { number, year } = numberAndYear(text, tokens, mention.name.next, end);
  if (number === null && year === null && mention.name.type !== "UUD") return "part";
  if (!/^\p{Lu}/u.test(token.text)) return "part";
  if (first || !segment.marker) return "item";
  const gap = text.slice(previous.end, token.start).includes("\n");
  return gap || /^[.)]$/.test(previous.text) ? "item" : "part";
}

function saysLaw(tokens: readonly Token[], segment: Segment): boolean {
  const words = tokens.slice(segment.from, Math.min(segment.to, segment.from + LEGAL_REACH));
  return words.some((word) => word.kind === "word" && LEGAL_WORD.test(word.lower));
}

/** Do the tokens `from` to `to` begin, in a capital, with a word of the law, and say more than that word? */
const opensLikeLaw = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from >= 3 &&
  LEGAL_WORD.test((tokens[from] as Token).lower) &&
  /^\p{Lu}/u.test((tokens[from] as Token).text) &&
  tokens[to - 1]?.text !== ":";

/** The citation of a numbered item whose kind of regulation was lost ("4. Menteri … Nomor 5 Tahun 2020 …"); null if it has none. */
function namelessCitation(text: string, tokens: readonly Token[], segment: Segment): DasarHukum | null {
  const nameless: Mention = { at: segment.from, name: { type: "", next: segment.from } };
  const citation = citationOf(text, tokens, nameless, segment.to);
  return citation.number && citation.year ? { ...citation, type: null } : null;
}

/**
 * How many items the printed numbers of a list speak for, where they only rise: items that the scan lost between two are
 * counted by them. A list whose first item has a later number than 1 is misnumbered: it is counted from there.
 */
function printedCount(counted: readonly Segment[]): number {
  const ordinalOf = ({ marker }: Segment) => (marker?.kind === "digit" ? marker.ordinal : null);
  const opening = counted[0] ? ordinalOf(counted[0]) : null;
  let last = 0;
  for (const segment of counted) {
    const ordinal = ordinalOf(segment);
    if (ordinal === null) continue;
    if (ordinal <= last) return 0;
    last = ordinal;
  }
  return last <= MAX_PRINTED ? last - ((opening ?? 1) - 1) : 0;
}

const isCitation = (citation: DasarHukum): boolean =>
  citation.number !== null || citation.year !== null || citation.title !== null;

interface Item {
  segment: Segment;
  count: number;
  citations: DasarHukum[];
}

/** What one segment adds; `open` is false behind a numbered item that is none of the law (another list has leaked in). */
function readSegment(
  text: string,
  tokens: readonly Token[],
  segment: Segment,
  inside: Mention[],
  open: boolean,
): Item {
  let count = 0;
  const kept = inside.filter((mention) => {
    const standing = standingOf(text, tokens, mention, segment, count === 0);
    if (standing === "item") count++;
    return standing !== "part";
  });
  const first = kept[0];
  if (first && !segment.marker && opensLikeLaw(tokens, segment.from, first.at)) count++;
  if (count === 0 && segment.marker) count = inside.length > 0 || (open && saysLaw(tokens, segment)) ? 1 : 0;
  else if (count === 0) count = opensLikeLaw(tokens, segment.from, segment.to) ? 1 : 0;
  if (count > 0 && kept.length === 0 && inside[0]) kept.push(inside[0]);
  const citations = kept
    .map((mention, i) => citationOf(text, tokens, mention, kept[i + 1]?.at ?? segment.to))
    .filter(isCitation);
  const nameless = count > 0 && kept.length === 0 ? namelessCitation(text, tokens, segment) : null;
  return { segment, count, citations: nameless ? [nameless] : citations };
}

/** Does a list begin again with the item it began with? A scan that stutters prints it so, longer each time. */
const beginsAgain = (items: readonly Item[], item: Item): boolean => {
  if (item.segment.marker?.ordinal !== 1 || item.citations.length === 0) return false;
  const first = items.find((each) => each.segment.marker?.ordinal === 1)?.citations[0];
  const again = item.citations[0] as DasarHukum;
  return (
    first !== undefined &&
    first.type === again.type &&
    first.number === again.number &&
    first.year === again.year
  );
};

const countOf = (items: readonly Item[]): number =>
  Math.max(
    items.reduce((sum, item) => sum + item.count, 0),
    printedCount(items.map((item) => item.segment)),
  );

const CAPITAL = /\p{Lu}/u;

/** Where a text has no capital at all, its small letters say nothing: its words are read as if they stood in capitals. */
const withCapitals = (text: string, tokens: readonly Token[]): readonly Token[] =>
  CAPITAL.test(text)
    ? tokens
    : tokens.map((token) =>
        token.kind === "word" && token.text.length > 1 ? { ...token, text: token.text.toUpperCase() } : token,
      );

/**
 * The legal bases of a dasar hukum. Items are found by their numbers or bullets, by semicolons, or, where a scan lost both, by
 * the regulations themselves; "sebagaimana diubah dengan …" and regulations named in a title add none. Where the last printed
 * number is greater than the items found, it is the count: the items between were lost.
 */
export function extractDasarHukum(source: FactSource): LegalBasis {
  const { text } = source;
  const withBreaks = withCapitals(text, tokenize(text));
  const tokens = withBreaks.filter((token) => token.kind !== "break");
  const mentions = mentionsIn(tokens, openingOnce);
  let items: Item[] = [];
  let fullest: Item[] = [];
  let next = 0;
  let open = true;
  for (const segment of segmentsOf(tokens, withBreaks)) {
    const inside: Mention[] = [];
    for (; next < mentions.length && (mentions[next] as Mention).at < segment.to; next++) {
      if ((mentions[next] as Mention).at >= segment.from) inside.push(mentions[next] as Mention);
    }
    const item = readSegment(text, tokens, segment, inside, open);
    if (segment.marker?.ordinal != null) open = item.count > 0;
    if (item.count === 0) continue;
    if (beginsAgain(items, item)) {
      if (countOf(items) > countOf(fullest)) fullest = items;
      items = [];
    }
    items.push(item);
  }
  const best = countOf(fullest) > countOf(items) ? fullest : items;
  return { citations: best.flatMap((item) => item.citations), count: best.length > 0 ? countOf(best) : null };
}
