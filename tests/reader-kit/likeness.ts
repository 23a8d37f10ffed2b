/** Letters a-z of a text without tags, entities, digits and signs: what two readings are compared by. */
export const letters = (text: string | null | undefined): string =>
  unescapeHtml(text ?? "")
    .replace(/<\/?[A-Za-z][\w-]*(?=[\s/>])[^<>]*>/g, " ")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rarr: "→",
  ndash: "–",
  mdash: "—",
  bull: "•",
};

export const unescapeHtml = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|([a-zA-Z]+));?/g,
    (whole, dec?: string, hex?: string, name?: string) => {
      if (dec) return String.fromCodePoint(Math.min(Number(dec), 0x10ffff));
      if (hex) return String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff));
      return NAMED[name ?? ""] ?? whole;
    },
  );

/** Letters without the marks of lists ("a.", "b)"), which converters may drop or make up. */
export const wordLetters = (text: string): string =>
  letters(unescapeHtml(text).replace(/(^|[\s(])[a-zA-Z](?:\.|\))(?=\s|$)/g, "$1 "));

interface Match {
  a: number;
  b: number;
  size: number;
}

/** Positions of each character of `b`; in strings of 200 and more, characters that are too common are left out (`autojunk`). */
function positions(b: string, autojunk: boolean): Map<string, number[]> {
  const where = new Map<string, number[]>();
  for (let i = 0; i < b.length; i++) {
    const c = b[i] as string;
    const list = where.get(c);
    if (list) list.push(i);
    else where.set(c, [i]);
  }
  if (autojunk && b.length >= 200) {
    const limit = Math.floor(b.length / 100) + 1;
    for (const [c, list] of where) if (list.length > limit) where.delete(c);
  }
  return where;
}

/** The longest run that stands in both ranges; the first in `a`, then in `b`, of equals. */
function longest(
  a: string,
  b: string,
  where: Map<string, number[]>,
  alo: number,
  ahi: number,
  blo: number,
  bhi: number,
): Match {
  let best: Match = { a: alo, b: blo, size: 0 };
  let ends = new Map<number, number>();
  for (let i = alo; i < ahi; i++) {
    const next = new Map<number, number>();
    for (const j of where.get(a[i] as string) ?? []) {
      if (j < blo) continue;
      if (j >= bhi) break;
      const size = (ends.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    ends = next;
  }
  while (best.a > alo && best.b > blo && a[best.a - 1] === b[best.b - 1])
    best = { a: best.a - 1, b: best.b - 1, size: best.size + 1 };
  while (
    best.a + best.size < ahi &&
    best.b + best.size < bhi &&
    a[best.a + best.size] === b[best.b + best.size]
  )
    best.size += 1;
  return best;
}

/** Ratcliff and Obershelp's likeness of two strings, 0-1, counted as Python's difflib counts it. */
export function ratio(a: string, b: string, autojunk = true): number {
  if (a.length + b.length === 0) return 1;
  const where = positions(b, autojunk);
  let common = 0;
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [alo, ahi, blo, bhi] = range;
    const match = longest(a, b, where, alo, ahi, blo, bhi);
    if (match.size === 0) continue;
    common += match.size;
    if (alo < match.a && blo < match.b) open.push([alo, match.a, blo, match.b]);
    if (match.a + match.size < ahi && match.b + match.size < bhi)
      open.push([match.a + match.size, ahi, match.b + match.size, bhi]);
  }
  return (2 * common) / (a.length + b.length);
}

/** A service's name without the words that lists and tables add or drop. */
export const nameKey = (name: string): string =>
  letters(name.toLowerCase().replace(/\b(layanan|pelayanan|fasilitas|fasilitasi)\b/g, ""));

export const bagianKey = (name: string | null | undefined): string =>
  letters((name ?? "").toLowerCase().replace(/\bbagian\b/g, ""));

/** Pairs of equal services in order: the alignment with the greatest sum of likeness, each pair at least 0.6 alike. */
export function align(
  truth: readonly { name: string }[],
  got: readonly { name: string }[],
): [number, number][] {
  const n = truth.length;
  const m = got.length;
  const likeness = truth.map((t) => got.map((g) => ratio(nameKey(t.name), nameKey(g.name))));
  const at = (i: number, j: number) => likeness[i]?.[j] ?? 0;
  const best = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(0));
  const top = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const take = at(i, j) >= 0.6 ? top(i + 1, j + 1) + at(i, j) : -1;
      (best[i] as number[])[j] = Math.max(top(i + 1, j), top(i, j + 1), take);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (at(i, j) >= 0.6 && Math.abs(top(i, j) - (top(i + 1, j + 1) + at(i, j))) < 1e-9)
      pairs.push([i++, j++]);
    else if (top(i, j) === top(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
