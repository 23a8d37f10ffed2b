import {
  ASSESSORS,
  type AssessmentState,
  type Move,
  obstaclesTo,
  REVIEWERS,
} from "#app/assessment/states.ts";
import { answerOfValue, type ItemValue } from "#app/assessment/values.ts";
import { type SelfCheck, selfCheck } from "#app/evidence/self-check.ts";
import { type Simulation, simulate } from "#app/evidence/simulate.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { evidenceOf, judgementsOf, remarksOf } from "#db/queries/assessments.ts";
import { itemsOfAssessment } from "#db/queries/review-rounds.ts";
import type { EvidenceTable, JudgementTable, RemarkTable, RoundItemTable } from "#db/schema-assessments.ts";
import { regencyRefs } from "../lookup.server.ts";
import { bagianRef } from "../refs.ts";
import { parseStored } from "../stored-json.ts";
import type { BagianRef, DecreeRef, RegencyRef, ServiceRef } from "../views.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { type Item, isSubstance, type Subject, subjectOf } from "./items.server.ts";
import { answerStands, assessmentAt, openNow, waitingItems } from "./load.server.ts";
import { moveFacts } from "./move.server.ts";
import { StoredAnswers, StoredChanges } from "./stored.ts";
import { obstacleWords } from "./words.ts";

/** What a person answered on an item, as the sheet shows it. */
export interface Given {
  seq: number;
  kind: JudgementTable["kind"];
  value: ItemValue;
  /** By criterion, where the person differs from the machine. */
  answers: Record<string, boolean | null>;
  machine: ItemValue | null;
  reason: string;
  by: string;
  /** UTC. */
  at: string;
  /** False: the words, the edition or the machine's verdict under it changed. */
  stands: boolean;
}

export interface SheetItem extends Item {
  given: Given | null;
  evidence: EvidenceTable[];
  remarks: RemarkTable[];
  /** Its part in the uji petik; null where it was not drawn. */
  sample: Pick<RoundItemTable, "drawn" | "mark" | "reason" | "marked_by" | "marked_at"> | null;
  /** Its words changed since the assessment was handed in. */
  changed: boolean;
}

/** What the sheet of an assessment shows. */
export interface SheetView {
  id: string;
  regency: RegencyRef;
  bagian: BagianRef;
  /** Null of a bagian as a unit. */
  service: ServiceRef | null;
  /** Null where no decree in force prints it. */
  decree: DecreeRef | null;
  edition: { name: string; slug: string; substance: boolean };
  state: AssessmentState;
  /** Why it has to be reviewed again: names of what changed, and when that was seen. */
  stale: {
    at: string;
    instrument: boolean;
    parts: string[];
    /** Of a bagian: how many of its services changed, came or went. */
    services: number;
    answers: string[];
  } | null;
  own: boolean;
  begun: { by: string; at: string };
  submitted: { by: string; at: string } | null;
  seconded: { by: string; at: string } | null;
  reviewed: { by: string; at: string } | null;
  since: string;
  roundId: string | null;
  items: SheetItem[];
  /** Keys of items without an answer that stands. */
  waiting: string[];
  /** Moves that this person can make now, and of those that are theirs in this state what stands in the way. */
  moves: Move[];
  blocked: { move: Move; words: string[] }[];
  may: { judge: boolean; remark: boolean; mark: boolean };
  /** Of an edition of indicators: counts of those met, and the figure, or why there is none. */
  check: SelfCheck | null;
  simulation: Simulation | null;
}

const PART_NAMES: ReadonlyMap<string, string> = new Map([
  ["nama", "nama layanan"],
  ["bagian", "nama bagian"],
  ...COMPONENTS.map(({ key, short }) => [key, short.toLowerCase()] as const),
]);

/** A stored answer as pages show it. */
export const givenView = (row: JudgementTable, stands = true): Given => ({
  seq: row.seq,
  kind: row.kind,
  value: row.value,
  answers: row.answers === null ? {} : parseStored(StoredAnswers, row.answers),
  machine: row.machine,
  reason: row.reason,
  by: row.by,
  at: row.at,
  stands,
});

const givenOf = (row: JudgementTable | undefined, item: Item, { instrumentId }: Subject): Given | null =>
  row ? givenView(row, answerStands(row, item, instrumentId)) : null;

const THEIRS: readonly Move[] = ["ajukan", "kuatkan", "kembalikan", "selesaikan", "tetapkan"];

/**
 * The sheet of one assessment: what is judged on, what the machine and people say, and what can be done next.
 * @throws AppError (404) outside the scope
 */
export const getSheet = async (db: Db, actor: Actor, id: string): Promise<SheetView> => {
  const { scope } = actor;
  const row = await assessmentAt(db.read, scope, id);
  const { r } = row;
  const open = openNow(row);
  const [subject, judgements, evidence, remarks, sample, regencies] = await Promise.all([
    subjectOf(db, scope, row, open),
    judgementsOf(db.read, r, [id]),
    evidenceOf(db.read, r, id),
    remarksOf(db.read, r, id),
    row.round_id === null ? [] : itemsOfAssessment(db.read, r, row.round_id, id),
    regencyRefs(db, scope),
  ]);
  const waiting = waitingItems(subject, judgements).map(({ key }) => key);
  const facts = await moveFacts(db.read, actor, row, subject.items.length === 0 ? 1 : waiting.length);
  const stale = row.stale === null ? null : parseStored(StoredChanges, row.stale);
  const roles = rolesIn(actor.grants, r);
  const is = (some: readonly string[]) => roles.some((role) => some.includes(role));
  const substance = isSubstance(subject.edition);
  const person = (by: string | null, at: string | null) => (by === null || at === null ? null : { by, at });
  const answers = new Map(
    judgements.flatMap(({ item, value }) => {
      const answer = answerOfValue(value);
      return answer ? [[item, answer] as const] : [];
    }),
  );
  const tries = THEIRS.map((move) => ({ move, obstacles: obstaclesTo(move, facts) }));
  return {
    id,
    regency: regencies.get(r) as RegencyRef,
    bagian: bagianRef({
      bagian_slug: row.bagian_slug,
      bagian_name: row.bagian_name,
      family: row.bagian_family,
    }),
    service:
      row.service_no === null || row.service_slug === null || row.service_name === null
        ? null
        : { no: row.service_no, slug: row.service_slug, name: row.service_name },
    decree: subject.decree,
    edition: { name: subject.edition.name, slug: subject.edition.slug, substance },
    state: row.state,
    stale: stale && {
      at: stale.at,
      instrument: stale.instrument,
      parts: stale.parts.flatMap((part) => PART_NAMES.get(part) ?? []),
      services: stale.parts.filter((part) => !PART_NAMES.has(part)).length,
      answers: stale.answers.map((key) => subject.items.find((item) => item.key === key)?.name ?? key),
    },
    own: row.own === 1,
    begun: { by: row.by, at: row.at },
    submitted: person(row.submitted_by, row.submitted_at),
    seconded: person(row.seconded_by, row.seconded_at),
    reviewed: person(row.reviewed_by, row.reviewed_at),
    since: row.moved_at,
    roundId: row.round_id,
    items: subject.items.map((item): SheetItem => {
      const drawn = sample.find((one) => one.item === item.key);
      return {
        ...item,
        given: givenOf(
          judgements.find((one) => one.item === item.key),
          item,
          subject,
        ),
        evidence: evidence.filter((one) => one.item === item.key && one.withdrawn_at === null),
        remarks: remarks.filter((one) => one.item === item.key),
        sample: drawn
          ? {
              drawn: drawn.drawn,
              mark: drawn.mark,
              reason: drawn.reason,
              marked_by: drawn.marked_by,
              marked_at: drawn.marked_at,
            }
          : null,
        changed: stale?.parts.includes(item.key) ?? false,
      };
    }),
    waiting,
    moves: tries.filter(({ obstacles }) => obstacles.length === 0).map(({ move }) => move),
    blocked: tries
      .filter(
        ({ obstacles }) =>
          obstacles.length > 0 && !obstacles.includes("peran") && !obstacles.includes("keadaan"),
      )
      .map(({ move, obstacles }) => ({ move, words: obstacleWords(obstacles) })),
    may: {
      judge: open && is(ASSESSORS),
      remark: is(ASSESSORS) || is(REVIEWERS),
      mark: row.state === "diajukan" && is(REVIEWERS) && row.submitted_by !== scope.actor,
    },
    check: substance ? null : selfCheck({ dimensions: askedOf(subject) }, answers),
    simulation: substance ? null : simulate(subject.edition.content, answers),
  };
};

/** Dimensions of the edition with the indicators that this assessment asks: those of services, or of a unit. */
const askedOf = ({ edition, items }: Subject) => {
  const asked = new Set(items.map(({ key }) => key));
  return edition.content.dimensions.map((one) => ({
    ...one,
    announced: null,
    indicators: one.indicators.filter(({ id }) => asked.has(id)),
  }));
};
