import { dateIn } from "./dates.ts";
import type { Sections } from "./sections.ts";
import type { Seg } from "./seg.ts";

/** Date of signing: from the body, else from the annex's head, else from the foot of the annex. */
export const signedIn = (
  segs: readonly Seg[],
  sections: Sections,
  tail: number,
  to: number,
): string | null => {
  const lineOf = (i: number): string => `${(segs[i] as Seg).text} `;
  const dated = (from: number, end: number, pattern: RegExp): string | null | undefined => {
    for (let i = from; i < Math.min(end, to); i++) {
      if (!pattern.test((segs[i] as Seg).key)) continue;
      const text = lineOf(i);
      const date =
        dateIn(text.slice(Math.max(0, text.search(/tanggal/i)))) ??
        (/\d/.test(text) ? null : dateIn((segs[i + 1] as Seg | undefined)?.text ?? ""));
      if (date !== null) return date;
    }
    return undefined;
  };
  const body =
    sections.ditetapkan === null
      ? undefined
      : dated(sections.ditetapkan, sections.ditetapkan + 6, /\bTANGGAL\b|\bDITETAPKAN\b/);
  const head =
    sections.annexHead === null
      ? undefined
      : dated(
          sections.annexHead,
          Math.min(sections.annexHead + 12, sections.annexFrom ?? to),
          /^TANGGAL\b|\bTANGGAL \d/,
        );
  return body ?? head ?? dated(tail, to, /\bTANGGAL\b|\bDITETAPKAN\b/) ?? null;
};
