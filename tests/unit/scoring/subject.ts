import type { ComponentKey } from "#app/reader/components.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { extractFacts, sourceOf } from "#app/reader/facts/index.ts";
import type { ReadingJson, ReadService } from "#app/reader/schema.ts";
import { CRITERIA } from "#app/scoring/criteria/index.ts";
import type { Answer } from "#app/scoring/criterion.ts";
import { Text } from "#app/scoring/words.ts";

/** One criterion held against a text, with the facts that the reader finds in it. */
export const judge = (
  criterion: string,
  text: string,
  service = "Peminjaman Gedung Balai Arunika",
): Answer => {
  const component = criterion.split(".")[0] as ComponentKey;
  const facts = extractFacts({ [component]: sourceOf(text, [[0, 1]]) });
  const check = CRITERIA[criterion];
  if (!check) throw new Error(`no criterion ${criterion}`);
  const context = { service, bagian: "Bagian Umum", regency: "Arunika" };
  return check({ text: new Text(text), lines: [1, 1], facts, context });
};

/** A service of an invented decree; components by text. */
export const serviceOf = (
  name: string,
  texts: Partial<Record<ComponentKey, string>>,
  { bagian = "Bagian Umum" as string | null, decree = 0 } = {},
): ReadService => ({
  decree,
  bagian,
  no: null,
  name,
  line: 1,
  same_as: null,
  components: Object.fromEntries(
    COMPONENT_KEYS.map((key) => {
      const text = texts[key];
      return [key, text ? { label: null, text, lines: [1, 2] as [number, number], confidence: 1 } : null];
    }),
  ) as ReadService["components"],
  facts: extractFacts(
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, sourceOf(text as string, [[0, 1]])])),
  ),
});

/** A reading of one decree of an invented regency. */
export const readingOf = (
  services: ReadService[],
  { regency = "Arunika", findings = [] as ReadingJson["findings"] } = {},
): ReadingJson => ({
  reader: "test",
  file: { name: "arunika.txt", sha256: "0", lines: 10 },
  decrees: [
    {
      regency,
      issuer: "Bupati",
      number: "1",
      number_annex: null,
      year: 2025,
      signed: null,
      line: 1,
      declared: [],
      maklumat: false,
    },
  ],
  services,
  coverage: { lines: 10, by_role: {}, unassigned: [] },
  findings,
});
