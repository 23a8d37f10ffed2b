import { unsurName } from "#app/survey/editions.ts";
import { fraction, scaledHalfUp } from "#app/survey/figures/exact.ts";
import { aggregateUnsur, assemble } from "#app/survey/figures/figures.ts";
import type { aggregatesIn } from "#db/queries/survey/figures.ts";
import { groupBy } from "../group-by.ts";
import type { Register } from "./register.ts";
import type { AggregateRow, UnitRef } from "./views.ts";

/** Tables without single answers, one entry a file and unit: shown as they are, never pooled. */
export const aggregateRows = (
  register: Register,
  asked: UnitRef | null,
  rows: Awaited<ReturnType<typeof aggregatesIn>>,
): AggregateRow[] => {
  const own = rows.filter((row) => !asked || register.covers(asked, row.unit_kind, row.unit_id));
  const files = groupBy(own, (row) => [row.batch_id, row.unit_kind, row.unit_id].join(":"));
  return [...files.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const unsur = parts.map((part) =>
      aggregateUnsur(first.edition, part.unsur, {
        n: part.n,
        sum: part.sum === null ? null : fraction(part.sum, 100),
        nrr: fraction(part.nrr, 10_000),
      }),
    );
    const figures = assemble(first.edition, first.n, unsur);
    return [
      {
        unit: register.unitOf(first.unit_kind, first.unit_id),
        fileName: first.file_name,
        n: first.n,
        ikm: figures.ikmHundredths === null ? null : figures.ikmHundredths / 100,
        mutu: figures.band?.mutu ?? null,
        unsur: figures.unsur.flatMap(({ key, n, nrr, nilai, band }) =>
          nrr && nilai !== null && band
            ? [
                {
                  name: unsurName(first.edition, key),
                  n,
                  nrr: scaledHalfUp(nrr, 4) / 10_000,
                  nilai: nilai / 100,
                  mutu: band.mutu,
                },
              ]
            : [],
        ),
      },
    ];
  });
};
