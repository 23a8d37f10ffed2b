import { COMPONENTS } from "#app/reader/components.ts";

/** Fields of the forms that correct, and what they send. */

/** What lines become that are no component's. */
export const NOBODY = [
  ["unassigned", "tanpa pemilik"],
  ["page_noise", "bukan isi standar (nomor halaman, cap, tanda)"],
] as const;

const FIELDS = [
  "baris",
  "rentang",
  "kutipan",
  "tindakan",
  "layanan",
  "ke",
  "komponen",
  "nama",
  "bagian",
] as const;

/** What a form sent, as it was typed, so that it can be sent again. */
export type Typed = [name: (typeof FIELDS)[number], value: string][];

export const typedOf = (form: FormData): Typed =>
  FIELDS.flatMap((name) =>
    form
      .getAll(name)
      .flatMap((value): Typed => (typeof value === "string" && value !== "" ? [[name, value]] : [])),
  );

const LONGEST_RANGE = 5_000;

/** "102-104, 110" as line numbers; null where it is none. */
export const linesIn = (range: string): number[] | null => {
  const lines: number[] = [];
  for (const part of range.split(/[,;\s]+/).filter((one) => one !== "")) {
    const match = /^(\d{1,7})(?:[-–](\d{1,7}))?$/.exec(part);
    if (!match) return null;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from || to - from >= LONGEST_RANGE) return null;
    for (let line = from; line <= to; line++) lines.push(line);
  }
  return lines.length > LONGEST_RANGE ? null : lines;
};

const numberOr = (value: string): number | null => (/^\d{1,7}$/.test(value) ? Number(value) : null);

/** What is asked, for the use case to judge; null where the range of lines is none. */
export const askedIn = (typed: Typed): Record<string, unknown> | null => {
  const all = (name: Typed[number][0]) => typed.flatMap(([key, value]) => (key === name ? [value] : []));
  const one = (name: Typed[number][0]) => all(name)[0] ?? "";
  const range = linesIn(one("rentang"));
  if (!range) return null;
  const place = one("komponen");
  const named = COMPONENTS.find(({ slug }) => slug === place)?.key;
  return {
    op: one("tindakan"),
    lines: [...all("baris").flatMap((line) => numberOr(line) ?? []), ...range],
    words: one("kutipan"),
    service: numberOr(one("layanan")),
    into: numberOr(one("ke")),
    component: named ?? NOBODY.find(([key]) => key === place)?.[0] ?? null,
    name: one("nama"),
    bagian: one("bagian"),
  };
};
