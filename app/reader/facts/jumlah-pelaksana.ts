import { type Quantity, quantityAt, rangeWordAt } from "./quantity.ts";
import type { FactSource } from "./source.ts";
import { near, type Token, tokenize } from "./tokens.ts";

const PEOPLE = ["orang", "pegawai", "petugas", "personil", "personel", "pelaksana"];
const SHORT_PEOPLE = /^(org|orng|staf|staff|asn|pns|pppk|thl|ptt)$/;
const PERSON = /^(orang|org|orng)$/;
/** Words for posts: a figure before one counts people where no "orang" stands ("2 kasubbag, 3 analis"). */
const POSTS =
  /^(kepala|kabag|kabid|kasub\w{0,4}|kasi|sekretaris|asisten|pejabat|fungsional|jf|jft|jfu|analis|pengelola|pengadministrasi|operator|admin|administrator|verifikator|arsiparis|perencana|pranata|penata|penelaah|pengolah|penyusun|bendahara|koordinator|anggota|ketua|tenaga|honorer|sopir|pengemudi|pramu\w{1,8}|dokter|auditor|notulis|teknisi|helpdesk|pokja|bidan|perawat|ners|apoteker|nutrisionis|ahli|radiografer|fisioterapis|sanitarian|penyuluh|psikolog|konselor|guru|satpam|sekuriti|kasir|resepsionis|pustakawan|surveyor|juru|kader|relawan|fasilitator|inspektur|camat|lurah)$/;
/** People who are served, not staff. */
const SERVED = /^(pemohon|tamu|peserta|pengguna|pelanggan|warga|masyarakat|penerima|jamaah|siswa|calon)$/;
const WHOLE_BEFORE = /^(total|totalnya|keseluruhan|seluruhnya|seluruh)$/;
const PARTS_AFTER = /^(terdiri|rincian|rinciannya|yaitu|yakni|meliputi|mencakup|perincian|komposisi)$/;
/** How far the words that make a figure the whole of others may stand from it, in tokens. */
const WHOLE_REACH = 5;

interface HeadCount {
  value: number;
  /** Indexes of the first token and of the one after the last. */
  from: number;
  to: number;
  /** A figure before a post, without "orang". */
  post: boolean;
  /** Does it begin a line? A figure before a post may then be the number of a list item. */
  leads: boolean;
  form: Quantity["form"];
}

const isPeople = (token: Token | undefined): boolean =>
  token?.kind === "word" &&
  (SHORT_PEOPLE.test(token.lower) || PEOPLE.some((people) => near(token.lower, people, 1)));

const LINE_START = /(?:^|\n)[ \t]{0,8}$/;
const MARGIN = 10;

/** The head-count that begins at token `at`; of a range ("2 - 3 orang") the lower figure, which is certain. */
function headCountAt(text: string, tokens: readonly Token[], at: number): HeadCount | null {
  const quantity = quantityAt(tokens, at);
  if (!quantity || !Number.isInteger(quantity.value)) return null;
  const start = (tokens[at] as Token).start;
  const count = (to: number, post: boolean): HeadCount => ({
    value: quantity.value,
    from: at,
    to,
    post,
    leads: LINE_START.test(text.slice(Math.max(0, start - MARGIN), start)),
    form: quantity.form,
  });
  if (quantity.gloss.some((word) => PERSON.test(word))) return count(quantity.next, false);
  const range = rangeWordAt(tokens, quantity.next);
  const upper = range === null ? null : quantityAt(tokens, range);
  const end = upper && isPeople(tokens[upper.next]) ? upper.next : quantity.next;
  const noun = tokens[end];
  if (!noun || SERVED.test(tokens[end + 1]?.lower ?? "")) return null;
  if (near(noun.lower, "orang") || PERSON.test(noun.lower)) return count(end + 1, false);
  const wrapped = text.slice((tokens[end - 1] as Token).end, noun.start).includes("\n");
  const labelled = /^[:=]$/.test(tokens[at - 1]?.text ?? "") && /^[:=]$/.test(tokens[end + 1]?.text ?? "");
  if (quantity.form === "guess" || wrapped || labelled) return null;
  return isPeople(noun) || POSTS.test(noun.lower) ? count(end + 1, true) : null;
}

/** Are the figures before posts only the numbers of a list that lost its points ("1 Kepala Bagian", "2 Analis")? */
function isListOfPosts(counts: readonly HeadCount[]): boolean {
  const posts = counts.filter((count) => count.post);
  return posts.length > 1 && posts.every((count, i) => count.leads && count.value === i + 1);
}

/** "Kepala Bagian : 1", "Analis = 3", "Staf (2)": figures behind posts, where nothing is counted in front of a word. */
function figuresBehindPosts(tokens: readonly Token[]): number[] {
  const values: number[] = [];
  for (let at = 1; at < tokens.length; at++) {
    if (!/^[:=(]$/.test(tokens[at - 1]?.text ?? "")) continue;
    const quantity = tokens[at]?.kind === "number" ? quantityAt(tokens, at) : null;
    const before = tokens[at - 2];
    const after = tokens[quantity?.next ?? at];
    const ends =
      !after || /^[;,.)]$/.test(after.text) || (after.kind === "word" && /^\p{Lu}/u.test(after.text));
    if (quantity && Number.isInteger(quantity.value) && before?.kind === "word" && ends)
      values.push(quantity.value);
  }
  return values;
}

/** Is this count the whole that later ones break down ("4 orang terdiri dari …", "total 4 orang")? */
function isWhole(tokens: readonly Token[], count: HeadCount, next: HeadCount | undefined): boolean {
  const after = tokens.slice(count.to, Math.min(count.to + WHOLE_REACH, next?.from ?? tokens.length));
  if (next && after.some((token) => PARTS_AFTER.test(token.lower))) return true;
  return tokens
    .slice(Math.max(0, count.from - WHOLE_REACH), count.from)
    .some((token) => WHOLE_BEFORE.test(token.lower));
}

/** "Jumlah: 3 orang" below the roles: the sum of what stands above, where it is that. */
const isSum = (tokens: readonly Token[], { from }: HeadCount): boolean => {
  const before = /^[:=]$/.test(tokens[from - 1]?.text ?? "") ? tokens[from - 2] : tokens[from - 1];
  return before !== undefined && /^(?:jumlah|jml)$/.test(before.lower);
};

/** Does a colon, comma or parenthesis follow, as after a figure that stands over a list? */
const standsOverList = (tokens: readonly Token[], count: HeadCount): boolean =>
  /^[:(]$/.test(tokens[count.to]?.text ?? "");

const sumOf = (counts: readonly HeadCount[]): number => counts.reduce((sum, count) => sum + count.value, 0);

/**
 * Leaves out what is counted twice: the parts of a whole, and a count whose digit the scan lost ("(satu) orang") when the
 * same count stands in full right behind it.
 */
function withoutRepeats(tokens: readonly Token[], counts: readonly HeadCount[]): HeadCount[] {
  const echo = (count: HeadCount, next: HeadCount | undefined) =>
    count.form === "guess" &&
    tokens[count.from]?.text === "(" &&
    next?.value === count.value &&
    next.form === "figure";
  const kept = counts.filter((count, i) => !echo(count, counts[i + 1]));
  const first = kept[0];
  const parts = kept.slice(1);
  const tallies =
    first &&
    parts.length > 0 &&
    standsOverList(tokens, first) &&
    !parts.some((part) => standsOverList(tokens, part)) &&
    (parts.every((part) => part.post)
      ? !first.post && sumOf(parts) <= first.value
      : parts.length > 1 && sumOf(parts) === first.value);
  if (tallies) return [first];
  const wholes: HeadCount[] = [];
  for (let i = 0; i < kept.length; i++) {
    const count = kept[i] as HeadCount;
    if (!isWhole(tokens, count, kept[i + 1])) {
      if (isSum(tokens, count) && sumOf(wholes) === count.value) wholes.length = 0;
      wholes.push(count);
      continue;
    }
    if (wholes.length > 0 && sumOf(wholes) === count.value) wholes.length = 0;
    wholes.push(count);
    let left = count.value;
    while (left > 0 && i + 1 < kept.length && (kept[i + 1] as HeadCount).value <= left) {
      left -= (kept[++i] as HeadCount).value;
    }
  }
  return wholes;
}

/**
 * The number of staff in a jumlah pelaksana: figures before "orang" or a post, added up over roles; a whole with its parts
 * ("4 orang terdiri dari 1 kabag dan 3 staf") once. "3 (tiga) orang" is 3, a hedge ("minimal 2", "± 5") gives its figure, a
 * range its lower one. Numbers of list items are no counts. Null where no figure stands.
 */
export function extractHeadCount(source: FactSource): number | null {
  const tokens = tokenize(source.text).filter((token) => token.kind !== "break");
  const counts: HeadCount[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const count = headCountAt(source.text, tokens, at);
    if (!count) continue;
    counts.push(count);
    at = count.to - 1;
  }
  const people = isListOfPosts(counts) ? counts.filter((count) => !count.post) : counts;
  if (people.length > 0) return sumOf(withoutRepeats(tokens, people));
  const behind = figuresBehindPosts(tokens);
  if (behind.length > 0) return behind.reduce((sum, value) => sum + value, 0);
  const alone = quantityAt(tokens, 0);
  const bare = alone && tokens.slice(alone.next).every((token) => token.text === ".");
  return bare && Number.isInteger(alone.value) && alone.form !== "guess" ? alone.value : null;
}
