import { describe, expect, it } from "vitest";
import { naskahPages, pageOf } from "#app/server/naskah-pages.ts";

describe("naskahPages", () => {
  it("is one page up to 400 lines", () => {
    expect(naskahPages([1, 400], [50, 100])).toEqual([[1, 400]]);
    expect(naskahPages([353, 353], [])).toEqual([[353, 353]]);
  });

  it("breaks before the last service that begins inside the page", () => {
    // 401 is the first line beyond the page: a service that begins there leaves the page whole.
    expect(naskahPages([1, 900], [100, 350, 390, 401, 700])).toEqual([
      [1, 400],
      [401, 700 - 1],
      [700, 900],
    ]);
    expect(naskahPages([1, 500], [100, 350, 390])).toEqual([
      [1, 389],
      [390, 500],
    ]);
  });

  it("cuts a service that is longer than a page, and a text without services", () => {
    expect(naskahPages([1, 1000], [10])).toEqual([
      [1, 9],
      [10, 409],
      [410, 809],
      [810, 1000],
    ]);
    expect(naskahPages([1, 401], [])).toEqual([
      [1, 400],
      [401, 401],
    ]);
  });

  it("holds every line once and no page of more than 400", () => {
    const starts = Array.from({ length: 80 }, (_, index) => 3 + index * 37);
    const pages = naskahPages([1, 2912], starts);
    expect(pages[0]?.[0]).toBe(1);
    expect(pages.at(-1)?.[1]).toBe(2912);
    for (const [index, [from, to]] of pages.entries()) {
      expect(to - from).toBeLessThan(400);
      if (index > 0) expect(from).toBe((pages[index - 1]?.[1] ?? 0) + 1);
    }
  });

  it("has no page for a text without lines", () => {
    expect(naskahPages([1, 0], [])).toEqual([]);
  });
});

describe("pageOf", () => {
  it("finds the page of a line, the nearest where the line is outside", () => {
    const pages = naskahPages([353, 1200], []);
    expect(pageOf(pages, 353)).toBe(1);
    expect(pageOf(pages, 753)).toBe(2);
    expect(pageOf(pages, 1)).toBe(1);
    expect(pageOf(pages, 5000)).toBe(3);
    expect(pageOf([], 5)).toBe(1);
  });
});
