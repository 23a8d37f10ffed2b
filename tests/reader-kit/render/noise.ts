import type { Random } from "../random.ts";

/** Letters as a scan misreads them. */
const MISREAD: Record<string, string> = {
  i: "l",
  l: "i",
  n: "ri",
  m: "rn",
  e: "c",
  a: "u",
  u: "ii",
  k: "lc",
  g: "q",
  t: "f",
};

/** A label with one or two letters misread, never the first; short labels keep their letters. */
export function misreadLabel(label: string, random: Random): string {
  if (label.length < 8) return label;
  const places = [...label].flatMap((c, i) => (i > 0 && MISREAD[c] ? [i] : []));
  const hits = new Set(random.some(places, random.int(1, 2)));
  return [...label].map((c, i) => (hits.has(i) ? (MISREAD[c] as string) : c)).join("");
}

/** A row number with dirt of the scan: misread, doubled, without its dot, or gone. */
export function pollutedNumber(no: string, random: Random): string {
  const bare = no.replace(/\D/g, "");
  return random.pick([
    no,
    no,
    bare.replace("1", "l"),
    `${bare},`,
    `${bare}. ${bare}.`,
    `${bare} .`,
    "",
    "_",
    `·${bare}.`,
  ]);
}
