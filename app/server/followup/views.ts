import { Origin } from "#app/followup/origin.ts";
import {
  type ActionState,
  daysBetween,
  daysLate,
  daysToClose,
  enteredOn,
  isOpen,
  type Status,
  standingOn,
  statusOn,
  type Timeline,
} from "#app/followup/timeline.ts";
import type { ActionRecord } from "#db/queries/actions.ts";
import type { ActionStepTable, DueKind } from "#db/schema-followup.ts";
import { groupBy } from "../group-by.ts";
import { serviceRef } from "../refs.ts";
import type { BagianRef, ServiceRef } from "../views.ts";

/** One action as it stood on the day that a page tells of. */
export interface ActionView {
  id: string;
  /** Its number in the regency and its address. */
  no: number;
  title: string;
  origin: Origin;
  /** The service that the cause is about. */
  service: ServiceRef | null;
  assignmentId: string | null;
  /** Null: the whole secretariat. */
  bagian: BagianRef | null;
  ownerTitle: string;
  due: string;
  dueKind: DueKind;
  state: ActionState;
  status: Status;
  /** Days by which the due date had gone by; null where it is not late. */
  late: number | null;
  /** Days to the due date, on the day itself 0; null where it is late or over. */
  left: number | null;
  /** Days from planning to the end; null where it is not finished. */
  took: number | null;
  plannedOn: string;
  closedOn: string | null;
  /** How often the due date was set anew. */
  moved: number;
  proofs: number;
  obstacles: string | null;
  /** Up to that day. */
  timeline: Timeline;
  at: string;
  by: string;
}

const stepOf = ({ day, state, due }: ActionStepTable) => ({ day, state, due });

/** How it stood on `day`; null where it was not planned by then. */
const viewOn = (row: ActionRecord, timeline: Timeline, day: string): ActionView | null => {
  const step = standingOn(timeline, day);
  const status = statusOn(timeline, day);
  if (!step || !status) return null;
  const late = daysLate(timeline, day);
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    origin: Origin.parse(JSON.parse(row.origin)),
    service:
      row.service_no === null || row.service_slug === null || row.service_name === null
        ? null
        : serviceRef({ no: row.service_no, slug: row.service_slug, name: row.service_name }),
    assignmentId: row.assignment_id,
    bagian:
      row.bagian_slug === null
        ? null
        : { slug: row.bagian_slug, name: row.bagian_name, family: row.family ?? null },
    ownerTitle: row.owner_title,
    due: step.due,
    dueKind: row.due_kind,
    state: step.state,
    status,
    late,
    left: isOpen(step) && late === null ? daysBetween(day, step.due) : null,
    took: daysToClose(timeline, day),
    plannedOn: timeline[0].day,
    closedOn: enteredOn(timeline, "selesai", day),
    moved: timeline.filter((one, at) => at > 0 && one.due !== timeline[at - 1]?.due).length,
    proofs: Number(row.proofs ?? 0),
    obstacles: row.obstacles,
    timeline,
    at: row.at,
    by: row.by,
  };
};

/** Actions with their timelines as they stood on `day`, in the order of the rows; those planned later are not there. */
export const actionViews = (
  rows: readonly ActionRecord[],
  steps: readonly ActionStepTable[],
  day: string,
): ActionView[] => {
  const byAction = groupBy(steps, ({ action_id }) => action_id);
  return rows.flatMap((row) => {
    const known = (byAction.get(row.id) ?? []).filter((step) => step.day <= day);
    const [first, ...rest] = known.map(stepOf);
    return (first && viewOn(row, [first, ...rest], day)) ?? [];
  });
};

const RANK: Record<Status, number> = { terlambat: 0, berjalan: 1, rencana: 1, selesai: 2, batal: 3 };

/** Late first, longest late before the others; then what is due next; then what was finished last; cancelled at the end. */
export const byUrgency = (a: ActionView, b: ActionView): number =>
  RANK[a.status] - RANK[b.status] ||
  (b.late ?? 0) - (a.late ?? 0) ||
  (a.status === "selesai"
    ? (b.closedOn ?? "").localeCompare(a.closedOn ?? "")
    : a.due.localeCompare(b.due)) ||
  a.no - b.no;
