import { formatOfPath } from "#app/reports/formats.ts";
import { type Filters, type IgnoredValue, keepKnown, type ManyKey, parseFilters } from "./filters.ts";

/** Query of a request. */
export const queryOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

/** Is the table of a page asked for as a file? Then it holds every row, whatever page of it is on the screen. */
export const wantsFile = (request: Request): boolean =>
  formatOfPath(new URL(request.url).pathname) !== undefined;

/** Page of a table that is asked for. */
export const pageOf = (request: Request, filters: Filters): number | "all" =>
  wantsFile(request) ? "all" : filters.hal;

/**
 * Runs a use case with the filters of the address. Values that turn out to name nothing in its data are dropped, reported,
 * and the use case is run again without them.
 */
export async function withFilters<View>(
  request: Request,
  run: (filters: Filters) => Promise<View>,
  known: (view: View) => Partial<Record<ManyKey, Iterable<string>>>,
): Promise<{ view: View; filters: Filters; ignored: IgnoredValue[] }> {
  const asked = parseFilters(queryOf(request));
  const view = await run(asked.filters);
  const names = Object.fromEntries(
    Object.entries(known(view)).map(([key, values]) => [key, new Set(values)]),
  );
  const kept = keepKnown(asked, names);
  const same = kept.ignored.length === asked.ignored.length;
  return { ...kept, view: same ? view : await run(kept.filters) };
}
