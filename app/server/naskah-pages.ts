import type { LineRange } from "#app/reader/schema.ts";

/** Lines on one page of a naskah. */
export const NASKAH_PAGE = 400;

/**
 * Pages of a text: at most 400 lines each, broken before a service wherever one begins inside the page; a service
 * longer than a page is cut.
 * @param starts first lines of the services, ascending
 */
export const naskahPages = ([from, to]: LineRange, starts: readonly number[]): LineRange[] => {
  const pages: LineRange[] = [];
  for (let first = from; first <= to; ) {
    const end = first + NASKAH_PAGE;
    if (end > to) {
      pages.push([first, to]);
      break;
    }
    const next = starts.findLast((start) => start > first && start <= end) ?? end;
    pages.push([first, next - 1]);
    first = next;
  }
  return pages;
};

/** 1-based page that holds a line; the nearest one for a line outside the text. */
export const pageOf = (pages: readonly LineRange[], line: number): number => {
  const at = pages.findIndex(([, last]) => line <= last);
  return at === -1 ? Math.max(1, pages.length) : at + 1;
};
