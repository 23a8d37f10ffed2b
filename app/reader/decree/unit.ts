import { nameCase } from "#app/format/name-case.ts";
import { fold } from "../text.ts";
import type { DeclaredGroup } from "./declared.ts";
import { near, type Seg } from "./seg.ts";

const UNIT =
  /\b(BAGIAN|BIDANG|BIRO)\s+([\p{Lu}\d ,/&-]+?)(?=\s+(?:PADA|DI|SEKRETARIAT|SETDA|KABUPATEN|KOTA|PROVINSI|DINAS|BADAN|LINGKUNGAN|TAHUN)\b|[.;:(]|$)/u;

/** The one unit that the decree's subject or the heading of its list names, as words in capitals; null where none or several. */
export const subjectUnit = (texts: readonly string[]): string[] | null => {
  const named = new Set<string>();
  for (const text of texts) {
    const match = UNIT.exec(text.toUpperCase());
    if (match) named.add(fold(`${match[1]} ${match[2]}`));
  }
  const [only] = named;
  return named.size === 1 && only !== undefined ? only.split(" ") : null;
};

/** The subject's text: TENTANG and what follows down to the issuer's line, in one line. */
export const subjectText = (segs: readonly Seg[], from: number, to: number): string => {
  for (let i = from; i < to; i++) {
    const at = (segs[i] as Seg).text.search(/\bTENTANG\b/i);
    if (at < 0) continue;
    const parts = [(segs[i] as Seg).text.slice(at + 7)];
    for (let j = i + 1; j < Math.min(to, i + 6) && !/[,.]$/.test((segs[j] as Seg).text); j++)
      parts.push((segs[j] as Seg).text);
    return fold(parts.join(" "));
  }
  return "";
};

/**
 * Unit of a list's group set right by the subject: a name whose words a torn cell shuffled or a scan misspelt is written as
 * the subject orders it; a list without units belongs to the one unit that the subject names.
 */
export const settleUnit = (group: DeclaredGroup, unit: readonly string[] | null): DeclaredGroup => {
  if (unit === null) return group;
  if (group.bagian === null) return { ...group, bagian: nameCase(unit.join(" ")) };
  const left = group.bagian.split(" ");
  if (left.length !== unit.length) return group;
  const ordered = unit.map((word) => {
    const at = left.findIndex((own) => near(own.toUpperCase(), word, word.length > 5 ? 2 : 0));
    return at < 0 ? null : (left.splice(at, 1)[0] as string);
  });
  if (ordered.includes(null)) return group;
  const words = ordered.map((own, index) => {
    const word = unit[index] as string;
    return own?.toUpperCase() === word ? own : index === 0 ? nameCase(word) : nameCase(`x ${word}`).slice(2);
  });
  return { ...group, bagian: words.join(" ") };
};
