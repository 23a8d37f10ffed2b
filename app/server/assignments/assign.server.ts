import { z } from "zod";
import type { ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { contentHashes, insertAssignments, type OpenKey, openAssignments } from "#db/queries/assignments.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { type FindingListRow, listFindings } from "#db/queries/findings.ts";
import { nextNo } from "#db/queries/numbers.ts";
import type { AssignmentTable } from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { type Answer, problem } from "../accounts/problems.ts";
import { forbidden } from "../errors.ts";
import { findingRow } from "../findings.server.ts";
import { fieldProblems, isDay, typedDay, typedText } from "../form-fields.ts";
import { groupBy } from "../group-by.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { selectionOf } from "../selection.ts";
import { todayIn } from "../today.ts";
import type { BagianRef, FindingRow, RegencyRef, ServiceFilter } from "../views.ts";
import { findingKey, foundOf, subjectOf } from "./found.ts";

/** Which findings are offered: the filters of a list of findings, and one service where it is asked for. */
export interface AssignRequest {
  kab: string;
  filter: ServiceFilter;
  /** Leading number of a service's address. */
  service?: number | null;
}

/** Findings of one code on one component of one service: they are sent and answered as one. */
export interface Assignable {
  /** Value of its box in the form. */
  key: string;
  component: ComponentKey | null;
  code: AnyFindingCode;
  rows: FindingRow[];
  /** Whose it is; null: the form says who is to answer. */
  bagian: BagianRef | null;
  /** It has been sent and is not closed. */
  open: Pick<OpenKey, "id" | "no" | "state" | "due"> | null;
}

export interface AssignForm {
  regency: RegencyRef;
  today: string;
  groups: Assignable[];
  /** Bagian that can be sent something. */
  bagian: { slug: string; name: string }[];
}

/** One bound for a form that a browser sends: more is sent bagian by bagian. */
export const MOST_AT_ONCE = 1000;

interface Offered {
  regency: RegencyRef;
  found: Map<string, FindingListRow[]>;
  open: Map<string, OpenKey>;
  bagian: Awaited<ReturnType<typeof listBagian>>;
}

const offered = async (db: Db, scope: Scope, { kab, filter, service }: AssignRequest): Promise<Offered> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  if (!scope.includesWhole(regency.r)) throw forbidden();
  const [rows, open, bagian] = await Promise.all([
    listFindings(db.read, scope, selectionOf(db, filter, [regency.r])),
    openAssignments(db.read, scope, regency.r),
    listBagian(db.read, scope),
  ]);
  const asked = service == null ? rows : rows.filter(({ no }) => no === service);
  return {
    regency,
    found: groupBy(asked, findingKey),
    open: new Map(open.map((one) => [`${one.subject}|${one.component}|${one.code}`, one])),
    bagian: bagian.filter(({ r }) => r === regency.r),
  };
};

/**
 * Findings as they can be sent to those who must mend them.
 * @throws AppError (404) where the regency is not in scope; (403) where only some of its bagian are
 */
export const getAssignForm = async (db: Db, scope: Scope, request: AssignRequest): Promise<AssignForm> => {
  const { regency, found, open, bagian } = await offered(db, scope, request);
  return {
    regency,
    today: todayIn(db, regency),
    groups: [...found].slice(0, MOST_AT_ONCE).map(([key, rows]): Assignable => {
      const first = rows[0] as FindingListRow;
      const shown = rows.map((row) => findingRow(db, row, regency));
      const sent = open.get(key);
      return {
        key,
        component: first.component,
        code: first.code,
        rows: shown,
        bagian: first.bagian_slug === null ? null : (shown[0]?.bagian ?? null),
        open: sent ? { id: sent.id, no: sent.no, state: sent.state, due: sent.due } : null,
      };
    }),
    bagian: bagian.map(({ slug, name }) => ({ slug, name })),
  };
};

const Fields = z.object({ tenggat: typedDay(), catatan: typedText(1000), bagian_tujuan: typedText(120) });

/** What sending did: how many went to how many bagian, and how many had been sent before. */
export interface Sent {
  sent: number;
  bagian: number;
  already: number;
}

/**
 * Sends the chosen findings to their bagian, each with a date. What is sent already and not closed is not sent twice; a
 * finding that no bagian owns goes to the one that the form names.
 * @param keys boxes that were ticked
 * @throws AppError (404) where the regency is not in scope; (403) where only some of its bagian are
 */
export const assignFindings = async (
  db: Db,
  scope: Scope,
  request: AssignRequest,
  keys: readonly string[],
  input: unknown,
): Promise<Answer<Sent>> => {
  const { regency, found, bagian } = await offered(db, scope, request);
  const parsed = Fields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { tenggat: due, catatan: note, bagian_tujuan } = parsed.data;
  const wanted = [...new Set(keys)].flatMap((key) => {
    const rows = found.get(key);
    return rows ? [{ key, rows: rows as [FindingListRow, ...FindingListRow[]] }] : [];
  });
  const named = bagian.find(({ slug }) => slug === bagian_tujuan);
  const targetOf = ([{ bagian_slug }]: readonly [FindingListRow, ...FindingListRow[]]) =>
    bagian_slug === null ? named : bagian.find(({ slug }) => slug === bagian_slug);
  const problems = [
    ...(wanted.length === 0 ? problem("temuan", "Pilih paling sedikit satu temuan.").problems : []),
    ...(wanted.some(({ rows }) => !targetOf(rows))
      ? problem("bagian_tujuan", "Sebagian temuan tidak mempunyai bagian. Pilih bagian yang menjawabnya.")
          .problems
      : []),
    ...(!isDay(due) || due < todayIn(db, regency)
      ? problem("tenggat", "Isi tanggal tenggat yang belum lewat.").problems
      : []),
  ];
  if (problems.length > 0) return { problems };
  const hashes = await contentHashes(db.read, scope, regency.r);
  const at = db.now();
  const event = { r: regency.r, action: "penugasan.kirim", subject: regency.slug } as const;
  return change(db, scope, event, async (trx, { amend }) => {
    const open = new Set(
      (await openAssignments(trx, scope, regency.r)).map(
        (one) => `${one.subject}|${one.component}|${one.code}`,
      ),
    );
    const fresh = wanted.filter(({ key }) => !open.has(key));
    let no = await nextNo(trx, "assignment", regency.r);
    const rows = fresh.map(({ rows }): AssignmentTable => {
      const [first] = rows;
      return {
        r: regency.r,
        id: db.newId(),
        no: no++,
        bagian_id: targetOf(rows)?.id ?? "",
        subject: subjectOf(first),
        service_id: first.service_id,
        component: first.component ?? "",
        code: first.code,
        content_hash: first.service_id === null ? null : (hashes.get(first.service_id) ?? null),
        found: JSON.stringify(foundOf(rows)),
        due,
        state: "ditugaskan",
        answer: null,
        outcome: null,
        at,
        by: scope.actor,
        updated_at: at,
      };
    });
    await insertAssignments(db, trx, rows, note);
    const sent = {
      sent: rows.length,
      bagian: new Set(rows.map(({ bagian_id }) => bagian_id)).size,
      already: wanted.length - fresh.length,
    };
    amend({
      after: {
        nomor: rows.map((row) => row.no),
        tenggat: due,
        bagian: [...new Set(rows.map(({ bagian_id }) => bagian_id))],
        sudah_ditugaskan: sent.already,
      },
      ...(note && { reason: note }),
    });
    return { done: sent };
  });
};
