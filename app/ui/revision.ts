import { revisionOf } from "#app/reports/revision/compose.ts";
import type { Revision } from "#app/reports/revision/model.ts";
import type { JudgedBagian } from "#app/server/revision.server.ts";
import { statusBand } from "./status-band.ts";
import { decreeName } from "./words-of.ts";

/** The revision of a bagian as page, paper and table show it. */
export const revisionOfBagian = ({
  regency,
  bagian,
  decrees,
  services,
  review,
  at,
}: JudgedBagian): Revision =>
  revisionOf({
    regency: { slug: regency.slug, name: regency.name, zone: regency.zone },
    bagian: { slug: bagian.slug, name: bagian.name },
    decrees: decrees.map((one) => ({
      slug: one.slug,
      version: one.version,
      name: decreeName(one),
      signed: one.signed,
      factsOnly: one.factsOnly,
    })),
    services,
    status: statusBand([regency], decrees, review),
    at,
  });
