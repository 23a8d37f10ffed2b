import { type ComponentKey, component as componentInfo } from "../reader/components.ts";
import { FINDINGS, type FindingCode, type Severity } from "../reader/findings-registry.ts";
import type { LineRange, ReadService } from "../reader/schema.ts";
import { quoted } from "./criterion.ts";
import { FINDING_OF, SUBSTANCE_FINDINGS, type SubstanceCode } from "./findings-registry.ts";
import type { ComponentScore } from "./levels.ts";
import type { DecreeVerdict, Standards, SubstanceFinding, UnitVerdict } from "./schema.ts";

interface Place {
  decree: number;
  service: number;
  component: ComponentKey;
  /** Name of the service. */
  name: string;
  lines: LineRange;
}

interface Matter {
  reason: string;
  quote?: string | null;
  criterion?: string;
  source?: SubstanceFinding["source"];
}

const ofPlace = (
  code: FindingCode | SubstanceCode,
  severity: Severity,
  { name, ...place }: Place,
  { reason, quote = null, criterion, source = null }: Matter,
): SubstanceFinding => {
  const where = `${name}, ${componentInfo(place.component).short.toLowerCase()}`;
  const words = quote ? ` Tertulis: “${quote}”.` : "";
  return {
    code,
    severity,
    ...place,
    message: `${where}: ${reason}${words}`,
    bagian: null,
    criterion: criterion ?? null,
    reason: reason.charAt(0).toUpperCase() + reason.slice(1),
    quote,
    source,
  };
};

/** A finding of substance on one component, with the severity of its kind. `reason` begins with a small letter. */
export const substanceFinding = (code: SubstanceCode, place: Place, matter: Matter): SubstanceFinding =>
  ofPlace(code, SUBSTANCE_FINDINGS[code].severity, place, matter);

/** Findings of one service: one for each unmet criterion. Of what a scan tore, only that it can't be read. */
export const criterionFindings = (
  service: ReadService,
  index: number,
  scores: Record<ComponentKey, ComponentScore>,
): SubstanceFinding[] => {
  const findings: SubstanceFinding[] = [];
  for (const [key, { judged, torn }] of Object.entries(scores) as [ComponentKey, ComponentScore][]) {
    const part = service.components[key];
    if (!part) continue;
    const { decree, name } = service;
    const place = { decree, service: index, component: key, name, lines: part.lines };
    if (torn) {
      const code = torn === "lost" ? "page_lost" : "ocr_damage";
      const reason = "teksnya terputus, sehingga isinya tidak terbaca.";
      findings.push(ofPlace(code, FINDINGS[code].severity, place, { reason, quote: quoted(part.text) }));
      continue;
    }
    for (const { criterion, answer } of judged) {
      const code = FINDING_OF[criterion];
      if (!code || answer.met !== false) continue;
      const { reason, quote } = answer;
      findings.push(substanceFinding(code, place, { reason: lower(reason), quote, criterion }));
    }
  }
  return findings;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Findings on a whole bagian: its unmet criteria of the unit that are not already said of the decree. */
export const unitFindings = (verdicts: readonly UnitVerdict[]): SubstanceFinding[] =>
  verdicts.flatMap(({ decree, bagian, criterion, met, reason, quote }): SubstanceFinding[] => {
    const code = FINDING_OF[criterion];
    if (!code || met !== false) return [];
    const unit = bagian ?? "Bagian tidak disebut dalam naskah";
    return [
      { ...whole(code, decree), bagian, criterion, reason, quote, message: `${unit}: ${lower(reason)}` },
    ];
  });

/** Findings on a decree itself: its unmet criteria. */
export const decreeFindings = (
  verdicts: readonly DecreeVerdict[],
  { decrees }: Pick<Standards, "decrees">,
): SubstanceFinding[] =>
  verdicts.flatMap(({ decree, criterion, met, reason, quote }): SubstanceFinding[] => {
    const code = FINDING_OF[criterion];
    if (!code || met !== false) return [];
    const number = decrees[decree]?.number;
    const name = number ? `Keputusan Nomor ${number}` : `Keputusan ke-${decree + 1}`;
    return [{ ...whole(code, decree), criterion, reason, quote, message: `${name}: ${lower(reason)}` }];
  });

const whole = (code: SubstanceCode, decree: number) => ({
  code,
  severity: SUBSTANCE_FINDINGS[code].severity,
  decree,
  service: null,
  component: null,
  lines: null,
  bagian: null,
  source: null,
});
