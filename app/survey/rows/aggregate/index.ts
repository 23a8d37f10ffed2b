import type { Layout } from "../../columns/layout.ts";
import { reconcile, roundingDoubt } from "../../figures/reconcile.ts";
import type { Row } from "../../files/table.ts";
import type { SkmOptions } from "../../schema.ts";
import { clean } from "../../text.ts";
import { sharedPlace } from "../groups.ts";
import type { Context } from "../place.ts";
import type { ReadLimits, RowsResult } from "../result.ts";
import { respondentsIn } from "./measures.ts";
import { AggregateTable } from "./table.ts";
import { TallRows } from "./tall.ts";
import { noHistograms, pooled } from "./units.ts";
import { WideRows } from "./wide.ts";

/** Figures without respondents: unsur row by row, or units (or only foot rows) with unsur as columns. Never pooled. */
export const readAggregate = (
  rows: Iterable<Row>,
  titles: readonly (readonly string[])[],
  layout: Layout,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): RowsResult => {
  const table = new AggregateTable(layout, context, options, limits);
  for (const title of titles) table.stated ??= respondentsIn(title);
  const tall = layout.header.unsurColumn === null ? null : new TallRows(table, layout, options);
  const form = tall ?? new WideRows(table, layout);
  for (const row of rows) {
    table.counts.read++;
    if (row.cells.every((cell) => clean(cell) === "")) table.counts.ignored++;
    else form.take(row);
  }
  const { groups, digits } = table.units.figures(layout, table.stated);
  const figures = pooled(
    layout,
    groups.map((one) => one.figures),
  );
  const indices = tall?.indices ?? [];
  const own = groups.length === 1 ? indices[0] : indices.find((index) => reconcile(index, figures)?.agrees);
  return {
    rows: table.counts,
    rejected: table.rejected,
    groups,
    total: {
      place: sharedPlace(groups.map((one) => one.place)),
      figures,
      histograms: noHistograms(layout),
    },
    printed: table.printed ?? own ?? null,
    foot: [],
    suspicions: null,
    outOfScale: { rows: 0, example: "" },
    dates: { unread: 0, firstRow: 0, uncertain: false },
    doubt: roundingDoubt(digits),
    groupsOverflow: false,
  };
};
