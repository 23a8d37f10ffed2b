import type { OriginKind } from "#app/followup/origin.ts";
import {
  countStatuses,
  figuresOfQuarter,
  type QuarterFigures,
  quarterOf,
  type StatusCounts,
} from "#app/followup/quarter.ts";
import type { Status } from "#app/followup/timeline.ts";
import { everyPeriod } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { actionByNo, listActions, proofsOf, stepsOf } from "#db/queries/actions.ts";
import { listBagian } from "#db/queries/bagian.ts";
import type { ActionProofTable, ActionStepTable } from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { attachmentResponse } from "../attachments/attach.server.ts";
import { notFound } from "../errors.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef } from "../views.ts";
import { type ActionView, actionViews, byUrgency } from "./views.ts";

/** What of the list is asked for; empty or left out: everything. */
export interface ActionFilter {
  status?: readonly Status[];
  /** Slugs; `setda` for what the whole secretariat answers for. */
  bagian?: readonly string[];
  origin?: readonly OriginKind[];
  /** Due within one of these quarters (`2026-TW2`). */
  due?: readonly string[];
}

/** Value of the filter and of the form for what no single bagian answers for. */
export const WHOLE_SETDA = "setda";

export interface ActionsView {
  regency: RegencyRef;
  /** The date where the regency lies: late is what was due before it. */
  today: string;
  /** Of the filter, most urgent first. */
  rows: ActionView[];
  /** Of the bagian and origins asked for, whatever status is. */
  counts: StatusCounts;
  /** Days by which the latest of these is late; null where nothing is. */
  oldest: number | null;
  /** Finished without any proof, of the rows. */
  unproven: number;
  /** Who may answer for something: every bagian of the scope by name, and the whole secretariat where it does. */
  owners: { slug: string; name: string | null }[];
  /** Of the bagian and origins asked for: the quarters from the first plan to now, newest first, at most eight. */
  quarters: QuarterFigures[];
}

const QUARTERS = 8;

const ownerOf = ({ bagian }: Pick<ActionView, "bagian">): string => bagian?.slug ?? WHOLE_SETDA;

/**
 * The follow-up of a regency on this day.
 * @throws AppError (404) where the regency is not there or not in scope
 */
export const getActions = async (
  db: Db,
  scope: Scope,
  { kab, filter = {} }: { kab: string; filter?: ActionFilter },
): Promise<ActionsView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const [records, steps, bagian] = await Promise.all([
    listActions(db.read, scope, regency.r),
    stepsOf(db.read, scope, regency.r),
    listBagian(db.read, scope),
  ]);
  const today = todayIn(db, regency);
  const all = actionViews(records, steps, today);
  const asked = all.filter(
    (one) => among(filter.bagian, ownerOf(one)) && among(filter.origin, one.origin.kind),
  );
  const rows = asked
    .filter(({ status, due }) => among(filter.status, status) && among(filter.due, quarterOf(due)))
    .sort(byUrgency);
  return {
    regency,
    today,
    rows,
    counts: countStatuses(asked.map(({ status }) => status)),
    oldest: asked.reduce<number | null>(
      (most, { late }) => (late === null ? most : Math.max(most ?? 0, late)),
      null,
    ),
    unproven: rows.filter(({ status, proofs }) => status === "selesai" && proofs === 0).length,
    owners: [
      ...bagian.filter(({ r }) => r === regency.r).map(({ slug, name }) => ({ slug, name })),
      ...(all.some((one) => one.bagian === null) ? [{ slug: WHOLE_SETDA, name: null }] : []),
    ],
    quarters: quartersOf(asked, today),
  };
};

const among = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
  !wanted || wanted.length === 0 || wanted.includes(value);

const quartersOf = (views: readonly ActionView[], today: string): QuarterFigures[] => {
  const timelines = views.map(({ timeline }) => timeline);
  const first = views.map(({ plannedOn }) => plannedOn).sort()[0];
  if (first === undefined) return [];
  return everyPeriod([quarterOf(first)], quarterOf(today), QUARTERS)
    .reverse()
    .flatMap((quarter) => figuresOfQuarter(timelines, quarter, today) ?? []);
};

/** The number of an action or an entry as an address names it. @throws AppError (404) where it is none */
export const numberIn = (text: string | undefined): number => {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
};

export interface ActionPage {
  regency: RegencyRef;
  today: string;
  action: ActionView;
  /** Oldest first. */
  steps: ActionStepTable[];
  proofs: ActionProofTable[];
}

/** One action with its history. @throws AppError (404) where it is not there or not in scope */
export const getAction = async (db: Db, scope: Scope, kab: string, no: number): Promise<ActionPage> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const record = await actionByNo(db.read, scope, regency.r, no);
  if (!record) throw notFound();
  const today = todayIn(db, regency);
  const [steps, proofs] = await Promise.all([
    stepsOf(db.read, scope, regency.r, record.id),
    proofsOf(db.read, scope, regency.r, record.id),
  ]);
  const [action] = actionViews([record], steps, today);
  if (!action) throw notFound();
  return { regency, today, action, steps, proofs };
};

/** The file of one proof. @throws AppError (404) where there is none in scope */
export const proofFile = async (
  db: Db,
  scope: Scope,
  { kab, no, seq }: { kab: string; no: number; seq: number },
): Promise<Response> => {
  const { regency, proofs } = await getAction(db, scope, kab, no);
  const proof = proofs.find((one) => one.seq === seq);
  if (!proof?.file_sha) throw notFound();
  return attachmentResponse(db, regency.r, { file_sha: proof.file_sha, file_name: proof.file_name });
};
