import { nameOf, type Regulation, type RegulationKey } from "../../instruments/regulations.ts";
import { quoted } from "../criterion.ts";
import { substanceFinding } from "../findings.ts";
import type { SubstanceCode } from "../findings-registry.ts";
import type { Standards, SubstanceFinding } from "../schema.ts";
import { judgeCitation, keyOf, type LegalJudgement } from "./judge.ts";
import { citationsOf, datesOf } from "./register.ts";

const CODE = { revoked: "revoked_basis", outdated: "outdated_basis", miscited: "miscited_basis" } as const;

/** "UU 23/2014" as an official letter writes it: "UU Nomor 23 Tahun 2014". */
const inFull = (short: string): string => short.replace(/^(.+?) (\S+)\/(\d{4})$/, "$1 Nomor $2 Tahun $3");

/** What revoked it, where the register's year of the end is that one's own; else the year alone. */
const revocation = ({ by, since }: Regulation): { words: string; revoker: string | null } => {
  const year = since?.slice(0, 4);
  const revoker = by.find((one) => one.endsWith(`/${year}`));
  if (revoker) return { words: ` dengan ${inFull(revoker)}`, revoker };
  return { words: year ? ` pada tahun ${year}` : "", revoker: null };
};

/** What to tell the bagian; a question where the register is not certain. */
const reasonOf = (name: string, { fault, certain, regulation, instead }: LegalJudgement): string => {
  const other = instead.length > 0 ? instead.map(inFull).join(" dan ") : null;
  if (fault === "miscited") {
    if (certain) return `${name} bukan peraturan dengan judul ini; yang dimaksud ${other}.`;
    return other
      ? `apakah yang dimaksud ${other}? Judul yang tertulis tidak sesuai dengan ${name}.`
      : `apakah jenis, nomor, dan tahun ${name} ditulis dengan benar? Judul yang tertulis tidak sesuai.`;
  }
  const { words, revoker } = regulation ? revocation(regulation) : { words: "", revoker: null };
  const said = instead.length === 1 && instead[0] === revoker;
  const when = `${fault === "revoked" ? "sebelum" : "sesudah"} keputusan ini ditetapkan`;
  if (certain) {
    const next = other && !said ? ` Penggantinya ${other}.` : "";
    return `${name} dicabut${words}, ${when}.${next}`;
  }
  const next = other && !said ? ` Bila benar, penggantinya ${other}.` : "";
  return `apakah ${name} sudah dicabut${words} ${when}?${next}`;
};

/**
 * What is told of a regulation that was in force when it was cited and is no longer; null where nothing is.
 * @param today ISO date
 */
export const outdatedReason = (
  key: RegulationKey,
  today: string,
): { reason: string; certain: boolean } | null => {
  const judgement = judgeCitation({ ...key, title: null }, { signed: null, today });
  if (judgement?.fault !== "outdated") return null;
  const reason = reasonOf(nameOf(key), judgement);
  return { reason: reason.charAt(0).toUpperCase() + reason.slice(1), certain: judgement.certain };
};

/**
 * Findings of the legal basis: one for each regulation that a service cites wrongly. Never more certain than the register.
 *
 * @param today ISO date up to which revocations count; null: only those before signing.
 */
export const legalFindings = (standards: Standards, today: string | null): SubstanceFinding[] =>
  citationsOf(standards).flatMap((citations, service) => {
    const own = standards.services[service];
    const lines = own?.components.dasar_hukum?.lines;
    if (!own || !lines) return [];
    const dates = datesOf(standards.decrees[own.decree], today);
    const place = { decree: own.decree, service, component: "dasar_hukum" as const, name: own.name, lines };
    const said = new Set<string>();
    const judged = citations.flatMap((one) => [one, ...one.amendedBy]);
    return judged.flatMap((cited): SubstanceFinding[] => {
      const key = keyOf(cited);
      const judgement = judgeCitation(cited, dates);
      if (!key || !judgement || said.has(nameOf(key))) return [];
      said.add(nameOf(key));
      const code: SubstanceCode = judgement.certain ? CODE[judgement.fault] : "basis_to_confirm";
      const reason = reasonOf(nameOf(key), judgement);
      return [substanceFinding(code, place, { reason, quote: quoted(cited.quote) })];
    });
  });
