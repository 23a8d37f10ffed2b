import { lookUp, type Regulation, type RegulationKey } from "../../instruments/regulations.ts";
import type { LineRange, ReadDecree } from "../../reader/schema.ts";
import type { Standards } from "../schema.ts";
import { type Citation, citationsIn } from "./citations.ts";
import { type Dates, judgeCitation, keyOf, type LegalJudgement } from "./judge.ts";

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

export interface CitedAt {
  service: number;
  /** Lines of the service's dasar hukum. */
  lines: LineRange;
  /** False where it only stands as the amendment of another. */
  basis: boolean;
  judgement: LegalJudgement | null;
}

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

export interface RegisterRow extends RegulationKey {
  /** What the register knows of it; null for regional and unknown ones. */
  regulation: Regulation | null;
  standing: Standing;
  /** By service, in order; one entry a service. */
  cited: CitedAt[];
}

/**
 * Every regulation that the standards cite with type, number and year, with where; the most cited first. Regional
 * regulations of one number and year are one row: within a regency they are the same.
 *
 * @param today ISO date: what was revoked by then is marked.
 */
export const registerRows = (standards: Standards, today: string): RegisterRow[] => {
  const rows = new Map<string, RegisterRow>();
  citationsOf(standards).forEach((citations, service) => {
    const own = standards.services[service];
    const lines = own?.components.dasar_hukum?.lines;
    if (!own || !lines) return;
    const dates = datesOf(standards.decrees[own.decree], today);
    const add = (cited: Parameters<typeof keyOf>[0], basis: boolean) => {
      const key = keyOf(cited);
      if (!key) return;
      const mark = `${key.type} ${key.number} ${key.year}`.toLowerCase();
      const regulation = lookUp(key) ?? null;
      const standing: Standing = regulation ? "judged" : REGIONAL.test(key.type) ? "regional" : "unknown";
      const row: RegisterRow = rows.get(mark) ?? { ...key, regulation, standing, cited: [] };
      rows.set(mark, row);
      const last = row.cited.at(-1);
      if (last?.service === service) last.basis ||= basis;
      else row.cited.push({ service, lines, basis, judgement: judgeCitation(cited, dates) });
    };
    for (const citation of citations) {
      add(citation, true);
      for (const amendment of citation.amendedBy) add(amendment, false);
    }
  });
  return [...rows.values()].sort((a, b) => b.cited.length - a.cited.length || b.year - a.year);
};
