import { isOtherLabel } from "../../labels/wordings.ts";
import { isChapter } from "../../marks.ts";
import { PROCEDURE_TITLE } from "../../rows/standing-procedures.ts";
import { enumerator } from "../../text.ts";
import type { Features } from "../features.ts";
import type { Heading } from "../headings/index.ts";
import { isOwnPage } from "../own-page.ts";
import type { Passed } from "../path.ts";

/** Parts between the tables, and rows within them, that are none of the 14 components. */

/** "LAMPIRAN II" and the lines that say of which decree it is one. */
const ANNEX =
  /^(?:\*\*|#+\s)?(?:LAMPIRAN\b[^a-z]{0,200}|Lampiran\s+(?:(?:[IVX]{1,5}(?:\.[A-Z])?|\d{1,2})\b\s*:?\s*)?(?:$|(?:Surat\s+)?(?:Keputusan|Peraturan)\b.{0,150}))$/;
const ANNEX_LINE = /^(?:\*\*|#+\s)?(?:KEPUTUSAN|PERATURAN|SURAT KEPUTUSAN|NOMOR|TANGGAL|TENTANG)\b/i;
const ANNEX_LINES = 8;
/** The first row of a standing procedure's form. */
const PROCEDURE_FORM = /^\s*(?:nomor|no\.?)\s+sop\b/i;

/** The chapter behind the tables that closes an annex. */
const CLOSING =
  /^(?:\*\*|#{1,6}\s)?(?:(?:BAB\s+)?[IVX]{1,5}[.)]?\s+|[A-Z][.)]\s+)?(?:KETENTUAN\s+)?PENUTUP\W*$/;

/**
 * Parts between the tables that belong to none: the head of a further annex, a standing procedure, what an office prints of
 * itself, a closing chapter.
 */
export const markForeignParts = (
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
    else if (
      isProcedure(all[index] as Features, first) ||
      isOwnPage(all, index) ||
      isClosing(all, index, first)
    ) {
      let at = index;
      while (at < all.length && !(at > index && (starts.has(at) || beginsTable(all[at] as Features)))) {
        passed[at] ??= "other";
        at++;
      }
      index = at - 1;
    }
  }
};

const isClosing = (all: readonly Features[], index: number, first: string): boolean => {
  const { row, gap, filled } = all[index] as Features;
  return (
    row.kind === "prose" &&
    filled.length === 1 &&
    first.length <= 40 &&
    CLOSING.test(first.trim()) &&
    (gap > 0 || isChapter(all[index - 1]?.text ?? ""))
  );
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

/** Rows with a label that is none of the 14, and what goes on below them without number or label. */
export const markOtherRows = (all: readonly Features[], passed: (Passed | null)[]): void => {
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

/** A title of a group of services has no more letters. */
const MAX_GROUP = 80;

/** "B. Pelayanan Akta" above "1. Akta Kelahiran", apart from both: it names the services below it, and ends the table above. */
export const markGroupTitles = (
  all: readonly Features[],
  passed: (Passed | null)[],
  headings: readonly Heading[],
): void => {
  for (const { kind, from, no } of headings) {
    const above = all[from - 1];
    if (kind !== "service" || no === null || !above || passed[from - 1] !== null) continue;
    const { row, gap, filled, long, candidates } = above;
    if (row.kind !== "prose" || gap === 0 || filled.length !== 1 || long || candidates.length > 0) continue;
    const text = row.cells[filled[0] as number]?.text.trim() ?? "";
    const own = enumerator(text);
    const isTitle = text.length <= MAX_GROUP && (all[from] as Features).gap > 0 && !/[.;:,]$/.test(text);
    if (isTitle && own && COUNTS_GROUPS.has(own.kind) && /^\p{Lu}/u.test(text.slice(own.length)))
      passed[from - 1] = "divider";
  }
};

const COUNTS_GROUPS = new Set(["upper", "roman"]);
