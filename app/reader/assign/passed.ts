import { isOtherLabel } from "../labels/wordings.ts";
import { CONTINUED, isAside, isCatchword, isPageNumber, isWithinHalfTitle } from "../marks.ts";
import type { Cell } from "../rows/index.ts";
import { letters } from "../text.ts";
import type { Features } from "./features.ts";
import { cleanHeading, isBareCaption, isTitle } from "./heading-names.ts";
import type { Heading } from "./headings/index.ts";
import type { Passed } from "./path.ts";

/** Rows that no component owns: titles and heads of tables, page heads and numbers, signatures, scraps, other parts of the annex. */

/** A picture that a converter left as a link. */
const isPicture = (text: string): boolean => /^!\[[^\]]*\]\([^)]*\)$/.test(text);

const beginsAsPicture = ({ row, filled }: Features): boolean =>
  /^\s*!/.test(row.cells[filled[0] as number]?.text ?? "");

/** Text of the next row that is neither page number, picture nor separator. */
const nextText = (all: readonly Features[], index: number): string | undefined => {
  for (let i = index + 1; i < Math.min(all.length, index + 6); i++) {
    const features = all[i] as Features;
    if (
      features.row.separator ||
      features.tableHead ||
      isPageNumber(features.text) ||
      isPicture(features.text)
    )
      continue;
    return features.text;
  }
  return undefined;
};

/** A year or a figure with its full stop in the content column is the wrapped end of a sentence, no page number. */
const endsSentence = ({ row, filled, text }: Features): boolean =>
  row.kind === "table" && (filled[0] as number) > 0 && /^(?:19|20)\d\d\W?$|^\d+[.;]$/.test(text);

const isTitleMark = ({ row, filled }: Features): boolean =>
  filled.length === 2 && /^\s*[A-Z]{1,3}\s?[.)]?\s*$/.test(row.cells[filled[0] as number]?.text ?? "");

/** What each row is passed over as; null for the rows that are read. */
export const passedRows = (all: readonly Features[], headings: readonly Heading[]): (Passed | null)[] => {
  const passed: (Passed | null)[] = all.map((features, index) => {
    if (features.row.separator || features.filled.length === 0 || features.row.foot) return "skip";
    if (features.tableHead) return "table_head";
    // A title with a row's number covers the label of its row: the row itself must be read. "A." and "I." count titles.
    if (features.half) return features.number?.own && !isTitleMark(features) ? null : "divider";
    // A page number, a title and a catchword are short: the text of a long row is not asked for.
    if (features.long)
      return features.filled.length <= 2 && beginsAsPicture(features) && isPicture(features.text)
        ? "skip"
        : null;
    if (
      features.filled.length === 1 &&
      isPageNumber(features.text) &&
      !endsSentence(features) &&
      !(features.number?.own && features.row.kind === "table" && features.row.cells.length > 1)
    )
      return "skip";
    if (features.row.kind === "prose" && features.text.length < 60 && isTitle(features.text))
      return "divider";
    if (isBareCaption(features)) return "divider";
    if (features.row.kind === "prose" && isAside(features.text)) return "skip";
    if (features.filled.length > 2) return null;
    if (features.gap > 0 && CONTINUED.test(features.text)) return "skip";
    if (beginsAsPicture(features) && isPicture(features.text)) return "skip";
    if (/(?:\.\.|…)\s*$/.test(features.text) && isCatchword(features.text, nextText(all, index)))
      return "skip";
    return null;
  });
  markScraps(all, passed);
  markOtherRows(all, passed);
  markSignatures(all, passed);
  markTornTitles(all, passed);
  markNumbersAbove(all, passed);
  markForeignParts(all, passed, headings);
  for (const heading of headings) for (let i = heading.from; i <= heading.to; i++) passed[i] = "heading";
  markRepeatedCaptions(all, passed, headings);
  markRunningHeads(all, passed);
  return passed;
};

const isOfHalfTitle = ({ row, filled, long, text, candidates }: Features): boolean =>
  filled.length === 1 &&
  !row.separator &&
  !long &&
  !candidates.some((one) => one.complete && one.similarity > 0.85) &&
  isWithinHalfTitle(text);

/** A torn title runs over so many rows at most. */
const TORN_ROWS = 12;

/** A word of which every title of a half has one, alone in a row of a table. */
const TITLE_WORD = /service|delivery|manufact|penyampaian|pengelolaan/i;
const MAX_TITLE_WORD = 40;
/** So many rows of such words are a title, if none of them says it by itself. */
const TORN_LEAST = 4;

const holdsTitleWord = ({ row, filled }: Features): boolean => {
  if (row.kind !== "table" || filled.length !== 1) return false;
  const { text } = row.cells[filled[0] as number] as Cell;
  return text.length <= MAX_TITLE_WORD && TITLE_WORD.test(text);
};

/** Rows around a half's title that hold the rest of its words, as a narrow column tears it. */
const markTornTitles = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((title, index) => {
    const whole = passed[index] === "divider" && title.half !== null;
    if (!whole && (passed[index] !== null || !holdsTitleWord(title) || !isOfHalfTitle(title))) return;
    const torn = [index];
    for (const step of [-1, 1]) {
      for (let at = index + step, rows = 1; rows < TORN_ROWS; at += step, rows++) {
        const features = all[at];
        if (!features || !(passed[at] === null || passed[at] === "divider") || !isOfHalfTitle(features))
          break;
        // Set together with the title, in its column.
        const lower = step < 0 ? (all[at + 1] as Features) : features;
        if (lower.gap > 0 || features.filled[0] !== title.filled[0]) break;
        torn.push(at);
      }
    }
    if (whole || torn.length >= TORN_LEAST) for (const at of torn) passed[at] = "divider";
  });
};

/** A number on a line of its own above the label that it numbers. */
const LONE_NUMBER = /^[([]?\d{1,2}\s?[.)]$/;

const markNumbersAbove = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    const { row, filled } = features;
    if (passed[index] !== null || filled.length !== 1 || !(row.kind === "prose" || row.columns)) return;
    const text = row.cells[filled[0] as number]?.text ?? "";
    if (text.length > 8 || !LONE_NUMBER.test(text.trim())) return;
    const next = all[index + 1];
    if (next?.candidates.some((one) => one.complete && one.similarity > 0.85)) passed[index] = "skip";
  });
};

/** "LAMPIRAN II" and the lines that say of which decree it is one. */
const ANNEX =
  /^(?:\*\*|#+\s)?(?:LAMPIRAN\b[^a-z]{0,200}|Lampiran\s+(?:(?:[IVX]{1,5}(?:\.[A-Z])?|\d{1,2})\b\s*:?\s*)?(?:$|(?:Surat\s+)?(?:Keputusan|Peraturan)\b.{0,150}))$/;
const ANNEX_LINE = /^(?:\*\*|#+\s)?(?:KEPUTUSAN|PERATURAN|SURAT KEPUTUSAN|NOMOR|TANGGAL|TENTANG)\b/i;
const ANNEX_LINES = 8;
/** A standing procedure printed behind a service's table: its own title, or the first row of its form. */
const PROCEDURE_TITLE =
  /^(?:#{1,6}\s+|\*\*)?(?:(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)]\s+)?(?:SOP|STANDARD?\s+OPERA(?:S|TION)[A-Z]*\s+PROSEDUR[A-Z]*)\b/i;
const PROCEDURE_FORM = /^\s*(?:nomor|no\.?)\s+sop\b/i;

/** Parts between the tables that belong to none: the head of a further annex, a standing procedure. */
const markForeignParts = (
  all: readonly Features[],
  passed: (Passed | null)[],
  headings: readonly Heading[],
): void => {
  const starts = new Set(headings.map((heading) => heading.from));
  for (let index = 0; index < all.length; index++) {
    const { row, gap, filled } = all[index] as Features;
    if (passed[index] !== null || filled.length === 0) continue;
    const first = row.cells[filled[0] as number]?.text ?? "";
    if (row.kind === "prose" && gap > 0 && /^\W*lampiran\b/i.test(first) && ANNEX.test(first.trim()))
      markAnnexHead(all, passed, starts, index);
    else if (isProcedure(all[index] as Features, first)) {
      let at = index;
      while (at < all.length && !(at > index && (starts.has(at) || beginsTable(all[at] as Features)))) {
        passed[at] ??= "other";
        at++;
      }
      index = at - 1;
    }
  }
};

const isProcedure = ({ row, gap, filled, long }: Features, first: string): boolean => {
  if (!/\bsop\b|opera/i.test(first.slice(0, 40))) return false;
  if (row.kind === "table") return filled.length > 1 && PROCEDURE_FORM.test(first);
  return (
    gap > 0 && !long && (row.emphasis || first === first.toUpperCase()) && PROCEDURE_TITLE.test(first.trim())
  );
};

const beginsTable = (features: Features): boolean =>
  features.half !== null ||
  features.candidates.some((one) => one.key === "persyaratan" && one.complete && one.similarity > 0.9);

const markAnnexHead = (
  all: readonly Features[],
  passed: (Passed | null)[],
  starts: ReadonlySet<number>,
  index: number,
): void => {
  const named = all.slice(index + 1, index + 4).some(({ text }) => ANNEX_LINE.test(text));
  if (!named && !/KEPUTUSAN|PERATURAN/i.test((all[index] as Features).text)) return;
  for (let at = index; at < all.length && at < index + ANNEX_LINES; at++) {
    const { row, gap, text, candidates, half, tableHead } = all[at] as Features;
    if (row.kind !== "prose" || starts.has(at) || candidates.length > 0 || half || tableHead) break;
    if (at > index && gap > 0 && !ANNEX_LINE.test(text)) break;
    passed[at] = "skip";
  }
};

/** A caption has so many letters at least, and no more characters. */
const CAPTION_LETTERS = 8;
const MAX_CAPTION = 240;

/** Letters of a title: its number, the words before a name and the name. */
const captionKey = (text: string): string => letters(cleanHeading(text).name);

/**
 * A caption printed once more below its last table: the name of a service or a bagian, or the annex's title, alone on a
 * line behind which a heading, a signature or nothing follows.
 */
const markRepeatedCaptions = (
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
const markRunningHeads = (all: readonly Features[], passed: (Passed | null)[]): void => {
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

/** Rows with a label that is none of the 14, and what goes on below them without number or label. */
const markOtherRows = (all: readonly Features[], passed: (Passed | null)[]): void => {
  for (let index = 0; index < all.length; index++) {
    const features = all[index] as Features;
    if (features.row.kind !== "table" || features.candidates.length > 0 || features.filled.length < 2)
      continue;
    const at = features.number?.own ? features.filled[1] : features.filled[0];
    const text = features.row.cells[at as number]?.text ?? "";
    const own = features.number?.own ? text : text.replace(/^\s*\d{1,2}\s*[.)]\s*/, "");
    if (!features.number || at === features.filled.at(-1) || !isOtherLabel(own)) continue;
    let to = index + 1;
    while (to < all.length && isBare(all[to] as Features)) to++;
    for (let i = index; i < to; i++) passed[i] ??= "other";
  }
};

/** A row that only goes on: no number, no label, text in its last column. */
const isBare = (features: Features): boolean =>
  features.row.kind === "table" &&
  !features.number &&
  features.candidates.length === 0 &&
  !features.half &&
  features.filled.length === 1 &&
  (features.filled[0] as number) > 0;

/** The office that signs, on a line of its own. */
const SIGNER =
  /^(?:a\.?n\.?\s+|pj\.?\s+|plt\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekretaris daerah|kepala (?:dinas|badan|bagian|biro|kantor|uptd|puskesmas)|camat|lurah|direktur)\b[^:;.]{0,140},?$/i;
/** An office with the name of its region is no longer. */
const MAX_SIGNER = 160;
/** A signature block is this many lines long at most. */
const SIGNATURE_LINES = 8;

/** Signature blocks between tables: the office in capitals or with its closing comma, and the plain lines below it. */
const markSignatures = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    if (features.row.kind !== "prose" || !SIGNER.test(features.text)) return;
    const capitals = features.text === features.text.toUpperCase();
    const comma = /,$/.test(features.text);
    if (features.gap === 0 ? !(capitals && comma) : !(capitals || comma)) return;
    for (let i = index; i < Math.min(all.length, index + SIGNATURE_LINES); i++) {
      const row = all[i] as Features;
      if (
        row.row.kind !== "prose" ||
        row.half ||
        row.candidates.length > 0 ||
        row.text.length > (i === index ? MAX_SIGNER : 70) ||
        (i > index && enumeratorLed(row.text))
      )
        break;
      passed[i] = "signature";
    }
  });
};

const enumeratorLed = (text: string): boolean => /^\s*(?:\d{1,2}|[a-z])\s?[.)]\s/i.test(text);

/** So many scraps in a row are what is left of a destroyed page. */
const SCRAPS = 4;
const SCRAP_LENGTH = 14;

/** So many of the lines below a label must be words to be its list. */
const WORDS = 0.75;

/** Short items right below a label that has no other content: "Sarana", then "Meja", "Kursi", "Papan tulis". */
const isShortList = (above: Features | undefined, run: readonly Features[]): boolean =>
  above?.candidates.some((one) => one.complete && one.similarity > 0.9 && one.restLetters === 0) === true &&
  run.filter(({ text }) => /^[A-Z][a-z]{2,}/.test(text)).length >= run.length * WORDS;

/** Runs of plain lines too short to be content, as a destroyed page leaves them. */
const markScraps = (all: readonly Features[], passed: (Passed | null)[]): void => {
  const isScrap = (features: Features | undefined): boolean =>
    features !== undefined &&
    features.row.kind === "prose" &&
    !features.row.separator &&
    !features.tableHead &&
    !features.long &&
    features.text.length <= SCRAP_LENGTH &&
    features.candidates.length === 0 &&
    !/^\s*(?:\d{1,2}|[a-z])\s?[.)]\s*\S/.test(features.text);
  for (let from = 0; from < all.length; from++) {
    let to = from;
    while (isScrap(all[to])) to++;
    const run = all.slice(from, to).filter(({ text }) => text !== "");
    if (run.length >= SCRAPS && !isShortList(all[from - 1], run))
      for (let i = from; i < to; i++) passed[i] = "scrap";
    from = Math.max(from, to);
  }
};
