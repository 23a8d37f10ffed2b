import { lookUp, type RegulationKey } from "../../instruments/regulations.ts";
import type { ReadDecree } from "../../reader/schema.ts";
import type { Standards } from "../schema.ts";
import { type Citation, citationsIn } from "./citations.ts";
import type { Dates } from "./judge.ts";

/** The citations of each service by its index; equal texts are parsed once. */
export const citationsOf = ({ services }: Pick<Standards, "services">): readonly (readonly Citation[])[] => {
  const parsed = new Map<string, Citation[]>();
  return services.map(({ components: { dasar_hukum: part } }) => {
    if (!part) return [];
    const known = parsed.get(part.text);
    if (known) return known;
    const made = citationsIn(part.text);
    parsed.set(part.text, made);
    return made;
  });
};

/** The days on which the citations of a decree are judged: the day of signing, else the first of the decree's year. */
export const datesOf = (
  decree: Pick<ReadDecree, "signed" | "year"> | undefined,
  today: string | null,
): Dates => ({
  signed: decree?.signed ?? (decree?.year ? `${decree.year}-01-01` : null),
  today,
});

/**
 * What the register can say of a regulation: `judged`; `regional`: of a region or its head, of which there is no register;
 * `unknown`: national, not in the register. Only the first is held against dates.
 */
export type Standing = "judged" | "regional" | "unknown";

const REGIONAL =
  /^(?:perda|perbup|perwal\w*|pergub|perkada|kepbup|kepwal\w*|kepgub|qanun|keputusan (?:bupati|wali ?kota|gubernur|sekretaris daerah)|peraturan (?:daerah|bupati|wali ?kota|gubernur))\b/i;

/** Sentence for a row that is listed but not judged; null for those that are. */
export const UNJUDGED: Readonly<Record<Standing, string | null>> = {
  judged: null,
  regional: "Peraturan daerah sendiri atau daerah lain; belum dinilai karena tidak ada daftar rujukannya.",
  unknown: "Belum ada dalam daftar rujukan; masa berlakunya belum dinilai.",
};

/** How a regulation stands to the register. */
export const standingOf = (key: RegulationKey): Standing =>
  lookUp(key) ? "judged" : REGIONAL.test(key.type) ? "regional" : "unknown";
