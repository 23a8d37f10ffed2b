import { z } from "zod";

/** Fields of forms, as a browser sends them. */

/** Line feed and tab are kept; what no database of ours takes, and what no page shows, is left out. */
const clean = (value: string): string =>
  value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t]/gu, "")
    .normalize("NFC");

/** A text of at most so many letters; left out it is empty. */
export const typedText = (most: number) =>
  z
    .string()
    .transform((value) => clean(value).trim())
    .pipe(z.string().max(most, `Paling banyak ${most} huruf.`))
    .default("");

/** A day as a form sends it: longer than one is, so that a day in words is refused as a day and not by its length. */
export const typedDay = () => typedText(60);

/** `YYYY-MM-DD`, a day of the calendar of this century: "0202" and "9999" are slips of the hand that spoil every figure. */
export const isDay = (value: string): boolean =>
  value.startsWith("20") && z.iso.date().safeParse(value).success;

/** Web addresses only: a link that a page prints must not run anything. */
export const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && ["http:", "https:"].includes(new URL(value).protocol);

/** What is wrong with a field of a form, in Indonesian. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** What a schema refused, beside its fields. */
export const fieldProblems = (error: z.ZodError): { problems: FieldProblem[] } => ({
  problems: error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
});

/**
 * Thrown inside a change that finds, now that nobody else writes, what is wrong with a form, as when it is sent twice at
 * once: nothing is written and nothing recorded.
 */
export class Objection extends Error {
  readonly problem: FieldProblem;
  constructor(field: string, message: string) {
    super(message);
    this.problem = { field, message };
  }
}

/** What a change gives, or the problem of its form where it objected. */
export const unlessObjected = async <Done>(
  work: Promise<Done>,
): Promise<Done | { problems: FieldProblem[] }> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Objection) return { problems: [error.problem] };
    throw error;
  }
};
