import { nameOf } from "../../instruments/regulations.ts";
import { quoted } from "../criterion.ts";
import { substanceFinding } from "../findings.ts";
import type { SubstanceCode } from "../findings-registry.ts";
import type { Standards, SubstanceFinding } from "../schema.ts";
import { judgeCitation, keyOf, type LegalJudgement } from "./judge.ts";
import { citationsOf, datesOf } from "./register.ts";

const CODE = { revoked: "revoked_basis", outdated: "outdated_basis", miscited: "miscited_basis" } as const;

/** What to tell the bagian; a question where the register is not certain. */
const reasonOf = (name: string, { fault, certain, regulation, instead }: LegalJudgement): string => {
  const year = regulation?.since ? ` pada tahun ${regulation.since.slice(0, 4)}` : "";
  const other = instead.length > 0 ? instead.join(" dan ") : null;
  if (fault === "miscited") {
    if (certain) return `${name} bukan peraturan dengan judul ini; yang dimaksud ${other}.`;
    return other
      ? `apakah yang dimaksud ${other}? Judul yang tertulis tidak sesuai dengan ${name}.`
      : `apakah ${name} ditulis dengan benar? Judulnya tidak sesuai.`;
  }
  const by = regulation?.by.at(-1);
  const revoker = by ? ` dengan ${by}` : "";
  const when = `${fault === "revoked" ? "sebelum" : "sesudah"} keputusan ini ditetapkan`;
  if (certain) {
    const next = other ? ` Penggantinya ${other}.` : "";
    return `${name} dicabut${revoker}${year}, ${when}.${next}`;
  }
  const next = other ? ` Bila ya, penggantinya ${other}.` : "";
  return `apakah ${name} sudah dicabut${revoker}${year}, ${when}?${next} Periksa pada sumber resmi.`;
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
    const judged = citations.flatMap((one) => [one, ...one.amendedBy].map((cited) => ({ cited, one })));
    return judged.flatMap(({ cited, one }): SubstanceFinding[] => {
      const key = keyOf(cited);
      const judgement = judgeCitation(cited, dates);
      if (!key || !judgement || said.has(nameOf(key))) return [];
      said.add(nameOf(key));
      const code: SubstanceCode = judgement.certain ? CODE[judgement.fault] : "basis_to_confirm";
      const reason = reasonOf(nameOf(key), judgement);
      return [substanceFinding(code, place, { reason, quote: quoted(one.quote) })];
    });
  });
