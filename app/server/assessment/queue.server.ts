import { ASSESSORS, type AssessmentState, REVIEWERS } from "#app/assessment/states.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import {
  type AssessmentRow,
  type AssessmentSelection,
  answeredItems,
  assessmentsIn,
} from "#db/queries/assessments.ts";
import { itemsOfRound, roundsIn } from "#db/queries/review-rounds.ts";
import { type EditionView, editionViews } from "../instruments/editions.server.ts";
import { regencyRefs } from "../lookup.server.ts";
import { bagianRef } from "../refs.ts";
import type { BagianRef, RegencyRef, ServiceRef } from "../views.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { isSubstance } from "./items.server.ts";
import { waitingMarks } from "./round.server.ts";

/** What is asked of the person. */
export type Task = "nilai" | "perbaiki" | "nilai_ulang" | "kuatkan" | "uji_petik" | "reviu" | "tetapkan";

/** One assessment in a list. */
export interface AssessmentRef {
  id: string;
  regency: RegencyRef;
  bagian: BagianRef;
  /** Null of a bagian as a unit. */
  service: ServiceRef | null;
  edition: { name: string; slug: string; substance: boolean };
  state: AssessmentState;
  own: boolean;
  seconded: boolean;
  submittedBy: string | null;
  /** In this state since, UTC, and whole days since then. */
  since: string;
  days: number;
  /** Items answered, of all. */
  answered: number;
  items: number;
  roundId: string | null;
  /** Of the text as handed in; null before. */
  contentHash: string | null;
}

export interface QueueRow extends AssessmentRef {
  task: Task;
}

export interface RoundRef {
  id: string;
  regency: RegencyRef;
  edition: string;
  at: string;
  by: string;
  drawn: number;
  waiting: number;
}

export interface QueueView {
  /** Longest waiting first. */
  rows: QueueRow[];
  /** Open uji petik, for who reviews. */
  rounds: RoundRef[];
  /** Is there anything that this person is ever asked to do here? */
  works: boolean;
}

const DAY = 86_400_000;

const itemsIn = (edition: EditionView | undefined, of: AssessmentRow["of"]): number =>
  !edition
    ? 0
    : isSubstance(edition)
      ? COMPONENT_KEYS.length
      : edition.content.dimensions
          .flatMap(({ indicators }) => indicators)
          .filter((one) => one.of === (of === "bagian" ? "unit" : "layanan")).length;

/** Assessments of a selection, those longest in their state first. */
export const assessmentRefs = async (
  db: Db,
  { scope }: Actor,
  selection: AssessmentSelection,
): Promise<AssessmentRef[]> => {
  const [rows, regencies, editions] = await Promise.all([
    assessmentsIn(db.read, scope, selection),
    regencyRefs(db, scope),
    editionViews(db, scope),
  ]);
  const answered = new Map(
    (await answeredItems(db.read, scope, selection)).map(({ id, answered }) => [id, Number(answered)]),
  );
  const now = Date.parse(db.now());
  return rows.flatMap((row): AssessmentRef[] => {
    const regency = regencies.get(row.r);
    const edition = editions.find(({ id }) => id === row.instrument_id);
    if (!regency || !edition) return [];
    const { service_no, service_slug, service_name, bagian_slug, bagian_name, bagian_family } = row;
    const items = itemsIn(edition, row.of);
    return [
      {
        id: row.id,
        regency,
        bagian: bagianRef({ bagian_slug, bagian_name, family: bagian_family }),
        service:
          service_no === null || service_slug === null || service_name === null
            ? null
            : { no: service_no, slug: service_slug, name: service_name },
        edition: { name: edition.name, slug: edition.slug, substance: isSubstance(edition) },
        state: row.state,
        own: row.own === 1,
        seconded: row.seconded_by !== null,
        submittedBy: row.submitted_by,
        since: row.moved_at,
        days: Math.max(0, Math.floor((now - Date.parse(row.moved_at)) / DAY)),
        answered: Math.min(items, answered.get(row.id) ?? 0),
        items,
        roundId: row.round_id,
        contentHash: row.content_hash,
      },
    ];
  });
};

const OPEN_TASKS: Partial<Record<AssessmentState, Task>> = {
  draf: "nilai",
  dikembalikan: "perbaiki",
  perlu_direviu_ulang: "nilai_ulang",
  selesai_direviu: "tetapkan",
};

/** What an assessment asks of this person; null where it waits for somebody else. */
const taskOf = (one: AssessmentRef, { scope, grants }: Actor): Task | null => {
  const roles = rolesIn(grants, one.regency.r);
  const is = (some: readonly string[]) => roles.some((role) => some.includes(role));
  const other = one.submittedBy !== scope.actor;
  if (one.state === "diajukan") {
    if (is(REVIEWERS) && other) return one.roundId === null ? "uji_petik" : "reviu";
    return is(ASSESSORS) && other && one.own && !one.seconded ? "kuatkan" : null;
  }
  return is(ASSESSORS) ? (OPEN_TASKS[one.state] ?? null) : null;
};

/** Everything that waits for one person, over all regencies that are theirs. */
export const getQueue = async (db: Db, actor: Actor): Promise<QueueView> => {
  const states: AssessmentState[] = [
    "draf",
    "dikembalikan",
    "perlu_direviu_ulang",
    "diajukan",
    "selesai_direviu",
  ];
  const refs = await assessmentRefs(db, actor, { states });
  const rows = refs.flatMap((one): QueueRow[] => {
    const task = taskOf(one, actor);
    return task ? [{ ...one, task }] : [];
  });
  const works = actor.grants.some(({ role }) => [...ASSESSORS, ...REVIEWERS].includes(role));
  return { rows, rounds: await openRounds(db, actor), works };
};

const openRounds = async (db: Db, actor: Actor): Promise<RoundRef[]> => {
  const [rounds, regencies, editions] = await Promise.all([
    roundsIn(db.read, actor.scope, { state: "terbuka" }),
    regencyRefs(db, actor.scope),
    editionViews(db, actor.scope),
  ]);
  const own = rounds.filter(({ r }) => rolesIn(actor.grants, r).some((role) => REVIEWERS.includes(role)));
  return Promise.all(
    own.map(async (round): Promise<RoundRef> => {
      const items = await itemsOfRound(db.read, round.r, round.id);
      return {
        id: round.id,
        regency: regencies.get(round.r) as RegencyRef,
        edition: editions.find(({ id }) => id === round.instrument_id)?.name ?? round.edition,
        at: round.at,
        by: round.by,
        drawn: items.length,
        waiting: (await waitingMarks(db.read, actor, round, items)).length,
      };
    }),
  );
};
