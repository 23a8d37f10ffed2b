import { fold, withSingleBlanks } from "../text.ts";
import { plain, type Seg } from "./seg.ts";

const LABEL = /^(?:.*?\b)?(?:NOMOR|NOM0R|NOMER|NO(?=\s*[.:]))\s*[.:\s]*/i;
/** What ends a number that is printed in one line with what follows it. */
const ENDS = /\s(?:TENTANG|TANGGAL|TANGAL|STANDAR|PENETAPAN)\b.*$/i;
const YEAR = /\b(?:19|20)\d\d\b/;

const tidy = (text: string): string =>
  fold(plain(text).replace(ENDS, ""))
    .replace(/\s*\/\s*/g, "/")
    .replace(/^[\s:.;,|-]+|[\s:.;,|-]+$/g, "");

const TAHUN = /\s*\bTAHUN\s*(?:19|20)\d\d$/i;
const SIGNS = /\d/;

/** The number printed in rows `from` to `to` (excluded), spaces around "/" removed; null where none is. */
export const numberIn = (segs: readonly Seg[], from: number, to: number): string | null => {
  for (let i = from; i < Math.min(to, segs.length); i++) {
    const seg = segs[i] as Seg;
    if (!/\b(?:NOMOR|NOM0R|NOMER|NO)\b/i.test(seg.text)) continue;
    const match = LABEL.exec(seg.text);
    if (!match) continue;
    // Regulations cited in a sentence have numbers too; a decree's own stands at the head of its line or in its title.
    if (/[a-z]/.test(match[0].replace(/\b(?:Nomor|No)\b/g, ""))) continue;
    let number = tidy(seg.text.slice(match[0].length));
    let below = i + 1;
    const next = segs[below];
    if (number === "" && next && SIGNS.test(next.text) && next.text.length < 60) {
      number = tidy(next.text);
      below++;
    }
    const year = segs[below];
    if (year && !YEAR.test(number) && /^TAHUN\s+\d{4}\b/i.test(year.bare) && year.text.length < 24)
      number = tidy(`${number} ${year.bare}`);
    return isNumber(number) ? number : null;
  }
  return null;
};

/** A figure other than the year makes a number. */
const isNumber = (text: string): boolean =>
  /\d/.test(text.replace(/\bTAHUN\b.*$/i, "").replace(/\b(?:19|20)\d\d$/, "")) && text.length <= 80;

/** Year that a number carries: after TAHUN, else its last group of four figures. */
export const yearOf = (number: string | null): number | null => {
  if (number === null) return null;
  const match = /\bTAHUN\s*((?:19|20)\d\d)\b/i.exec(number) ?? /\b((?:19|20)\d\d)\s*$/.exec(number);
  return match ? Number(match[1]) : null;
};

/** Groups between slashes in capitals; stray signs at their ends do not count. */
const groups = (number: string): string[] =>
  withSingleBlanks(number.toUpperCase())
    .split("/")
    .map((group) => group.replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, ""));

export const sameNumber = (a: string, b: string): boolean => groups(a).join("/") === groups(b).join("/");

/** Does `number` show that a figure was not read which `other` shows: a group empty, cut short, or missing? */
const isDamaged = (number: string, other: string): boolean => {
  const mine = groups(number);
  const theirs = groups(other);
  if (mine.length < theirs.length) return true;
  return mine.some((group, index) => {
    const match = theirs[index];
    if (group === "") return match !== undefined && match !== "";
    return (
      match !== undefined &&
      /^\d+$/.test(group) &&
      /^\d+$/.test(match) &&
      group.length < match.length &&
      (match.startsWith(group) || match.endsWith(group))
    );
  });
};

/**
 * Head and annex each print the number. The head's counts unless it is damaged and the annex's is whole; the other is kept
 * where it differs.
 */
export const settleNumbers = (
  head: string | null,
  annex: string | null,
): { number: string | null; numberAnnex: string | null } => {
  if (head === null || annex === null) return { number: head ?? annex, numberAnnex: null };
  if (sameNumber(head, annex)) return { number: head, numberAnnex: null };
  // One printing leaves the year out.
  if (sameNumber(head, annex.replace(TAHUN, ""))) return { number: annex, numberAnnex: null };
  if (sameNumber(head.replace(TAHUN, ""), annex)) return { number: head, numberAnnex: null };
  // More slashes than the annex has are damage of the head only where one of its groups is empty.
  const headDamaged = isDamaged(head, annex) && !groups(annex).includes("");
  return headDamaged ? { number: annex, numberAnnex: head } : { number: head, numberAnnex: annex };
};
