import type { Standards } from "./schema.ts";

/**
 * The standards of several readings as one, in their order: indexes of decrees and services move up by what stands
 * before them. What has no decree (findings on a file) is left out; lines stay those of each text.
 */
export const joinStandards = (parts: readonly Standards[]): Standards => {
  const joined: Standards = { decrees: [], services: [], findings: [] };
  for (const { decrees, services, findings } of parts) {
    const decreesBefore = joined.decrees.length;
    const servicesBefore = joined.services.length;
    const moved = (index: number | null) => (index === null ? null : index + servicesBefore);
    joined.decrees.push(...decrees);
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
