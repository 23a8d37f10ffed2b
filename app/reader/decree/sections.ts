import { isNoise, isPageNumber } from "../marks.ts";
import { enumerator } from "../text.ts";
import { type AnnexList, annexListOf } from "./annex-list.ts";
import type { Stretch } from "./cut.ts";
import type { Landmark } from "./landmarks.ts";
import { listColumns } from "./list-table.ts";
import { isUpper, type Seg } from "./seg.ts";
import { startsService } from "./service-start.ts";
import { copiesEnd, signatureFlags } from "./signature.ts";

type Marks = readonly (Landmark | null)[];

/** Where the parts of one decree stand, as indexes of segments. */
export interface Sections {
  /** Menimbang or what stands for it; the decree's end where the preamble is lost. */
  preamble: number;
  /** MEMUTUSKAN or the first clause; null where the diktum is lost. */
  diktum: number | null;
  /** One past the diktum's last row: at "Ditetapkan di" or where the annex begins. */
  diktumEnd: number;
  ditetapkan: number | null;
  /** First row at which the decree can be signed; null where its body is lost. */
  signedFrom: number | null;
  /** LAMPIRAN, or what stands in its place; null without an annex. */
  annexHead: number | null;
  list: AnnexList | null;
  /** First row of the annex in which tables of services can begin; null without an annex. */
  annexFrom: number | null;
}

const first = (marks: Marks, from: number, to: number, ...wanted: Landmark[]): number | null => {
  for (let i = from; i < to; i++) if (wanted.includes(marks[i] as Landmark)) return i;
  return null;
};

const HEAD_LINE = /^(?:NOMOR|NO (?=\d)|TANGGAL|TENTANG|KEPUTUSAN|PERATURAN|SURAT KEPUTUSAN)\b/;
/** How a title that stands over several blocks goes on. */
const TITLE_GOES_ON = /^(?:SEKRETARIAT|KABUPATEN|KOTA|PROVINSI|PEMERINTAH|DI|PADA|DAERAH|TAHUN)\b/;
const TITLE_ENDS = /^(?:KABUPATEN|KOTA|PROVINSI)\b/;
const UNIT = /^(?:BAGIAN|BIRO|BIDANG|SEKSI|SUB ?BAGIAN|SUB ?BIDANG|INSTALASI)\b/;
/** A line that waits for the next one. */
const WAITS = /\b(?:PADA|DI|LINGKUNGAN|DAN|OLEH|UNTUK|TENTANG)$/;
/** Share of a line's words that the subject has too. */
const KNOWN_SHARE = 0.7;

/**
 * One past the head of an annex that begins at `at`: the lines set together with LAMPIRAN, then those that go on with
 * number, date and subject, then the title made of the subject's words. A heading of a unit or a service is left to the
 * annex.
 */
const annexHeadEnd = (
  segs: readonly Seg[],
  marks: Marks,
  at: number,
  to: number,
  subject: ReadonlySet<string>,
): number => {
  const known = (seg: Seg | undefined): boolean => {
    const words = seg?.key.split(" ") ?? [];
    return words.filter((word) => subject.has(word)).length >= KNOWN_SHARE * Math.max(1, words.length);
  };
  let about = /\bTENTANG\b/.test((segs[at] as Seg).key);
  // Set together with LAMPIRAN, without a blank line between.
  let together = true;
  let titled = false;
  let end = at + 1;
  for (; end < to; end++) {
    const seg = segs[end] as Seg;
    const before = segs[end - 1] as Seg;
    const adjacent = seg.line - before.lineTo <= 1;
    if (!adjacent) together = false;
    if (marks[end] === "annex" || marks[end] === "maklumat" || seg.row.separator || seg.text.length > 220)
      break;
    if (listColumns(seg.row) !== null) break;
    if (HEAD_LINE.test(seg.key) && seg.filled <= 3) {
      about ||= /\bTENTANG\b/.test(seg.key);
      continue;
    }
    if (seg.filled > 2 || startsService(seg) || enumerator(seg.text)) break;
    // The region ends the title: a unit, or words that the subject has not, head what follows.
    const ended = TITLE_ENDS.test(before.key) && !TITLE_GOES_ON.test(seg.key);
    if (about && ended && (UNIT.test(seg.key) || !known(seg))) break;
    // Of a unit that the subject does not name the title speaks only where it goes on behind it.
    const own = UNIT.test(seg.key) && !known(seg) && !TITLE_GOES_ON.test(segs[end + 1]?.key ?? "");
    if (about && own && !WAITS.test(before.key)) break;
    const goesOn = adjacent && about && (together || before.key === "TENTANG");
    if (UNIT.test(seg.key) && !goesOn) break;
    const complete = isUpper(seg.bare) ? known(before) && !WAITS.test(before.key) : isUpper(before.bare);
    if (about && complete && !known(seg) && namesFirst(segs, end)) break;
    if (goesOn) continue;
    if (!isUpper(seg.bare)) break;
    if (together) continue;
    if (about && before.key === "TENTANG") {
      titled = true;
      continue;
    }
    if (!known(seg) || (titled && !adjacent && !TITLE_GOES_ON.test(seg.key))) break;
    const following = segs[end + 1];
    // "STANDAR PELAYANAN" over a name that is not the decree's heads a service.
    const joined = following !== undefined && following.line - seg.lineTo <= 1;
    if (/^STANDAR (?:PE)?LAYANAN(?: PUBLIK)?$/.test(seg.key) && joined && !known(following)) break;
    titled = true;
  }
  return end;
};

/** A line right above a table's first label: below a whole title it names the service. */
const namesFirst = (segs: readonly Seg[], at: number): boolean => {
  const below = segs[at + 1];
  return below !== undefined && startsService(below);
};

/** Words of the decree's subject: what an annex repeats in its title. */
const subjectWords = (segs: readonly Seg[], from: number, to: number): Set<string> => {
  const words = new Set(
    "STANDAR PELAYANAN PUBLIK DI PADA LINGKUNGAN SEKRETARIAT DAERAH KABUPATEN KOTA PROVINSI PEMERINTAH DAN TAHUN".split(
      " ",
    ),
  );
  for (let i = from; i < Math.min(to, from + 30); i++)
    for (const word of (segs[i] as Seg).key.split(" ", 40)) words.add(word);
  return words;
};

/** First row that surely begins the services; a bare word of a clause ("e. produk pelayanan; dan") is none. */
const firstService = (segs: readonly Seg[], from: number, to: number, sure: boolean): number | null => {
  for (let i = from; i < to; i++) {
    const seg = segs[i] as Seg;
    if (startsService(seg) && (sure || seg.row.kind === "table" || !enumerator(seg.text))) return i;
  }
  return null;
};

/** Headings above the first service of an annex whose own head is lost. */
const headingsAbove = (segs: readonly Seg[], marks: Marks, at: number, floor: number): number => {
  let from = at;
  while (from - 1 > floor && at - from < 6) {
    const seg = segs[from - 1] as Seg;
    if (
      marks[from - 1] !== null ||
      seg.text.length > 160 ||
      /[.;]$/.test(seg.text) ||
      seg.row.kind === "table"
    )
      break;
    from--;
  }
  return from;
};

/** Finds the parts of one decree. */
export const sectionsOf = (segs: readonly Seg[], marks: Marks, stretch: Stretch): Sections => {
  const { from, to, title } = stretch;
  const preamble =
    first(marks, from, to, "menimbang", "mengingat", "memutuskan", "diktum") ??
    (title !== null ? title + 1 : from);
  const bare =
    first(marks, from, to, "menimbang", "mengingat", "memutuskan", "diktum", "ditetapkan") === null;
  let annexHead = first(marks, bare ? from : preamble, to, "annex");
  const bodyEnd = annexHead ?? to;
  const diktum =
    first(marks, preamble, bodyEnd, "memutuskan") ?? first(marks, preamble, bodyEnd, "diktum", "menetapkan");
  const ditetapkan = first(marks, diktum ?? preamble, bodyEnd, "ditetapkan");
  const subject = subjectWords(segs, from, preamble);
  if (annexHead === null && ditetapkan !== null) {
    // The word LAMPIRAN may be lost and the rest of its head stand.
    annexHead = first(marks, ditetapkan, to, "title");
  }
  const lastClause = lastDiktum(marks, diktum ?? preamble, bodyEnd);
  const searchFrom = ditetapkan ?? (bare ? from : lastClause + 1);
  const service = firstService(segs, searchFrom, annexHead ?? to, ditetapkan !== null || bare);
  let annexFrom: number | null = null;
  if (service !== null || (annexHead === null && bare)) {
    annexHead = null;
    if (ditetapkan !== null && service !== null)
      annexFrom = Math.min(afterSignature(segs, marks, ditetapkan, to), service);
    else if (bare) annexFrom = title === null ? from : Math.min(title + 1, to - 1);
    else if (service !== null) annexFrom = headingsAbove(segs, marks, service, lastClause);
  } else if (annexHead !== null) annexFrom = annexHeadEnd(segs, marks, annexHead, to, subject);

  const begin = annexFrom;
  const diktumEnd = ditetapkan ?? annexHead ?? begin ?? to;
  const list = begin === null ? null : annexListOf(segs, marks, begin, to);
  if (list) annexFrom = list.to;
  while (annexFrom !== null && annexFrom < to && marks[annexFrom] === "annex")
    annexFrom = annexHeadEnd(segs, marks, annexFrom, to, subject);
  if (annexFrom !== null && annexFrom >= to) annexFrom = null;
  const signedFrom = ditetapkan ?? (diktum === null ? null : lastClause + 1);
  return {
    preamble,
    diktum,
    diktumEnd,
    ditetapkan,
    signedFrom,
    annexHead: annexHead ?? begin,
    list,
    annexFrom,
  };
};

const lastDiktum = (marks: Marks, from: number, to: number): number => {
  for (let i = to - 1; i >= from; i--) if (marks[i] === "diktum" || marks[i] === "memutuskan") return i;
  return from;
};

/** One past the signature, the list of copies and the noise that follow "Ditetapkan di". */
const afterSignature = (segs: readonly Seg[], marks: Marks, ditetapkan: number, to: number): number => {
  const flags = signatureFlags(segs, marks, ditetapkan, Math.min(to, ditetapkan + 60));
  let at = ditetapkan;
  while (at < to) {
    const seg = segs[at] as Seg;
    if (marks[at] === "copies") at = copiesEnd(segs, marks, at, to);
    else if (flags.has(at) || seg.row.separator || isPageNumber(seg.text) || isNoise(seg.text)) at++;
    else break;
  }
  return at;
};
