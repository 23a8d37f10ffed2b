import { z } from "zod";
import type { ChartSpec } from "../../charts/spec.ts";
import { formatShortDate } from "../../format/dates.ts";
import { formatCount, formatDecimal, NO_FIGURE } from "../../format/numbers.ts";
import type { Value } from "../sheet.ts";

/**
 * A report as plain data: every figure and sentence that any of its formats shows. It is stored when it is issued; its
 * renderers know nothing else, so that no format can say another number.
 */
export const REPORT_FORMAT = "tolok-laporan/1";

const ValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: z.string() }),
  z.strictObject({ kind: z.literal("count"), count: z.number().nullable() }),
  z.strictObject({ kind: z.literal("decimal"), value: z.number().nullable(), digits: z.int() }),
  z.strictObject({ kind: z.literal("ordinal"), number: z.number().nullable() }),
  z.strictObject({ kind: z.literal("date"), date: z.string().nullable() }),
]);

const ReportTable = z.strictObject({
  /** Unique in the report: name of its sheet and of its CSV. */
  id: z.string(),
  /** Name of its sheet for people: at most 31 signs. */
  sheet: z.string().max(31),
  title: z.string(),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      head: z.string(),
      /** Width as a share of the page; they add up to 100. */
      share: z.number(),
      /** Stands in the foot as a sum. */
      sum: z.boolean().optional(),
    }),
  ),
  rows: z.array(z.array(ValueSchema)),
  /** How many of the first columns name a row. */
  heads: z.int().min(1),
});
export type ReportTable = z.infer<typeof ReportTable>;

const Part = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), words: z.string() }),
  z.strictObject({ kind: z.literal("note"), words: z.string() }),
  z.strictObject({ kind: z.literal("subhead"), words: z.string() }),
  z.strictObject({ kind: z.literal("list"), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("table"), table: ReportTable }),
  z.strictObject({
    kind: z.literal("chart"),
    spec: z.custom<ChartSpec>((value) => typeof value === "object"),
  }),
]);
export type Part = z.infer<typeof Part>;

const Chapter = z.strictObject({
  id: z.string(),
  title: z.string(),
  parts: z.array(Part),
  /** What people wrote to it; "" where nothing. */
  commentary: z.string(),
});
export type Chapter = z.infer<typeof Chapter>;

export const ReportModel = z.strictObject({
  format: z.literal(REPORT_FORMAT),
  title: z.string(),
  regency: z.strictObject({
    slug: z.string(),
    name: z.string(),
    zone: z.enum(["WIB", "WITA", "WIT"]),
    sample: z.boolean(),
  }),
  period: z.string(),
  number: z.string(),
  /** Day of the report, `YYYY-MM-DD`. */
  date: z.string(),
  letterhead: z.array(z.string()),
  place: z.string(),
  signer: z.strictObject({ office: z.string(), name: z.string(), nip: z.string() }),
  /** Why it is a draft only; none: it is issued. */
  reasons: z.array(z.string()),
  /** What must be known before any figure. */
  status: z.array(z.string()),
  /** Label and words: filters, editions, versions, hashes, n, what is left out, the instant. */
  about: z.array(z.tuple([z.string(), z.string()])),
  /** When the figures were taken, UTC ISO. */
  at: z.string(),
  chapters: z.array(Chapter),
});
export type ReportModel = z.infer<typeof ReportModel>;

/** How a value is written in words, on every page and paper. */
export function valueWords(value: Value): string {
  switch (value.kind) {
    case "text":
      return value.text === "" ? NO_FIGURE : value.text;
    case "count":
      return value.count === null ? NO_FIGURE : formatCount(value.count);
    case "decimal":
      return value.value === null ? NO_FIGURE : formatDecimal(value.value, value.digits);
    case "ordinal":
      return value.number === null ? NO_FIGURE : String(value.number);
    case "date":
      return value.date === null ? NO_FIGURE : formatShortDate(value.date);
  }
}

/** Is a column one of figures, set right? Decided by its first row. */
export const isFigureColumn = ({ rows }: ReportTable, at: number): boolean => {
  const kind = rows[0]?.[at]?.kind;
  return kind === "count" || kind === "decimal" || kind === "ordinal";
};

/** Sums of the columns that have one; null where a table has none. Missing figures add nothing. */
export const totalsOf = ({ columns, rows }: ReportTable): (number | null)[] | null =>
  columns.some(({ sum }) => sum)
    ? columns.map(({ sum }, at) =>
        sum
          ? rows.reduce((total, row) => {
              const value = row[at];
              return total + (value?.kind === "count" ? (value.count ?? 0) : 0);
            }, 0)
          : null,
      )
    : null;

export const tablesOf = ({ chapters }: ReportModel): ReportTable[] =>
  chapters.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "table" ? [part.table] : [])));

/** What a report that is no final one carries on every page. */
export const DRAFT_MARK = "DRAF";
export const isDraft = ({ reasons }: Pick<ReportModel, "reasons">): boolean => reasons.length > 0;

export const text = (words: string): Value => ({ kind: "text", text: words });
export const count = (figure: number | null): Value => ({ kind: "count", count: figure });
export const decimal = (value: number | null, digits: number): Value => ({ kind: "decimal", value, digits });
export const ordinal = (number: number | null): Value => ({ kind: "ordinal", number });
export const day = (date: string | null): Value => ({ kind: "date", date });
