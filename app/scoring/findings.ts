import { type ComponentKey, component as componentInfo } from "../reader/components.ts";
import { FINDINGS } from "../reader/findings-registry.ts";
import type { LineRange, ReadService } from "../reader/schema.ts";
import { FINDING_OF, SUBSTANCE_FINDINGS, type SubstanceCode } from "./findings-registry.ts";
import type { ComponentScore } from "./levels.ts";
import type { ScoredFinding } from "./schema.ts";

interface Place {
  decree: number;
  service: number;
  component: ComponentKey;
  lines: LineRange;
}

/** A finding of substance, with the severity of its kind. */
export const substanceFinding = (code: SubstanceCode, message: string, at: Place): ScoredFinding => ({
  code,
  severity: SUBSTANCE_FINDINGS[code].severity,
  message,
  ...at,
});

const sentence = (name: string, key: ComponentKey, reason: string, quote: string | null): string =>
  `${name}, ${componentInfo(key).short.toLowerCase()}: ${reason}${quote ? ` Tertulis: “${quote}”.` : ""}`;

/** Findings of one service's unmet criteria; one of each code a component. */
export const criterionFindings = (
  service: ReadService,
  index: number,
  scores: Record<ComponentKey, ComponentScore>,
): ScoredFinding[] => {
  const findings: ScoredFinding[] = [];
  for (const [key, { judged, torn }] of Object.entries(scores) as [ComponentKey, ComponentScore][]) {
    const part = service.components[key];
    if (!part) continue;
    const place = { decree: service.decree, service: index, component: key, lines: part.lines };
    if (torn) {
      const message = sentence(
        service.name,
        key,
        "teksnya terputus, sehingga isinya tidak terbaca.",
        part.text,
      );
      const code = torn === "lost" ? "page_lost" : "ocr_damage";
      findings.push({ code, severity: FINDINGS[code].severity, message, ...place });
      continue;
    }
    const said = new Set<SubstanceCode>();
    for (const { criterion, answer } of judged) {
      const code = FINDING_OF[criterion];
      if (!code || answer.met !== false || said.has(code)) continue;
      said.add(code);
      findings.push(
        substanceFinding(code, sentence(service.name, key, lower(answer.reason), answer.quote), place),
      );
    }
  }
  return findings;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
