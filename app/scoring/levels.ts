import type { Instrument } from "../instruments/instrument.ts";
import type { ComponentKey } from "../reader/components.ts";
import type { Finding, ReadDecree, ReadService } from "../reader/schema.ts";
import { CRITERIA } from "./criteria/index.ts";
import { type Answer, type Criterion, notAsked } from "./criterion.ts";
import type { Level } from "./schema.ts";
import type { Shelf } from "./shelf.ts";
import { type Torn, tornBy } from "./torn.ts";

export interface Judged {
  criterion: string;
  level: 2 | 3;
  answer: Answer;
}

/**
 * Level of a component from its criteria: 1 where one of the core is unmet, 3 where the measurable ones are met as well,
 * else 2. A criterion that does not apply counts for nothing.
 */
export const levelOf = (judged: readonly Judged[]): 1 | 2 | 3 => {
  const unmet = (level: 2 | 3) => judged.some((one) => one.level === level && one.answer.met === false);
  if (unmet(2)) return 1;
  return unmet(3) ? 2 : 3;
};

export interface ComponentScore {
  level: Level;
  judged: Judged[];
  /** The page took what the component had to say: no level, and no fault of the bagian. */
  torn: Torn;
}

/** What can't be read is neither right nor wrong. */
const unasked = (one: Judged): Judged => ({
  ...one,
  answer: notAsked("Teksnya terputus, sehingga tidak dapat dinilai."),
});

/** Codes of the reader by which nothing of a component can be read. */
const UNREADABLE = new Set<string>(["page_lost", "ocr_damage"]);

/** One service held against an instrument. `shelf` holds the texts of all services. */
export const scoreService = (
  service: ReadService,
  decree: ReadDecree | undefined,
  findings: readonly Finding[],
  instrument: Instrument,
  shelf: Shelf,
): Record<ComponentKey, ComponentScore> => {
  const context = { service: service.name, bagian: service.bagian, regency: decree?.regency ?? null };
  const scores = instrument.components.map(({ key, criteria }): [ComponentKey, ComponentScore] => {
    const part = service.components[key];
    if (!part) {
      const lost = findings.some((one) => one.component === key && UNREADABLE.has(one.code));
      return [key, { level: lost ? "T" : 0, judged: [], torn: null }];
    }
    const text = shelf.textOf(part.text);
    const subject = { text, lines: part.lines, facts: service.facts, context };
    const judged = criteria.map(({ id, level }) => ({
      criterion: id,
      level,
      answer: (CRITERIA[id] as Criterion)(subject),
    }));
    const level = levelOf(judged);
    const torn = level === 1 ? tornBy(key, text, shelf.sisters(key)) : null;
    return [key, torn ? { level: "T", judged: judged.map(unasked), torn } : { level, judged, torn }];
  });
  return Object.fromEntries(scores) as Record<ComponentKey, ComponentScore>;
};
