import { letters } from "../../text.ts";
import type { Features } from "../features.ts";
import { cleanHeading } from "../heading-names.ts";
import type { Heading } from "../headings/index.ts";
import type { Passed } from "../path.ts";

/** What pages print around their content: captions once more, running heads with the rest of a letterhead, running feet. */

/** A caption has so many letters at least, and no more characters. */
const CAPTION_LETTERS = 8;
const MAX_CAPTION = 240;

/** Letters of a title: its number, the words before a name and the name. */
const captionKey = (text: string): string => letters(cleanHeading(text).name);

/**
 * A caption printed once more below its last table: the name of a service or a bagian, or the annex's title, alone on a
 * line behind which a heading, a signature or nothing follows.
 */
export const markRepeatedCaptions = (
  all: readonly Features[],
  passed: (Passed | null)[],
  headings: readonly Heading[],
): void => {
  const names = new Map<string, number>();
  for (const { from, name } of headings) {
    const key = captionKey(name ?? "");
    if (key.length >= CAPTION_LETTERS && !names.has(key)) names.set(key, from);
  }
  const starts = new Set(headings.map((heading) => heading.from));
  // Whether what stands below the row, scraps of a page aside, ends a table.
  let ends = true;
  for (let at = all.length - 1; at >= 0; at--) {
    const features = all[at] as Features;
    const kind = passed[at];
    if (kind === "skip" || kind === "scrap") continue;
    if (kind !== null) {
      ends = kind === "signature" || starts.has(at) || kind === "heading";
      continue;
    }
    if (!ends) continue;
    ends = false;
    if (features.filled.length !== 1 || features.long || features.candidates.length > 0) continue;
    if (features.text.length > MAX_CAPTION || /[.;:,]$/.test(features.text)) continue;
    const first = names.get(captionKey(features.text));
    const again = first !== undefined && first < at;
    if (!again && !(features.row.kind === "prose" && PAGE_HEAD.test(features.text))) continue;
    passed[at] = "skip";
    ends = true;
  }
};

/** An office or a document in capitals, as the head of a page prints it. */
const PAGE_HEAD =
  /^(?:PEMERINTAH|SEKRETARIAT|DINAS|BADAN|KECAMATAN|BAGIAN|BIRO|KEPUTUSAN|LAMPIRAN|STANDAR (?:PE)?LAYANAN)\b[^:;a-z]*$/;
/** So often a line must stand alone to be the head of every page. */
const PAGE_HEADS = 3;
const MAX_PAGE_HEAD = 90;

/** Heads that every page prints anew, also in the midst of a table. */
export const markRunningHeads = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const isHead = (features: Features): boolean =>
    features.row.kind === "prose" &&
    features.candidates.length === 0 &&
    !features.long &&
    features.text.length <= MAX_PAGE_HEAD &&
    PAGE_HEAD.test(features.text);
  const count = new Map<string, number>();
  const headings = new Set<string>();
  all.forEach((features, index) => {
    if (!isHead(features)) return;
    count.set(features.text, (count.get(features.text) ?? 0) + 1);
    if (passed[index] === "heading") headings.add(features.text);
  });
  all.forEach((features, index) => {
    if (passed[index] !== null || !isHead(features)) return;
    const least = LETTERHEAD_OPENS.test(features.text) ? LETTERHEADS : PAGE_HEADS;
    if ((count.get(features.text) ?? 0) >= least || headings.has(features.text)) passed[index] = "skip";
  });
  markLetterheads(all, passed, isHead);
  markRunningFeet(all, passed);
};

/** What a page prints beside its number: "Standar Pelayanan Kota X | 5", "Halaman 5 | Standar Pelayanan". */
const FOOT =
  /^(?:(\D{5,80}?)\s*(?:\||[-–—•]?\s*\b(?:hal(?:aman)?|page)\b\.?)\s*\d{1,3}|(?:hal(?:aman)?|page)?\.?\s*\d{1,3}\s*\|\s*(\D{5,80}))$/i;

/** A quick look: the number stands at an end, or the sign beside it. */
const MAY_BE_FOOT = /\d\s*$|\|/;

/** The same words with another number on several pages. */
const markRunningFeet = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const pages = new Map<string, Map<string, number[]>>();
  all.forEach((features, index) => {
    const { row, candidates } = features;
    if (passed[index] !== null || row.kind !== "prose" || candidates.length > 0) return;
    if (!MAY_BE_FOOT.test(row.cells[0]?.text ?? "") || features.long) return;
    const { text } = features;
    const match = text.length <= MAX_PAGE_HEAD ? FOOT.exec(text) : null;
    if (!match) return;
    const words = (match[1] ?? match[2] ?? "").trim();
    const numbers = pages.get(words) ?? new Map<string, number[]>();
    pages.set(words, numbers);
    const prints = numbers.get(text);
    if (prints) prints.push(index);
    else numbers.set(text, [index]);
  });
  for (const numbers of pages.values()) {
    const rows = [...numbers.values()].flat();
    if (numbers.size > 1 && rows.length >= PAGE_HEADS) for (const at of rows) passed[at] = "skip";
  }
};

/** Lines right below a running head that are printed below it each time: the rest of a letterhead. */
const markLetterheads = (
  all: readonly Features[],
  passed: (Passed | null)[],
  isHead: (features: Features) => boolean,
): void => {
  const below = new Map<string, Set<number>>();
  all.forEach((head, index) => {
    if (passed[index] !== "skip" || !isHead(head)) return;
    for (let at = index + 1; at < all.length && at - index <= LETTERHEAD; at++) {
      const { row, gap, text, long, candidates } = all[at] as Features;
      if (row.kind !== "prose" || gap > 0 || long || candidates.length > 0 || passed[at] === "heading") break;
      if (passed[at] !== null) continue;
      if (LETTERHEAD_OPENS.test(head.text) && (OFFICE.test(text) || ADDRESS.test(text))) {
        passed[at] = "skip";
        continue;
      }
      const rows = below.get(text) ?? new Set();
      below.set(text, rows.add(at));
    }
  });
  for (const rows of below.values()) if (rows.size >= PAGE_HEADS) for (const at of rows) passed[at] = "skip";
};

/** Lines of a letterhead below its first ones. */
const LETTERHEAD = 5;
/** The line with which one begins is no other text: it need not come again. */
const LETTERHEAD_OPENS = /^PEMERINTAH (?:DAERAH|KABUPATEN|KOTA|PROVINSI)\b/;
const LETTERHEADS = 1;
/** An office in capitals, or an address. */
const OFFICE =
  /^(?:SEKRETARIAT|DINAS|BADAN|KECAMATAN|KELURAHAN|UPTD?|UNIT|PUSKESMAS|RUMAH SAKIT|RSUD|BALAI|KANTOR|BAGIAN|INSPEKTORAT|SATUAN)\b[^a-z]*$/;
const ADDRESS = /\b(?:jalan|jl|telp|telepon|kode pos|laman|website|surel|e-?mail|fax)\b/i;
