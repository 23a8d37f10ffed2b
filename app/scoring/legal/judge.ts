import {
  lookUp,
  nameOf,
  nearKeys,
  type Regulation,
  type RegulationKey,
} from "../../instruments/regulations.ts";
import type { DasarHukum } from "../../reader/schema.ts";
import { contentWords } from "../words.ts";

/** The days on which a basis is judged; ISO dates. */
export interface Dates {
  /** First day on which the decree can have been signed; null where neither day nor year is known. */
  signed: string | null;
  /** Null: only the day of signing is judged. */
  today: string | null;
}

/**
 * `revoked`: not in force when the decree was signed. `outdated`: revoked between signing and today. `miscited`: number
 * and year belong to another regulation, or to none that has this title.
 */
export type LegalFault = "revoked" | "outdated" | "miscited";

export interface LegalJudgement {
  fault: LegalFault;
  /** False: the register lets it be asked only, never charged. */
  certain: boolean;
  regulation: Regulation | null;
  /** What should stand there, where that is known: "UU 20/2023". */
  instead: readonly string[];
}

/** A citation that has type, number and year; null otherwise. */
export const keyOf = ({ type, number, year }: DasarHukum): RegulationKey | null =>
  type && number && year ? { type, number, year } : null;

/** Words that open titles and say nothing of the matter. */
const OPENING = new Set(
  "pedoman petunjuk teknis tata cara peraturan perubahan kedua ketiga keempat undang nomor tahun umum".split(
    " ",
  ),
);
const topicOf = (title: string): string[] => contentWords(title).filter((word) => !OPENING.has(word));

/** Share (0-1) of the words of the shorter topic that the other has, by their first letters; null where one has none. */
const likeness = (a: string, b: string): number | null => {
  const [one, two] = [topicOf(a), topicOf(b)];
  const [few, many] = one.length <= two.length ? [one, two] : [two, one];
  if (few.length === 0) return null;
  const stems = new Set(many.map((word) => word.slice(0, STEM)));
  return few.filter((word) => stems.has(word.slice(0, STEM))).length / few.length;
};
const STEM = 6;
/** A topic of fewer words fits too many titles. */
const TELLING = 2;

/** Another regulation with exactly this title whose key differs in number or year alone. */
const meantBy = (key: RegulationKey, title: string): Regulation | undefined =>
  topicOf(title).length < TELLING
    ? undefined
    : nearKeys(key).find(
        (one) =>
          one.title !== null &&
          one.status !== "dicabut" &&
          topicOf(one.title).length >= TELLING &&
          likeness(title, one.title) === 1,
      );

/**
 * Holds one citation against the register; null where nothing is to be said. Whatever was not seen in a source is asked,
 * not charged; a key that the register knows under another title is only asked as well, for a scan may have misread it.
 */
export const judgeCitation = (cited: DasarHukum, { signed, today }: Dates): LegalJudgement | null => {
  const key = keyOf(cited);
  if (!key) return null;
  const regulation = lookUp(key) ?? null;
  const title = cited.title ?? "";
  if (regulation?.status === "salah_kutip") {
    const subject = regulation.subject ?? "";
    if (regulation.show === "jangan_tampilkan" || (likeness(subject, title) ?? 0) < 1) return null;
    const instead = regulation.meant ? [regulation.meant] : [];
    return { fault: "miscited", certain: regulation.show === "temuan", regulation, instead };
  }
  const agrees = regulation?.title && title ? likeness(regulation.title, title) : null;
  if (regulation === null || agrees === 0) {
    const meant = meantBy(key, title);
    return meant ? { fault: "miscited", certain: false, regulation: meant, instead: [nameOf(meant)] } : null;
  }
  if (regulation.status !== "dicabut" || regulation.since === null) return null;
  const { since, show, replaced_by: instead } = regulation;
  if (show === "jangan_tampilkan") return null;
  const certain = show === "temuan";
  if (signed !== null && since <= signed) return { fault: "revoked", certain, regulation, instead };
  return today !== null && since <= today ? { fault: "outdated", certain, regulation, instead } : null;
};
