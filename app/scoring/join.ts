import { headFacts } from "../reader/decree/head-facts.ts";
import type { Reading } from "../reader/schema.ts";
import type { Standards } from "./schema.ts";

/** The standards of one reading, with what the heads of its decrees say. */
export const standardsOf = (reading: Reading): Standards => ({
  decrees: reading.decrees,
  services: reading.services,
  findings: reading.findings,
  heads: headFacts(reading),
});

/**
 * The standards of several readings as one, in their order: indexes of decrees and services move up by what stands
 * before them. What has no decree (findings on a file) is left out; lines stay those of each text.
 */
export const joinStandards = (parts: readonly Standards[]): Standards => {
  const heads: NonNullable<Standards["heads"]>[number][] = [];
  const joined = { decrees: [], services: [], findings: [], heads } as Required<Standards>;
  for (const { decrees, services, findings, heads: own = [] } of parts) {
    const decreesBefore = joined.decrees.length;
    const servicesBefore = joined.services.length;
    const moved = (index: number | null) => (index === null ? null : index + servicesBefore);
    joined.decrees.push(...decrees);
    heads.push(...decrees.map((_, index) => own[index] ?? null));
    for (const service of services) {
      joined.services.push({
        ...service,
        decree: service.decree + decreesBefore,
        same_as: moved(service.same_as),
      });
    }
    for (const finding of findings) {
      if (finding.decree === null) continue;
      joined.findings.push({
        ...finding,
        decree: finding.decree + decreesBefore,
        service: moved(finding.service),
      });
    }
  }
  return joined;
};
